import Diagnostics

/// What the checker knows of types: conformances, elements of sequences, members.
extension Checker {
    func conforms(_ type: Type, to protocolName: String) -> Bool {
        switch inference.resolve(type) {
        case .error, .never: return true
        case .existential(let name): return name == protocolName
        case .variable:
            let kind = inference.kind(of: type)
            return kind == .integerLiteral
                ? conforms(.int, to: protocolName)
                : kind == .floatLiteral ? conforms(.double, to: protocolName) : false
        case .nominal(let name, let arguments):
            guard let declaration = library.types[name] else { return false }
            let isDeclared = declaration.conformances.contains { conformance in
                conformance.name == protocolName
                    && (conformance.instance.map { TypeReader.read($0) == shown(type) } ?? true)
            }
            guard isDeclared else { return false }
            // Equatable and its like hold for a container when they hold for what it contains.
            guard ["Equatable", "Hashable", "Comparable"].contains(protocolName) else { return true }
            return arguments.allSatisfy { conforms($0, to: protocolName == "Comparable" ? "Comparable" : "Equatable") }
        default: return false
        }
    }

    /// The type of the elements of a sequence.
    func element(of type: Type) -> Type? {
        switch inference.resolve(type) {
        case .nominal("Array", let arguments), .nominal("ArraySlice", let arguments),
            .nominal("Range", let arguments), .nominal("ClosedRange", let arguments),
            .nominal("PartialRangeFrom", let arguments), .nominal("ReversedCollection", let arguments),
            .nominal("DictionaryKeys", let arguments), .nominal("DictionaryValues", let arguments):
            arguments[0]
        case .nominal("Dictionary", let arguments):
            .tuple([Type.Element("key", arguments[0]), Type.Element("value", arguments[1])])
        case .nominal("String", _): .character
        case .nominal("EnumeratedSequence", let arguments):
            element(of: arguments[0]).map {
                .tuple([Type.Element("offset", .int), Type.Element("element", $0)])
            }
        case .nominal("Zip2Sequence", let arguments):
            if let first = element(of: arguments[0]), let second = element(of: arguments[1]) {
                .tuple([Type.Element(nil, first), Type.Element(nil, second)])
            } else {
                nil
            }
        default: nil
        }
    }

    /// The names under which members of a type are declared: the type's own, then the protocols it conforms to.
    func owners(of type: Type) -> [String] {
        switch inference.resolve(type) {
        case .nominal(let name, _):
            [name] + (library.types[name]?.conformances.map(\.name) ?? [])
        case .existential(let name): [name]
        case .variable:
            switch inference.kind(of: type) {
            case .integerLiteral: owners(of: .int)
            case .floatLiteral: owners(of: .double)
            default: []
            }
        default: []
        }
    }

    /// Declarations of a member, those of the type itself first; a protocol's count when their conditions hold.
    func members(of type: Type, named name: String, isStatic: Bool) -> [Declaration] {
        // Names that begin with two underlines are the library's own.
        if name.hasPrefix("__"), generics.isEmpty { return [] }
        return owners(of: type).flatMap { library.members(of: $0, named: name) }.filter {
            $0.isStatic == isStatic && $0.kind != .initializer
        }
    }

    func memberNames(of type: Type, isStatic: Bool) -> [String] {
        switch inference.resolve(type) {
        case .tuple(let elements): elements.compactMap(\.label)
        default:
            owners(of: type).flatMap { owner in
                library.memberNames(of: owner).sorted().filter { name in
                    !name.hasPrefix("__")
                        && library.members(of: owner, named: name).contains { $0.isStatic == isStatic }
                }
            }
        }
    }

    /// What the generic names of a member mean for a given type of `self`.
    func selfSubstitution(_ declaration: Declaration, _ type: Type) -> [String: Type] {
        var substitution: [String: Type] = ["Self": type]
        if case .nominal(let name, let arguments) = inference.resolve(type) {
            if let generics = library.types[name]?.generics {
                for (generic, argument) in zip(generics, arguments) { substitution[generic] = argument }
            }
            if declaration.owner != name || substitution["Element"] == nil, let element = element(of: type) {
                substitution["Element"] = element
            }
        }
        return substitution
    }
}
