import Outputs

/// A table of data from a record.
struct DataTable {
    private let columns: [String]
    /// The rows' numbers, where they have some.
    private let index: [Int?]?
    /// `nil` where rows are left out.
    private let rows: [[String]?]
    private let shape: [Int]

    /// - Parameter payload: ``MIME/table``; `nil` for what is none.
    init?(_ payload: JSON) {
        guard let columns = payload["columns"]?.asArray?.compactMap(\.asString), !columns.isEmpty,
            let rows = payload["rows"]?.asArray,
            let shape = payload["shape"]?.asArray?.compactMap(\.asInt), shape.count == 2
        else { return nil }
        let index = payload["index"]?.asArray?.map(\.asInt)
        guard index == nil || index?.count == rows.count else { return nil }
        self.columns = columns
        self.index = index
        self.shape = shape
        self.rows = rows.map { $0.asArray?.compactMap(\.asString) }
        guard self.rows.allSatisfy({ $0 == nil || $0?.count == columns.count }) else { return nil }
    }

    func html(text: PageText) -> HTML {
        // What is a number in every row stands at the right, as numbers do.
        let isNumeric = columns.indices.map { column in
            rows.contains { $0 != nil }
                && rows.allSatisfy { $0.map { $0[column].isEmpty || Double($0[column]) != nil } ?? true }
        }
        func className(_ column: Int) -> String? { isNumeric[column] ? "number" : nil }
        let head = columns.enumerated().map { column, name in
            "<th scope=\"col\"\(attribute: "class", className(column))>\(name)</th>" as HTML
        }.joined()
        func rowHead(_ text: String) -> HTML { index == nil ? "" : "<th scope=\"row\">\(text)</th>" }
        let body = rows.indices.map { place -> HTML in
            guard let row = rows[place] else {
                return "<tr>\(rowHead("…"))<td colspan=\"\(columns.count)\">…</td></tr>"
            }
            let cells = row.enumerated().map { column, field -> HTML in
                field.isEmpty
                    ? "<td class=\"missing\">NaN</td>" : "<td\(attribute: "class", className(column))>\(field)</td>"
            }.joined()
            return "<tr>\(rowHead((index?[place]).map(String.init) ?? ""))\(cells)</tr>"
        }.joined(separator: "\n")
        let isPart = rows.count < shape[0] || rows.contains { $0 == nil }
        let size: HTML? = isPart ? "<p class=\"table-size\">\(text.rowsAndColumns(shape[0], shape[1]))</p>" : nil
        return """
            <div class="table-scroll" role="region" aria-label="\(text.table)" tabindex="0"><table class="data">
            <thead><tr>\(index == nil ? "" : "<td></td>" as HTML)\(head)</tr></thead>
            <tbody>
            \(body)
            </tbody>
            </table></div>\(size)
            """
    }
}
