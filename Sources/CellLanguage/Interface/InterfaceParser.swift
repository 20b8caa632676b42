import SwiftDiagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// Reads interface files: the library's declarations in Swift's own syntax. Only the generator and its test call this;
/// a running process reads the table that it wrote.
package struct InterfaceParser {
    package struct Result {
        package var types: [TypeDeclaration] = []
        package var declarations: [Declaration] = []
        package var problems: [String] = []
    }

    private var result = Result()
    private let reader = TypeSyntaxReader()

    /// Host functions are numbered in the order of their declarations, getters before setters.
    private var hosts = 0
    private var isProtocol = false
    /// Stored properties and cases of the native type being read.
    private var stored = 0
    private var isNative = false

    package static func parse(_ files: [String]) -> Result {
        var parser = InterfaceParser()
        for text in files {
            let file = Parser.parse(source: text)
            // A brace that is missing would take the declarations behind it with it, and nobody would be told.
            let converter = SourceLocationConverter(fileName: "", tree: file)
            for mistake in ParseDiagnosticsGenerator.diagnostics(for: file) {
                parser.result.problems.append("line \(mistake.location(converter: converter).line): \(mistake.message)")
            }
            for item in file.statements { parser.item(item.item) }
        }
        return parser.result
    }

    private mutating func item(_ item: CodeBlockItemSyntax.Item) {
        guard case .decl(let declaration) = item else {
            result.problems.append("not a declaration: \(item.trimmedDescription)")
            return
        }
        if let type = declaration.as(StructDeclSyntax.self) {
            self.type(
                .struct, type.name.text, type.genericParameterClause, type.inheritanceClause, type.memberBlock,
                type.attributes)
        } else if let type = declaration.as(ClassDeclSyntax.self) {
            self.type(
                .class, type.name.text, type.genericParameterClause, type.inheritanceClause, type.memberBlock,
                type.attributes)
        } else if let type = declaration.as(EnumDeclSyntax.self) {
            self.type(
                .enum, type.name.text, type.genericParameterClause, type.inheritanceClause, type.memberBlock,
                type.attributes)
        } else if let type = declaration.as(ProtocolDeclSyntax.self) {
            self.protocol(type)
        } else if let type = declaration.as(ExtensionDeclSyntax.self) {
            self.extension(type)
        } else {
            member(declaration, owner: nil, constraints: [])
        }
    }

    private mutating func `protocol`(_ syntax: ProtocolDeclSyntax) {
        var type = TypeDeclaration(
            kind: .protocol, name: syntax.name.text, generics: [],
            conformances: conformances(syntax.inheritanceClause, instance: nil))
        for member in syntax.memberBlock.members {
            guard let associated = member.decl.as(AssociatedTypeDeclSyntax.self) else { continue }
            type.associatedTypes.append(
                TypeDeclaration.AssociatedType(
                    name: associated.name.text,
                    conformance: associated.inheritanceClause?.inheritedTypes.first?.type.trimmedDescription,
                    defaultType: associated.initializer?.value.trimmedDescription))
        }
        result.types.append(type)
        isProtocol = true
        for member in syntax.memberBlock.members where !member.decl.is(AssociatedTypeDeclSyntax.self) {
            self.member(member.decl, owner: syntax.name.text, constraints: [])
        }
        isProtocol = false
    }

    private mutating func type(
        _ kind: TypeDeclaration.Kind, _ name: String, _ generics: GenericParameterClauseSyntax?,
        _ inheritance: InheritanceClauseSyntax?, _ members: MemberBlockSyntax, _ attributes: AttributeListSyntax
    ) {
        var type = TypeDeclaration(
            kind: kind, name: name, generics: generics?.parameters.map(\.name.text) ?? [],
            conformances: conformances(inheritance, instance: nil))
        // A stored property, or the attribute, says that the type is made of parts that cells can see.
        isNative =
            argument(of: "native", attributes) != nil
            || members.members.contains { member in
                member.decl.as(VariableDeclSyntax.self).map {
                    $0.bindings.first?.accessorBlock == nil && $0.attributes.isEmpty
                } ?? false
            }
        type.isNative = isNative
        for parameter in generics?.parameters ?? [] {
            if let inherited = parameter.inheritedType {
                type.constraints.append(
                    Constraint(parameter: parameter.name.text, isSameType: false, type: inherited.trimmedDescription))
            }
        }
        result.types.append(type)
        stored = 0
        defer { isNative = false }
        for member in members.members { self.member(member.decl, owner: name, constraints: []) }
    }

    private func conformances(
        _ clause: InheritanceClauseSyntax?, instance: String?, constraints: [Constraint] = []
    ) -> [TypeDeclaration.Conformance] {
        clause?.inheritedTypes.map {
            TypeDeclaration.Conformance(
                name: $0.type.trimmedDescription, instance: instance, constraints: constraints)
        } ?? []
    }

    private mutating func `extension`(_ syntax: ExtensionDeclSyntax) {
        let extended = syntax.extendedType
        let read = (try? reader.read(extended)) ?? .error
        guard case .nominal(let name, let arguments) = read else {
            result.problems.append("cannot extend \(extended.trimmedDescription)")
            return
        }
        let constraints = self.constraints(syntax.genericWhereClause)
        if let inheritance = syntax.inheritanceClause {
            result.types.append(
                TypeDeclaration(
                    kind: .struct, name: name, generics: [],
                    conformances: conformances(
                        inheritance, instance: arguments.isEmpty ? nil : "\(read)", constraints: constraints)))
        }
        for member in syntax.memberBlock.members {
            self.member(member.decl, owner: name, constraints: constraints)
        }
    }

    private func constraints(_ clause: GenericWhereClauseSyntax?) -> [Constraint] {
        clause?.requirements.compactMap { requirement in
            switch requirement.requirement {
            case .conformanceRequirement(let conformance):
                Constraint(
                    parameter: conformance.leftType.trimmedDescription, isSameType: false,
                    type: conformance.rightType.trimmedDescription)
            case .sameTypeRequirement(let same):
                Constraint(
                    parameter: same.leftType.trimmedDescription, isSameType: true,
                    type: same.rightType.trimmedDescription)
            case .layoutRequirement: nil
            }
        } ?? []
    }

    // MARK: Members

    private mutating func member(_ syntax: DeclSyntax, owner: String?, constraints: [Constraint]) {
        if let nested = syntax.as(StructDeclSyntax.self), let owner {
            let outer = (stored, isNative)
            self.type(
                .struct, owner + "." + nested.name.text, nested.genericParameterClause, nested.inheritanceClause,
                nested.memberBlock, nested.attributes)
            (stored, isNative) = outer
        } else if let function = syntax.as(FunctionDeclSyntax.self) {
            self.function(function, owner, constraints)
        } else if let initializer = syntax.as(InitializerDeclSyntax.self) {
            self.initializer(initializer, owner, constraints)
        } else if let variable = syntax.as(VariableDeclSyntax.self) {
            self.variable(variable, owner, constraints)
        } else if let member = syntax.as(SubscriptDeclSyntax.self) {
            self.subscript(member, owner, constraints)
        } else if let alias = syntax.as(TypeAliasDeclSyntax.self) {
            var declaration = Declaration(
                kind: .typeAlias, owner: owner, name: alias.name.text, implementation: .requirement)
            declaration.result = type(alias.initializer.value, [])
            result.declarations.append(declaration)
        } else if let cases = syntax.as(EnumCaseDeclSyntax.self) {
            for element in cases.elements {
                var declaration = Declaration(
                    kind: .enumCase, owner: owner, name: element.name.text,
                    implementation: isNative ? .enumCase(stored) : nextHost())
                stored += 1
                declaration.isStatic = true
                declaration.parameters =
                    element.parameterClause?.parameters.map { syntax in
                        Parameter(
                            label: syntax.firstName?.text, name: syntax.firstName?.text ?? "_",
                            type: type(syntax.type, []))
                    } ?? []
                declaration.result = .nominal(owner ?? "", [])
                result.declarations.append(declaration)
            }
        } else {
            result.problems.append("unknown member: \(syntax.trimmedDescription)")
        }
    }

    private mutating func nextHost() -> Declaration.Implementation {
        defer { hosts += 1 }
        return .host(hosts)
    }

    private mutating func implementation(
        _ attributes: AttributeListSyntax, body: String?
    ) -> Declaration.Implementation {
        if let name = argument(of: "intrinsic", attributes) { return .intrinsic(name) }
        if let body { return .source(body) }
        if isProtocol { return .requirement }
        return nextHost()
    }

    private func argument(of name: String, _ attributes: AttributeListSyntax) -> String? {
        for case .attribute(let attribute) in attributes where attribute.attributeName.trimmedDescription == name {
            if case .argumentList(let list) = attribute.arguments, let first = list.first {
                return first.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
                    ?? first.expression.trimmedDescription
            }
            return ""
        }
        return nil
    }

    private func common(
        _ declaration: inout Declaration, _ attributes: AttributeListSyntax, _ modifiers: DeclModifierListSyntax
    ) {
        let words = modifiers.map(\.name.text)
        declaration.isStatic = words.contains("static")
        declaration.isMutating = words.contains("mutating")
        declaration.isDiscardable = argument(of: "discardableResult", attributes) != nil
        declaration.readsKey = argument(of: "readsKey", attributes) != nil
        if let key = argument(of: "recordsKey", attributes) {
            declaration.recordedKey = Int(key).map { .argument($0) } ?? .literal(key)
        }
    }

    private mutating func function(_ syntax: FunctionDeclSyntax, _ owner: String?, _ constraints: [Constraint]) {
        let name = syntax.name.text
        let isOperator =
            if case .binaryOperator = syntax.name.tokenKind {
                true
            } else if case .prefixOperator = syntax.name.tokenKind {
                true
            } else if case .postfixOperator = syntax.name.tokenKind { true } else { false }
        var declaration = Declaration(
            kind: isOperator ? .operator : .function, owner: owner, name: name,
            implementation: implementation(
                syntax.attributes, body: syntax.body.map { $0.statements.trimmedDescription }))
        common(&declaration, syntax.attributes, syntax.modifiers)
        read(syntax.genericParameterClause, syntax.genericWhereClause, constraints, &declaration)
        declaration.parameters = syntax.signature.parameterClause.parameters.map { parameter($0, declaration.generics) }
        declaration.result = syntax.signature.returnClause.map { type($0.type, declaration.generics) } ?? .void
        let throwing = syntax.signature.effectSpecifiers?.throwsClause?.throwsSpecifier.text
        declaration.isThrowing = throwing == "throws"
        declaration.isRethrowing = throwing == "rethrows"
        result.declarations.append(declaration)
    }

    private mutating func initializer(
        _ syntax: InitializerDeclSyntax, _ owner: String?, _ constraints: [Constraint]
    ) {
        var declaration = Declaration(
            kind: .initializer, owner: owner, name: "init",
            implementation: implementation(
                syntax.attributes, body: syntax.body.map { $0.statements.trimmedDescription }))
        common(&declaration, syntax.attributes, syntax.modifiers)
        read(syntax.genericParameterClause, syntax.genericWhereClause, constraints, &declaration)
        declaration.parameters = syntax.signature.parameterClause.parameters.map { parameter($0, declaration.generics) }
        // What an initialiser makes is the type it is called on; only whether it can fail is said here.
        declaration.result = syntax.optionalMark == nil ? .void : .optional(.void)
        result.declarations.append(declaration)
    }

    private mutating func variable(_ syntax: VariableDeclSyntax, _ owner: String?, _ constraints: [Constraint]) {
        guard let binding = syntax.bindings.first, let annotation = binding.typeAnnotation,
            let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text
        else {
            result.problems.append("not a property: \(syntax.trimmedDescription)")
            return
        }
        var body: String?
        var hasSetter = false
        switch binding.accessorBlock?.accessors {
        case .getter(let items): body = items.trimmedDescription
        case .accessors(let list): hasSetter = list.contains { $0.accessorSpecifier.text == "set" }
        case nil: break
        }
        let isStored =
            isNative && binding.accessorBlock == nil && syntax.attributes.isEmpty
            && !syntax.modifiers.contains { $0.name.text == "static" }
        var declaration = Declaration(
            kind: .property, owner: owner, name: name,
            implementation: isStored ? .stored(stored) : implementation(syntax.attributes, body: body))
        if isStored { stored += 1 }
        common(&declaration, syntax.attributes, syntax.modifiers)
        declaration.constraints = constraints
        declaration.result = type(annotation.type, [])
        if hasSetter {
            declaration.hasSetter = true
            if let source = accessor("set", binding.accessorBlock) {
                declaration.setter = .source(source)
                if let getter = accessor("get", binding.accessorBlock) { declaration.implementation = .source(getter) }
            } else if !isProtocol {
                declaration.setter = nextHost()
            }
        }
        result.declarations.append(declaration)
    }

    private mutating func `subscript`(_ syntax: SubscriptDeclSyntax, _ owner: String?, _ constraints: [Constraint]) {
        var getter = accessor("get", syntax.accessorBlock)
        if case .getter(let items)? = syntax.accessorBlock?.accessors { getter = items.trimmedDescription }
        var declaration = Declaration(
            kind: .subscript, owner: owner, name: "subscript",
            implementation: implementation(syntax.attributes, body: getter))
        common(&declaration, syntax.attributes, syntax.modifiers)
        read(syntax.genericParameterClause, syntax.genericWhereClause, constraints, &declaration)
        // Parameters of subscripts have no label unless two names are written.
        declaration.parameters = syntax.parameterClause.parameters.map { syntax in
            var parameter = parameter(syntax, [])
            if syntax.secondName == nil { parameter.label = nil }
            return parameter
        }
        declaration.result = type(syntax.returnClause.type, [])
        if case .accessors(let list) = syntax.accessorBlock?.accessors,
            list.contains(where: { $0.accessorSpecifier.text == "set" })
        {
            declaration.hasSetter = true
            if let name = argument(of: "intrinsicSetter", syntax.attributes) {
                declaration.setter = .intrinsic(name)
            } else if let source = accessor("set", syntax.accessorBlock) {
                declaration.setter = .source(source)
            } else if !isProtocol {
                declaration.setter = nextHost()
            }
        }
        result.declarations.append(declaration)
    }

    // MARK: Parts

    /// The body of a getter or setter written in Swift.
    private func accessor(_ name: String, _ block: AccessorBlockSyntax?) -> String? {
        guard case .accessors(let list)? = block?.accessors else { return nil }
        return list.first { $0.accessorSpecifier.text == name }?.body?.statements.trimmedDescription
    }

    private func read(
        _ generics: GenericParameterClauseSyntax?, _ clause: GenericWhereClauseSyntax?, _ constraints: [Constraint],
        _ declaration: inout Declaration
    ) {
        declaration.generics = generics?.parameters.map(\.name.text) ?? []
        declaration.constraints = constraints + self.constraints(clause)
        for parameter in generics?.parameters ?? [] {
            if let inherited = parameter.inheritedType {
                declaration.constraints.append(
                    Constraint(
                        parameter: parameter.name.text, isSameType: false, type: inherited.trimmedDescription))
            }
        }
    }

    private mutating func type(_ syntax: TypeSyntax, _ generics: [String]) -> Type {
        do { return try reader.read(syntax) } catch {
            result.problems.append("unknown type: \(syntax.trimmedDescription)")
            return .error
        }
    }

    private mutating func parameter(_ syntax: FunctionParameterSyntax, _ generics: [String]) -> Parameter {
        let first = syntax.firstName.text
        let read = type(syntax.type, generics)
        var parameter = Parameter(
            label: first == "_" ? nil : first, name: syntax.secondName?.text ?? first,
            type: syntax.ellipsis == nil ? read : .array(read))
        parameter.isVariadic = syntax.ellipsis != nil
        if let attributed = syntax.type.as(AttributedTypeSyntax.self) {
            parameter.isInout = attributed.specifiers.contains { $0.trimmedDescription == "inout" }
            parameter.isAutoclosure = attributed.attributes.contains { $0.trimmedDescription == "@autoclosure" }
        }
        parameter.defaultValue = syntax.defaultValue?.value.trimmedDescription
        parameter.isEscaping =
            syntax.type.as(AttributedTypeSyntax.self)?.attributes.contains {
                $0.trimmedDescription == "@escaping"
            } ?? false
        for case .attribute(let attribute) in syntax.attributes {
            let name = attribute.attributeName.trimmedDescription
            if name.hasSuffix("Builder") { parameter.builder = name }
        }
        return parameter
    }
}
