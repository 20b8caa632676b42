import Diagnostics
import SwiftSyntax

/// What the compiler adds to a type: initialisers, raw values, cases, equality, hashes and order.
extension Checker {
    /// Memberwise initialisers, raw values, equality of plain enums.
    func complete(_ nominal: Nominal, _ home: Home) {
        let own = nominal.members["init"] ?? []
        if nominal.kind == .struct || nominal.kind == .class {
            // A missing annotation is found in the first value, before anybody calls the initialiser.
            for property in nominal.stored { property.decl.pendingType?() }
        }
        switch nominal.kind {
        case .struct where own.isEmpty: addMemberwise(nominal, home)
        case .class where own.isEmpty:
            if nominal.stored.allSatisfy(\.hasInitial) {
                let decl = synthesized("init", .initializer, nominal, .defaultInit)
                decl.result = home.selfType
            } else if nominal.stored.contains(where: { !$0.hasInitial }) {
                report(.classWithoutInitializer(Type.display(nominal.key)), at: nominal.range ?? SourceRange(at: 0))
            }
        case .enum:
            if nominal.cases.allSatisfy({ $0.payload.isEmpty }) {
                for name in ["Equatable", "Hashable"] where !nominal.conformances.contains(where: { $0.name == name }) {
                    nominal.conformances.append(Nominal.Conformance(name: name))
                }
            }
            if let raw = nominal.rawType {
                let value = synthesized("rawValue", .property, nominal, .rawValue)
                value.result = raw
                let make = synthesized("init", .initializer, nominal, .fromRawValue)
                make.parameters = [Param(label: "rawValue", name: "rawValue", type: raw)]
                make.isFailable = true
                make.result = home.selfType
            }
            if nominal.conformances.contains(where: { $0.name == "CaseIterable" }), nominal.members["allCases"] == nil,
                nominal.cases.allSatisfy({ $0.payload.isEmpty })
            {
                let all = synthesized("allCases", .property, nominal, .allCases)
                all.isStatic = true
                all.result = .array(home.selfType)
            }
        default: break
        }
        conformanceChecks.append { [unowned self] in
            verifyConformances(nominal)
            checkFinite(nominal)
            checkRequiredInitialisers(nominal)
        }
    }

    private func synthesized(_ name: String, _ kind: Decl.Kind, _ nominal: Nominal, _ what: Decl.Synthesized) -> Decl {
        let decl = Decl(kind: kind, name: name, owner: nominal, implementation: .synthesized(what))
        nominal.members[name, default: []].append(decl)
        return decl
    }

    private func addMemberwise(_ nominal: Nominal, _ home: Home) {
        let decl = synthesized("init", .initializer, nominal, .memberwise)
        decl.result = home.selfType
        var isPrivate = false
        for (index, property) in nominal.stored.enumerated() {
            if property.isLet, property.hasInitial { continue }
            if property.decl.name.hasPrefix("$") { continue }
            var parameter = Param(label: property.name, name: property.name, type: property.type)
            parameter.isEscaping = true
            if property.hasInitial { parameter.defaultValue = .property(nominal, index) }
            if property.decl.isPrivate, !property.hasInitial { isPrivate = true }
            decl.parameters.append(parameter)
            decl.memberwise.append(index)
        }
        if nominal.stored.contains(where: { $0.decl.isPrivate && !$0.name.hasPrefix("$") }), !isPrivate {
            // A private property with a first value leaves only what can be seen.
            let hidden = decl.memberwise.filter { nominal.stored[$0].decl.isPrivate }
            if !hidden.isEmpty { decl.isPrivate = true }
            if hidden.count == decl.memberwise.count || true {
                let open = synthesized("init", .initializer, nominal, .memberwise)
                open.result = home.selfType
                for index in decl.memberwise where !hidden.contains(index) {
                    open.parameters.append(decl.parameters[decl.memberwise.firstIndex(of: index) ?? 0])
                    open.memberwise.append(index)
                }
                // Only the initialiser without any argument stays visible outside.
                if !open.parameters.isEmpty && !open.parameters.allSatisfy({ $0.defaultValue != nil }) {
                    nominal.members["init"]?.removeLast()
                } else {
                    open.parameters = []
                    open.memberwise = []
                }
            }
        } else if isPrivate {
            decl.isPrivate = true
        }
    }

    func isSynthesized(_ requirement: Decl, _ protocolName: String, _ nominal: Nominal) -> Bool {
        ["Equatable", "Hashable", "RawRepresentable"].contains(protocolName) && nominal.range != nil
            || protocolName == "CaseIterable" && nominal.kind == .enum
                && nominal.cases.allSatisfy { $0.payload.isEmpty }
            || protocolName == "Comparable" && nominal.kind == .enum && nominal.rawType == nil
                && nominal.cases.allSatisfy { $0.payload.allSatisfy { conforms($0.type, to: "Comparable") } }
    }

    /// The part that keeps `==` or hashing from being made; `.some(nil)` when the kind of type does.
    func synthesisFailure(_ nominal: Nominal, _ name: String) -> Decl?? {
        guard name == "Equatable" || name == "Hashable" else { return nil }
        if nominal.isLibrary { return nil }
        let witnessName = name == "Equatable" ? "==" : "hash"
        let isWritten =
            operators(named: witnessName, of: nominal.selfType).contains { $0.decl.range != nil }
            || nominal.members[witnessName] != nil
        if isWritten { return nil }
        if nominal.kind == .class {
            if let superclass = nominal.superclass, conforms(superclass, to: name) { return nil }
            return .some(nil)
        }
        for property in nominal.stored where !conforms(property.type, to: name) { return .some(property.decl) }
        for element in nominal.cases {
            for part in element.payload where !conforms(part.type, to: name) {
                return .some(nominal.members[element.name]?.first)
            }
        }
        return nil
    }
}
