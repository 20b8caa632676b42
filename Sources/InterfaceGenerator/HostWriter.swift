import Bytecode
import CellLanguage

/// Writes host functions: closures that read their arguments from a call's window, call the real declaration through a
/// typed reference, and write its result. A reference whose type differs from the interface does not compile.
struct HostWriter {
    let types: [String: TypeDeclaration]
    let declarations: [Declaration]

    func text() -> String {
        var functions: [(index: Int, text: String)] = []
        for declaration in declarations {
            if case .host(let index) = declaration.implementation { functions.append((index, getter(declaration))) }
            if case .host(let index)? = declaration.setter { functions.append((index, setter(declaration))) }
        }
        // In pieces: the compiler's time for one literal grows faster than its length.
        let texts = functions.sorted { $0.index < $1.index }.map { "    // \($0.index)\n" + $0.text }
        let pieces = stride(from: 0, to: texts.count, by: 50).map { texts[$0..<min($0 + 50, texts.count)] }
        let lists = pieces.enumerated().map { index, texts in
            "private let hostFunctions\(index): [HostFunction] = [\n\(texts.joined(separator: ",\n"))\n]"
        }
        let whole = pieces.indices.map { "hostFunctions\($0)" }.joined(separator: ", ")
        return "let hostFunctions: [HostFunction] = Array([\(whole)].joined())\n\n" + lists.joined(separator: "\n\n")
    }

    // MARK: Calls

    private func getter(_ declaration: Declaration) -> String {
        var lines: [String] = []
        var names: [String] = []
        if let owner = declaration.owner, isInstance(declaration) {
            lines.append("let object = \(read(.nominal(owner, [])))")
        }
        for (index, parameter) in declaration.parameters.enumerated() {
            lines.append("let a\(index) = \(read(parameter))")
            names.append("a\(index)")
        }
        lines.append(contentsOf: call(declaration, names))
        lines.append("frame.beginResults()")
        if declaration.resultType != .void { lines.append(contentsOf: write("result", declaration.resultType)) }
        return closure(lines)
    }

    private func isInstance(_ declaration: Declaration) -> Bool {
        declaration.owner != nil && !declaration.isStatic && declaration.kind != .initializer
            && declaration.kind != .operator
    }

    private func call(_ declaration: Declaration, _ names: [String]) -> [String] {
        let owner = declaration.sameTypeSelf ?? declaration.owner
        let result = spell(declaration.resultType)
        let isVoid = declaration.resultType == .void
        let mark = declaration.isThrowing ? "try " : ""
        let bind = isVoid ? "" : "let result: \(result) = "
        switch declaration.kind {
        case .property, .enumCase, .typeAlias:
            let base = isInstance(declaration) ? "object" : owner
            return ["let result: \(result) = " + (base.map { $0 + "." } ?? "") + declaration.name]
        case .subscript:
            let list = declaration.parameters.first?.isVariadic == true ? "list: " : ""
            return ["let result: \(result) = object[\(list)\(names.joined(separator: ", "))]"]
        case .function, .initializer, .operator:
            let parameters = declaration.parameters.map(spell).joined(separator: ", ")
            let type = "(\(parameters))" + (declaration.isThrowing ? " throws" : "") + " -> \(result)"
            let labels = declaration.parameters.map { ($0.label ?? "_") + ":" }.joined()
            let name =
                declaration.kind == .operator
                ? "(\(declaration.name))" : declaration.name + (labels.isEmpty ? "" : "(\(labels))")
            let arguments = names.joined(separator: ", ")
            if isInstance(declaration), let owner {
                return [
                    "let function: (\(owner)) -> \(type) = \(owner).\(name)",
                    "\(bind)\(mark)function(object)(\(arguments))",
                ]
            }
            let path = declaration.kind == .operator ? name : (owner.map { $0 + "." } ?? "") + name
            return ["let function: \(type) = \(path)", "\(bind)\(mark)function(\(arguments))"]
        }
    }

    /// What a closure of a cell gives to the engine when it fails: the engine ends as soon as it can, and the error is the
    /// cell's.
    private func fallback(_ type: Type) -> String {
        type == .nominal("Tensor", []) ? "Tensor(0.0)" : "\(spell(type))()"
    }

    private func setter(_ declaration: Declaration) -> String {
        guard let owner = declaration.owner else { return "" }
        var lines = ["let object = try frame.mutate(\(owner).self) { frame in"]
        var names: [String] = []
        for (index, parameter) in declaration.parameters.enumerated() {
            lines.append("    let a\(index) = \(read(parameter))")
            names.append("a\(index)")
        }
        lines.append("    let value = \(read(declaration.result))")
        let list = declaration.parameters.first?.isVariadic == true ? "list: " : ""
        let place =
            declaration.kind == .subscript
            ? "$0[\(list)\(names.joined(separator: ", "))]" : "$0.\(declaration.name)"
        lines.append("    return { \(place) = value }")
        lines.append("}")
        lines.append("frame.beginResults()")
        lines.append("frame.writeObject(object)")
        return closure(lines)
    }

    private func closure(_ lines: [String]) -> String {
        "    { frame in\n" + lines.map { "        \($0)\n" }.joined() + "    }"
    }

    // MARK: Values

    private func read(_ parameter: Parameter) -> String {
        if case .function(let function) = parameter.type { return readClosure(function) }
        return read(parameter.type)
    }

    /// A closure of a cell as a Swift function.
    private func readClosure(_ function: Type.FunctionType) -> String {
        let names = function.parameters.indices.map { "x\($0)" }
        let typed = zip(names, function.parameters).map { "\($0): \(spell($1))" }.joined(separator: ", ")
        let head = "(\(typed)) -> \(spell(function.result)) in"
        let body =
            if case .nominal("Array", let arguments) = function.result, case .existential(let name) = arguments[0] {
                "closure.list(of: (any \(name.joined(separator: " & "))).self)"
            } else if function.result == .void {
                "closure.perform(\(names.joined(separator: ", ")))"
            } else {
                "closure(\((names + ["fallback: \(fallback(function.result))"]).joined(separator: ", ")))"
            }
        return "{ (closure: CellClosure) in { \(head) \(body) } }(frame.readClosure())"
    }

    private func read(_ type: Type) -> String {
        switch type {
        case .any: return "frame.readAny()"
        case .existential(let name): return "try frame.readExistential(as: (any \(name.joined(separator: " & "))).self)"
        case .nominal("Array", let arguments):
            if case .existential(let name) = arguments[0] {
                return "try frame.readExistentials(as: (any \(name.joined(separator: " & "))).self)"
            }
        case .tuple(let elements): return "(" + elements.map { read($0.type) }.joined(separator: ", ") + ")"
        case .nominal("Optional", let arguments):
            if case .tuple = arguments[0] {
                return "try frame.readOptional(\(layout(arguments[0]))) { frame in \(read(arguments[0])) }"
            }
        default: break
        }
        return "frame.read(\(spell(type)).self)"
    }

    private func layout(_ type: Type) -> String {
        let layout = type.loweredLayout
        return "Layout(\(layout.bits), \(layout.refs))"
    }

    private func write(_ name: String, _ type: Type) -> [String] {
        switch type {
        case .existential: ["try frame.writeExistential(\(name))"]
        case .nominal("Array", let arguments):
            if case .existential = arguments[0] {
                ["try frame.writeExistentials(\(name))"]
            } else {
                ["frame.write(\(name))"]
            }
        case .tuple(let elements): elements.indices.flatMap { write("\(name).\($0)", elements[$0].type) }
        default: ["frame.write(\(name))"]
        }
    }

    // MARK: Spelling

    private func spell(_ parameter: Parameter) -> String {
        (parameter.isEscaping ? "@escaping " : "") + spell(parameter.type)
    }

    private func spell(_ type: Type) -> String {
        switch type {
        case .tuple(let elements) where elements.isEmpty: "Void"
        case .nominal("Dictionary", let arguments): "[\(spell(arguments[0])): \(spell(arguments[1]))]"
        case .nominal("Array", let arguments): "[\(spell(arguments[0]))]"
        default: "\(type)"
        }
    }

    // MARK: Conformances

    /// The library's types pass between cells and the library as they are.
    func conformances() -> String {
        types.values.filter { $0.kind != .protocol }.map(\.name).sorted().map {
            "extension \($0): HostedValue { package static var interfaceName: String { \"\($0)\" } }\n"
        }.joined()
    }
}

extension Declaration {
    /// An initialiser's result is its type.
    var resultType: Type {
        kind == .initializer ? .nominal(owner ?? "", []) : result
    }

    /// `X` of `extension P where Self == X`.
    var sameTypeSelf: String? { constraints.first { $0.parameter == "Self" && $0.isSameType }?.type }
}
