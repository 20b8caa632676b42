import Foundation
import Outputs
import Tensors

/// Fashion-MNIST (Xiao et al., 2017): 60,000 + 10,000 grey pictures of clothes, 28 × 28, in ten classes.
///
/// The files are the set's own: `train-images-idx3-ubyte.gz` and three more, looked for where ``IMDB`` looks. Where they
/// are missing, drawn pictures of the same shape stand in, and a note says so.
public enum FashionMNIST {
    static let files = [
        "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
        "t10k-labels-idx1-ubyte.gz",
    ]
    static let side = 28

    /// The classes' names by label.
    public static let labelNames = [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ]

    /// The pictures and labels in the files' order.
    ///
    /// - Throws: A ``LessonError`` when a file cannot be read or is not what it should be.
    public static func load() throws -> (train: LabeledImages, test: LabeledImages) { try load(in: nil) }

    package static func load(in directories: [String]?) throws -> (train: LabeledImages, test: LabeledImages) {
        guard let first = DataDirectories.locate(files[0], in: directories) else {
            SampleNotice.emit(for: .fashion)
            Outputs.used(DatasetUse(name: "fashion_mnist", sha256: SampleImages.identity, isSample: true))
            let parts = try Parallel.map(count: 2) { try SampleImages.generate(part: $0) }
            return (parts[0], parts[1])
        }
        let folder = first.deletingLastPathComponent()
        for name in files where !FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path) {
            throw DatasetError.missingCompanion(path: first.path, companion: name)
        }
        let parts = try Parallel.map(count: 2) { part in
            let images = try DatasetFile(folder.appendingPathComponent(files[2 * part]))
            let labels = try DatasetFile(folder.appendingPathComponent(files[2 * part + 1]))
            return (try read(images, labels), images.sha256)
        }
        Outputs.used(DatasetUse(name: "fashion_mnist", sha256: parts[0].1, isSample: false))
        return (parts[0].0, parts[1].0)
    }

    /// IDX: a magic number, the lengths of the axes, then the bytes, all big-endian.
    private static func read(_ images: DatasetFile, _ labels: DatasetFile) throws -> LabeledImages {
        let pixels = try body(images, magic: 0x803, axes: 3)
        let numbers = try body(labels, magic: 0x801, axes: 1)
        guard pixels.shape[0] == numbers.shape[0] else {
            throw DatasetError.invalidImages(
                path: images.path, .countsDiffer(images: pixels.shape[0], labels: numbers.shape[0]))
        }
        return LabeledImages(
            images: Tensor(uint8: Array(pixels.bytes), shape: pixels.shape), labels: numbers.bytes.map { Int($0) })
    }

    private static func body(
        _ file: DatasetFile, magic: UInt32, axes: Int
    ) throws -> (bytes: ArraySlice<UInt8>, shape: [Int]) {
        let bytes = try GzipFile.inflated(file)
        let start = 4 * (axes + 1)
        guard bytes.count >= start else {
            throw DatasetError.invalidImages(path: file.path, .wrongSize(expected: start, found: bytes.count))
        }
        func number(_ index: Int) -> UInt32 { (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[4 * index + $1]) } }
        guard number(0) == magic else {
            throw DatasetError.invalidImages(path: file.path, .wrongMagic(number(0), expected: magic))
        }
        let shape = (1...axes).map { Int(number($0)) }
        // Lengths of 32 bits each: their product must not overflow before it is compared.
        let expected = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 }
        guard bytes.count - start == expected else {
            throw DatasetError.invalidImages(
                path: file.path, .wrongSize(expected: expected, found: bytes.count - start))
        }
        return (bytes[start...], shape)
    }
}
