import Kernels
import Outputs
public import Tensors

/// What learns class numbers from rows of features, in scikit-learn's terms. The library's classifiers are the ones that
/// there are.
public protocol Classifier: AnyObject {
    /// Learns from `x` `[samples, features]` and class numbers `y` `[samples]`; forgets what it knew.
    func fit(_ x: Tensor, _ y: Tensor)
    /// The class numbers of samples, int64 `[samples]`.
    func predict(_ x: Tensor) -> Tensor
    /// The share of right answers.
    func score(_ x: Tensor, _ y: Tensor) -> Double
}

/// What cross-validation needs of a classifier.
protocol ClassifierRule: Classifier {
    /// What its random numbers begin with, if that was said.
    var seed: UInt64? { get }
    /// One with the same options that knows nothing yet.
    func fresh() -> any ClassifierRule
    /// Learns from the rows `rows` of the data; on any thread.
    func learn(_ data: ClassifierData, _ rows: [Int32], seed: UInt64) throws
    /// Class indices (not numbers) for the rows.
    func classify(_ data: ClassifierData, _ rows: [Int32]) throws -> [Int32]
}

extension ClassifierRule {
    var seed: UInt64? { nil }
}

/// Samples as classifiers read them.
final class ClassifierData: @unchecked Sendable {
    let x: Matrix<Float>
    /// Indices into `classes`, by sample; empty if there are none.
    let answers: [Int32]
    /// The class numbers that occur, rising.
    let classes: [Int]

    /// Errors: ``NetworkError/inputShape(_:)``, ``NetworkError/sampleCounts(x:y:)``, ``NetworkError/oneClass(_:)``,
    /// ``TensorError/notWhole(value:place:)``.
    init(_ x: Tensor, _ y: Tensor?, known: [Int]? = nil) throws {
        guard x.rank == 2 else { throw NetworkError.matrixExpected(x.shape) }
        guard x.shape[0] > 0 else { throw NetworkError.noSamples }
        self.x = Matrix(rows: x.shape[0], columns: x.shape[1])
        x.copyElements(0..<x.count, to: self.x, at: 0)
        guard let y else {
            (answers, classes) = ([], known ?? [])
            return
        }
        guard y.count == x.shape[0] else { throw NetworkError.sampleCounts(x: x.shape[0], y: y.shape.first ?? 0) }
        let numbers = try y.classNumbers()
        let classes = known ?? Set(numbers).sorted()
        guard classes.count > 1 else { throw NetworkError.oneClass(classes.first ?? 0) }
        let places = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, Int32($0)) })
        answers = numbers.map { places[$0] ?? -1 }
        self.classes = classes
    }

    var rows: [Int32] { (0..<Int32(x.rows)).map { $0 } }
}

extension NetworkError {
    /// For tests of shapes in one place.
    static func featureCount(_ kind: String, _ expected: Int, _ found: Int) -> NetworkError {
        .inputWidth(layer: .init(index: 0, kind: kind, units: nil), expected: expected, found: found)
    }
}
