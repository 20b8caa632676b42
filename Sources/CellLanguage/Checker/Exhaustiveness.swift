import Diagnostics
import SwiftSyntax

extension Checker {
    /// Reports values that no case of a `switch` takes, and cases that can never be reached.
    func checkExhaustive(_ cases: [Statement.Case], _ type: Type, _ syntax: SwitchExprSyntax) {
        guard type != .error, !isLibraryCode else { return }
        if cases.contains(where: \.isDefault) { return }
        let rows = cases.flatMap(\.items).filter { $0.filter == nil }.map { [$0.pattern] }
        if rows.contains(where: { $0[0].isIrrefutable }) { return }
        if let missing = missing(rows, [type], depth: 0) {
            report(
                .switchNotExhaustive(missing.first.flatMap { $0 == "_" ? nil : $0 }), at: range(syntax.switchKeyword))
        }
    }

    /// One combination of values that no row of patterns matches, as text; `nil` when all are matched.
    private func missing(_ rows: [[Statement.Pattern]], _ types: [Type], depth: Int) -> [String]? {
        guard let type = types.first.map(inference.resolve) else { return rows.isEmpty ? [] : nil }
        if depth > 100 { return nil }
        let rest = Array(types.dropFirst())
        // Nothing is asked of this value: it need not be taken apart.
        if rows.allSatisfy({ $0[0].isIrrefutable }), depth > 0 {
            return missing(rows.map { Array($0.dropFirst()) }, rest, depth: depth + 1).map { ["_"] + $0 }
        }
        switch type {
        case .tuple(let elements):
            let expanded = rows.map { row -> [Statement.Pattern] in
                if case .tuple(let parts) = row[0] { return parts + row.dropFirst() }
                return elements.map { _ in .wildcard } + row.dropFirst()
            }
            return missing(expanded, elements.map(\.type) + rest, depth: depth + 1).map { found in
                ["(" + found.prefix(elements.count).joined(separator: ", ") + ")"] + found.dropFirst(elements.count)
            }
        case .nominal("Optional", let arguments):
            let none = rows.filter {
                if case .none = $0[0] { true } else { $0[0].isIrrefutable || isNilTest($0[0]) }
            }.map { Array($0.dropFirst()) }
            if let found = missing(none, rest, depth: depth + 1) { return [".none"] + found }
            let some = rows.compactMap { row -> [Statement.Pattern]? in
                if case .some(let inner) = row[0] { return [inner] + row.dropFirst() }
                return row[0].isIrrefutable ? [.wildcard] + row.dropFirst() : nil
            }
            return missing(some, [arguments[0]] + rest, depth: depth + 1).map { found in
                [".some(\(found[0]))"] + found.dropFirst()
            }
        case .nominal("Bool", _):
            for value in [true, false] {
                let matching = rows.filter { $0[0].isIrrefutable || tested($0[0]) == value }.map {
                    Array($0.dropFirst())
                }
                if let found = missing(matching, rest, depth: depth + 1) { return ["\(value)"] + found }
            }
            return nil
        case .nominal(let key, let arguments):
            guard let nominal = nominal(key), nominal.kind == .enum else { break }
            if nominal.isHosted {
                let names = nominal.members.values.joined().filter { $0.kind == .enumCase }.map(\.name).sorted()
                for name in names {
                    let matching = rows.filter { $0[0].isIrrefutable || testedCase($0[0]) == name }.map {
                        Array($0.dropFirst())
                    }
                    if let found = missing(matching, rest, depth: depth + 1) { return ["." + name] + found }
                }
                return nil
            }
            let substitution = Dictionary(zip(nominal.generics, arguments), uniquingKeysWith: { first, _ in first })
            for (index, element) in nominal.cases.enumerated() {
                let matching = rows.compactMap { row -> [Statement.Pattern]? in
                    if case .enumCase(let other, let parts, _) = row[0] {
                        return other == index ? parts + row.dropFirst() : nil
                    }
                    return row[0].isIrrefutable ? element.payload.map { _ in .wildcard } + row.dropFirst() : nil
                }
                let payload = element.payload.map { $0.type.substituting(substitution) }
                if let found = missing(matching, payload + rest, depth: depth + 1) {
                    let inside = found.prefix(payload.count).joined(separator: ", ")
                    return ["." + element.name + (payload.isEmpty ? "" : "(\(inside))")]
                        + found.dropFirst(payload.count)
                }
            }
            return nil
        default: break
        }
        // Any other type: only patterns that take everything count.
        let open = rows.filter { $0[0].isIrrefutable }.map { Array($0.dropFirst()) }
        return missing(open, rest, depth: depth + 1).map { ["_"] + $0 }
    }

    private func isNilTest(_ pattern: Statement.Pattern) -> Bool {
        if case .test(let test, _) = pattern, case .binary("==", _, let value) = test.kind, case .nil = value.kind {
            true
        } else {
            false
        }
    }

    /// The constant that a case of a switch over `Bool` compares with.
    private func tested(_ pattern: Statement.Pattern) -> Bool? {
        if case .test(let test, _) = pattern, case .binary("==", _, let value) = test.kind,
            case .bool(let constant) = value.kind
        {
            constant
        } else {
            nil
        }
    }

    /// The case of a library enum that a pattern compares with.
    private func testedCase(_ pattern: Statement.Pattern) -> String? {
        if case .test(let test, _) = pattern, case .binary("==", _, let value) = test.kind,
            case .call(let call) = value.kind, call.decl.kind == .enumCase
        {
            call.decl.name
        } else {
            nil
        }
    }
}
