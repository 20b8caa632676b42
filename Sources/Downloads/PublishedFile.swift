/// A file that somebody publishes, with the sum that they or its users publish of it.
package struct PublishedFile: Hashable, Sendable {
    package let name: String
    package let url: String
    package let sum: Checksum

    package init(name: String, url: String, sum: Checksum) {
        self.name = name
        self.url = url
        self.sum = sum
    }
}

/// A digest as lower-case hexadecimal digits. MD5 where nothing better is published: it tells damage, not malice.
package enum Checksum: Hashable, Sendable, CustomStringConvertible {
    case sha256(String)
    case md5(String)

    package var description: String {
        switch self {
        case .sha256(let digits): "SHA-256 \(digits)"
        case .md5(let digits): "MD5 \(digits)"
        }
    }
}

/// The data sets that the library reads, as their files are published.
package enum PublishedSet: String, CaseIterable, Sendable {
    case imdb
    case reuters
    case fashionMNIST = "fashion-mnist"
    case nsmc

    package var files: [PublishedFile] {
        switch self {
        // Sums: keras/src/datasets/imdb.py and reuters.py.
        case .imdb:
            [
                keras("imdb.npz", .sha256("69664113be75683a8fe16e3ed0ab59fda8886cb3cd7ada244f7d9544e4676b9f")),
                keras("imdb_word_index.json", .md5("bfafd718b763782e994055a2d397834f")),
            ]
        case .reuters:
            [
                keras("reuters.npz", .sha256("d6586e694ee56d7a4e65172e12b3e987c03096cb01eab99753921ef915959916")),
                keras("reuters_word_index.json", .md5("4d44cc38712099c9e383dc6e5f11a921")),
            ]
        // Sums: the README of github.com/zalandoresearch/fashion-mnist.
        case .fashionMNIST:
            [
                keras("train-images-idx3-ubyte.gz", .md5("8d4fb7e6c68d591d4c3dfef9ec88bf0d")),
                keras("train-labels-idx1-ubyte.gz", .md5("25c81989df183df01b3e8a0aad5dffbe")),
                keras("t10k-images-idx3-ubyte.gz", .md5("bef4ecab320f06d8554ea6380940ec79")),
                keras("t10k-labels-idx1-ubyte.gz", .md5("bb300cfdad3c16e7a12a480ee83cd310")),
            ]
        // Sums: datasets/nsmc/dataset_infos.json of github.com/huggingface/datasets.
        case .nsmc:
            [
                nsmc("ratings_train.txt", .sha256("e03b7d14e9e41be8d464a28057cd25d7396c53e67aa7fd5f7e552c59b0ee2940")),
                nsmc("ratings_test.txt", .sha256("8ac9f64052f11dbf6ae0acb5e038f03d90a76f0eda7820cfb3a92d02edfcebda")),
            ]
        }
    }

    private func keras(_ name: String, _ sum: Checksum) -> PublishedFile {
        PublishedFile(
            name: name, url: "https://storage.googleapis.com/tensorflow/tf-keras-datasets/" + name, sum: sum)
    }

    private func nsmc(_ name: String, _ sum: Checksum) -> PublishedFile {
        PublishedFile(name: name, url: "https://raw.githubusercontent.com/e9t/nsmc/master/" + name, sum: sum)
    }
}
