import Diagnostics
import SwiftSyntax

/// Functions and types whose bodies speak of names that are declared further down in the same block: they are checked when
/// these names are known.
enum LaterNames {
    struct Wait {
        /// The item after which the body can be checked.
        var index: Int
        var name: String
    }

    static func waits(_ list: [CodeBlockItemSyntax], names: [String: SourceRange]) -> [Int: Wait] {
        guard !names.isEmpty else { return [:] }
        var places: [String: Int] = [:]
        for (index, item) in list.enumerated() {
            for binding in item.item.as(VariableDeclSyntax.self)?.bindings ?? [] {
                if let name = binding.pattern.as(IdentifierPatternSyntax.self) { places[text(name.identifier)] = index }
            }
        }
        var waits: [Int: Wait] = [:]
        for (index, item) in list.enumerated() {
            guard item.item.is(DeclSyntax.self), !item.item.is(VariableDeclSyntax.self) else { continue }
            for name in mentioned(item) {
                guard let place = places[name], place > index, place > waits[index]?.index ?? -1 else { continue }
                waits[index] = Wait(index: place, name: name)
            }
        }
        return waits
    }

    /// Names that the bodies in a declaration use, members of other values apart.
    private static func mentioned(_ item: CodeBlockItemSyntax) -> [String] {
        let finder = NameFinder(viewMode: .sourceAccurate)
        finder.walk(item)
        return finder.names.filter { !finder.bound.contains($0) }
    }

    private static func text(_ token: TokenSyntax) -> String {
        token.text.hasPrefix("`") ? String(token.text.dropFirst().dropLast()) : token.text
    }

    private final class NameFinder: SyntaxVisitor {
        var names: [String] = []
        /// Names of its own: parameters, variables, patterns.
        var bound: Set<String> = []

        override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
            if node.parent?.as(OptionalBindingConditionSyntax.self)?.initializer != nil
                || !(node.parent?.is(OptionalBindingConditionSyntax.self) ?? false)
            {
                bound.insert(text(node.identifier))
            }
            return .skipChildren
        }

        override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
            bound.insert(text(node.secondName ?? node.firstName))
            return .visitChildren
        }

        override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
            bound.insert(text(node.name))
            return .visitChildren
        }

        override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
            bound.insert(text(node.name))
            return .skipChildren
        }

        override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
            bound.insert(text(node.secondName ?? node.firstName))
            return .visitChildren
        }

        override func visit(_ node: EnumCaseElementSyntax) -> SyntaxVisitorContinueKind {
            bound.insert(text(node.name))
            return .visitChildren
        }

        override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
            if let member = node.parent?.as(MemberAccessExprSyntax.self), member.declName.id == node.id {
                return .skipChildren
            }
            names.append(text(node.baseName))
            return .skipChildren
        }

        override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
            if node.initializer == nil, let name = node.pattern.as(IdentifierPatternSyntax.self) {
                names.append(text(name.identifier))
            }
            return .visitChildren
        }
    }
}
