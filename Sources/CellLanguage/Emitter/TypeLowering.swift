package import Bytecode
import Diagnostics

extension ProgramBuilder {
    /// What the machine must know of a type that has no variables or generic parameters left.
    func lower(_ type: Type) -> RuntimeType {
        switch type {
        case .nominal(let name, let arguments): return lower(name, arguments, type)
        case .tuple(let elements):
            return elements.isEmpty
                ? .void : .tuple(elements.map { RuntimeType.Element(label: $0.label, type: lowered($0.type, [:])) })
        case .function: return .function
        case .existential, .any: return .existential
        case .metatype: return .metatype
        case .generic, .variable, .never, .error, .member: return .void
        }
    }

    private func lower(_ name: String, _ arguments: [Type], _ type: Type) -> RuntimeType {
        func argument(_ index: Int) -> RuntimeType { lowered(arguments[index], [:]) }
        if let plain = Type.plainLowering(name) { return plain }
        switch name {
        case "Array": return .array(argument(0))
        case "Dictionary": return .dictionary(argument(0), argument(1))
        case "Set": return .set(argument(0))
        case "Optional": return .optional(argument(0))
        case "Range" where arguments == [.int]: return .range(.halfOpen)
        case "ClosedRange" where arguments == [.int]: return .range(.closed)
        case "PartialRangeFrom" where arguments == [.int]: return .range(.from)
        case "PartialRangeUpTo" where arguments == [.int]: return .range(.upTo)
        case "PartialRangeThrough" where arguments == [.int]: return .range(.through)
        default:
            guard let nominal = checker.nominal(name) else { return .host(name) }
            if nominal.isHosted, nominal.isLibrary { return .host(name) }
            return .nominal(info(nominal, arguments, type))
        }
    }

    /// How values of a type of the notebook, or of a native type of the library, lie in registers.
    private func info(_ nominal: Nominal, _ arguments: [Type], _ type: Type) -> NominalInfo {
        if let known = nominalInfos[type] { return known }
        let kind: NominalInfo.Kind =
            switch nominal.kind {
            case .class: .class
            case .enum: .enum
            default: .struct
            }
        var name = Type.display(nominal.key)
        if !arguments.isEmpty {
            name += "<" + arguments.map { lowered($0, [:]).name }.joined(separator: ", ") + ">"
        }
        // Printed without the types around it, as Swift does.
        if let last = Type.display(nominal.key).split(separator: ".").last, nominal.parent != nil, arguments.isEmpty {
            name = String(last)
        }
        let info = NominalInfo(
            id: program.nominals.count, name: name, kind: kind, isLibrary: nominal.isLibrary,
            layout: kind == .class ? Layout(0, 1) : Layout(0, 0))
        info.qualifiedPath = Type.display(nominal.key)
        if !arguments.isEmpty {
            info.qualifiedPath += "<" + arguments.map { lowered($0, [:]).qualifiedName }.joined(separator: ", ") + ">"
        }
        program.nominals.append(info)
        nominalInfos[type] = info
        guard accepts(arguments, for: Type.display(nominal.key)) else {
            makeUp(info, nominal)
            return info
        }
        let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
        switch kind {
        case .struct:
            // The library's own are printed with one line before their name, as the standard library's are.
            info.fields = nominal.stored.map { field in
                let isHidden = nominal.isLibrary && field.name.hasPrefix("__")
                let name = isHidden ? String(field.name.dropFirst()) : field.name
                return NominalInfo.Field(name: name, type: lowered(field.type, substitution))
            }
            info.layout = info.fields.reduce(Layout(0, 0)) { $0 + $1.type.layout }
        case .enum:
            var payload = Layout(0, 0)
            // Indirect payloads first: what they hold may be this very type.
            for element in nominal.cases where !element.isIndirect {
                payload = payload.union(
                    element.payload.reduce(Layout(0, 0)) { $0 + lowered($1.type, substitution).layout })
            }
            if nominal.cases.contains(where: { $0.isIndirect && !$0.payload.isEmpty }) {
                payload = payload.union(Layout(0, 1))
            }
            info.layout = Layout(1, 0) + payload
            info.cases = nominal.cases.map { element in
                NominalInfo.Case(
                    name: element.name,
                    payload: element.payload.map {
                        RuntimeType.Element(label: $0.label, type: lowered($0.type, substitution))
                    }, isIndirect: element.isIndirect && !element.payload.isEmpty)
            }
        case .class:
            classTypes.append((type, info))
            if let superclass = nominal.superclass, case .nominal(let parent) = lowered(superclass, substitution) {
                info.superclass = parent
            }
            // Fields may speak of the class itself.
            enqueue { [self] in layOut(info, nominal, substitution) }
        }
        if info.layout.bits + info.layout.refs > Self.mostRegisters {
            refuse(.typeTooLarge, at: nominal.isLibrary ? nil : nominal.range)
            info.layout = Layout(1, 0)
        }
        enqueue { [self] in registerFunctions(info, nominal, type) }
        return info
    }

    /// More than any value has that people write; values are moved register by register.
    static let mostRegisters = 4_096

    /// Parts for a type that nobody will use, so that code about it can be emitted and thrown away.
    private func makeUp(_ info: NominalInfo, _ nominal: Nominal) {
        var current: Nominal? = nominal
        while let own = current {
            info.fields += own.stored.map { NominalInfo.Field(name: $0.name, type: .int) }
            guard case .nominal(let key, _)? = own.superclass else { break }
            current = checker.nominal(key)
        }
        info.cases = nominal.cases.map { NominalInfo.Case(name: $0.name, payload: [], isIndirect: false) }
        if nominal.kind != .class { info.layout = Layout(1 + info.fields.count, 0) }
        info.instanceLayout = Layout(info.fields.count, 0)
        info.isLaidOut = true
    }

    /// The stored properties of a class, inherited ones first.
    func layOut(_ info: NominalInfo, _ nominal: Nominal, _ substitution: [String: Type]) {
        guard !info.isLaidOut else { return }
        info.isLaidOut = true
        if let superclass = nominal.superclass, let parent = info.superclass,
            case .nominal(let key, let arguments) = resolved(superclass, substitution), let above = checker.nominal(key)
        {
            layOut(parent, above, Dictionary(zip(above.generics, arguments), uniquingKeysWith: { first, _ in first }))
            info.fields = parent.fields
        }
        info.fields += nominal.stored.map { NominalInfo.Field(name: $0.name, type: lowered($0.type, substitution)) }
        info.instanceLayout = info.fields.reduce(Layout(0, 0)) { $0 + $1.type.layout }
    }

    /// Functions of the notebook by which values print, compare and hash themselves.
    private func registerFunctions(_ info: NominalInfo, _ nominal: Nominal, _ type: Type) {
        func method(_ name: String, _ kind: Decl.Kind, in protocolName: String) -> Int? {
            guard checker.conforms(type, to: protocolName) else { return nil }
            let found: MemberRef?
            if kind == .operator {
                found = checker.operators(named: name, of: type).first { candidate in
                    candidate.decl.range != nil && candidate.decl.parameters.count == 2
                        && checker.attempt {
                            candidate.decl.parameters.allSatisfy {
                                let substitution = checker.selfSubstitution(candidate.decl, type)
                                return checker.inference.unify($0.type.substituting(substitution), type)
                                    || checker.isSubclass(type, of: $0.type.substituting(substitution))
                            }
                        }
                }
            } else {
                found = checker.members(of: type, named: name, isStatic: false).first {
                    $0.decl.kind == kind && !$0.decl.isRequirement
                }
            }
            guard let found else { return nil }
            return thunk(found, type, name)
        }
        info.description = method("description", .property, in: "CustomStringConvertible")
        info.debugDescription = method("debugDescription", .property, in: "CustomDebugStringConvertible")
        info.equal = method("==", .operator, in: "Equatable")
        info.hash = method("hash", .function, in: "Hashable")
        info.less = method("<", .operator, in: "Comparable")
    }

    /// A function that calls a member directly, with arguments as its parameters say.
    private func thunk(_ member: MemberRef, _ type: Type, _ name: String) -> Int {
        let decl = member.decl
        let place = SourceRange(at: 0)
        decl.pendingType?()
        var substitution = checker.selfSubstitution(decl, decl.owner?.kind == .protocol ? type : member.base)
        if decl.kind == .operator, decl.owner == nil || decl.owner?.kind == .protocol { substitution["Self"] = type }
        if decl.owner?.kind == .class || decl.owner?.kind == .struct || decl.owner?.kind == .enum,
            case .nominal(_, let arguments) = member.base, let owner = decl.owner
        {
            for (generic, argument) in zip(owner.generics, arguments) { substitution[generic] = argument }
        }
        for generic in decl.generics { substitution[generic] = type }
        let context = FunctionContext(
            name: name, parent: nil, result: decl.result.substituting(substitution), mayThrow: true)
        func parameter(_ name: String, _ type: Type, _ isInout: Bool) -> Expression {
            let variable = Variable(name: name, type: type, isLet: !isInout, range: place, owner: context)
            variable.isInout = isInout
            context.parameters.append(variable)
            let value = Expression(.variable(variable), type, place)
            return isInout ? Expression(.inoutPlace(value), type, place) : value
        }
        var arguments: [Expression] = []
        if decl.kind != .operator { arguments.append(parameter("self", type, false)) }
        for (index, written) in decl.parameters.enumerated() {
            let wanted = decl.kind == .operator ? type : written.type.substituting(substitution)
            arguments.append(parameter("a\(index)", wanted, written.isInout))
        }
        let called = Expression(
            .call(Expression.Call(decl: decl, substitution: substitution, arguments: arguments)), context.result, place)
        return made(name, context, context.result == .void ? [.expression(called)] : [.return(called)])
    }

    /// A function made by the compiler that is not generic.
    func made(_ name: String, _ context: FunctionContext, _ statements: [Statement]) -> Int {
        made(name, context, [:], statements)
    }
}

extension Type {
    /// Types of the library that lie in registers in the same way whatever program uses them.
    static func plainLowering(_ name: String) -> RuntimeType? {
        switch name {
        case "Int": .int
        case "Double": .double
        case "Bool": .bool
        case "String": .string
        case "Character": .character
        case "Float": .float
        case "Substring": .substring
        case "String.Index": .stringIndex
        default: IntegerKind.allCases.first { $0.name == name }.map(RuntimeType.integer)
        }
    }

    /// The registers a value of a type in LessonKit's interface takes.
    package var loweredLayout: Layout { interfaceLowering.layout }

    private var interfaceLowering: RuntimeType {
        switch self {
        case .nominal(let name, let arguments):
            if let plain = Self.plainLowering(name) { return plain }
            return switch name {
            case "Array": .array(arguments[0].interfaceLowering)
            case "Dictionary": .dictionary(arguments[0].interfaceLowering, arguments[1].interfaceLowering)
            case "Optional": .optional(arguments[0].interfaceLowering)
            case "Range": .range(.halfOpen)
            case "ClosedRange": .range(.closed)
            case "PartialRangeFrom": .range(.from)
            case "PartialRangeUpTo": .range(.upTo)
            case "PartialRangeThrough": .range(.through)
            default: .host(name)
            }
        case .tuple(let elements):
            return elements.isEmpty
                ? .void
                : .tuple(elements.map { RuntimeType.Element(label: $0.label, type: $0.type.interfaceLowering) })
        case .function: return .function
        case .existential, .any: return .existential
        default: return .void
        }
    }
}
