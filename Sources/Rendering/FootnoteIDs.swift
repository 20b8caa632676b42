import Markup

/// The ids of notes and of the places that refer to them.
struct FootnoteIDs {
    private var notes: [Int: String] = [:]
    private var references: [Int: [String]] = [:]

    init(_ footnotes: [Footnote], _ ids: inout PageIDs) {
        for footnote in footnotes {
            notes[footnote.number] = ids.claim("fn-\(footnote.number)")
            references[footnote.number] = (0..<max(1, footnote.references)).map { index in
                ids.claim(index == 0 ? "fnref-\(footnote.number)" : "fnref-\(footnote.number)-\(index + 1)")
            }
        }
    }

    func note(_ number: Int) -> String { notes[number] ?? "fn-\(number)" }

    /// The id of the `occurrence`-th reference, from 1.
    func reference(_ number: Int, _ occurrence: Int) -> String {
        guard let ids = references[number], ids.indices.contains(occurrence - 1) else {
            return "fnref-\(number)-\(occurrence)"
        }
        return ids[occurrence - 1]
    }

    func references(to number: Int) -> [String] { references[number] ?? [] }
}
