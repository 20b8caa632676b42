/// Reads types in the spelling of the library's table: `[[Int]]`, `(Tensor, Tensor)?`, `[K : V]`, `any Layer`.
/// The table is the generator's own output, so it is well formed; what is not becomes ``Type/error``.
struct TypeReader {
    private var rest: ArraySlice<UInt8>
    private let generics: Set<String>

    static func read(_ text: String, generics: Set<String> = []) -> Type {
        read(Array(text.utf8)[...], generics: generics)
    }

    static func read(_ text: ArraySlice<UInt8>, generics: Set<String>) -> Type {
        var reader = TypeReader(rest: text, generics: generics)
        return reader.type()
    }

    private mutating func skipSpaces() {
        while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    }

    private mutating func take(_ token: StaticString) -> Bool {
        skipSpaces()
        let found = token.withUTF8Buffer { rest.starts(with: $0) }
        if found { rest.removeFirst(token.utf8CodeUnitCount) }
        return found
    }

    private mutating func type() -> Type {
        var type = primary()
        while take("?") { type = .optional(type) }
        return type
    }

    private mutating func primary() -> Type {
        if take("[") {
            let first = type()
            if take(":") {
                let value = type()
                _ = take("]")
                return .dictionary(first, value)
            }
            _ = take("]")
            return .array(first)
        }
        if take("(") { return tupleOrFunction() }
        if take("any ") {
            var names = [identifier()]
            while take("&") { names.append(identifier()) }
            return .existential(names.sorted())
        }
        var name = identifier()
        if let dot = name.firstIndex(of: "."), generics.contains(String(name[..<dot])) {
            var type = Type.generic(String(name[..<dot]))
            name = String(name[name.index(after: dot)...])
            for part in name.split(separator: ".") { type = .member(type, String(part)) }
            return type
        }
        if name == "Any" { return .any }
        if name == "Void" { return .void }
        if name == "Never" { return .never }
        if generics.contains(name) { return .generic(name) }
        guard take("<") else { return name.isEmpty ? .error : .nominal(name, []) }
        var arguments: [Type] = []
        repeat { arguments.append(type()) } while take(",")
        _ = take(">")
        return .nominal(name, arguments)
    }

    private mutating func tupleOrFunction() -> Type {
        var elements: [Type.Element] = []
        var inouts: UInt64 = 0
        if !take(")") {
            repeat {
                if take("inout ") { inouts |= 1 << UInt64(elements.count) }
                let saved = rest
                let name = identifier()
                if !name.isEmpty, take(":") {
                    elements.append(Type.Element(name, type()))
                } else {
                    rest = saved
                    elements.append(Type.Element(nil, type()))
                }
            } while take(",")
            _ = take(")")
        }
        let isThrowing = take("throws")
        if take("->") {
            return .function(Type.FunctionType(elements.map(\.type), type(), isThrowing: isThrowing, inouts: inouts))
        }
        return elements.count == 1 ? elements[0].type : .tuple(elements)
    }

    private mutating func identifier() -> String {
        skipSpaces()
        let name = rest.prefix {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
                true
            default: false
            }
        }
        rest.removeFirst(name.count)
        return String(decoding: name, as: UTF8.self)
    }
}
