import Kernels

/// One step of a network. The library's layers are the ones that there are.
public protocol Layer {}

/// What `Sequential` needs of a layer. Training calls the methods with blocks of samples (the rows of the matrices),
/// from several threads at once; they write to nothing but the matrices they are given.
protocol TrainableLayer: Layer, AnyObject {
    /// The name of the type: `Dense`.
    var kind: String { get }
    /// The length of an output.
    var units: Int { get }
    /// The length of an input; `nil` until the layer is built.
    var inputWidth: Int? { get }
    var activation: Activation { get }
    var parameters: [Parameter] { get }

    /// Makes the weights. Draws from the notebook's stream of random numbers.
    func build(inputWidth: Int)

    /// The sums, before the activation.
    func forward(_ input: Matrix, into sums: Matrix)
    /// The sums of the samples `order[range]` of a sparse matrix.
    func forward(_ input: SparseMatrix, order: [Int], range: Range<Int>, into sums: Matrix)
    /// The gradient by the inputs from the one by the sums.
    func backward(_ delta: Matrix, into inputGradient: Matrix)

    /// Into how many pieces the gradient by the parameters is cut, by shape alone.
    func gradientPieces(_ input: BatchInput) -> Int
    /// Computes one piece for a whole batch; returns the parameter and the elements of its gradient that it wrote.
    func gradient(piece: Int, _ input: BatchInput, _ delta: Matrix) -> (Parameter, Range<Int>)
}

/// What a layer gets for a batch, as its gradient needs it.
enum BatchInput {
    /// One sample a row.
    case dense(Matrix)
    /// The samples `order[first...]`.
    case sparse(SparseMatrix, ColumnCut, order: [Int], first: Int)
}

/// Weights that are learned, with room for their gradient.
final class Parameter {
    let name: String
    let shape: [Int]
    let value: FloatBuffer
    let gradient: FloatBuffer

    init(name: String, shape: [Int], value: FloatBuffer) {
        self.name = name
        self.shape = shape
        self.value = value
        gradient = FloatBuffer(count: value.count)
    }

    /// A vector is one row.
    var matrix: Matrix { matrix(of: value) }
    var gradientMatrix: Matrix { matrix(of: gradient) }

    private func matrix(of buffer: FloatBuffer) -> Matrix {
        let columns = shape.last ?? 1
        return Matrix(buffer, rows: columns == 0 ? 0 : buffer.count / columns, columns: columns)
    }
}
