import Foundation

/// Records on disk.
package enum RecordFile {
    package enum Outcome: Hashable, Sendable {
        case written
        /// The file had these bytes already and was not touched.
        case unchanged
    }

    /// 64 MiB: what a lesson shows is a small part of that.
    package static let sizeLimit = 64 << 20

    /// The record at `path`, or `nil` when there is no such file.
    package static func read(_ path: String) throws(RecordError) -> Record? {
        guard let bytes = try bytes(path) else { return nil }
        return try NotebookFormat.decode(bytes, file: path)
    }

    /// Writes the record whole or not at all, through symbolic links. Throws ``RecordError/foreign(file:)`` instead of
    /// replacing a file that is no record; folders on the way must exist.
    @discardableResult
    package static func write(_ record: Record, to path: String) throws(RecordError) -> Outcome {
        let new = NotebookFormat.encode(record)
        guard new.count <= sizeLimit else { throw .tooLarge(file: path, limit: sizeLimit) }
        let target = try resolvingLinks(path)
        if let old = try bytes(path) {
            if old == new { return .unchanged }
            guard try NotebookFormat.isOurs(old, file: path) else { throw .foreign(file: path) }
        }
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(new, to: target)
        } catch {
            throw unwritable(path, error)
        }
        return .written
    }

    /// The file's content, `nil` when there is no such file. What is no regular file is not opened: a pipe would block.
    private static func bytes(_ path: String) throws(RecordError) -> [UInt8]? {
        var status = stat()
        if stat(path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegularFile(file: path) }
            guard status.st_size <= sizeLimit else { throw .tooLarge(file: path, limit: sizeLimit) }
        }
        do throws(AtomicFile.Failure) {
            return try AtomicFile.read(path)
        } catch {
            throw .unreadable(file: path, code: error.code)
        }
    }

    private static func resolvingLinks(_ path: String) throws(RecordError) -> String {
        do throws(AtomicFile.Failure) {
            return try AtomicFile.resolvingLinks(path)
        } catch {
            throw unwritable(path, error)
        }
    }

    static func unwritable(_ path: String, _ failure: AtomicFile.Failure) -> RecordError {
        switch failure.code {
        case ENOSPC, EDQUOT: .diskFull(file: path)
        default: .unwritable(file: path, code: failure.code)
        }
    }
}
