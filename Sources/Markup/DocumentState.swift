import Diagnostics

/// What the builders of a document's blocks share and change.
struct DocumentState {
    var footnotes: FootnoteRegister
    var anchors = HeadingAnchors()
    var entities = Entity()
    private(set) var diagnostics: [Diagnostic] = []
    private var saidTooDeep = false

    init(_ definitions: [SourceScan.Definition]) { footnotes = FootnoteRegister(definitions) }

    /// Said once a document, at the first place.
    mutating func tooDeep(limit: Int, at range: SourceRange) {
        guard !saidTooDeep else { return }
        saidTooDeep = true
        diagnostics.append(Diagnostic(.warning, MarkupMessage.tooDeeplyNested(limit: limit), at: range))
    }
}
