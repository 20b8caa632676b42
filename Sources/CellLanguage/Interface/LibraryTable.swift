/// The library's table as text: one declaration a line, fields divided by tabs. The generator writes it, a process reads
/// it when it starts. Bodies of functions written in Swift keep their line breaks as `\n`.
package enum LibraryTable {
    package static func encode(types: [TypeDeclaration], declarations: [Declaration]) -> String {
        let typeLines = types.map { type in
            line([
                "T", type.kind.rawValue, type.name, type.generics.joined(separator: ","),
                type.conformances.map {
                    ([$0.name + ($0.instance.map { "@" + $0 } ?? "")] + $0.constraints.map(encode)).joined(
                        separator: "?")
                }.joined(separator: ";"),
                type.associatedTypes.map { "\($0.name),\($0.conformance ?? ""),\($0.defaultType ?? "")" }.joined(
                    separator: ";"), type.isNative ? "n" : "", type.constraints.map(encode).joined(separator: ";"),
            ])
        }
        return (typeLines + declarations.map(encode)).joined(separator: "\n")
    }

    package static func decode(_ text: String) -> Library {
        var types: [TypeDeclaration] = []
        var lines: [String] = []
        var headings: [DeclarationList.Heading] = []
        // The names that stand for types inside each owner.
        var open: [String: Set<String>] = [:]
        for line in list(text, "\n") {
            if line.utf8.first == UInt8(ascii: "T") {
                let type = type(Self.fields(line, "\t"))
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
                headings.append(heading(line))
            }
        }
        let list = DeclarationList(count: lines.count) { [lines, open] index in
            declaration(Self.fields(lines[index], "\t"), open)
        }
        return Library(types: types, headings: headings, declarations: list)
    }

    private static func line(_ fields: [String]) -> String {
        fields.map {
            $0.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "    ")
        }.joined(separator: "\t")
    }

    private static func unescape(_ text: String) -> String {
        guard text.utf8.contains(0x5C) else { return text }
        var result = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                result.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// What stands between the separators, empty parts left out.
    private static func list(_ text: String, _ separator: Character = ",") -> [String] {
        split(text, separator, keepsEmpty: false)
    }

    /// Everything between the separators.
    private static func fields(_ text: String, _ separator: Character) -> [String] {
        split(text, separator, keepsEmpty: true)
    }

    /// By bytes: every process decodes the table when it starts, and walking characters took most of that time.
    private static func split(_ text: String, _ separator: Character, keepsEmpty: Bool) -> [String] {
        let mark = Array(separator.utf8)
        var parts: [String] = []
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            func endPart(at end: Int) {
                guard keepsEmpty || end > start else { return }
                parts.append(String(decoding: bytes[start..<end], as: UTF8.self))
            }
            var offset = 0
            while offset + mark.count <= bytes.count {
                if bytes[offset] == mark[0], mark.count == 1 || bytes[offset + 1] == mark[1] {
                    endPart(at: offset)
                    offset += mark.count
                    start = offset
                } else {
                    offset += 1
                }
            }
            endPart(at: bytes.count)
        }
        return parts
    }

    private static func type(_ fields: [String]) -> TypeDeclaration {
        var type = TypeDeclaration(
            kind: TypeDeclaration.Kind(rawValue: fields[1]) ?? .struct, name: fields[2], generics: list(fields[3]),
            conformances: list(fields[4], ";").map {
                let fields = list($0, "?")
                let parts = list(fields[0], "@")
                return TypeDeclaration.Conformance(
                    name: parts[0], instance: parts.count > 1 ? parts[1] : nil,
                    constraints: fields.dropFirst().map(constraint))
            })
        type.associatedTypes = list(fields[5], ";").map {
            let parts = Self.fields($0, ",")
            return TypeDeclaration.AssociatedType(
                name: parts[0], conformance: parts[1].isEmpty ? nil : parts[1],
                defaultType: parts[2].isEmpty ? nil : parts[2])
        }
        type.isNative = fields[6] == "n"
        type.constraints = list(fields[7], ";").map(constraint)
        return type
    }

    private static func encode(_ constraint: Constraint) -> String {
        constraint.parameter + (constraint.isSameType ? "==" : ":") + constraint.type
    }

    private static func constraint(_ text: String) -> Constraint {
        let isSameType = text.utf8.contains(0x3D)
        let parts = list(text, isSameType ? "=" : ":")
        return Constraint(parameter: parts[0], isSameType: isSameType, type: parts[1])
    }

    // D kind owner name generics constraints parameters result flags key implementation setter
    private static func encode(_ declaration: Declaration) -> String {
        var flags = ""
        if declaration.isStatic { flags += "s" }
        if declaration.isMutating { flags += "m" }
        if declaration.isThrowing { flags += "t" }
        if declaration.isRethrowing { flags += "r" }
        if declaration.isDiscardable { flags += "d" }
        if declaration.hasSetter { flags += "w" }
        if declaration.readsKey { flags += "k" }
        let key =
            switch declaration.recordedKey {
            case .literal(let name): "=" + name
            case .argument(let index): "#\(index)"
            case nil: ""
            }
        return line([
            "D", declaration.kind.rawValue, declaration.owner ?? "", declaration.name,
            declaration.generics.joined(separator: ","),
            declaration.constraints.map(encode).joined(separator: "¦"),
            declaration.parameters.map(encode).joined(separator: "¦"), "\(declaration.result)", flags, key,
            encode(declaration.implementation), declaration.setter.map(encode) ?? "",
        ])
    }

    private static func encode(_ parameter: Parameter) -> String {
        [
            parameter.label ?? "_", parameter.name, "\(parameter.type)",
            (parameter.isVariadic ? "v" : "") + (parameter.isInout ? "i" : "") + (parameter.isAutoclosure ? "a" : ""),
            parameter.builder ?? "",
            parameter.defaultValue.map { "=" + $0 } ?? "",
        ].joined(separator: "§")
    }

    private static func encode(_ implementation: Declaration.Implementation) -> String {
        switch implementation {
        case .host(let index): "h\(index)"
        case .intrinsic(let name): "i" + name
        case .source(let text): "s" + text
        case .stored(let index): "p\(index)"
        case .enumCase(let index): "c\(index)"
        case .requirement: "r"
        }
    }

    private static func implementation(_ text: String) -> Declaration.Implementation {
        let rest = String(text.dropFirst())
        return switch text.first {
        case "h": .host(Int(rest) ?? 0)
        case "i": .intrinsic(rest)
        case "p": .stored(Int(rest) ?? 0)
        case "c": .enumCase(Int(rest) ?? 0)
        case "r": .requirement
        default: .source(rest)
        }
    }

    /// The first fields of a declaration's line, without a look at the others.
    private static func heading(_ line: String) -> DeclarationList.Heading {
        let fields = line.utf8.split(separator: UInt8(ascii: "\t"), maxSplits: 4, omittingEmptySubsequences: false)
            .prefix(4).map { unescape(String(Substring($0))) }
        return DeclarationList.Heading(
            kind: Declaration.Kind(rawValue: fields[1]) ?? .function, owner: fields[2].isEmpty ? nil : fields[2],
            name: fields[3])
    }

    private static func declaration(_ raw: [String], _ open: [String: Set<String>]) -> Declaration {
        let fields = raw.map(unescape)
        var result = Declaration(
            kind: Declaration.Kind(rawValue: fields[1]) ?? .function, owner: fields[2].isEmpty ? nil : fields[2],
            name: fields[3], implementation: implementation(fields[10]))
        result.generics = list(fields[4])
        result.constraints = list(fields[5], "¦").map(constraint)
        let generics = Set(result.generics).union(open[result.owner ?? ""] ?? ["Self"])
        result.parameters = list(fields[6], "¦").map { parameter($0, generics) }
        result.result = TypeReader.read(fields[7], generics: generics)
        result.isStatic = fields[8].contains("s")
        result.isMutating = fields[8].contains("m")
        result.isThrowing = fields[8].contains("t")
        result.isRethrowing = fields[8].contains("r")
        result.isDiscardable = fields[8].contains("d")
        result.hasSetter = fields[8].contains("w")
        result.readsKey = fields[8].contains("k")
        if fields[9].hasPrefix("=") { result.recordedKey = .literal(String(fields[9].dropFirst())) }
        if fields[9].hasPrefix("#") { result.recordedKey = .argument(Int(fields[9].dropFirst()) ?? 0) }
        if !fields[11].isEmpty { result.setter = implementation(fields[11]) }
        return result
    }

    private static func parameter(_ text: String, _ generics: Set<String>) -> Parameter {
        let fields = Self.fields(text, "§")
        var parameter = Parameter(
            label: fields[0] == "_" ? nil : fields[0], name: fields[1],
            type: TypeReader.read(fields[2], generics: generics))
        parameter.isVariadic = fields[3].contains("v")
        parameter.isInout = fields[3].contains("i")
        parameter.isAutoclosure = fields[3].contains("a")
        parameter.builder = fields[4].isEmpty ? nil : fields[4]
        parameter.defaultValue = fields[5].isEmpty ? nil : String(fields[5].dropFirst())
        return parameter
    }
}
