package import Diagnostics

/// Why a record could not be read or written.
package enum RecordError: Error, Hashable, Sendable {
    /// The types of JSON values, with the list of lines that nbformat takes for text.
    package enum ValueType: Hashable, Sendable { case null, bool, integer, number, string, text, list, object }

    /// The operating system refused to read; `code` is its `errno`.
    case unreadable(file: String, code: Int32)
    case notUTF8(file: String)
    case invalidJSON(file: String, position: SourcePosition, problem: JSONProblem)
    /// `place` is a path into the JSON value: `cells[3].outputs[0].text`; empty for the whole.
    case wrongType(file: String, place: String, expected: ValueType, found: ValueType)
    case missing(file: String, place: String)
    case invalidValue(file: String, place: String, found: String, allowed: [String])
    case duplicateID(file: String, place: String, id: String)
    /// Another version of nbformat than 4.
    case unsupportedVersion(file: String, major: Int, minor: Int)
    /// A record that a newer version of this product wrote.
    case newerFormat(file: String, found: Int, known: Int)
    /// The file to be written is a notebook without `hanji` metadata, or none at all: someone else's work.
    case foreign(file: String)
    /// A directory, device or pipe.
    case notRegularFile(file: String)
    /// Larger than `limit` bytes.
    case tooLarge(file: String, limit: Int)
    case diskFull(file: String)
    /// The operating system refused to write; `code` is its `errno`.
    case unwritable(file: String, code: Int32)
}
