/// Why a notebook's file could not be read.
package enum NotebookFileError: Error, Sendable, Hashable {
    case noSuchFile(path: String)
    case isDirectory(path: String)
    /// The first byte that is not UTF-8: its line and column (in characters, both from 1) and its offset from 0.
    case notUTF8(path: String, line: Int, column: Int, offset: Int)
    /// A Jupyter notebook or a record, where Markdown is meant.
    case isJupyter(path: String)
    case tooLarge(path: String, limit: Int)
    /// With the operating system's reason.
    case unreadable(path: String, reason: String)
}
