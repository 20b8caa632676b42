import Foundation

/// Files that are there whole or not at all.
package enum AtomicFile {
    /// An `errno` of a system call that failed.
    package struct Failure: Error, Hashable {
        package var code: Int32
    }

    /// The file's bytes; `nil` when there is no such file.
    static func read(_ path: String) throws(Failure) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 {
            if errno == ENOENT { return nil }
            throw Failure(code: errno)
        }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Foundation.read(file, &piece, piece.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes.append(contentsOf: piece[..<count])
            } else if errno != EINTR {
                throw Failure(code: errno)
            }
        }
    }

    /// Replaces the content of `path`, or makes the file: writes beside it, flushes to the disk, renames. When any of
    /// this fails the old file is as it was and nothing is left beside it.
    ///
    /// - Parameter isDurable: Whether the content has to outlive a loss of power; without, the file is whole or not there
    ///   for other processes, and whoever reads it later must know a torn one.
    package static func write(_ bytes: [UInt8], to path: String, isDurable: Bool = true) throws(Failure) {
        try replace(path, isDurable: isDurable) { file throws(Failure) in
            let problem = bytes.withUnsafeBytes { bytes -> Failure? in
                do throws(Failure) {
                    try write(bytes, to: file)
                    return nil
                } catch {
                    return error
                }
            }
            if let problem { throw problem }
        }
    }

    /// As ``write(_:to:isDurable:)``, with the content written to the open file by `body`.
    static func replace(
        _ path: String, isDurable: Bool, _ body: (Int32) throws(Failure) -> Void
    ) throws(Failure) {
        let directory = RecordPath.directory(of: path)
        let (file, temporary) = try create(in: directory)
        var status = stat()
        // The permissions of a file that is replaced stay; those of a new one are what the mask allows.
        if stat(path, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
        do throws(Failure) {
            do throws(Failure) {
                try body(file)
                if isDurable, fsync(file) != 0 { throw Failure(code: errno) }
            } catch {
                close(file)
                throw error
            }
            // Some file systems say only here that the disk is full.
            if close(file) != 0 { throw Failure(code: errno) }
            if rename(temporary, path) != 0 { throw Failure(code: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        if isDurable { flush(directory: directory) }
    }

    /// A new file that no other process has, its name independent of how long the final name is. A lock is held on it
    /// as long as it is being written, so that one that was left behind can be told from one in use.
    private static func create(in directory: String) throws(Failure) -> (file: Int32, path: String) {
        sweep(directory)
        for attempt in 0..<1000 {
            let path = RecordPath.join(directory, "\(prefix)\(getpid())-\(attempt)\(suffix)")
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if file < 0 {
                if errno != EEXIST { throw Failure(code: errno) }
                continue
            }
            var status = stat()
            // Another process may have swept the file away before it was locked.
            if flock(file, LOCK_EX) != 0 || (fstat(file, &status) == 0 && status.st_nlink > 0) { return (file, path) }
            close(file)
        }
        throw Failure(code: EEXIST)
    }

    private static let prefix = ".hanji-"
    private static let suffix = ".tmp"

    /// Removes what a process that was killed has left beside its file.
    private static func sweep(_ directory: String) {
        guard let stream = opendir(directory) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { continue }
            let path = RecordPath.join(directory, name)
            let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            // Whoever writes it holds the lock.
            if flock(file, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            close(file)
        }
    }

    /// Writes all bytes at the file's position.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(Failure) {
        var rest = bytes
        while let base = rest.baseAddress, !rest.isEmpty {
            let count = Foundation.write(file, base, min(rest.count, 1 << 20))
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                throw Failure(code: errno)
            }
        }
    }

    /// Makes the renaming itself last. Not every file system can; the content is whole either way.
    private static func flush(directory: String) {
        let file = open(directory, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

    /// Where a chain of symbolic links ends, whether or not there is a file; `path` itself when it is no link.
    static func resolvingLinks(_ path: String) throws(Failure) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink(path, &buffer, buffer.count)
            guard count >= 0 else { return path }  // no link, or nothing there
            let target = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            path = target.hasPrefix("/") ? target : RecordPath.join(RecordPath.directory(of: path), target)
        }
        throw Failure(code: ELOOP)
    }
}
