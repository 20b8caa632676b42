import Datasets
import Outputs
import Records

/// What the store keeps of a cell that has run, apart from its values: what it said, and under what conditions.
struct CellEntry {
    /// Names the values that the cell has left, and goes into the keys of those that read them.
    var version: String
    /// Where the stream of random numbers stood afterwards, if the cell has moved it.
    var position: RandomStream.Position?
    /// The data files that were looked for.
    var lookups: [DataDirectories.Lookup]
    /// Whether the store has the values too.
    var hasValues: Bool
    /// Events, a line each, as the worker has sent them.
    var events: [UInt8]

    /// A line of JSON, then the events.
    func encoded() -> [UInt8] {
        var head: [String: JSON] = ["version": .string(version), "values": .bool(hasValues)]
        if let position {
            head["drawn"] = .int(position.drawn)
            head["stream"] = .array(position.state.map { .string(String($0)) })
        }
        head["lookups"] = .array(
            lookups.map {
                [
                    "name": .string($0.name), "in": $0.directories.map { .array($0.map(JSON.string)) } ?? .null,
                    "stamp": $0.stamp.map(JSON.string) ?? .null,
                ]
            })
        return JSONWriter.write(.object(head)).filter { $0 != 0x0A } + [0x0A] + events
    }

    init(
        version: String, position: RandomStream.Position?, lookups: [DataDirectories.Lookup], hasValues: Bool,
        events: [UInt8]
    ) {
        self.version = version
        self.position = position
        self.lookups = lookups
        self.hasValues = hasValues
        self.events = events
    }

    init?(decoding bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A), let head = try? JSONParser.parse(Array(bytes[..<end])),
            let version = head["version"]?.asString, let hasValues = head["values"]?.asBool,
            let lookups = head["lookups"]?.asArray
        else { return nil }
        self.version = version
        self.hasValues = hasValues
        self.lookups = []
        for lookup in lookups {
            guard let name = lookup["name"]?.asString else { return nil }
            let directories = lookup["in"]?.asArray?.compactMap(\.asString)
            self.lookups.append(.init(name: name, directories: directories, stamp: lookup["stamp"]?.asString))
        }
        if let stream = head["stream"]?.asArray {
            let state = stream.compactMap { $0.asString.flatMap { UInt64($0) } }
            guard state.count == 4, let drawn = head["drawn"]?.asInt else { return nil }
            position = RandomStream.Position(state: state, drawn: drawn)
        }
        events = Array(bytes[(end + 1)...])
    }
}
