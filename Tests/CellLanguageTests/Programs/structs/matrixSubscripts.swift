// Subscripts: two indices, labels, ranges of rows, read-only and settable, static.
struct Matrix {
    let rows: Int
    let columns: Int
    private var storage: [Double]

    init(rows: Int, columns: Int, fill: Double = 0) {
        self.rows = rows
        self.columns = columns
        storage = Array(repeating: fill, count: rows * columns)
    }

    subscript(row: Int, column: Int) -> Double {
        get {
            precondition(contains(row, column), "outside the matrix")
            return storage[row * columns + column]
        }
        set {
            precondition(contains(row, column), "outside the matrix")
            storage[row * columns + column] = newValue
        }
    }

    subscript(row row: Int) -> [Double] {
        get { Array(storage[row * columns..<(row + 1) * columns]) }
        set {
            for (column, value) in newValue.enumerated() { self[row, column] = value }
        }
    }

    subscript(column column: Int) -> [Double] { (0..<rows).map { self[$0, column] } }

    subscript(safe row: Int, column: Int, default fallback: Double = -1) -> Double {
        contains(row, column) ? self[row, column] : fallback
    }

    subscript(corner: String) -> Double? {
        switch corner {
        case "top left": self[0, 0]
        case "bottom right": self[rows - 1, columns - 1]
        default: nil
        }
    }

    static subscript(identity size: Int) -> Matrix {
        var result = Matrix(rows: size, columns: size)
        for i in 0..<size { result[i, i] = 1 }
        return result
    }

    private func contains(_ row: Int, _ column: Int) -> Bool {
        (0..<rows).contains(row) && (0..<columns).contains(column)
    }
}

var m = Matrix(rows: 2, columns: 3, fill: 1)
m[0, 1] = 5
m[1, 2] += 2.5
m[1, 0] *= -4
print(m[row: 0], m[row: 1])  // expect: [1.0, 5.0, 1.0] [-4.0, 1.0, 3.5]
print(m[column: 2], m[safe: 9, 9], m[safe: 0, 1], m[safe: -1, 0, default: 0])  // expect: [1.0, 3.5] -1.0 5.0 0.0
m[row: 0] = [7, 8, 9]
m[row: 1][2] = 0.25
print(m[row: 0], m[row: 1])  // expect: [7.0, 8.0, 9.0] [-4.0, 1.0, 0.25]
print(m["top left"] ?? 0, m["bottom right"] ?? 0, m["middle"] == nil)  // expect: 7.0 0.25 true
let identity = Matrix[identity: 3]
print((0..<3).map { identity[row: $0] })  // expect: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]

func swapCells(_ matrix: inout Matrix, _ a: (Int, Int), _ b: (Int, Int)) {
    (matrix[a.0, a.1], matrix[b.0, b.1]) = (matrix[b.0, b.1], matrix[a.0, a.1])
}
swapCells(&m, (0, 0), (1, 2))
print(m[row: 0], m[column: 2])  // expect: [0.25, 8.0, 9.0] [9.0, 7.0]

struct Vocabulary {
    private var ids: [String: Int] = [:]
    private(set) var words: [String] = []

    subscript(word: String) -> Int {
        mutating get {
            if let id = ids[word] { return id }
            ids[word] = words.count
            words.append(word)
            return words.count - 1
        }
    }
    subscript(id: Int) -> String { words.indices.contains(id) ? words[id] : "<unk>" }
}
var vocabulary = Vocabulary()
print("나는 학교에 나는 간다".split(separator: " ").map { vocabulary[String($0)] })  // expect: [0, 1, 0, 2]
print(vocabulary[2], vocabulary[7], vocabulary.words.count)  // expect: 간다 <unk> 3
