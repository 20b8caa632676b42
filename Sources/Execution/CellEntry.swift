import Datasets
import Notebook
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
    /// The cell that has said it; another one with the same code may say the same.
    var cell: String
    /// Events, a line each, as the worker has sent them; of an expression in prose its text.
    var said: [UInt8]

    /// What was said, as events of a cell.
    func events(of id: CellID) -> [UInt8] {
        if id.rawValue == cell { return said }
        return said.split(separator: 0x0A).flatMap { line -> [UInt8] in
            guard case .output(_, let output)? = try? WorkerEvent(line: line) else { return line + [0x0A] }
            return WorkerEvent.output(cell: id, output).line
        }
    }

    /// A line of JSON, then what was said.
    func encoded() -> [UInt8] {
        var head: [String: JSON] = ["version": .string(version), "values": .bool(hasValues), "cell": .string(cell)]
        if let position {
            head["drawn"] = .int(position.drawn)
            head["stream"] = .array(position.state.map { .string(String($0)) })
        }
        head["lookups"] = .array(
            lookups.map {
                [
                    "name": .string($0.name), "in": $0.directories.map { .array($0.map(JSON.string)) } ?? .null,
                    "path": $0.path.map(JSON.string) ?? .null, "stamp": $0.stamp.map(JSON.string) ?? .null,
                ]
            })
        return JSONWriter.write(.object(head)).filter { $0 != 0x0A } + [0x0A] + said
    }

    init(
        version: String, position: RandomStream.Position?, lookups: [DataDirectories.Lookup], hasValues: Bool,
        cell: String, said: [UInt8]
    ) {
        self.version = version
        self.position = position
        self.lookups = lookups
        self.hasValues = hasValues
        self.cell = cell
        self.said = said
    }

    init?(decoding bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A), let head = try? JSONParser.parse(Array(bytes[..<end])),
            let version = head["version"]?.asString, let hasValues = head["values"]?.asBool,
            let lookups = head["lookups"]?.asArray, let cell = head["cell"]?.asString
        else { return nil }
        self.version = version
        self.hasValues = hasValues
        self.cell = cell
        self.lookups = []
        for lookup in lookups {
            guard let name = lookup["name"]?.asString else { return nil }
            let directories = lookup["in"]?.asArray?.compactMap(\.asString)
            self.lookups.append(
                .init(
                    name: name, directories: directories, path: lookup["path"]?.asString,
                    stamp: lookup["stamp"]?.asString))
        }
        if let stream = head["stream"]?.asArray {
            let state = stream.compactMap { $0.asString.flatMap { UInt64($0) } }
            guard state.count == 4, let drawn = head["drawn"]?.asInt else { return nil }
            position = RandomStream.Position(state: state, drawn: drawn)
        }
        said = Array(bytes[(end + 1)...])
    }
}
