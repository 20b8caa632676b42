/// Two texts line by line, with the lines around each change: what a reader needs to see of them.
package struct LineDifference: Hashable, Sendable {
    package enum Row: Hashable, Sendable {
        /// `line` counts in the expected text, from 1.
        case same(line: Int, String)
        case removed(line: Int, String)
        /// `line` counts in the new text.
        case added(line: Int, String)
        /// So many lines that are the same, or that are too many to be shown.
        case gap(Int)
    }

    package private(set) var rows: [Row] = []

    /// Beyond so many lines on a side nothing is aligned: the lines from the first difference on are shown.
    private static let alignable = 2000

    /// - Parameters:
    ///   - context: How many lines to show around a change.
    ///   - limit: How many rows to show at most.
    package init(expected: String, got: String, rules: ComparisonRules, context: Int = 2, limit: Int = 40) {
        let (old, new) = (Self.lines(expected), Self.lines(got))
        let all = Self.aligned(old, new, rules)
        rows = Self.shortened(all, context: context, limit: limit)
    }

    private static func lines(_ text: String) -> [String] {
        var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func aligned(_ old: [String], _ new: [String], _ rules: ComparisonRules) -> [Row] {
        let forms = TextForms(rules)
        func areSame(_ one: String, _ other: String) -> Bool {
            one == other || forms.difference(one, other, mime: nil) == nil
        }
        let prefix = zip(old, new).prefix { areSame($0, $1) }.count
        let suffix = min(
            zip(old.reversed(), new.reversed()).prefix { areSame($0, $1) }.count, min(old.count, new.count) - prefix)
        let (oldMiddle, newMiddle) = (old[prefix..<(old.count - suffix)], new[prefix..<(new.count - suffix)])
        var rows = (0..<prefix).map { Row.same(line: $0 + 1, old[$0]) }
        if max(oldMiddle.count, newMiddle.count) > alignable {
            rows += oldMiddle.indices.map { .removed(line: $0 + 1, old[$0]) }
            rows += newMiddle.indices.map { .added(line: $0 + 1, new[$0]) }
        } else {
            rows += middle(old, oldMiddle.indices, new, newMiddle.indices, areSame)
        }
        return rows + (old.count - suffix..<old.count).map { .same(line: $0 + 1, old[$0]) }
    }

    private static func middle(
        _ old: [String], _ oldRange: Range<Int>, _ new: [String], _ newRange: Range<Int>,
        _ areSame: (String, String) -> Bool
    ) -> [Row] {
        var (removed, added) = (Set<Int>(), Set<Int>())
        for change in new[newRange].difference(from: old[oldRange], by: { areSame($1, $0) }) {
            switch change {
            case .remove(let offset, _, _): removed.insert(oldRange.lowerBound + offset)
            case .insert(let offset, _, _): added.insert(newRange.lowerBound + offset)
            }
        }
        var rows: [Row] = []
        var (left, right) = (oldRange.lowerBound, newRange.lowerBound)
        while left < oldRange.upperBound || right < newRange.upperBound {
            if removed.contains(left) {
                rows.append(.removed(line: left + 1, old[left]))
                left += 1
            } else if added.contains(right) {
                rows.append(.added(line: right + 1, new[right]))
                right += 1
            } else if left < oldRange.upperBound, right < newRange.upperBound {
                rows.append(.same(line: left + 1, old[left]))
                left += 1
                right += 1
            } else {
                break
            }
        }
        return rows
    }

    private static func shortened(_ all: [Row], context: Int, limit: Int) -> [Row] {
        let changes = all.indices.filter { if case .same = all[$0] { false } else { true } }
        let shown = Set(changes.flatMap { max(0, $0 - context)...min(all.count - 1, $0 + context) })
        var rows: [Row] = []
        var hidden = 0
        for index in all.indices {
            if shown.contains(index), rows.count < limit {
                if hidden > 0 { rows.append(.gap(hidden)) }
                hidden = 0
                rows.append(all[index])
            } else {
                hidden += 1
            }
        }
        if hidden > 0, !rows.isEmpty { rows.append(.gap(hidden)) }
        return rows
    }
}
