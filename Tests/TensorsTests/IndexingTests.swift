import Outputs
import Tensors
import Testing

/// NumPy's rules beyond positions and ranges. Expected values are NumPy's.
@Suite(.serialized) struct IndexingTests {
    private static let x = Tensor.arange(12).reshaped([3, 4])

    private func expect(
        _ result: @autoclosure () -> Tensor, _ values: [Double], _ shape: [Int],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let error = Failure.collected {
            let result = result()
            #expect(result.doubles() == values && result.shape == shape, sourceLocation: sourceLocation)
        }
        #expect(error == nil, sourceLocation: sourceLocation)
    }

    @Test func negativePositionsAndSteps() {
        let x = Self.x
        expect(x[-1], [8, 9, 10, 11], [4])
        expect(x[-1, -2], [10], [])
        expect(x[.all, -1], [3, 7, 11], [3])
        expect(x[[-1, 0]], [8, 9, 10, 11, 0, 1, 2, 3], [2, 4])
        expect(x[(-2)..., 1], [5, 9], [2])
        expect(x[.slice(by: -1), 0], [8, 4, 0], [3])
        expect(x[0, .slice(from: 1, by: 2)], [1, 3], [2])
        expect(x[0, .slice(from: -1, to: 0, by: -2)], [3, 1], [2])
        // A slice is no list: each of several keeps its axis.
        expect(x[.slice(by: -1), .slice(by: 2)], [8, 10, 4, 6, 0, 2], [3, 2])
        expect(x[.slice(by: 2), [0, 3]], [0, 3, 8, 11], [2, 2])
        expect(x[[0, 2], .slice(by: 3)], [0, 3, 8, 11], [2, 2])
        expect(x[.slice(from: 2, to: 0, by: 1)], [], [0, 4])
        #expect(Failure.collected { _ = x[.slice(by: 0)] } as? TensorError == .zeroStep)
        expect(x[.slice(from: 1, to: 99)], [4, 5, 6, 7, 8, 9, 10, 11], [2, 4])
    }

    @Test func masksEllipsisAndNewAxes() {
        let x = Self.x
        expect(x[x .> 8], [9, 10, 11], [3])
        expect(x[Tensor([0, 1, 1]).cast(to: .bool)], [4, 5, 6, 7, 8, 9, 10, 11], [2, 4])
        expect(x[.all, x[0] .>= 2], [2, 3, 6, 7, 10, 11], [3, 2])
        expect(x[Tensor([2, 0])], [8, 9, 10, 11, 0, 1, 2, 3], [2, 4])
        let cube = Tensor.arange(24).reshaped([2, 3, 4])
        expect(cube[.ellipsis, 0], [0, 4, 8, 12, 16, 20], [2, 3])
        expect(cube[1, .ellipsis, 3], [15, 19, 23], [3])
        expect(x[.newAxis, 0], [0, 1, 2, 3], [1, 4])
        expect(x[0, .newAxis], [0, 1, 2, 3], [1, 4])
        expect(x[.all, .newAxis, 1], [1, 5, 9], [3, 1])
    }

    @Test func assignment() {
        let error = Failure.collected {
            var x = Self.x
            x[x .> 8] = 0
            x[-1, 0] = 50
            x[.slice(by: 2), -1] = Tensor([70, 80])
            #expect(x.doubles() == [0, 1, 2, 70, 4, 5, 6, 7, 50, 0, 0, 80])
        }
        #expect(error == nil)
    }

    @Test func axesAndReductions() {
        let x = Self.x
        expect(x.sum(axis: 0), [12, 15, 18, 21], [4])
        expect(x.mean(axis: 1, keepDims: true), [1.5, 5.5, 9.5], [3, 1])
        expect(x.max(axis: -1), [3, 7, 11], [3])
        expect(x.argmax(axis: 0), [2, 2, 2, 2], [4])
        expect((-x).argmin(axis: 1), [3, 3, 3], [3])
        expect(x.std(axis: 0), [Double](repeating: 3.265986323710904, count: 4), [4])
        expect(x.cumsum(axis: 1)[1], [4, 9, 15, 22], [4])
        expect(x.transposed([1, 0])[0], [0, 4, 8], [3])
        expect(concatenate([x[0], x[2]]), [0, 1, 2, 3, 8, 9, 10, 11], [8])
        expect(concatenate([x, x[.all, 0..<1]], axis: 1)[0], [0, 1, 2, 3, 0], [5])
        expect(stack([x[0], x[1]], axis: -1)[3], [3, 7], [2])
        expect(Tensor.linspace(0, 1, count: 5), [0, 0.25, 0.5, 0.75, 1], [5])
        expect(Tensor.arange(5, 0, step: -2), [5, 3, 1], [3])
        #expect(x.argmax() == 11 && x.sum(axis: 0).dtype == .int64 && x.mean(axis: 0).dtype == .float64)
        let (values, counts) = unique(Tensor([3, 1, 3, 2, 1, 3]))
        #expect(values == Tensor([1, 2, 3]) && counts == [2, 1, 3] && values.dtype == .int64)
    }

    @Test func statistics() {
        let error = Failure.collected {
            #expect(mean([1, 2, 4]) == 7.0 / 3 && median([3, 1, 2]) == 2 && median([4.0, 1, 2, 3]) == 2.5)
            #expect(std([1.0, 2, 3, 4]) == 1.118033988749895 && percentile([1.0, 2, 3, 4], 25) == 1.75)
        }
        #expect(error == nil)
        #expect(Failure.collected { _ = median([Double]()) } as? TensorError == .isEmpty(operation: "median"))
    }

    @Test func mistakes() {
        let x = Self.x
        #expect(
            Failure.collected { _ = x[-4] } as? TensorError == .indexOutOfRange(axis: 0, index: -4, length: 3))
        #expect(
            Failure.collected { _ = x[Tensor([1, 0]).cast(to: .bool)] } as? TensorError
                == .maskShape(mask: [2], target: [3]))
        #expect(Failure.collected { _ = x.sum(axis: 2) } as? TensorError == .axisOutOfRange(2, rank: 2))
        #expect(
            Failure.collected { _ = concatenate([x, x[0]]) } as? TensorError == .cannotJoin([3, 4], [4], axis: 0))
        #expect(Failure.collected { _ = x.transposed([0, 0]) } as? TensorError == .notAPermutation([0, 0], rank: 2))
    }
}
