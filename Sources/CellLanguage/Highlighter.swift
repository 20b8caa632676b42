import Diagnostics
import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// A stretch of code that is shown in one colour.
package struct HighlightSpan: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case keyword
        case string
        case number
        case comment
        /// The name of a type, and a name that begins with a capital letter, which by Swift's naming is one.
        case type
        case attribute
        /// A name that is called or declared as a function.
        case function
        /// The label of an argument or of a parameter.
        case label
        case identifier
        case `operator`
    }

    /// UTF-8 offsets into the code.
    package var range: Range<Int>
    package var kind: Kind

    package init(_ range: Range<Int>, _ kind: Kind) {
        self.range = range
        self.kind = kind
    }
}

/// Swift code taken apart for colouring, by the parser and so right also inside string interpolations. Any text is
/// accepted; what the parser cannot read is coloured as far as its tokens go.
package enum Highlighter {
    /// The spans in the order of the code, without overlap. Punctuation and white space lie in none.
    package static func spans(of code: String) -> [HighlightSpan] {
        if NestingGuard.excess(in: code) != nil { return [] }
        // A chain of calls is a deep tree; a page is made on threads with little stack.
        return code.utf8.count > 1_000 ? LargeStack.run { parsedSpans(of: code) } : parsedSpans(of: code)
    }

    private static func parsedSpans(of code: String) -> [HighlightSpan] {
        let bytes = Array(code.utf8)
        let tree = Parser.parse(source: code)
        var spans: [HighlightSpan] = []
        for classified in tree.classifications {
            let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
            guard !range.isEmpty, range.upperBound <= bytes.count,
                let kind = kind(of: classified.kind, at: range, in: bytes)
            else { continue }
            // The quotes of a string and the text between them are tokens of their own.
            if let last = spans.last, last.kind == kind, kind == .string, last.range.upperBound == range.lowerBound {
                spans[spans.count - 1].range = last.range.lowerBound..<range.upperBound
            } else {
                spans.append(HighlightSpan(range, kind))
            }
        }
        return spans
    }

    private static func kind(
        of classification: SyntaxClassification, at range: Range<Int>, in bytes: [UInt8]
    ) -> HighlightSpan.Kind? {
        switch classification {
        case .keyword, .ifConfigDirective: .keyword
        case .stringLiteral, .regexLiteral: .string
        case .integerLiteral, .floatLiteral: .number
        case .lineComment, .blockComment, .docLineComment, .docBlockComment: .comment
        case .attribute: .attribute
        case .type: .type
        case .argumentLabel: .label
        case .dollarIdentifier, .editorPlaceholder: .identifier
        case .operator: .operator
        case .identifier: name(at: range, in: bytes)
        case .none: nil
        }
    }

    private static func name(at range: Range<Int>, in bytes: [UInt8]) -> HighlightSpan.Kind {
        if UInt8(ascii: "A")...UInt8(ascii: "Z") ~= bytes[range.lowerBound] { return .type }
        let isCalled = range.upperBound < bytes.count && bytes[range.upperBound] == UInt8(ascii: "(")
        return isCalled ? .function : .identifier
    }
}
