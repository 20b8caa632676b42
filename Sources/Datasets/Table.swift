import Foundation
package import Keeping
public import Outputs

/// A table of text fields with named columns, as files hold them: `table["label"].ints`.
public struct Table: Sendable {
    /// The names of the columns, from left to right.
    public let columns: [String]
    /// The fields by column; empty where a value is missing.
    private let fields: [[String]]
    private let rows: Int
    /// Whether its rows have numbers, as those of a file do; a table made of columns shows none.
    private let isNumbered: Bool

    package init(columns: [String], fields: [[String]], isNumbered: Bool = true) {
        self.isNumbered = isNumbered
        precondition(columns.count == fields.count && Set(fields.map(\.count)).count <= 1)
        self.columns = columns
        self.fields = fields
        rows = fields.first?.count ?? 0
    }

    /// An empty table, to be filled with ``column(_:_:)-(_,[String])``.
    public init() { self.init(columns: [], fields: [], isNumbered: false) }

    /// The table with another column at its right: `Table().column("단어", words).column("횟수", counts)`.
    ///
    /// Errors: another number of values than the table has rows.
    public func column(_ name: String, _ values: [String]) -> Table {
        guard columns.isEmpty || values.count == rows else {
            return Failure.raise(DatasetError.columnLength(name, values.count, rows: rows), self)
        }
        return Table(columns: columns + [name], fields: fields + [values], isNumbered: isNumbered)
    }

    /// A column of whole numbers, see ``column(_:_:)-(_,[String])``.
    public func column(_ name: String, _ values: [Int]) -> Table { column(name, values.map(String.init)) }

    /// A column of numbers with so many decimals, or as `print` writes them; see ``column(_:_:)-(_,[String])``.
    public func column(_ name: String, _ values: [Double], digits: Int? = nil) -> Table {
        column(name, values.map { value in digits.map { String(format: "%.*f", $0, value) } ?? "\(value)" })
    }

    /// Rows and columns.
    public var shape: [Int] { [rows, columns.count] }

    /// How many rows there are.
    public var count: Int { rows }

    /// A column by its name.
    ///
    /// Errors: an unknown name, with the names that there are.
    public subscript(_ name: String) -> Column {
        guard let index = columns.firstIndex(of: name) else {
            return Failure.raise(
                DatasetError.unknownColumn(name, columns: columns), Column(name: name, strings: []))
        }
        return Column(name: name, strings: fields[index])
    }

    /// The first rows.
    public func head(_ count: Int = 5) -> Table { selecting(Array(0..<min(max(count, 0), rows))) }

    /// The last rows.
    public func tail(_ count: Int = 5) -> Table { selecting(Array(max(0, rows - max(count, 0))..<rows)) }

    /// Without the rows in which a value is missing.
    public func dropMissing() -> Table {
        selecting((0..<rows).filter { row in fields.allSatisfy { !$0[row].isEmpty } })
    }

    /// How many values are missing in each column, by its name.
    public func missingCounts() -> [String: Int] {
        Dictionary(zip(columns, fields.map { $0.count(where: \.isEmpty) })) { first, _ in first }
    }

    private func selecting(_ rows: [Int]) -> Table {
        rows.count == self.rows
            ? self
            : Table(columns: columns, fields: fields.map { column in rows.map { column[$0] } }, isNumbered: isNumbered)
    }

    /// A column of a table.
    public struct Column: Sendable {
        public let name: String
        /// The fields as they stand in the file.
        public let strings: [String]

        public var count: Int { strings.count }

        /// Errors: the first field that is no number.
        public var doubles: [Double] { numbers { Double($0) } }

        /// Errors: the first field that is no whole number.
        public var ints: [Int] { numbers { Int($0) } }

        private func numbers<T: Numeric>(_ parse: (String) -> T?) -> [T] {
            var result: [T] = []
            result.reserveCapacity(strings.count)
            for (row, text) in strings.enumerated() {
                guard let value = parse(text) else {
                    return Failure.raise(DatasetError.notNumeric(column: name, row: row, text: text), [])
                }
                result.append(value)
            }
            return result
        }

        /// How often each value occurs, the most frequent first: a table with this column's name and `count`. Missing
        /// values are not counted. Source: `pandas.Series.value_counts`.
        public func valueCounts() -> Table {
            var counts: [String: Int] = [:]
            var order: [String] = []
            for text in strings
            where !text.isEmpty && counts.updateValue((counts[text] ?? 0) + 1, forKey: text) == nil {
                order.append(text)
            }
            let sorted = order.enumerated().sorted {
                (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
            }
            let values = sorted.map(\.element)
            return Table().column(name, values).column("count", values.map { counts[$0] ?? 0 })
        }

        public subscript(_ row: Int) -> String { strings[row] }
    }
}

extension Table.Column: CustomStringConvertible, Showable {
    public var description: String {
        let shown = strings.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")
        return "Column(\"\(name)\", count: \(count): [\(shown)\(count > 5 ? ", ..." : "")])"
    }

    public func show() -> MIMEBundle { MIMEBundle(text: description) }
}

extension Table: CustomStringConvertible, Showable {
    /// At most this many rows are shown; of longer tables the first and the last five.
    private static let mostRows = 20

    private var shownRows: [Int?] {
        rows <= Self.mostRows ? (0..<rows).map { $0 } : Array(0..<5).map { $0 } + [nil] + (rows - 5..<rows).map { $0 }
    }

    /// Columns side by side, with the rows' numbers.
    public var description: String {
        let cells = shownRows.map { row in
            row.map { row in [isNumbered ? "\(row)" : ""] + fields.map { $0[row].isEmpty ? "NaN" : $0[row] } }
                ?? [String](repeating: "...", count: columns.count + 1)
        }
        let lines = [[""] + columns] + cells
        let widths = (0...columns.count).map { column in lines.map { Self.width($0[column]) }.max() ?? 0 }
        let text = lines.map { line in
            zip(line, widths).map { String(repeating: " ", count: $1 - Self.width($0)) + $0 }
                .dropFirst(isNumbered ? 0 : 1).joined(separator: "  ")
        }
        return (text + ["", "[\(rows) rows x \(columns.count) columns]"]).joined(separator: "\n")
    }

    /// East Asian characters are two columns wide.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            switch scalar.value {
            case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
                sum + 2
            default: sum + (scalar.properties.generalCategory == .nonspacingMark ? 0 : 1)
            }
        }
    }

    /// The rows that ``description`` shows, as data: the page makes a table of them.
    public func show() -> MIMEBundle {
        let body = shownRows.map { row in
            row.map { row in JSON.array(fields.map { .string($0[row]) }) } ?? .null
        }
        var data: [String: JSON] = [
            "columns": .array(columns.map(JSON.string)), "rows": .array(body), "shape": .array(shape.map(JSON.int)),
        ]
        if isNumbered { data["index"] = .array(shownRows.map { $0.map(JSON.int) ?? .null }) }
        return MIMEBundle([MIME.text: .string(description), MIME.table: .object(data)])
    }
}

extension Table: Keepable {
    package func keep(in writer: KeptWriter) throws {
        try writer.list(columns, writer.string)
        try writer.list(fields) { try writer.list($0, writer.string) }
        try writer.bool(isNumbered)
    }

    package static func restored(from reader: KeptReader) throws -> Table {
        let columns = try reader.list(reader.string)
        let fields = try reader.list { try reader.list(reader.string) }
        guard columns.count == fields.count, Set(fields.map(\.count)).count <= 1 else { throw KeepingError.damaged }
        return Table(columns: columns, fields: fields, isNumbered: try reader.bool())
    }
}

extension Table.Column: Keepable {
    package func keep(in writer: KeptWriter) throws {
        try writer.string(name)
        try writer.list(strings, writer.string)
    }

    package static func restored(from reader: KeptReader) throws -> Table.Column {
        Table.Column(name: try reader.string(), strings: try reader.list(reader.string))
    }
}
