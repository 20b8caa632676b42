/// The library's table as text: one declaration a line, fields divided by tabs. The generator writes it, a process reads
/// it when it starts (`LibraryTable+Decoding.swift`). Bodies of functions written in Swift keep their line breaks as `\n`.
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

    private static func line(_ fields: [String]) -> String {
        fields.map {
            $0.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "    ")
        }.joined(separator: "\t")
    }

    private static func encode(_ constraint: Constraint) -> String {
        constraint.parameter + (constraint.isSameType ? "==" : ":") + constraint.type
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
}
