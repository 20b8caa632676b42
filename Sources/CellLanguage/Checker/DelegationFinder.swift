import SwiftSyntax

/// Whether an initialiser leaves the work to another of the same type.
final class DelegationFinder: SyntaxVisitor {
    private var isFound = false
    private var base = "self"
    private var countsAssignments = true

    static func delegates(_ items: CodeBlockItemListSyntax, to base: String = "self") -> Bool {
        let finder = DelegationFinder(viewMode: .sourceAccurate)
        finder.base = base
        finder.walk(items)
        return finder.isFound
    }

    /// Whether there is a call of another initialiser, an assignment to `self` apart.
    static func calls(_ items: CodeBlockItemListSyntax, initOf base: String) -> Bool {
        let finder = DelegationFinder(viewMode: .sourceAccurate)
        finder.base = base
        finder.countsAssignments = false
        finder.walk(items)
        return finder.isFound
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if node.declName.baseName.text == "init", node.base?.trimmedDescription == base { isFound = true }
        return .visitChildren
    }
    override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
        if countsAssignments, node.operator.is(AssignmentExprSyntax.self), node.leftOperand.trimmedDescription == base {
            isFound = true
        }
        return .visitChildren
    }
    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
