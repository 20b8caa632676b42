import Outputs
import Tensors
import Testing

/// Shapes, indices and arithmetic, as NumPy has them.
@Suite struct TensorTests {
    private let x = Tensor((0..<24).map { $0 }).reshaped([2, 3, 4])

    @Test func makingTensors() {
        #expect(Tensor([1.5, 2]).dtype == .float64 && Tensor([1, 2]).dtype == .int64)
        #expect(Tensor([[1, 2, 3], [4, 5, 6]]).shape == [2, 3])
        #expect(Tensor([[1.0], [2]], dtype: .float32).description == "array([[1.],\n       [2.]], dtype=float32)")
        #expect(Tensor(2.5).shape == [] && Tensor(2.5).item() == 2.5)
        #expect(
            Tensor.ones([2, 2]).sum() == 4
                && Tensor.full([3], 2, dtype: .int32).description == "array([2, 2, 2], dtype=int32)")
        #expect(Tensor.zeros([2, 0]).count == 0 && Tensor([Int]()).description == "array([], dtype=int64)")
        #expect(Tensor([0, 3, 0], dtype: .bool) == Tensor([0, 1, 0]))
    }

    @Test func readingParts() {
        #expect(x[1].shape == [3, 4] && x[1, 2, 3].item() == 23)
        #expect(x[0..<1].shape == [1, 3, 4] && x[1...1, 0].doubles() == [12, 13, 14, 15])
        #expect(x[1, 1...].doubles() == [16, 17, 18, 19, 20, 21, 22, 23])
        #expect(x[0, 0, [3, 0, 3]].doubles() == [3, 0, 3])
        #expect(x[[1, 0], [2, 2], [0, 1]].doubles() == [20, 9])
        #expect(x[[1, 0], 2].doubles() == [20, 21, 22, 23, 8, 9, 10, 11])
        #expect(x[0..., [1], 0...1].shape == [2, 1, 2])
        #expect(x[1..<1].shape == [0, 3, 4])
        // A range between a position and a list puts the list's axis in front, as in NumPy.
        #expect(x[1, 0..<3, [0, 2]].shape == [2, 3])
        #expect(x[1, 0..<3, [0, 2]].doubles() == [12, 16, 20, 14, 18, 22])
    }

    @Test func writingParts() {
        var y = x
        y[0, 1] = -1
        y[1, ..<2, 0] = Tensor([100, 200])
        y[1, 2, [3, 3, 1]] = Tensor([7, 8, 9])
        #expect(y[0, 1].doubles() == [-1, -1, -1, -1] && y[1, 0, 0].item() == 100 && y[1, 1, 0].item() == 200)
        #expect(y[1, 2].doubles() == [20, 9, 22, 8])
        #expect(x[0, 1].doubles() == [4, 5, 6, 7])
        y[0] = Tensor([[1.9], [2.9], [3.9]])
        #expect(y[0].doubles() == [1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])
        var tail = y[1...]
        tail[0, 0] = 0
        #expect(y[1, 0, 0].item() == 100 && tail[0, 0, 0].item() == 0)
    }

    @Test func typesOfResults() {
        let floats = Tensor([1.5], dtype: .float32)
        let ints = Tensor([2], dtype: .int32)
        #expect((floats * 2).dtype == .float32 && (floats * 2.5).dtype == .float32 && (1 - floats).dtype == .float32)
        #expect((floats + ints).dtype == .float64 && (floats + Tensor([1], dtype: .uint8)).dtype == .float32)
        #expect((ints + 1).dtype == .int32 && (ints + 0.5).dtype == .float64 && (ints / 2).dtype == .float64)
        #expect((ints + Tensor([1])).dtype == .int64 && (Tensor([1.0]) + floats).dtype == .float64)
        let flags = Tensor([1, 0], dtype: .bool)
        #expect((flags + flags).dtype == .bool && (flags * 2).dtype == .int64 && (flags / 2).dtype == .float64)
        #expect((Tensor([200], dtype: .uint8) + 100).item() == 44)
        #expect((Tensor([Int.max]) + 1).item() == Double(Int.min))
        #expect((-Tensor([3], dtype: .uint8)).item() == 253)
    }

    @Test func arithmeticAndBroadcasting() {
        let a = Tensor([[1.0, 2, 3], [4, 5, 6]])
        #expect((a + Tensor([10.0, 20, 30])).doubles() == [11, 22, 33, 14, 25, 36])
        #expect((a * Tensor([[10.0], [100]])).doubles() == [10, 20, 30, 400, 500, 600])
        #expect((Tensor([[1.0], [2]]) - Tensor([1.0, 2, 3])).shape == [2, 3])
        #expect((1 / Tensor([0.0, 2])).doubles() == [.infinity, 0.5])
        #expect((-a)[0, 0].item() == -1 && (-Tensor([0.0])).description == "array([-0.])")
        #expect(a == a.cast(to: .int32) && a != a[0] && Tensor([Double.nan]) != Tensor([Double.nan]))
    }

    @Test func shapesAndReductions() {
        #expect(x.reshaped([4, -1]).shape == [4, 6] && x.transposed().shape == [4, 3, 2])
        #expect(x.transposed()[1, 2, 1].item() == x[1, 2, 1].item())
        #expect(Tensor([[1, 2, 3], [4, 5, 6]]).transposed().doubles() == [1, 4, 2, 5, 3, 6])
        #expect(x.sum() == 276 && x.mean() == 11.5 && x.max() == 23 && x.min() == 0)
        #expect(Tensor([1.0, .nan, 3]).max().isNaN && Tensor([Double]()).sum() == 0)
        #expect(Tensor([1.9, -1.9, 300]).cast(to: .int64).doubles() == [1, -1, 300])
        #expect(Tensor([1.9, -1.9, 300]).cast(to: .uint8).doubles() == [1, 255, 44])
        #expect(Tensor([Double.nan, 1e300]).cast(to: .int64).doubles() == [Double(Int64.min), Double(Int64.min)])
    }

    @Test func products() {
        let a = Tensor([[1.0, 2], [3, 4]])
        #expect(dot(a, a).doubles() == [7, 10, 15, 22] && dot(a, Tensor([1.0, -1])).doubles() == [-1, -1])
        #expect(dot(Tensor([1, 2, 3]), Tensor([4, 5, 6])).description == "array(32)")
        #expect(dot(a, 2) == a * 2)
        let single = a.cast(to: .float32)
        #expect(dot(single, single).dtype == .float32 && dot(single, single) == dot(a, a))
        #expect(dot(x, Tensor([1, 1, 1, 1])).shape == [2, 3])
    }

    @Test func activations() {
        let values = Tensor([-1.0, 0, 2])
        #expect(relu(values).doubles() == [0, 0, 2] && relu(Tensor([-3, 3])).dtype == .int64)
        #expect(sigmoid(values).doubles()[1] == 0.5 && sigmoid(Tensor([-1000.0])).item() == 0)
        let rows = softmax(Tensor([[1.0, 1], [1000, 0]]))
        #expect(rows.doubles() == [0.5, 0.5, 1, 0])
        #expect(softmax(values.cast(to: .float32)).dtype == .float32 && sigmoid(Tensor([1])).dtype == .float64)
    }
}

/// Every mistake is an error that says what is wrong in three languages, never a trap.
@Suite struct TensorErrorTests {
    private func expectError(
        _ expected: TensorError, sourceLocation: SourceLocation = #_sourceLocation, _ body: () -> Void
    ) {
        let error = Failure.collected(body)
        #expect(error as? TensorError == expected, sourceLocation: sourceLocation)
        let texts = ["en", "ja", "ko"].map { expected.message(in: $0) }
        #expect(Set(texts).count == 3 && texts.allSatisfy { $0.count > 10 }, sourceLocation: sourceLocation)
    }

    @Test func indices() {
        let x = Tensor([[1, 2, 3], [4, 5, 6]])
        expectError(.indexOutOfRange(axis: 0, index: 2, length: 2)) { _ = x[2] }
        expectError(.indexOutOfRange(axis: 1, index: -4, length: 3)) { _ = x[0, -4] }
        expectError(.indexOutOfRange(axis: 1, index: 7, length: 3)) { _ = x[[0, 1], [1, 7]] }
        expectError(.rangeOutOfBounds(axis: 0, lower: 1, upper: 5, length: 2)) { _ = x[1..<5] }
        expectError(.rangeOutOfBounds(axis: 0, lower: 3, upper: 2, length: 2)) { _ = x[3...] }
        expectError(.tooManyIndices(given: 3, shape: [2, 3])) { _ = x[0, 0, 0] }
        expectError(.indexListsDiffer(lengths: [2, 3])) { _ = x[[0, 1], [0, 1, 2]] }
        var y = Tensor.zeros([2, 3])
        expectError(.indexOutOfRange(axis: 1, index: 3, length: 3)) { y[0, [1, 3]] = 1 }
        expectError(.indexOutOfRange(axis: 0, index: 9, length: 2)) { y[9, [1]] = 1 }
        expectError(.indexOutOfRange(axis: 1, index: -4, length: 3)) { y[1, -4] = 1 }
        #expect(y.isSparse && y.sum() == 0)
        expectError(.cannotAssign(value: [2], target: [3])) { y[0] = Tensor([1.0, 2]) }
        expectError(.rangeOutOfBounds(axis: 0, lower: 0, upper: .max, length: 2)) { _ = x[...Int.max] }
    }

    @Test func shapesAndTypes() {
        let x = Tensor([[1, 2, 3], [4, 5, 6]])
        expectError(.shapesDiffer([2, 3], [2])) { _ = x + Tensor([1, 2]) }
        expectError(.cannotReshape(from: [2, 3], to: [4, 2])) { _ = x.reshaped([4, 2]) }
        expectError(.cannotReshape(from: [2, 3], to: [-1, 0])) { _ = x.reshaped([-1, 0]) }
        expectError(.cannotReshape(from: [2, 3], to: [Int.max, 4])) { _ = x.reshaped([Int.max, 4]) }
        expectError(.cannotMultiply([2, 3], [2, 3])) { _ = dot(x, x) }
        expectError(.raggedRows(row: 1, expected: 2, found: 1)) { _ = Tensor([[1, 2], [3]]) }
        expectError(.notOneElement(shape: [2, 3])) { _ = x.item() }
        expectError(.isEmpty(operation: "max")) { _ = Tensor([Double]()).max() }
        expectError(.negativeLength(shape: [-1])) { _ = Tensor.ones([-1]) }
        expectError(.tooLarge(shape: [1 << 40, 1 << 40], dtype: .float64)) { _ = Tensor.ones([1 << 40, 1 << 40]) }
        expectError(.tooLarge(shape: [1_000_000, 1_000_000], dtype: .float64)) {
            _ = Tensor.zeros([1_000_000, 1_000_000]) + 1
        }
        let flags = Tensor([1], dtype: .bool)
        expectError(.unsupported(operation: "-", dtype: .bool)) { _ = flags - flags }
        expectError(.unsupported(operation: "-", dtype: .bool)) { _ = -flags }
        expectError(.doesNotFit(value: 300, dtype: .uint8)) { _ = Tensor([1], dtype: .uint8) + 300 }
    }
}
