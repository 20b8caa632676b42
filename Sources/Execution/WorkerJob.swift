import Outputs
import Records

/// What a worker is to do: one JSON object on its standard input, which then ends.
///
///     {"path": "lesson.md", "text": "…", "dataDirectories": ["data"], "cellTimeLimit": 60.0,
///      "notebookTimeLimit": 600.0, "memoryLimit": 4096, "keepsGoing": true, "store": "/home/a/.cache/hanji"}
///
/// The language of messages, the seed and the options of cells stand in the text itself, so that what is recorded
/// depends on nothing but the lesson and its data.
package struct WorkerJob: Hashable, Sendable {
    /// As the user named the file.
    package var path: String
    /// The notebook's whole text.
    package var text: String
    /// Searched before the environment's and Keras's own.
    package var dataDirectories: [String]
    /// Seconds that each cell may take, unless it says so itself.
    package var cellTimeLimit: Double?
    /// Seconds that all cells may take together.
    package var notebookTimeLimit: Double?
    /// MiB that the worker may hold at any time.
    package var memoryLimit: Int?
    /// Whether cells that do not depend on a failed one are run.
    package var keepsGoing: Bool
    /// The directory of the store that runs of cells are found in and kept in; `nil`: every cell is run.
    package var store: String?

    package init(
        path: String, text: String, dataDirectories: [String] = [], cellTimeLimit: Double? = nil,
        notebookTimeLimit: Double? = nil, memoryLimit: Int? = nil, keepsGoing: Bool = false,
        store: String? = nil
    ) {
        self.path = path
        self.text = text
        self.dataDirectories = dataDirectories
        self.cellTimeLimit = cellTimeLimit
        self.notebookTimeLimit = notebookTimeLimit
        self.memoryLimit = memoryLimit
        self.keepsGoing = keepsGoing
        self.store = store
    }

    // Written and read by hand: a worker lives for milliseconds, and Codable takes some of them to look up conformances.

    package func encoded() -> [UInt8] {
        var members: [String: JSON] = [
            "path": .string(path), "text": .string(text), "dataDirectories": .array(dataDirectories.map(JSON.string)),
        ]
        members["cellTimeLimit"] = cellTimeLimit.map(JSON.double)
        members["notebookTimeLimit"] = notebookTimeLimit.map(JSON.double)
        members["memoryLimit"] = memoryLimit.map(JSON.int)
        if keepsGoing { members["keepsGoing"] = true }
        members["store"] = store.map(JSON.string)
        return JSONWriter.write(.object(members))
    }

    /// `nil` for what is no job.
    package init?(decoding bytes: [UInt8]) {
        guard let json = try? JSONParser.parse(bytes), let path = json["path"]?.asString,
            let text = json["text"]?.asString
        else { return nil }
        self.init(
            path: path, text: text,
            dataDirectories: (json["dataDirectories"]?.asArray ?? []).compactMap(\.asString),
            cellTimeLimit: json["cellTimeLimit"]?.asDouble, notebookTimeLimit: json["notebookTimeLimit"]?.asDouble,
            memoryLimit: json["memoryLimit"]?.asInt, keepsGoing: json["keepsGoing"]?.asBool ?? false,
            store: json["store"]?.asString)
    }
}
