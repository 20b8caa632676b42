/// Every process reads the table when it starts, so it is read by bytes, and of a declaration no more than what it is found
/// by until somebody asks for it.
extension LibraryTable {
    private typealias Bytes = ArraySlice<UInt8>

    package static func decode(_ text: String) -> Library {
        var types: [TypeDeclaration] = []
        var lines: [Bytes] = []
        var headings: [DeclarationList.Heading] = []
        // The names that stand for types inside each owner.
        var open: [String: Set<String>] = [:]
        for line in list(Array(text.utf8)[...], "\n") {
            if line.first == UInt8(ascii: "T") {
                let type = type(split(line, "\t"))
                types.append(type)
                open[type.name, default: ["Self"]].formUnion(type.generics)
                // Associated types are inherited; protocols stand before those that refine them.
                open[type.name]?.formUnion(type.associatedTypes.map(\.name))
                if type.kind == .protocol {
                    for parent in type.conformances {
                        let inherited = open[parent.name] ?? []
                        open[type.name]?.formUnion(inherited)
                    }
                }
            } else {
                lines.append(line)
                headings.append(heading(line, after: headings.last))
            }
        }
        let list = DeclarationList(count: lines.count) { [lines, open] index in
            declaration(split(lines[index], "\t"), open)
        }
        return Library(types: types, headings: headings, declarations: list)
    }

    // MARK: Bytes

    private static func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func unescaped(_ bytes: Bytes) -> String {
        guard bytes.contains(UInt8(ascii: "\\")) else { return string(bytes) }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                result.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                result.append(byte)
            }
        }
        return string(result[...])
    }

    /// What stands between the separators, empty parts left out.
    private static func list(_ bytes: Bytes, _ separator: Unicode.Scalar) -> [Bytes] {
        bytes.isEmpty ? [] : split(bytes, separator).filter { !$0.isEmpty }
    }

    /// Everything between the separators: characters of one byte, or of two.
    private static func split(_ bytes: Bytes, _ separator: Unicode.Scalar) -> [Bytes] {
        let mark = UTF8.encode(separator).map(Array.init) ?? []
        var parts: [Bytes] = []
        var (start, place) = (bytes.startIndex, bytes.startIndex)
        while let found = bytes[place...].firstIndex(of: mark[0]) {
            place = found + 1
            if mark.count == 2 {
                guard bytes[place...].first == mark[1] else { continue }
                place += 1
            }
            parts.append(bytes[start..<found])
            start = place
        }
        parts.append(bytes[start...])
        return parts
    }

    // MARK: Lines

    private static func type(_ fields: [Bytes]) -> TypeDeclaration {
        var type = TypeDeclaration(
            kind: TypeDeclaration.Kind(rawValue: string(fields[1])) ?? .struct, name: string(fields[2]),
            generics: list(fields[3], ",").map(string),
            conformances: list(fields[4], ";").map {
                let fields = list($0, "?")
                let parts = list(fields[0], "@").map(string)
                return TypeDeclaration.Conformance(
                    name: parts[0], instance: parts.count > 1 ? parts[1] : nil,
                    constraints: fields.dropFirst().map(constraint))
            })
        type.associatedTypes = list(fields[5], ";").map {
            let parts = split($0, ",").map(string)
            return TypeDeclaration.AssociatedType(
                name: parts[0], conformance: parts[1].isEmpty ? nil : parts[1],
                defaultType: parts[2].isEmpty ? nil : parts[2])
        }
        type.isNative = fields[6].first == UInt8(ascii: "n")
        type.constraints = list(fields[7], ";").map(constraint)
        return type
    }

    private static func constraint(_ bytes: Bytes) -> Constraint {
        let isSameType = bytes.contains(UInt8(ascii: "="))
        let parts = list(bytes, isSameType ? "=" : ":").map(string)
        return Constraint(parameter: parts[0], isSameType: isSameType, type: parts[1])
    }

    /// Their first letters differ.
    private static func kind(_ field: Bytes) -> Declaration.Kind {
        switch field.first {
        case UInt8(ascii: "i"): .initializer
        case UInt8(ascii: "p"): .property
        case UInt8(ascii: "s"): .subscript
        case UInt8(ascii: "o"): .operator
        case UInt8(ascii: "e"): .enumCase
        case UInt8(ascii: "t"): .typeAlias
        default: .function
        }
    }

    /// The first fields of a declaration's line, without a look at the others. Members of one owner follow each other and
    /// share its name.
    private static func heading(_ line: Bytes, after last: DeclarationList.Heading?) -> DeclarationList.Heading {
        var rest = line
        func next() -> Bytes {
            let end = rest.firstIndex(of: UInt8(ascii: "\t")) ?? rest.endIndex
            defer { rest = rest[end...].dropFirst() }
            return rest[..<end]
        }
        _ = next()
        let (kind, owner, name) = (kind(next()), next(), next())
        var known = last?.owner
        if known.map({ !owner.elementsEqual($0.utf8) }) ?? !owner.isEmpty {
            known = owner.isEmpty ? nil : string(owner)
        }
        return DeclarationList.Heading(kind: kind, owner: known, name: unescaped(name))
    }

    private static func declaration(_ fields: [Bytes], _ open: [String: Set<String>]) -> Declaration {
        var result = Declaration(
            kind: kind(fields[1]), owner: fields[2].isEmpty ? nil : string(fields[2]), name: unescaped(fields[3]),
            implementation: implementation(fields[10]))
        result.generics = list(fields[4], ",").map(string)
        result.constraints = list(fields[5], "¦").map(constraint)
        let outer = open[result.owner ?? ""] ?? ["Self"]
        let generics = result.generics.isEmpty ? outer : outer.union(result.generics)
        result.parameters = list(fields[6], "¦").map { parameter($0, generics) }
        result.result = TypeReader.read(fields[7], generics: generics)
        for flag in fields[8] {
            switch flag {
            case UInt8(ascii: "s"): result.isStatic = true
            case UInt8(ascii: "m"): result.isMutating = true
            case UInt8(ascii: "t"): result.isThrowing = true
            case UInt8(ascii: "r"): result.isRethrowing = true
            case UInt8(ascii: "d"): result.isDiscardable = true
            case UInt8(ascii: "w"): result.hasSetter = true
            default: result.readsKey = true
            }
        }
        let key = fields[9].dropFirst()
        if fields[9].first == UInt8(ascii: "=") { result.recordedKey = .literal(string(key)) }
        if fields[9].first == UInt8(ascii: "#") { result.recordedKey = .argument(number(key)) }
        if !fields[11].isEmpty { result.setter = implementation(fields[11]) }
        return result
    }

    private static func number(_ digits: Bytes) -> Int { Int(string(digits)) ?? 0 }

    private static func implementation(_ field: Bytes) -> Declaration.Implementation {
        let rest = field.dropFirst()
        return switch field.first {
        case UInt8(ascii: "h"): .host(number(rest))
        case UInt8(ascii: "i"): .intrinsic(string(rest))
        case UInt8(ascii: "p"): .stored(number(rest))
        case UInt8(ascii: "c"): .enumCase(number(rest))
        case UInt8(ascii: "r"): .requirement
        default: .source(unescaped(rest))
        }
    }

    private static func parameter(_ bytes: Bytes, _ generics: Set<String>) -> Parameter {
        let fields = split(bytes, "§")
        let label = fields[0].elementsEqual(CollectionOfOne(UInt8(ascii: "_"))) ? nil : string(fields[0])
        let name = fields[1] == fields[0] ? label : nil
        var parameter = Parameter(
            label: label, name: name ?? string(fields[1]), type: TypeReader.read(fields[2], generics: generics))
        parameter.isVariadic = fields[3].contains(UInt8(ascii: "v"))
        parameter.isInout = fields[3].contains(UInt8(ascii: "i"))
        parameter.isAutoclosure = fields[3].contains(UInt8(ascii: "a"))
        parameter.builder = fields[4].isEmpty ? nil : string(fields[4])
        parameter.defaultValue = fields[5].isEmpty ? nil : unescaped(fields[5].dropFirst())
        return parameter
    }
}
