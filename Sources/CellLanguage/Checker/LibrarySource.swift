import SwiftOperators
import SwiftParser
import SwiftSyntax

/// Swift of the library as syntax, parsed when it is first used.
enum LibrarySource {
    static func expression(_ text: String) -> ExprSyntax {
        items(text)?.first?.item.as(ExprSyntax.self) ?? ExprSyntax(NilLiteralExprSyntax())
    }

    static func items(_ text: String) -> CodeBlockItemListSyntax? {
        let folded = OperatorTable.ofCells.foldAll(Parser.parse(source: text)) { _ in }
        return folded.as(SourceFileSyntax.self)?.statements
    }
}

extension OperatorTable {
    /// Swift's own operators. swift-syntax does not list those of element-wise comparison and masks, which the standard
    /// library declares for SIMD vectors and this one for tensors.
    static let ofCells: OperatorTable = {
        var table = OperatorTable.standardOperators
        let missing = """
            infix operator .== : ComparisonPrecedence
            infix operator .!= : ComparisonPrecedence
            infix operator .< : ComparisonPrecedence
            infix operator .<= : ComparisonPrecedence
            infix operator .> : ComparisonPrecedence
            infix operator .>= : ComparisonPrecedence
            infix operator .& : LogicalConjunctionPrecedence
            infix operator .| : LogicalDisjunctionPrecedence
            infix operator .^ : LogicalDisjunctionPrecedence
            prefix operator .!
            """
        table.addSourceFile(Parser.parse(source: missing)) { _ in }
        return table
    }()
}
