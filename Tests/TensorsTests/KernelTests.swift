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
            let left = Matrix<Float>(FloatBuffer(a), rows: transposeA ? k : m, columns: transposeA ? m : k)
            let right = Matrix<Float>(FloatBuffer(b), rows: transposeB ? n : k, columns: transposeB ? k : n)
            let expected = Reference.product(a, b, m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB)
            let c = Matrix<Float>(FloatBuffer(start), rows: m, columns: n)
            MatrixProduct.multiply(left, right, transposeA: transposeA, transposeB: transposeB, into: c)
            expectClose(c.array, expected, 1e-5)
            let sum = Matrix<Float>(FloatBuffer(start), rows: m, columns: n)
            MatrixProduct.multiply(
                left, right, transposeA: transposeA, transposeB: transposeB, into: sum, accumulate: true)
            expectClose(sum.array, zip(expected, start).map { $0 + Double($1) }, 1e-5)
        }
    }

    @Test mutating func partsOfMatrices() {
        let values = floats(12 * 10)
        let whole = Matrix<Float>(FloatBuffer(values), rows: 12, columns: 10)
        let part = whole.rows(2..<9).columns(3..<8)
        let other = floats(5 * 6)
        let c = Matrix<Float>(rows: 7, columns: 6)
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
            let weights = Matrix<Float>(FloatBuffer(w), rows: columns, columns: units)
            let batch = order[5..<35].map { rows[$0] }

            let y = Matrix<Float>(rows: 30, columns: units)
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
            let dw = Matrix<Float>(FloatBuffer(floats(columns * units)), rows: columns, columns: units)
            let delta = Matrix<Float>(FloatBuffer(dy), rows: 30, columns: units)
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

    private static let activations: [ActivationFunction] = [
        .linear, .relu, .sigmoid, .tanh, .elu(alpha: 1), .elu(alpha: 0.7), .selu, .leakyRelu(slope: 0.2), .gelu,
        .softplus, .softsign, .silu, .exponential, .hardSigmoid,
    ]

    @Test mutating func activations() {
        for columns in [1, 3, 8, 13] {
            let x = floats(9 * columns, 6) + [0, -0.0, 30, -30].prefix(columns).map { Float($0) }
            let rows = x.count / columns
            let values = Array(x.prefix(rows * columns))
            let doubles = values.map(Double.init)
            func apply(_ function: ActivationFunction) -> [Float] {
                let matrix = Matrix<Float>(FloatBuffer(values), rows: rows, columns: columns)
                Float.apply(function, matrix, into: matrix)
                return matrix.array
            }
            for function in Self.activations where function != .exponential {
                expectClose(apply(function), doubles.map { Reference.activation(function, $0) }, 4e-6)
            }
            let softmax = (0..<rows).flatMap { Reference.softmax(Array(doubles[$0 * columns..<($0 + 1) * columns])) }
            expectClose(apply(.softmax), softmax, 1e-6)
            // In double precision to the last digits.
            let matrix = Matrix<Double>(Buffer(doubles), rows: rows, columns: columns)
            for function in Self.activations {
                let result = Matrix<Double>(rows: rows, columns: columns)
                Double.apply(function, matrix, into: result)
                let expected = doubles.map { Reference.activation(function, $0) }
                #expect(zip(result.array, expected).allSatisfy { abs($0 - $1) <= 1e-13 * max(1, abs($1)) })
            }
        }
        let odd = Matrix<Float>(FloatBuffer([.nan, .infinity, -.infinity]), rows: 1, columns: 3)
        Float.apply(.sigmoid, odd, into: odd)
        #expect(odd.array[0].isNaN && odd.array[1] == 1 && odd.array[2] < 1e-30)
    }

    /// Against differences of the functions themselves, in double precision.
    @Test mutating func gradientsOfActivations() {
        let (rows, columns) = (3, 11)
        let x = floats(rows * columns, 2).map(Double.init)
        let weights = floats(rows * columns).map(Double.init)
        for function in Self.activations + [.softmax] {
            let inputs = Matrix<Double>(Buffer(x), rows: rows, columns: columns)
            let outputs = Matrix<Double>(rows: rows, columns: columns)
            let delta = Matrix<Double>(Buffer(weights), rows: rows, columns: columns)
            Double.apply(function, inputs, into: outputs)
            Double.applyGradient(function, inputs: function.needsInputs ? inputs : nil, outputs: outputs, delta)
            let expected = differences(x) { x in
                let y =
                    function == .softmax
                    ? (0..<rows).flatMap { Reference.softmax(Array(x[$0 * columns..<($0 + 1) * columns])) }
                    : x.map { Reference.activation(function, $0) }
                return zip(y, weights).reduce(0.0) { $0 + $1.0 * $1.1 }
            }
            #expect(zip(delta.array, expected).allSatisfy { abs($0 - $1) < 1e-7 }, "\(function)")
        }
    }

    /// Values against the plain twins and gradients against differences, in both precisions, with weights of the rows.
    @Test mutating func lossesAndTheirGradients() {
        let (rows, columns) = (3, 4)
        let t = (0..<rows * columns).map { $0 % columns == $0 / columns ? 1.0 : 0 }
        let answers = (0..<rows).map { Double($0) }
        let positive = floats(rows * columns).map { Double(abs($0) * 0.8 + 0.1) }
        let free = floats(rows * columns, 2).map(Double.init)
        let sparse: ([Double], [Double]) -> Double = { p, t in
            -log(p[t.firstIndex(of: 1) ?? 0] / p.reduce(0, +))
        }
        let losses: [(LossFunction, [Double], ([Double], [Double]) -> Double)] = [
            (.binaryCrossentropy(fromLogits: true), free, Reference.sigmoidCrossentropy),
            (.binaryCrossentropy(fromLogits: false), positive, Reference.binaryCrossentropy),
            (.categoricalCrossentropy(fromLogits: true), free, Reference.softmaxCrossentropy),
            (.categoricalCrossentropy(fromLogits: false), positive, Reference.categoricalCrossentropy),
            (.sparseCategoricalCrossentropy(fromLogits: true), free, Reference.softmaxCrossentropy),
            (.sparseCategoricalCrossentropy(fromLogits: false), positive, sparse),
            (.meanSquaredError, free, Reference.meanSquaredError),
            (.meanAbsoluteError, free, Reference.meanAbsoluteError),
            (.huber(delta: 0.7), free, { Reference.huber($0, $1, delta: 0.7) }),
        ]
        let weights = [0.5, 2.0, 1.0]
        for (function, x, reference) in losses {
            let isSparse = if case .sparseCategoricalCrossentropy = function { true } else { false }
            func loss(_ x: [Double]) -> Double {
                (0..<rows).reduce(0.0) { sum, row in
                    let range = row * columns..<(row + 1) * columns
                    return sum + weights[row] * reference(Array(x[range]), Array(t[range]))
                }
            }
            let targets = Matrix<Double>(Buffer(isSparse ? answers : t), rows: rows, columns: isSparse ? 1 : columns)
            let gradient = Matrix<Double>(rows: rows, columns: columns)
            let value = Double.loss(
                function, outputs: Matrix(Buffer(x), rows: rows, columns: columns), targets: targets,
                weights: Matrix(Buffer(weights), rows: rows, columns: 1), gradient: gradient, scale: 0.5)
            #expect(abs(value - loss(x)) < 1e-12, "\(function)")
            let expected = differences(x, loss).map { $0 * 0.5 }
            #expect(zip(gradient.array, expected).allSatisfy { abs($0 - $1) < 1e-8 }, "\(function)")
            let single = Float.loss(
                function, outputs: Matrix(Buffer(x.map { Float($0) }), rows: rows, columns: columns),
                targets: Matrix(Buffer(targets.array.map { Float($0) }), rows: rows, columns: targets.columns),
                weights: Matrix(Buffer(weights.map { Float($0) }), rows: rows, columns: 1), gradient: nil, scale: 1)
            #expect(abs(single - value) < 1e-5, "\(function)")
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
        let outputs = Matrix<Float>(FloatBuffer(y), rows: 7, columns: 4)
        let targets = Matrix<Float>(FloatBuffer(t), rows: 7, columns: 4)
        func sums(_ metric: MetricFunction, weights: Matrix<Float>? = nil, targets: Matrix<Float>) -> [Double] {
            let sums = Results(count: metric.sums + 1)
            Float.add(metric, outputs: outputs, targets: targets, weights: weights, to: sums, at: 1)
            return (0..<metric.sums).map { sums[$0 + 1] }
        }
        func sum(_ function: ([Double], [Double]) -> Double) -> Double {
            (0..<7).reduce(0.0) { sum, row in
                let range = row * 4..<row * 4 + 4
                return sum + function(y[range].map(Double.init), t[range].map(Double.init))
            }
        }
        let expected = sum { Reference.binaryMatches($0, $1, threshold: 0.5) }
        #expect(sums(.binaryAccuracy(threshold: 0.5), targets: targets) == [expected, 7])
        let matches = sum(Reference.categoricalMatch)
        #expect(sums(.categoricalAccuracy, targets: targets) == [matches, 7])
        let answers = Matrix<Float>(FloatBuffer((0..<7).map { Float($0 % 4) }), rows: 7, columns: 1)
        #expect(sums(.sparseCategoricalAccuracy, targets: answers) == [matches, 7])
        #expect(sums(.topCategoricalAccuracy(4), targets: targets) == [7, 7])
        #expect(sums(.sparseTopCategoricalAccuracy(1), targets: answers) == [matches, 7])
        #expect(abs(sums(.mean(.meanAbsoluteError), targets: targets)[0] - sum(Reference.absoluteError)) < 1e-6)
        // Rows of weight zero count for nothing.
        let weights = Matrix<Float>(FloatBuffer([1, 0, 1, 0, 1, 0, 1]), rows: 7, columns: 1)
        #expect(sums(.categoricalAccuracy, weights: weights, targets: targets)[1] == 4)
        let confusion = sums(.confusion(threshold: 0.5), targets: targets)
        let pairs = zip(y, t)
        #expect(
            confusion == [
                Double(pairs.count { $0 > 0.5 && $1 == 1 }), Double(pairs.count { $0 > 0.5 && $1 == 0 }),
                Double(pairs.count { $0 <= 0.5 && $1 == 1 }),
            ])
    }

    @Test mutating func updates() {
        let (w, v) = (floats(77), floats(77).map { abs($0) })
        // Whole stretches of zeros take a shorter way.
        let g = floats(77).enumerated().map { $0 < 40 || $0 % 3 == 0 ? 0 : $1 }
        let (weights, mean) = (FloatBuffer(w), FloatBuffer(v))
        Float.update(
            .rmsprop(rate: 0.01, rho: 0.9, epsilon: 1e-7, momentum: 0), weights, FloatBuffer(g), [mean], 3..<75)
        let expected = w.indices.map { index in
            (3..<75).contains(index)
                ? Reference.rmsprop(
                    Double(w[index]), Double(g[index]), mean: Double(v[index]), rate: 0.01, rho: 0.9, epsilon: 1e-7)
                : (Double(w[index]), Double(v[index]))
        }
        expectClose(weights.array, expected.map(\.0), 1e-6)
        expectClose(mean.array, expected.map(\.1), 1e-6)
        let plain = FloatBuffer(w)
        Float.update(.sgd(rate: 0.1), plain, FloatBuffer(g), [], 0..<77)
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

    /// Sums are one chain each, in the order of the inner dimension: neither the cut into blocks, nor the place of a row or
    /// column, nor the vectors' width may touch a bit.
    @Test(arguments: [
        (64, 64, 4096), (300, 530, 129), (7, 33, 128), (1, 4, 17), (9, 1, 300), (513, 15, 2), (12, 47, 257),
    ])
    mutating func sumsOfLargeProductsAreOneChain(m: Int, n: Int, k: Int) {
        let (a, b, start) = (floats(m * k), floats(k * n), floats(m * n))
        for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
            let left = Matrix<Float>(FloatBuffer(a), rows: transposeA ? k : m, columns: transposeA ? m : k)
            let right = Matrix<Float>(FloatBuffer(b), rows: transposeB ? n : k, columns: transposeB ? k : n)
            for accumulate in [false, true] {
                func product(_ set: InstructionSet) -> [Float] {
                    let c = Matrix<Float>(FloatBuffer(start), rows: m, columns: n)
                    FusedProduct.multiply(
                        left, right, transposeA: transposeA, transposeB: transposeB, into: c, accumulate: accumulate,
                        on: set)
                    return c.array
                }
                for name in ["avx512", "avx2", "neon"] where InstructionSet(limit: name).name != "baseline" {
                    let result = product(InstructionSet(limit: name))
                    let places = [(0, 0), (m - 1, n - 1), (m / 2, n / 3)]
                    for (row, column) in places {
                        var sum = accumulate ? start[row * n + column] : 0
                        for inner in 0..<k {
                            sum.addProduct(
                                a[transposeA ? inner * m + row : row * k + inner],
                                b[transposeB ? column * k + inner : inner * n + column])
                        }
                        #expect(result[row * n + column] == sum)
                    }
                    #expect(result == product(.current))
                }
                let expected = Reference.product(
                    a, b, m: m, n: n, k: k, transposeA: transposeA, transposeB: transposeB)
                let whole = accumulate ? zip(expected, start).map { $0 + Double($1) } : expected
                expectClose(product(InstructionSet(limit: "baseline")), whole, 1e-4)
            }
        }
    }

    @Test mutating func hyperbolicTangentOfAMatrix() {
        let values = floats(1003, 8) + [0, -0.0, .infinity, -.infinity, 100, -100, 0.625, -0.625, 1e-30]
        let result = Matrix<Float>(rows: 1, columns: values.count)
        Float.tanh(Matrix(FloatBuffer(values), rows: 1, columns: values.count), into: result)
        expectClose(result.array, values.map { tanh(Double($0)) }, 2e-7)
        Float.tanh(Matrix(FloatBuffer([.nan]), rows: 1, columns: 1), into: result.columns(0..<1))
        #expect(result.array[0].isNaN)
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
