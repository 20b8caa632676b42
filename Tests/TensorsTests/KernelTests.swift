import Foundation
import Kernels
import Outputs
import Testing

/// Every kernel against its plain twin, over shapes with all kinds of remainders.
@Suite struct KernelTests {
    private var generator = Xoshiro256(seed: 5)

    private mutating func floats(_ count: Int, _ scale: Double = 1) -> [Float] {
        (0..<count).map { _ in Float((generator.unit() * 2 - 1) * scale) }
    }

    @Test(arguments: [
        (1, 1, 1), (3, 5, 7), (64, 16, 16), (64, 1, 16), (16, 1, 64), (5, 19, 33), (2, 4, 0), (70, 50, 90),
    ])
    mutating func matrixProducts(m: Int, n: Int, k: Int) {
        for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
            let (a, b, start) = (floats(m * k), floats(k * n), floats(m * n))
            let left = Matrix(FloatBuffer(a), rows: transposeA ? k : m, columns: transposeA ? m : k)
            let right = Matrix(FloatBuffer(b), rows: transposeB ? n : k, columns: transposeB ? k : n)
            let expected = Reference.product(a, b, m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB)
            let c = Matrix(FloatBuffer(start), rows: m, columns: n)
            MatrixProduct.multiply(left, right, transposeA: transposeA, transposeB: transposeB, into: c)
            expectClose(c.array, expected, 1e-5)
            let sum = Matrix(FloatBuffer(start), rows: m, columns: n)
            MatrixProduct.multiply(
                left, right, transposeA: transposeA, transposeB: transposeB, into: sum, accumulate: true)
            expectClose(sum.array, zip(expected, start).map { $0 + Double($1) }, 1e-5)
        }
    }

    @Test mutating func partsOfMatrices() {
        let values = floats(12 * 10)
        let whole = Matrix(FloatBuffer(values), rows: 12, columns: 10)
        let part = whole.rows(2..<9).columns(3..<8)
        let other = floats(5 * 6)
        let c = Matrix(rows: 7, columns: 6)
        MatrixProduct.multiply(part, Matrix(FloatBuffer(other), rows: 5, columns: 6), into: c)
        let dense = (2..<9).flatMap { row in (3..<8).map { values[row * 10 + $0] } }
        let expected = Reference.product(dense, other, m: 7, n: 6, k: 5, transposeA: false, transposeB: false)
        expectClose(c.array, expected, 1e-6)
        let sums = FloatBuffer(count: 5)
        MatrixProduct.sumRows(of: part, into: sums)
        expectClose(sums.array, Reference.columnSums(dense, columns: 5), 1e-6)
    }

    @Test(arguments: [1, 2, 4, 7, 16, 21, 35], [false, true])
    mutating func sparseProducts(units: Int, hasValues: Bool) {
        for columns in [50, 70_000] {
            let rows = (0..<40).map { row in
                Set((0..<row % 17).map { _ in Int(generator.next() % UInt64(columns)) }).sorted().map {
                    (column: $0, value: hasValues ? Float($0 % 5) - 2 : 1)
                }
            }
            let matrix = SparseMatrix(
                columns: columns, offsets: rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) },
                indices: rows.map { $0.map { UInt32($0.column) }[...] },
                values: hasValues ? rows.joined().map(\.value) : nil)
            let order = (0..<40).map { $0 * 7 % 40 }
            let (w, b, dy) = (floats(columns * units), floats(units), floats(30 * units))
            let weights = Matrix(FloatBuffer(w), rows: columns, columns: units)
            let batch = order[5..<35].map { rows[$0] }

            let y = Matrix(rows: 30, columns: units)
            SparseProduct.forward(matrix, order: order, range: 5..<35, weights: weights, bias: FloatBuffer(b), into: y)
            // Entry by entry: the dense twin of 70,000 columns would take long.
            let forward = batch.flatMap { row in
                (0..<units).map { unit in
                    row.reduce(Double(b[unit])) { $0 + Double($1.value) * Double(w[$1.column * units + unit]) }
                }
            }
            expectClose(y.array, forward, 1e-5)

            let cut = ColumnCut(matrix)
            #expect(cut.bounds.first == 0 && cut.bounds.last == columns && cut.ranges > 1)
            let dw = Matrix(FloatBuffer(floats(columns * units)), rows: columns, columns: units)
            let delta = Matrix(FloatBuffer(dy), rows: 30, columns: units)
            for piece in 0..<cut.ranges {
                SparseProduct.gradient(matrix, cut, order: order, first: 5, delta, piece: piece, into: dw)
            }
            if columns == 50 {
                let dense = Reference.dense(rows: batch, columns: columns)
                let gradient = Reference.product(
                    dense, dy, m: columns, n: units, k: 30, transposeA: true, transposeB: false)
                expectClose(dw.array, gradient, 1e-5)
            } else {
                #expect(dw.array.reduce(0) { $0 + ($1 == 0 ? 0 : 1) } <= matrix.entries * units)
            }
        }
    }

    @Test mutating func activations() {
        for columns in [1, 3, 8, 13] {
            let x = floats(9 * columns, 12) + [0, -0.0, 100, -100].prefix(columns).map { Float($0) }
            let rows = x.count / columns
            let values = Array(x.prefix(rows * columns))
            func apply(_ function: (Matrix) -> Void) -> [Float] {
                let matrix = Matrix(FloatBuffer(values), rows: rows, columns: columns)
                function(matrix)
                return matrix.array
            }
            let doubles = values.map(Double.init)
            expectClose(apply(Activations.relu), doubles.map(Reference.relu), 0)
            expectClose(apply(Activations.sigmoid), doubles.map(Reference.sigmoid), 3e-7)
            expectClose(apply(Activations.tanh), doubles.map(Foundation.tanh), 3e-7)
            let softmax = (0..<rows).flatMap { Reference.softmax(Array(doubles[$0 * columns..<($0 + 1) * columns])) }
            expectClose(apply(Activations.softmax), softmax, 1e-6)
        }
        let odd = Matrix(FloatBuffer([.nan, .infinity, -.infinity]), rows: 1, columns: 3)
        Activations.sigmoid(odd)
        #expect(odd.array[0].isNaN && odd.array[1] == 1 && odd.array[2] < 1e-30)
    }

    /// Gradients against differences of the losses and activations themselves.
    @Test mutating func gradientsOfLossesAndActivations() {
        let (rows, columns) = (3, 4)
        let t = (0..<rows * columns).map { Float($0 % columns == $0 / columns ? 1 : 0) }
        let targets = Matrix(FloatBuffer(t), rows: rows, columns: columns)
        let positive = floats(rows * columns).map { abs($0) * 0.8 + 0.1 }
        let free = floats(rows * columns, 2)
        typealias Kernel = (Matrix, Matrix, Matrix?, Float) -> Double
        let losses: [([Float], ([Double], [Double]) -> Double, Kernel)] = [
            (free, Reference.sigmoidCrossentropy, LossKernels.sigmoidCrossentropy(logits:targets:gradient:scale:)),
            (free, Reference.softmaxCrossentropy, LossKernels.softmaxCrossentropy(logits:targets:gradient:scale:)),
            (
                positive, Reference.binaryCrossentropy,
                LossKernels.binaryCrossentropy(probabilities:targets:gradient:scale:)
            ),
            (
                positive, Reference.categoricalCrossentropy,
                LossKernels.categoricalCrossentropy(probabilities:targets:gradient:scale:)
            ),
            (free, Reference.meanSquaredError, LossKernels.meanSquaredError(outputs:targets:gradient:scale:)),
        ]
        for (number, (values, reference, kernel)) in losses.enumerated() {
            func loss(_ x: [Double]) -> Double {
                (0..<rows).reduce(0.0) { sum, row in
                    let range = row * columns..<(row + 1) * columns
                    return sum + reference(Array(x[range]), t[range].map(Double.init))
                }
            }
            let gradient = Matrix(rows: rows, columns: columns)
            let outputs = Matrix(FloatBuffer(values), rows: rows, columns: columns)
            let x = values.map(Double.init)
            #expect(abs(kernel(outputs, targets, gradient, 0.5) - loss(x)) < 1e-6, "loss \(number)")
            expectClose(gradient.array, differences(x, loss).map { $0 * 0.5 }, 1e-5)
        }
        let gradients: [((Matrix) -> Void, (Matrix, Matrix) -> Void, ([Double]) -> [Double])] = [
            (Activations.relu, Activations.reluGradient, { $0.map(Reference.relu) }),
            (Activations.sigmoid, Activations.sigmoidGradient, { $0.map(Reference.sigmoid) }),
            (Activations.tanh, Activations.tanhGradient, { $0.map(Foundation.tanh) }),
            (
                Activations.softmax, Activations.softmaxGradient,
                { x in
                    (0..<rows).flatMap { Reference.softmax(Array(x[$0 * columns..<($0 + 1) * columns])) }
                }
            ),
        ]
        let weights = floats(rows * columns)
        for (apply, gradient, reference) in gradients {
            let y = Matrix(FloatBuffer(free), rows: rows, columns: columns)
            let d = Matrix(FloatBuffer(weights), rows: rows, columns: columns)
            apply(y)
            gradient(y, d)
            let expected = differences(free.map(Double.init)) { x in
                zip(reference(x), weights).reduce(0.0) { $0 + $1.0 * Double($1.1) }
            }
            expectClose(d.array, expected, 1e-5)
        }
    }

    private func differences(_ x: [Double], _ function: ([Double]) -> Double) -> [Double] {
        x.indices.map { index in
            var (low, high) = (x, x)
            low[index] -= 1e-6
            high[index] += 1e-6
            return (function(high) - function(low)) / 2e-6
        }
    }

    @Test mutating func metrics() {
        let (y, t) = (floats(28).map { abs($0) }, (0..<28).map { Float($0 % 4 == $0 / 4 % 4 ? 1 : 0) })
        let outputs = Matrix(FloatBuffer(y), rows: 7, columns: 4)
        let targets = Matrix(FloatBuffer(t), rows: 7, columns: 4)
        func sum(_ function: ([Double], [Double]) -> Double) -> Double {
            (0..<7).reduce(0.0) { sum, row in
                let range = row * 4..<row * 4 + 4
                return sum + function(y[range].map(Double.init), t[range].map(Double.init))
            }
        }
        #expect(
            MetricKernels.binaryMatches(outputs: outputs, targets: targets, threshold: 0.5)
                == sum { Reference.binaryMatches($0, $1, threshold: 0.5) })
        #expect(MetricKernels.categoricalMatches(outputs: outputs, targets: targets) == sum(Reference.categoricalMatch))
        #expect(
            abs(MetricKernels.absoluteErrors(outputs: outputs, targets: targets) - sum(Reference.absoluteError)) < 1e-6)
    }

    @Test mutating func updates() {
        let (w, v) = (floats(77), floats(77).map { abs($0) })
        // Whole stretches of zeros take a shorter way.
        let g = floats(77).enumerated().map { $0 < 40 || $0 % 3 == 0 ? 0 : $1 }
        let (weights, mean) = (FloatBuffer(w), FloatBuffer(v))
        Updates.rmsprop(weights, FloatBuffer(g), mean: mean, 3..<75, rate: 0.01, rho: 0.9, rest: 0.1, epsilon: 1e-7)
        let expected = w.indices.map { index in
            (3..<75).contains(index)
                ? Reference.rmsprop(
                    Double(w[index]), Double(g[index]), mean: Double(v[index]), rate: 0.01, rho: 0.9, epsilon: 1e-7)
                : (Double(w[index]), Double(v[index]))
        }
        expectClose(weights.array, expected.map(\.0), 1e-6)
        expectClose(mean.array, expected.map(\.1), 1e-6)
        let plain = FloatBuffer(w)
        Updates.sgd(plain, FloatBuffer(g), 0..<77, rate: 0.1)
        expectClose(plain.array, zip(w, g).map { Reference.sgd(Double($0), Double($1), rate: 0.1) }, 1e-6)
    }

    @Test(arguments: [10, 64, 1000, 200_000])
    mutating func sortedUnions(columns: Int) {
        for _ in 0..<20 {
            let indices = (0..<Int(generator.next() % 50)).map { _ in Int(generator.next() % UInt64(columns)) }
            let old = Reference.union((0..<5).map { _ in Int(generator.next() % UInt64(columns)) }, [])
            var list: [UInt32] = [7] + old
            #expect(
                SortedIndices.appendUnion(of: indices, existing: 1..<list.count, columns: columns, to: &list) == nil)
            #expect(list == [7] + old + Reference.union(indices, old))
        }
        var list: [UInt32] = []
        #expect(
            SortedIndices.appendUnion(of: [0, columns, -1], existing: 0..<0, columns: columns, to: &list) == columns)
        #expect(list.isEmpty)
    }

    @Test func numbersOfThreads() {
        #expect(Workers.threads(from: ["OMP_NUM_THREADS": "3"]) == 3)
        #expect(Workers.threads(from: ["OMP_NUM_THREADS": "2,4"]) == 2)
        #expect(Workers.threads(from: ["OMP_NUM_THREADS": "none"]) >= 1)
        #expect(Workers.threads(from: [:]) >= 1)
    }

    @Test func everyPieceRunsOnceAndNestedWorkToo() {
        let results = Results(count: 1000)
        Workers.run(pieces: 100) { outer in
            Workers.run(pieces: 10) { inner in results[outer * 10 + inner] += Double(outer * 10 + inner) }
        }
        #expect((0..<1000).allSatisfy { results[$0] == Double($0) })
    }

    /// oneDNN must not start threads of its own: its sums would depend on their number.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/task"), "needs /proc"))
    mutating func largeProductsDoNotDependOnOpenMP() {
        let (a, b) = (floats(64 * 4096), floats(4096 * 64))
        func product() -> [Float] {
            let c = Matrix(rows: 64, columns: 64)
            MatrixProduct.multiply(
                Matrix(FloatBuffer(a), rows: 64, columns: 4096), Matrix(FloatBuffer(b), rows: 4096, columns: 64),
                into: c)
            return c.array
        }
        let here = product()
        let copies = Results(count: 64)
        Workers.run(pieces: 8) { piece in copies[piece] = product() == here ? 1 : 0 }
        #expect((0..<8).allSatisfy { copies[$0] == 1 })
        expectClose(here, Reference.product(a, b, m: 64, n: 64, k: 4096, transposeA: false, transposeB: false), 1e-4)
    }
}

/// Equal but for `tolerance`, relative to numbers over 1 and absolute below.
func expectClose(
    _ ours: [Float], _ expected: [Double], _ tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(ours.count == expected.count, sourceLocation: sourceLocation)
    let worst = zip(ours, expected).map { abs(Double($0) - $1) / max(abs($1), 1) }.max() ?? 0
    #expect(worst <= tolerance, "off by \(worst)", sourceLocation: sourceLocation)
}
