import Notebook

/// Text without what its normalisers say may differ.
enum NormalizedText {
    static func text(_ text: String, _ normalizers: [Normalizer]) -> String {
        normalizers.reduce(text) { apply($1, to: $0) }
    }

    private static func apply(_ normalizer: Normalizer, to text: String) -> String {
        switch normalizer {
        case .ansi: text.replacing(/\u{1B}(?:\[[0-9;:?]*[ -\/]*[@-~]|\][^\u{07}\u{1B}]*(?:\u{07}|\u{1B}\\))/, with: "")
        case .durations: withoutDurations(text)
        case .timestamps: withoutTimestamps(text)
        case .addresses: text.replacing(/0[xX][0-9a-fA-F]{4,16}/, with: "⟨address⟩")
        case .uuids:
            text.replacing(
                /[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}/, with: "⟨uuid⟩")
        case .paths:
            text.replacing(/(?:[A-Za-z]:\\|~?\/)(?:[^\s\/\\:"'<>|]+[\/\\])+([^\s\/\\:"'<>|]+)/) { "…/" + $0.output.1 }
        case .whitespace: withoutWhitespace(text)
        case .dictionaries: BracketSorter(sortsLists: false).text(text)
        case .sets: BracketSorter(sortsLists: true).text(text)
        case .lines: text.split(separator: "\n").sorted().joined(separator: "\n")
        }
    }

    private static func withoutDurations(_ text: String) -> String {
        text
            .replacing(/\d+:\d\d(?::\d\d)?(?:\.\d+)?/, with: "⟨duration⟩")
            .replacing(
                /\d+(?:\.\d+)?(?:[eE]-?\d+)?[ ]?(?:ns|µs|μs|us|ms|s|secs?|seconds?|mins?|minutes?|h|hours?)(?:\/[A-Za-z]+)?(?![A-Za-z0-9_])/,
                with: "⟨duration⟩"
            )
            .replacing(/\d+(?:\.\d+)?[ ]?(?:밀리초|초|분|시간|ミリ秒|秒|分|時間)/, with: "⟨duration⟩")
    }

    private static func withoutTimestamps(_ text: String) -> String {
        text
            .replacing(
                /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?/, with: "⟨time⟩"
            )
            .replacing(/\d{4}[년年][ ]?\d{1,2}[월月][ ]?\d{1,2}[일日]/, with: "⟨time⟩")
            .replacing(/\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?/, with: "⟨time⟩")
    }

    private static func withoutWhitespace(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
