import Outputs

/// A JSON value with its place in the file, for reading by expectation: what is not as expected becomes an error that
/// says where.
struct JSONReader {
    var value: JSON
    var file: String
    /// As one would write it in Python or JavaScript: `cells[3].outputs[0].text`; empty for the whole file.
    var place: String

    func invalid(allowed: [String]) -> RecordError {
        .invalidValue(file: file, place: place, found: value.excerpt, allowed: allowed)
    }

    private func wrongType(_ expected: RecordError.ValueType) -> RecordError {
        .wrongType(file: file, place: place, expected: expected, found: value.type)
    }

    private func child(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { $0 == 0x5F || Character(Unicode.Scalar($0)).isLetter && $0 < 0x80 }
        guard isPlain, !name.isEmpty else { return "\(place)[\"\(name)\"]" }
        return place.isEmpty ? name : "\(place).\(name)"
    }

    func object() throws(RecordError) -> [String: JSON] {
        guard let members = value.asObject else { throw wrongType(.object) }
        return members
    }

    /// A member that must be there.
    func required(_ name: String) throws(RecordError) -> JSONReader {
        guard let member = try object()[name] else { throw .missing(file: file, place: child(name)) }
        return JSONReader(value: member, file: file, place: child(name))
    }

    /// A member that may be absent or `null`.
    func optional(_ name: String) throws(RecordError) -> JSONReader? {
        guard let member = try object()[name], member != .null else { return nil }
        return JSONReader(value: member, file: file, place: child(name))
    }

    func elements() throws(RecordError) -> [JSONReader] {
        guard let elements = value.asArray else { throw wrongType(.list) }
        return elements.enumerated().map { JSONReader(value: $1, file: file, place: "\(place)[\($0)]") }
    }

    /// The members in the order of their names.
    func members() throws(RecordError) -> [(name: String, reader: JSONReader)] {
        try object().sorted { $0.key < $1.key }.map {
            ($0.key, JSONReader(value: $0.value, file: file, place: child($0.key)))
        }
    }

    func string() throws(RecordError) -> String {
        guard let text = value.asString else { throw wrongType(.string) }
        return text
    }

    func int() throws(RecordError) -> Int {
        guard let number = value.asInt else { throw wrongType(.integer) }
        return number
    }

    func double() throws(RecordError) -> Double {
        guard let number = value.asDouble else { throw wrongType(.number) }
        return number
    }

    func bool() throws(RecordError) -> Bool {
        guard let bool = value.asBool else { throw wrongType(.bool) }
        return bool
    }

    /// One of an enumeration's names.
    func name<Name: RawRepresentable<String> & CaseIterable>(_ type: Name.Type) throws(RecordError) -> Name {
        guard let name = Name(rawValue: try string()) else { throw invalid(allowed: Name.allCases.map(\.rawValue)) }
        return name
    }

    /// nbformat's multi-line string: a string, or a list of strings to be joined.
    func text() throws(RecordError) -> String {
        if let text = value.asString { return text }
        guard value.asArray != nil else { throw wrongType(.text) }
        var text = ""
        for line in try elements() { text += try line.string() }
        return text
    }
}

extension JSON {
    var type: RecordError.ValueType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .integer
        case .double: .number
        case .string: .string
        case .array: .list
        case .object: .object
        }
    }

    /// The value on one line, cut where it grows long.
    var excerpt: String {
        let text = String(decoding: JSONWriter.write(self), as: UTF8.self)
        let line = text.split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }.joined(separator: " ")
        return line.count <= 60 ? line : line.prefix(59) + "…"
    }
}
