import Diagnostics

/// What the builders of a document's blocks share and change.
struct DocumentState {
    var footnotes: FootnoteRegister
    var anchors = HeadingAnchors()
    var entities = Entity()
    private(set) var diagnostics: [Diagnostic] = []
    private var saidTooDeep = false

    init(_ definitions: [SourceScan.Definition]) { footnotes = FootnoteRegister(definitions) }

    mutating func report(_ message: MarkupMessage, at range: SourceRange) {
        diagnostics.append(Diagnostic(.warning, message, at: range))
    }

    /// The formula as a tree; what is not understood is reported at its place and stays source.
    mutating func formula(_ source: String, isDisplay: Bool, at range: SourceRange, in file: [UInt8]) -> Formula {
        switch TeXParser.parse(source) {
        case .success(let root): return Formula(source: source, isDisplay: isDisplay, root: root)
        case .failure(let problem):
            report(MarkupMessage(problem.kind), at: Self.place(of: problem, source, range, file))
            return Formula(source: source, isDisplay: isDisplay, root: nil)
        }
    }

    /// Exact where the file has the formula's source as it is; within a quote or a table the whole formula.
    private static func place(
        of problem: TeXProblem, _ source: String, _ range: SourceRange, _ file: [UInt8]
    ) -> SourceRange {
        let bytes = Array(source.utf8)
        for dollars in 0...2 where file.holds(bytes, at: range.lower + dollars) {
            let lower = range.lower + dollars + problem.lower
            return SourceRange(lower, max(lower, range.lower + dollars + problem.upper))
        }
        return range
    }

    /// Said once a document, at the first place.
    mutating func tooDeep(limit: Int, at range: SourceRange) {
        guard !saidTooDeep else { return }
        saidTooDeep = true
        diagnostics.append(Diagnostic(.warning, MarkupMessage.tooDeeplyNested(limit: limit), at: range))
    }
}
