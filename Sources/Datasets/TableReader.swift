import Outputs

/// Reads tables of text with the names of the columns in the first line.
enum TableReader {
    /// Fields between tabs, taken as they are: a quotation mark is a character like others. Lines end in `\n` or `\r\n`.
    static func tabSeparated(_ bytes: [UInt8], path: String) throws -> Table {
        var columns: [String] = []
        var fields: [[String]] = []
        var line = 0
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            if line % 4_096 == 0 { try Interruption.check() }
            line += 1
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let stop = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
            let parts = bytes[start..<stop].split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            start = end + 1
            if columns.isEmpty {
                columns = parts
                fields = [[String]](repeating: [], count: parts.count)
                continue
            }
            guard parts.count == columns.count else {
                throw DatasetError.unevenRow(path: path, line: line, expected: columns.count, found: parts.count)
            }
            for (index, part) in parts.enumerated() { fields[index].append(part) }
        }
        guard !columns.isEmpty else { throw DatasetError.emptyTable(path: path) }
        return Table(columns: columns, fields: fields)
    }

    /// Fields between commas; one in quotation marks may hold commas, line breaks and doubled quotation marks (RFC 4180).
    static func commaSeparated(_ bytes: [UInt8], path: String) throws -> Table {
        var rows: [[String]] = [[]]
        var field: [UInt8] = []
        var isQuoted = false
        var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func flush() {
            rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
            field = []
        }
        while place < bytes.count {
            if place % 65_536 == 0 { try Interruption.check() }
            let byte = bytes[place]
            place += 1
            if isQuoted {
                guard byte == 0x22 else {
                    field.append(byte)
                    continue
                }
                if place < bytes.count, bytes[place] == 0x22 {
                    field.append(byte)
                    place += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case 0x22 where field.isEmpty: isQuoted = true
            case 0x2C: flush()
            case 0x0D where place < bytes.count && bytes[place] == 0x0A: continue
            case 0x0A:
                flush()
                rows.append([])
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !(rows.last?.isEmpty ?? true) { flush() } else { rows.removeLast() }
        guard let columns = rows.first, !columns.isEmpty else { throw DatasetError.emptyTable(path: path) }
        for (line, row) in rows.enumerated() where row.count != columns.count {
            throw DatasetError.unevenRow(path: path, line: line + 1, expected: columns.count, found: row.count)
        }
        return Table(
            columns: columns, fields: columns.indices.map { column in rows.dropFirst().map { $0[column] } })
    }
}

extension Table {
    /// A table from text with tabs between the fields and the columns' names in the first line.
    ///
    /// - Throws: A ``LessonError`` that names the line with too many or too few fields.
    public static func tsv(_ text: String) throws -> Table {
        try TableReader.tabSeparated(Array(text.utf8), path: "tsv")
    }

    /// A table from text with commas between the fields (RFC 4180) and the columns' names in the first line.
    ///
    /// - Throws: A ``LessonError`` that names the line with too many or too few fields.
    public static func csv(_ text: String) throws -> Table {
        try TableReader.commaSeparated(Array(text.utf8), path: "csv")
    }
}
