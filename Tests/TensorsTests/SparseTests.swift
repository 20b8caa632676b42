import Foundation
import Outputs
import Tensors
import Testing

/// A sparse tensor is a dense one in everything but memory.
@Suite struct SparseTests {
    /// Random writes to a sparse tensor and to its dense twin, compared after each.
    @Test(arguments: [1, 2, 3, 4, 5, 6])
    func randomWrites(seed: UInt64) {
        var generator = Xoshiro256(seed: seed)
        func random(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
        let (rows, columns) = (150, seed % 2 == 0 ? 40 : 300)
        let dtype: DType = [.float64, .float32, .int64, .uint8, .bool, .int32][Int(seed - 1)]
        var sparse = Tensor.zeros([rows, columns], dtype: dtype)
        var dense = sparse.densified()
        #expect(sparse.isSparse && !dense.isSparse)
        var copies: [(Tensor, Tensor)] = []
        for step in 0..<400 {
            let row = random(rows)
            let value = Tensor(Double([1, 1, 1, 0, 2, -3][random(6)]))
            switch random(4) {
            case 0:
                let column = random(columns)
                sparse[row, column] = value
                dense[row, column] = value
            default:
                let list = (0..<random(30)).map { _ in random(columns) }
                sparse[row, list] = value
                dense[row, list] = value
            }
            if step % 50 == 0 { copies.append((sparse, dense)) }
            #expect(sparse[row] == dense[row])
        }
        #expect(sparse.isSparse)
        copies.append((sparse, dense))
        for (sparse, dense) in copies { expectTwins(sparse, dense) }
    }

    private func expectTwins(_ sparse: Tensor, _ dense: Tensor) {
        #expect(sparse == dense && dense == sparse)
        #expect(sparse.description == dense.description)
        #expect(sparse.doubles() == dense.doubles())
        #expect(sparse.sum() == dense.sum() && sparse.mean() == dense.mean())
        #expect(sparse.max() == dense.max() && sparse.min() == dense.min())
        #expect(abs(sparse.std() - dense.std()) < 1e-9)
        #expect(sparse.show().data[MIME.text] == dense.show().data[MIME.text])
        #expect(sparse[10..<90] == dense[10..<90])
        #expect(sparse[70...][..<5] == dense[70..<75])
        #expect(sparse[[3, 3, 149, 0]] == dense[[3, 3, 149, 0]])
        #expect(sparse[5..., 3...7] == dense[5..., 3...7])
        #expect(sparse[[1, 2], [3, 4]] == dense[[1, 2], [3, 4]])
        #expect(sparse[..<9, [5, 1, 1]] == dense[..<9, [5, 1, 1]])
        #expect(sparse.cast(to: .float32) == dense.cast(to: .float32))
        #expect(sparse.cast(to: .bool) == dense.cast(to: .bool))
        #expect(sparse.transposed() == dense.transposed())
        #expect(sparse.reshaped([-1]) == dense.reshaped([-1]))
        #expect(relu(sparse) == relu(dense))
        if sparse.dtype.isFloat {
            #expect((sparse * 2.5) == (dense * 2.5) && (sparse * 2.5).isSparse)
            #expect((3 * sparse) == (3 * dense) && (sparse / 4) == (dense / 4))
            #expect(sparse + 1 == dense + 1)
            #expect(-sparse == -dense)
            let factors = Tensor((0..<sparse.shape[1]).map { Double($0 % 7) }, dtype: sparse.dtype)
            #expect(dot(sparse, factors) == dot(dense, factors))
        }
    }

    @Test func writesToACopyLeaveTheOriginal() {
        var x = Tensor.zeros([200, 50])
        x[100, [1, 2, 3]] = 1
        let slice = x[100...]
        var copy = x
        copy[100, [4]] = 1
        x[100, 7] = 5
        #expect(slice[0].sum() == 3 && copy[100].sum() == 4 && x[100].sum() == 8)
        var part = x[99..<101]
        part[1, [0]] = 1
        #expect(part.isSparse && part[1].sum() == 9 && x[100].sum() == 8)
    }

    @Test func otherAssignmentsFillTheTensor() {
        var x = Tensor.zeros([4, 3])
        x[1, [0, 2]] = 1
        x[2] = Tensor([1.0, 2, 3])
        #expect(!x.isSparse)
        #expect(x == Tensor([[0.0, 0, 0], [1, 0, 1], [1, 2, 3], [0, 0, 0]]))
        var y = Tensor.zeros([2, 3])
        y[0, [0, 1, 2]] = Tensor([7.0, 8, 9])
        #expect(y == Tensor([[7.0, 8, 9], [0, 0, 0]]))
    }

    /// 25,000 reviews of 240 words: the lesson's loop and its memory.
    @Test func oneHotReviewsAreSmall() {
        var generator = Xoshiro256(seed: 1)
        let sequences = (0..<2_500).map { _ in
            (0..<240).map { _ in Int(min(9999, 3 / (generator.unit() + 0.0003))) }
        }
        var results = Tensor.zeros([25_000, 10_000])
        for index in 0..<25_000 { results[index, sequences[index % 2_500]] = 1 }
        #expect(results.isSparse)
        #expect(Double(results.storedBytes) < 6 * results.sum() + 2_000_000)
        #expect(results[7] == results[2_507])
        #expect(results[10_000...].storedBytes < results.storedBytes)
    }
}
