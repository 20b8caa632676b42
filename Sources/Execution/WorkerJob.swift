import Foundation

/// What a worker is to do: one JSON object on its standard input, which then ends.
///
///     {"path": "lesson.md", "text": "…", "dataDirectories": ["data"], "cellTimeLimit": 60,
///      "notebookTimeLimit": 600, "memoryLimit": 4096}
///
/// The language of messages, the seed and the options of cells stand in the text itself, so that what is recorded
/// depends on nothing but the lesson and its data.
package struct WorkerJob: Hashable, Sendable, Codable {
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

    package init(
        path: String, text: String, dataDirectories: [String] = [], cellTimeLimit: Double? = nil,
        notebookTimeLimit: Double? = nil, memoryLimit: Int? = nil
    ) {
        self.path = path
        self.text = text
        self.dataDirectories = dataDirectories
        self.cellTimeLimit = cellTimeLimit
        self.notebookTimeLimit = notebookTimeLimit
        self.memoryLimit = memoryLimit
    }

    package func encoded() throws -> [UInt8] { Array(try JSONEncoder().encode(self)) }

    package init(decoding bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(WorkerJob.self, from: Data(bytes))
    }
}
