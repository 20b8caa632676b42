import Foundation
import Outputs

/// The NAVER sentiment movie corpus (Park, 2015): 150,000 + 50,000 short Korean film reviews with the columns `id`,
/// `document` and `label` (1 positive, 0 negative).
///
/// The files `ratings_train.txt` and `ratings_test.txt` are looked for where ``IMDB`` looks. Where they are missing,
/// generated reviews of the same form stand in, and a note says so.
public enum NSMC {
    static let files = ["ratings_train.txt", "ratings_test.txt"]

    /// The tables in the files' order. A few reviews have no text: see ``Table/dropMissing()``.
    ///
    /// - Throws: A ``LessonError`` when a file cannot be read or is no table.
    public static func load() throws -> (train: Table, test: Table) { try load(in: nil) }

    package static func load(in directories: [String]?) throws -> (train: Table, test: Table) {
        guard let first = DataDirectories.locate(files[0], in: directories) else {
            SampleNotice.emit(for: .nsmc)
            Outputs.used(DatasetUse(name: "nsmc", sha256: SampleRatings.identity, isSample: true))
            let parts = try Parallel.map(count: 2) { try SampleRatings.generate(part: $0) }
            return (parts[0], parts[1])
        }
        guard let second = DataDirectories.locate(files[1], in: [first.deletingLastPathComponent().path]) else {
            throw DatasetError.missingCompanion(path: first.path, companion: files[1])
        }
        let parts = try Parallel.map(count: 2) { part in
            let file = try DatasetFile(part == 0 ? first : second)
            return (try TableReader.tabSeparated(file.bytes, path: file.path), file.sha256)
        }
        Outputs.used(DatasetUse(name: "nsmc", sha256: parts[0].1, isSample: false))
        return (parts[0].0, parts[1].0)
    }
}
