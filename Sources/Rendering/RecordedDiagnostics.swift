import Diagnostics
import Notebook
import Outputs

/// The payload of ``MIME/diagnostics``: what the checker said of a cell that must not type-check. Places are counted
/// within the cell's text, so that prose written above the cell changes nothing.
struct RecordedDiagnostics {
    private struct Item {
        var severity: Severity
        var message: String
        var advice: String?
        var place: Range<Int>?
        var notes: [String]
    }

    private let items: [Item]

    /// `nil` when the payload is not what it says it is.
    init?(_ payload: JSON) {
        guard let members = payload.asArray, !members.isEmpty else { return nil }
        var items: [Item] = []
        for member in members {
            guard let message = member["message"]?.asString else { return nil }
            var place: Range<Int>?
            if let lower = member["place"]?["lower"]?.asInt, let upper = member["place"]?["upper"]?.asInt,
                0 <= lower, lower <= upper
            {
                place = lower..<upper
            }
            items.append(
                Item(
                    severity: member["severity"]?.asString.flatMap(Severity.init) ?? .error, message: message,
                    advice: member["advice"]?.asString, place: place,
                    notes: (member["notes"]?.asArray ?? []).compactMap { $0["message"]?.asString }))
        }
        self.items = items
    }

    func html(cell: Cell, text: PageText) -> HTML {
        let source = SourceText(path: "", text: cell.text)
        return items.map { item -> HTML in
            let excerpt = item.place.flatMap { place in
                place.upperBound <= source.utf8.count
                    ? DiagnosticWriter.excerpt(SourceRange(place.lowerBound, place.upperBound), in: source) : nil
            }
            return DiagnosticWriter.html(
                severity: item.severity, place: nil, message: item.message, excerpt: excerpt, advice: item.advice,
                notes: item.notes, text: text)
        }.joined(separator: "\n")
    }
}
