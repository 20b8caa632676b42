import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Default values as syntax, parsed once each.
enum DefaultValues {
    static func syntax(_ text: String) -> ExprSyntax {
        let file = Parser.parse(source: text)
        let folded = OperatorTable.standardOperators.foldAll(file) { _ in }
        return folded.as(SourceFileSyntax.self)?.statements.first?.item.as(ExprSyntax.self)
            ?? ExprSyntax(NilLiteralExprSyntax())
    }
}
