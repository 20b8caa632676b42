package import Diagnostics

/// A part of a text that is set apart: a note, a warning, an exercise, something folded away. Written
///
///     ::: warning 제목
///     …
///     :::
///
/// or, as GitHub and Obsidian have it, as a quote that begins with `[!WARNING] 제목`.
package struct Division: Sendable {
    package var kind: Kind
    /// What the author put in the place of the kind's own name.
    package var title: [Inline]
    /// Folded away, unless the reader opens it.
    package var isFolded: Bool
    package var label: String?
    package var blocks: [Block]
    /// Of the line that opens it.
    package var headRange: SourceRange

    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case note, tip, important, warning, caution
        case exercise
        /// Folded, unless it says otherwise.
        case answer
        /// Prose that is folded away: “설명 보기”.
        case fold
        /// A name that means nothing here.
        case other

        /// Names as authors write them, in any case, with or without Quarto's `callout-`.
        package init?(name: String) {
            let name = name.lowercased()
            let word = name.hasPrefix("callout-") ? String(name.dropFirst(8)) : name
            guard let kind = Self.names.first(where: { $0.value.contains(word) })?.key else { return nil }
            self = kind
        }

        package static let names: [Kind: [String]] = [
            .note: ["note", "info", "노트", "참고", "ノート", "補足", "参考"],
            .tip: ["tip", "hint", "팁", "힌트", "ヒント", "コツ"],
            .important: ["important", "중요", "重要"],
            .warning: ["warning", "경고", "警告"],
            .caution: ["caution", "danger", "주의", "위험", "注意", "危険"],
            .exercise: ["exercise", "연습", "연습문제", "문제", "演習", "練習", "問題"],
            .answer: ["answer", "solution", "답", "정답", "풀이", "解答", "答え", "解説"],
            .fold: ["fold", "details", "설명", "접기", "説明", "詳細"],
        ]

        /// Folded where nothing is said of it.
        package var isFolded: Bool { self == .answer || self == .fold }
    }

    package init(
        kind: Kind, title: [Inline], isFolded: Bool, label: String? = nil, blocks: [Block], headRange: SourceRange
    ) {
        self.kind = kind
        self.title = title
        self.isFolded = isFolded
        self.label = label
        self.blocks = blocks
        self.headRange = headRange
    }
}
