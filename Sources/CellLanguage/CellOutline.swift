package import Diagnostics
import SwiftParser
import SwiftSyntax

/// What a cell's text is by its syntax alone, for tools that rewrite cells. All places count from the file's beginning.
package struct CellOutline {
    /// A statement, expression or declaration at the cell's top level.
    package struct Item {
        package enum Kind: Hashable {
            case expression
            /// A type that is shown by its name: `struct`, `enum`, `class` or `actor`.
            case type
            case `extension`
            /// Protocols, type aliases, operators: they, too, stand at the top level only.
            case otherDeclaration
            case `import`
            /// Anything else: variables, functions, statements.
            case statement
        }
        package var kind: Kind
        /// Without the comments around it.
        package var range: Diagnostics.SourceRange
        /// What is declared, where that is one name.
        package var name: Diagnostics.SourceRange?
        /// The word `private`, which means something else inside another type.
        package var privacy: Diagnostics.SourceRange?
    }

    package private(set) var items: [Item] = []
    /// Names that one word both reads and declares: `if let x`, `{ [x] in … }`.
    package private(set) var shorthands: Set<Diagnostics.SourceRange> = []
    /// Every identifier of the text.
    package private(set) var identifiers: Set<String> = []
    /// Where values, functions and types are named without a dot before them.
    package private(set) var references: [String: [Diagnostics.SourceRange]] = [:]

    package init(_ cell: CellSource) {
        if NestingGuard.excess(in: cell.text) != nil { return }
        let tree = Parser.parse(source: cell.text)
        let reader = Reader(offset: cell.offset)
        items = tree.statements.map { reader.item($0.item) }
        reader.walk(tree)
        (shorthands, identifiers, references) = (reader.shorthands, reader.identifiers, reader.references)
    }

    private final class Reader: SyntaxVisitor {
        private let offset: Int
        var shorthands: Set<SourceRange> = []
        var identifiers: Set<String> = []
        var references: [String: [SourceRange]] = [:]

        init(offset: Int) {
            self.offset = offset
            super.init(viewMode: .sourceAccurate)
        }

        private func range(_ node: some SyntaxProtocol) -> SourceRange {
            SourceRange(
                offset + node.positionAfterSkippingLeadingTrivia.utf8Offset,
                offset + node.endPositionBeforeTrailingTrivia.utf8Offset)
        }

        func item(_ syntax: CodeBlockItemSyntax.Item) -> Item {
            var item = Item(kind: .statement, range: range(syntax))
            switch syntax {
            case .expr: item.kind = .expression
            case .stmt: break
            case .decl(let declaration):
                item.kind = Self.kind(of: declaration)
                item.name = declaration.asProtocol((any NamedDeclSyntax).self).map { range($0.name) }
                let modifiers = declaration.asProtocol((any WithModifiersSyntax).self)?.modifiers ?? []
                item.privacy = modifiers.first { $0.name.tokenKind == .keyword(.private) }.map { range($0.name) }
            }
            return item
        }

        private static func kind(of declaration: DeclSyntax) -> Item.Kind {
            switch declaration.kind {
            case .structDecl, .enumDecl, .classDecl, .actorDecl: .type
            case .extensionDecl: .extension
            case .protocolDecl, .typeAliasDecl, .operatorDecl, .precedenceGroupDecl: .otherDeclaration
            case .importDecl: .import
            default: .statement
            }
        }

        override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
            if case .identifier = token.tokenKind { identifiers.insert(Self.name(token)) }
            return .visitChildren
        }

        override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
            let isMember = node.parent?.as(MemberAccessExprSyntax.self)?.declName == node
            if !isMember { note(node.baseName) }
            return .visitChildren
        }

        override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind {
            note(node.name)
            return .visitChildren
        }

        private func note(_ name: TokenSyntax) { references[Self.name(name), default: []].append(range(name)) }

        override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
            if node.initializer == nil { shorthands.insert(range(node.pattern)) }
            return .visitChildren
        }

        override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
            if node.initializer == nil { shorthands.insert(range(node.name)) }
            return .visitChildren
        }

        private static func name(_ token: TokenSyntax) -> String {
            token.text.hasPrefix("`") ? String(token.text.dropFirst().dropLast()) : token.text
        }
    }
}
