import Outputs

/// An array of numbers with any number of axes, row-major, whose element type is known at run time.
///
/// It behaves as `numpy.ndarray` does, as a value: a copy is a copy, and storage is shared until written to. Indices
/// are Swift's: they begin at 0, and one that lies outside is an error rather than a position counted from the end.
///
/// `Tensor.zeros` of two axes stays sparse by row until something fills it, so that one-hot data takes about four
/// bytes for each one. Nothing but memory and time shows the difference.
///
/// Errors: a wrong index or shape is a ``TensorError``, reported through `Failure`; see there what happens then.
public struct Tensor: Sendable {
    enum Storage: Sendable {
        /// The tensor's elements are those from `offset` on.
        case dense(Elements, offset: Int)
        case sparse(SparseRows)
    }

    /// The length of each axis; empty for a single number.
    public internal(set) var shape: [Int]
    /// The type of the elements.
    public let dtype: DType
    var storage: Storage
    /// Where the tensor comes from, while an expression is differentiated.
    var node: GradientNode?
    /// A literal in an expression takes on the other operand's type, as Python's numbers do in NumPy.
    let isLiteral: Bool

    init(_ storage: Storage, shape: [Int], dtype: DType, isLiteral: Bool = false) {
        self.storage = storage
        self.shape = shape
        self.dtype = dtype
        self.isLiteral = isLiteral
    }

    init(_ elements: Elements, shape: [Int]) {
        self.init(.dense(elements, offset: 0), shape: shape, dtype: elements.dtype)
    }

    /// What stands in for a result after an error.
    static var fallback: Tensor { Tensor(.float64([0]), shape: []) }

    /// The number of axes.
    public var rank: Int { shape.count }

    /// The number of elements.
    public var count: Int { shape.reduce(1, *) }
}

extension Tensor {
    /// A vector. `Tensor([0.5, 1])` has the shape `[2]`.
    public init(_ values: [Double], dtype: DType = .float64) {
        self.init(Elements.float64(values).converted(0..<values.count, to: dtype), shape: [values.count])
    }

    /// A vector of integers.
    public init(_ values: [Int], dtype: DType = .int64) {
        let elements = Elements.int64(values.map(Int64.init)).converted(0..<values.count, to: dtype)
        self.init(elements, shape: [values.count])
    }

    /// A matrix from its rows, which must be equally long.
    ///
    /// Errors: ``TensorError/raggedRows(row:expected:found:)``.
    public init(_ values: [[Double]], dtype: DType = .float64) {
        self = Failure.guarded(Tensor.fallback) {
            let shape = try Self.shape(ofRows: values.map(\.count))
            let elements = Elements.float64(Array(values.joined()))
            return Tensor(elements.converted(0..<shape[0] * shape[1], to: dtype), shape: shape)
        }
    }

    /// A matrix of integers from its rows, which must be equally long.
    ///
    /// Errors: ``TensorError/raggedRows(row:expected:found:)``.
    public init(_ values: [[Int]], dtype: DType = .int64) {
        self = Failure.guarded(Tensor.fallback) {
            let shape = try Self.shape(ofRows: values.map(\.count))
            let elements = Elements.int64(values.joined().map(Int64.init))
            return Tensor(elements.converted(0..<shape[0] * shape[1], to: dtype), shape: shape)
        }
    }

    /// A single number, of shape `[]`.
    public init(_ value: Double, dtype: DType = .float64) {
        self.init(.repeating(value, count: 1, dtype: dtype), shape: [])
    }

    /// Zeros. Of two axes, the tensor stays sparse until it is filled.
    ///
    /// Errors: ``TensorError/negativeLength(shape:)``, ``TensorError/tooLarge(shape:dtype:)``.
    public static func zeros(_ shape: [Int], dtype: DType = .float64) -> Tensor {
        Failure.guarded(.fallback) {
            if let rows = try SparseRows(shape: shape) { return Tensor(.sparse(rows), shape: shape, dtype: dtype) }
            return try filled(shape, 0, dtype)
        }
    }

    /// Ones. Errors as ``zeros(_:dtype:)``.
    public static func ones(_ shape: [Int], dtype: DType = .float64) -> Tensor { full(shape, 1, dtype: dtype) }

    /// One value everywhere. Errors as ``zeros(_:dtype:)``.
    public static func full(_ shape: [Int], _ value: Double, dtype: DType = .float64) -> Tensor {
        Failure.guarded(.fallback) { try filled(shape, value, dtype) }
    }

    static func filled(_ shape: [Int], _ value: Double, _ dtype: DType) throws -> Tensor {
        let count = try checkedCount(shape, dtype)
        return Tensor(.repeating(value, count: count, dtype: dtype), shape: shape)
    }

    /// The most bytes that one dense tensor may take.
    static let mostBytes = 8 << 30

    /// The number of elements of a dense tensor, if it may be made.
    static func checkedCount(_ shape: [Int], _ dtype: DType) throws -> Int {
        guard shape.allSatisfy({ $0 >= 0 }) else { throw TensorError.negativeLength(shape: shape) }
        if shape.contains(0) { return 0 }
        var count = 1
        for length in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            guard !overflow, product <= mostBytes / dtype.size else {
                throw TensorError.tooLarge(shape: shape, dtype: dtype)
            }
            count = product
        }
        return count
    }

    private static func shape(ofRows lengths: [Int]) throws -> [Int] {
        let columns = lengths.first ?? 0
        if let row = lengths.firstIndex(where: { $0 != columns }) {
            throw TensorError.raggedRows(row: row, expected: columns, found: lengths[row])
        }
        return [lengths.count, columns]
    }
}

extension Tensor: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(integerLiteral value: Int) {
        self.init(.dense(.int64([Int64(value)]), offset: 0), shape: [], dtype: .int64, isLiteral: true)
    }

    public init(floatLiteral value: Double) {
        self.init(.dense(.float64([value]), offset: 0), shape: [], dtype: .float64, isLiteral: true)
    }
}

extension Tensor {
    /// The dense elements and where they begin, made from the rows if the tensor is sparse.
    func dense() throws -> (elements: Elements, offset: Int) {
        switch storage {
        case .dense(let elements, let offset): return (elements, offset)
        case .sparse(let rows):
            _ = try Self.checkedCount(shape, dtype)
            return (rows.elements(dtype), 0)
        }
    }

    /// The elements as an array of one type, in row-major order.
    func array<T: Element>(_ type: T.Type) throws -> [T] {
        let (elements, offset) = try dense()
        return elements.array(offset..<offset + count, as: type)
    }

    /// Whether the elements are kept by sparse rows.
    package var isSparse: Bool { if case .sparse = storage { true } else { false } }

    /// Bytes that the elements take.
    package var storedBytes: Int {
        switch storage {
        case .dense: count * dtype.size
        case .sparse(let rows): rows.storedBytes
        }
    }

    /// The same tensor with its elements spelled out.
    package func densified() -> Tensor {
        Failure.guarded(.fallback) {
            let (elements, offset) = try dense()
            return Tensor(.dense(elements, offset: offset), shape: shape, dtype: dtype)
        }
    }

    /// One element by its place in row-major order.
    func double(at place: Int) -> Double {
        switch storage {
        case .dense(let elements, let offset): elements.double(at: offset + place)
        case .sparse(let rows): rows.value(row: place / rows.columns, column: place % rows.columns)
        }
    }

    func integer(at place: Int) -> Int64 {
        switch storage {
        case .dense(let elements, let offset): elements.integer(at: offset + place)
        case .sparse(let rows): .from(rows.value(row: place / rows.columns, column: place % rows.columns))
        }
    }
}
