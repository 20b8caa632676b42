import Diagnostics
import SwiftSyntax

/// What Swift has and cells do not: each is refused by its name, at the word that begins it.
enum Refusal {
    static func feature(of syntax: some SyntaxProtocol) -> CheckerMessage.Feature {
        switch syntax.kind {
        case .actorDecl, .awaitExpr: .concurrency
        case .macroDecl, .macroExpansionDecl, .macroExpansionExpr: .macros
        case .ifConfigDecl: .conditionalCompilation
        case .keyPathExpr: .keyPaths
        case .regexLiteralExpr: .regularExpressions
        case .deinitializerDecl: .deinitializers
        case .packExpansionExpr, .packElementExpr: .parameterPacks
        default: .other(syntax.trimmedDescription.prefix(40).split(separator: "\n").first.map(String.init) ?? "")
        }
    }

    /// The first word only: an underlined page of code helps nobody.
    static func place(of syntax: some SyntaxProtocol, _ range: (TokenSyntax) -> SourceRange) -> SourceRange {
        let keyword = syntax.tokens(viewMode: .sourceAccurate).first { token in
            if case .keyword = token.tokenKind { true } else { false }
        }
        if let token = keyword ?? syntax.firstToken(viewMode: .sourceAccurate) { return range(token) }
        return SourceRange(at: 0)
    }
}
