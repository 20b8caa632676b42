import Kernels
import Tensors

/// Inputs as a network reads them.
struct Samples {
    enum Form {
        case sparse(SparseMatrix)
        /// The samples' numbers one behind the other, from `offset` on.
        case dense(NumberSource, offset: Int)
    }

    let count: Int
    /// The shape of one sample.
    let shape: [Int]
    let form: Form
    var size: Int { shape.reduce(1, *) }

    /// More entries than this share of all elements, and the dense path is the faster one.
    private static let mostSparse = 0.25

    /// With `allowsSparse` the first layer can read sparse rows.
    init(_ x: Tensor, allowsSparse: Bool) throws {
        guard x.rank >= 2 else { throw NetworkError.inputShape(x.shape) }
        count = x.shape[0]
        shape = Array(x.shape.dropFirst())
        if allowsSparse, x.rank == 2, let matrix = x.sparseMatrix(),
            Double(matrix.entries) <= Double(x.count) * Self.mostSparse
        {
            form = .sparse(matrix)
        } else {
            let (source, offset) = try x.numberSource()
            form = .dense(source, offset: offset)
        }
    }

    var isSparse: Bool { if case .sparse = form { true } else { false } }

    /// Copies the samples `rows` to a block of `steps` steps for each sample.
    func gather<S: NetworkScalar>(_ rows: ArraySlice<Int>, steps: Int, into target: Matrix<S>) {
        guard case .dense(let source, let offset) = form else { return }
        let width = size / max(steps, 1)
        precondition(target.rows == rows.count * steps && target.columns == width)
        for (position, row) in rows.enumerated() {
            for step in 0..<steps {
                Conversions.copy(
                    source, from: offset + row * size + step * width, count: width, to: target,
                    at: (step * rows.count + position) * width)
            }
        }
    }
}

/// What the outputs are compared with, and how much each sample counts.
struct Targets {
    let source: NumberSource
    let offset: Int
    /// Numbers for each row of a sample's output: as many as the output has, or one class number.
    let columns: Int
    /// The steps of a sample that is a sequence, else one, and the rows in each of them.
    let steps, inner: Int
    /// Rows of a sample.
    var rows: Int { steps * inner }
    /// By sample.
    let weights: [Double]?
    /// Steps that are not padding, by sample, where the loss counts only those.
    var realSteps: [Int]?

    /// Errors: ``NetworkError/sampleCounts(x:y:)``, ``NetworkError/targetShape(loss:found:expected:)``,
    /// ``NetworkError/targetRange(loss:value:row:)``, ``NetworkError/targetClass(loss:value:row:classes:)``.
    init(_ y: Tensor, samples: Int, output: [Int], loss: any LossRule, weights: [Double]? = nil) throws {
        guard y.rank > 0, y.shape[0] == samples else {
            throw NetworkError.sampleCounts(x: samples, y: y.shape.first ?? 0)
        }
        let width = output.last ?? 1
        steps = SampleShape.steps(output)
        inner = output.count > 2 ? output[1..<output.count - 1].reduce(1, *) : 1
        columns = loss.isSparse ? 1 : width
        let front = [samples] + output.dropLast()
        let isRight =
            loss.isSparse
            ? y.shape == front || y.shape == front + [1]
            : y.shape == front + [width] || (width == 1 && y.shape == front)
        guard isRight else {
            throw NetworkError.targetShape(
                loss: loss.title, found: y.shape, expected: loss.isSparse ? front : front + [width])
        }
        (source, offset) = try y.numberSource()
        self.weights = weights
        guard loss.needsProbabilities || loss.isSparse else { return }
        for (place, value) in y.doubles().enumerated() {
            let row = place / (steps * inner * columns)
            if loss.isSparse {
                guard value >= 0, value < Double(width), value == value.rounded() else {
                    throw NetworkError.targetClass(loss: loss.title, value: value, row: row, classes: width)
                }
            } else if !(value >= 0 && value <= 1) {
                throw NetworkError.targetRange(loss: loss.title, value: value, row: row)
            }
        }
    }

    /// Copies the targets of the samples `rows`, step by step of all samples.
    func gather<S: NetworkScalar>(_ rows: ArraySlice<Int>, into target: Matrix<S>) {
        let width = inner * columns
        for (position, row) in rows.enumerated() {
            for step in 0..<steps {
                Conversions.copy(
                    source, from: offset + (row * steps + step) * width, count: width, to: target,
                    at: (step * rows.count + position) * width)
            }
        }
    }
}
