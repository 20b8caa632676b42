import Kernels
import Tensors

/// Inputs as a network reads them.
struct Samples {
    enum Form {
        case sparse(SparseMatrix)
        case dense(Tensor)
    }

    let count: Int
    let width: Int
    let form: Form

    /// More entries than this share of all elements, and the dense path is the faster one.
    private static let mostSparse = 0.25

    /// Errors: ``NetworkError/inputShape(_:)``.
    init(_ x: Tensor) throws {
        guard x.rank == 2 else { throw NetworkError.inputShape(x.shape) }
        (count, width) = (x.shape[0], x.shape[1])
        if let matrix = x.sparseMatrix(), Double(matrix.entries) <= Double(x.count) * Self.mostSparse {
            form = .sparse(matrix)
        } else {
            form = .dense(x)
        }
    }

    var isSparse: Bool { if case .sparse = form { true } else { false } }

    /// Targets as a matrix with one sample a row.
    ///
    /// Errors: ``NetworkError/sampleCounts(x:y:)``, ``NetworkError/targetShape(loss:found:expected:)``,
    /// ``NetworkError/targetRange(loss:value:row:)``.
    func targets(_ y: Tensor, outputs: Int, loss: any LossRule) throws -> Matrix {
        guard y.rank > 0, y.shape[0] == count else { throw NetworkError.sampleCounts(x: count, y: y.shape.first ?? 0) }
        guard y.shape == [count, outputs] || (outputs == 1 && y.rank == 1) else {
            throw NetworkError.targetShape(loss: loss.title, found: y.shape, expected: [count, outputs])
        }
        let matrix = Matrix(rows: count, columns: outputs)
        y.copyRows(Array(0..<count)[...], to: matrix)
        if loss.needsProbabilities {
            for (place, value) in matrix.buffer.array.enumerated() where !(value >= 0 && value <= 1) {
                throw NetworkError.targetRange(loss: loss.title, value: Double(value), row: place / outputs)
            }
        }
        return matrix
    }
}
