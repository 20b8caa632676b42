import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Swift of the library as syntax, parsed when it is first used.
enum LibrarySource {
    static func expression(_ text: String) -> ExprSyntax {
        items(text)?.first?.item.as(ExprSyntax.self) ?? ExprSyntax(NilLiteralExprSyntax())
    }

    static func items(_ text: String) -> CodeBlockItemListSyntax? {
        let folded = OperatorTable.standardOperators.foldAll(Parser.parse(source: text)) { _ in }
        return folded.as(SourceFileSyntax.self)?.statements
    }
}
