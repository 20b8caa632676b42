import Notebook

/// Which cell of one record is which of another: by id, then by equal source in the same order, then by standing
/// between the same neighbours.
struct CellAlignment {
    /// A pair, or a cell that only one side has, by position in each list of cells.
    struct Row: Hashable {
        var expected: Int?
        var got: Int?
    }

    /// In the order of the expected cells; one that was added stands behind the cell it follows.
    private(set) var rows: [Row] = []

    private var partnerOfExpected: [Int?]
    private var partnerOfGot: [Int?]

    init(_ expected: [Record.Code], _ got: [Record.Code]) {
        partnerOfExpected = Array(repeating: nil, count: expected.count)
        partnerOfGot = Array(repeating: nil, count: got.count)
        pairByID(expected, got)
        pairBySource(expected, got)
        pairByNeighbours()
        makeRows()
    }

    private mutating func pair(_ expected: Int, _ got: Int) {
        partnerOfExpected[expected] = got
        partnerOfGot[got] = expected
    }

    private mutating func pairByID(_ expected: [Record.Code], _ got: [Record.Code]) {
        var positions: [CellID: Int] = [:]
        for (index, cell) in got.enumerated() where positions[cell.id] == nil { positions[cell.id] = index }
        for (index, cell) in expected.enumerated() {
            if let other = positions.removeValue(forKey: cell.id) { pair(index, other) }
        }
    }

    private mutating func pairBySource(_ expected: [Record.Code], _ got: [Record.Code]) {
        let left = expected.indices.filter { partnerOfExpected[$0] == nil }
        let right = got.indices.filter { partnerOfGot[$0] == nil }
        let pairs = SequenceAlignment.pairs(left.map { String(expected[$0].body) }, right.map { String(got[$0].body) })
        for (one, other) in pairs { pair(left[one], right[other]) }
    }

    /// Pairs what is left between two pairs that follow each other, in order.
    private mutating func pairByNeighbours() {
        var index = 0
        while index < partnerOfExpected.count {
            guard partnerOfExpected[index] == nil else {
                index += 1
                continue
            }
            var other = index == 0 ? 0 : (partnerOfExpected[index - 1] ?? partnerOfGot.count) + 1
            while index < partnerOfExpected.count, partnerOfExpected[index] == nil {
                if other < partnerOfGot.count, partnerOfGot[other] == nil {
                    pair(index, other)
                    other += 1
                } else {
                    other = partnerOfGot.count
                }
                index += 1
            }
        }
    }

    private mutating func makeRows() {
        var added: [Int: [Int]] = [:]
        var before = -1
        for (index, partner) in partnerOfGot.enumerated() {
            if let partner { before = partner } else { added[before, default: []].append(index) }
        }
        rows = (added[-1] ?? []).map { Row(expected: nil, got: $0) }
        for index in partnerOfExpected.indices {
            rows.append(Row(expected: index, got: partnerOfExpected[index]))
            rows += (added[index] ?? []).map { Row(expected: nil, got: $0) }
        }
    }
}

enum SequenceAlignment {
    /// The positions of equal elements in a longest common subsequence (Myers).
    static func pairs<Element: Equatable>(_ a: [Element], _ b: [Element]) -> [(Int, Int)] {
        let difference = b.difference(from: a)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        return Array(zip(a.indices.filter { !removed.contains($0) }, b.indices.filter { !inserted.contains($0) }))
    }
}
