import Diagnostics
import SwiftSyntax

/// Rules of the language that ask for no type: what may stand where. The parser lets all of this pass.
final class SyntaxRules: SyntaxVisitor {
    private let checker: Checker

    static func check(_ file: SourceFileSyntax, in checker: Checker) {
        SyntaxRules(checker).walk(file)
    }

    private init(_ checker: Checker) {
        self.checker = checker
        super.init(viewMode: .sourceAccurate)
    }

    private func report(_ rule: SyntaxRule, at node: some SyntaxProtocol) {
        checker.diagnostics.append(Diagnostic(.error, rule, at: checker.range(node)))
    }

    // MARK: Names

    override func visit(_ node: FunctionParameterListSyntax) -> SyntaxVisitorContinueKind {
        noneTwice(node.map { $0.secondName ?? $0.firstName })
        return .visitChildren
    }

    override func visit(_ node: ClosureParameterListSyntax) -> SyntaxVisitorContinueKind {
        noneTwice(node.map { $0.secondName ?? $0.firstName })
        return .visitChildren
    }

    override func visit(_ node: ClosureShorthandParameterListSyntax) -> SyntaxVisitorContinueKind {
        noneTwice(node.map(\.name))
        return .visitChildren
    }

    override func visit(_ node: GenericParameterListSyntax) -> SyntaxVisitorContinueKind {
        noneTwice(node.map(\.name))
        return .visitChildren
    }

    private func noneTwice(_ names: [TokenSyntax]) {
        var seen: Set<String> = []
        for name in names where name.text != "_" && !seen.insert(name.text).inserted {
            report(.redeclaration(name.text), at: name)
        }
    }

    // MARK: Modifiers

    private static let access: Set<String> = ["private", "fileprivate", "internal", "package", "public", "open"]

    override func visit(_ node: DeclModifierListSyntax) -> SyntaxVisitorContinueKind {
        let plain = node.filter { $0.detail == nil }
        let levels = plain.filter { Self.access.contains($0.name.text) }
        if let second = levels.dropFirst().first { report(.accessTwice, at: second) }
        var seen: Set<String> = []
        for modifier in plain where !Self.access.contains(modifier.name.text) {
            if !seen.insert(modifier.name.text).inserted { report(.modifierTwice(modifier.name.text), at: modifier) }
        }
        return .visitChildren
    }

    private func modifier(_ name: String, _ list: DeclModifierListSyntax) -> DeclModifierSyntax? {
        list.first { $0.name.text == name && $0.detail == nil }
    }

    // MARK: Members

    /// The declaration whose member this is.
    private func home(of node: some DeclSyntaxProtocol) -> DeclSyntax? {
        node.parent?.as(MemberBlockItemSyntax.self)?.parent?.parent?.parent?.as(DeclSyntax.self)
    }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        let home = home(of: node)
        if home?.is(ProtocolDeclSyntax.self) ?? false, let body = node.body {
            report(.protocolMethodBody, at: body.leftBrace)
        }
        if home?.is(ClassDeclSyntax.self) ?? false, let mutating = modifier("mutating", node.modifiers) {
            report(.mutatingInClass, at: mutating)
        }
        return .visitChildren
    }

    override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
        let convenience = modifier("convenience", node.modifiers)
        switch home(of: node)?.as(DeclSyntaxEnum.self) {
        case .structDecl: if let convenience { report(.convenienceInValue("structs"), at: convenience) }
        case .enumDecl: if let convenience { report(.convenienceInValue("enums"), at: convenience) }
        case .classDecl(let syntax):
            guard let body = node.body else { break }
            if convenience != nil, DelegationFinder.delegates(body.statements, to: "super") {
                report(.convenienceCallsSuper(syntax.name.text), at: node.initKeyword)
            } else if convenience == nil, DelegationFinder.calls(body.statements, initOf: "self") {
                report(.designatedDelegates(syntax.name.text), at: node.initKeyword)
            }
        default: break
        }
        return .visitChildren
    }

    override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
        let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
        if isLet, let lazy = modifier("lazy", node.modifiers) { report(.lazyLet, at: lazy) }
        for binding in node.bindings {
            guard let block = binding.accessorBlock else { continue }
            check(block, isRequirement: home(of: node)?.is(ProtocolDeclSyntax.self) ?? false, of: "variable")
            if isLet { report(isObserved(block) ? .observedLet : .computedLet, at: node.bindingSpecifier) }
        }
        return .visitChildren
    }

    override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
        if let block = node.accessorBlock {
            check(block, isRequirement: home(of: node)?.is(ProtocolDeclSyntax.self) ?? false, of: "subscript")
        }
        return .visitChildren
    }

    private func isObserved(_ block: AccessorBlockSyntax) -> Bool {
        let parts = Accessors(block)
        return parts.willSet != nil || parts.didSet != nil
    }

    private func check(_ block: AccessorBlockSyntax, isRequirement: Bool, of kind: String) {
        guard case .accessors(let list) = block.accessors else { return }
        if isRequirement {
            if let body = list.first(where: { $0.body != nil })?.body {
                report(.protocolAccessorBody, at: body.leftBrace)
            }
            return
        }
        for accessor in list where accessor.body == nil { report(.accessorWithoutBody, at: accessor.accessorSpecifier) }
        let parts = Accessors(block)
        if parts.hasSet, !parts.hasGet { report(.setterWithoutGetter(kind), at: list) }
        guard parts.hasGet || parts.hasSet else { return }
        for accessor in list where ["willSet", "didSet"].contains(accessor.accessorSpecifier.text) {
            report(.observerBesideGetter(accessor.accessorSpecifier.text), at: accessor.accessorSpecifier)
        }
    }

    // MARK: Statements

    override func visit(_ node: SwitchCaseListSyntax) -> SyntaxVisitorContinueKind {
        let cases = node.compactMap { $0.as(SwitchCaseSyntax.self) }
        for (index, branch) in cases.enumerated().dropLast() {
            if case .default = branch.label {
                report(.caseAfterDefault, at: cases[index + 1].label)
                break
            }
        }
        return .visitChildren
    }

    override func visit(_ node: FallThroughStmtSyntax) -> SyntaxVisitorContinueKind {
        let branch = nearest(of: node) { $0.is(SwitchCaseSyntax.self) }?.as(SwitchCaseSyntax.self)
        guard let branch, let cases = branch.parent?.as(SwitchCaseListSyntax.self) else {
            report(.fallthroughOutside, at: node)
            return .visitChildren
        }
        if cases.last?.id == branch.id { report(.fallthroughAtEnd, at: node) }
        return .visitChildren
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if nearest(of: node, { $0.is(DeferStmtSyntax.self) }) != nil { report(.returnInDefer, at: node) }
        return .visitChildren
    }

    override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
        // A closure alone is what its block returns.
        let isAlone = node.count == 1 && !(node.parent?.is(SourceFileSyntax.self) ?? false)
        for item in node where !isAlone {
            guard let brace = item.firstToken(viewMode: .sourceAccurate), brace.tokenKind == .leftBrace,
                brace.parent?.is(ClosureExprSyntax.self) ?? false
            else { continue }
            report(.beginsWithClosure, at: brace)
        }
        return .visitChildren
    }

    /// What stands around a statement in the same function.
    private func nearest(of node: some SyntaxProtocol, _ isWanted: (Syntax) -> Bool) -> Syntax? {
        var next = node.parent
        while let current = next {
            if isWanted(current) { return current }
            if current.is(ClosureExprSyntax.self) || current.is(FunctionDeclSyntax.self)
                || current.is(InitializerDeclSyntax.self) || current.is(AccessorDeclSyntax.self)
                || current.is(AccessorBlockSyntax.self)
            {
                return nil
            }
            next = current.parent
        }
        return nil
    }
}
