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
    package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let directory = RecordPath.directory(of: path)
        let (file, temporary) = try create(in: directory)
        var status = stat()
        // The permissions of a file that is replaced stay; those of a new one are what the mask allows.
        if stat(path, &status) == 0 { fchmod(file, status.st_mode & 0o7777) }
        do throws(Failure) {
            do throws(Failure) {
                try write(bytes, to: file)
                if fsync(file) != 0 { throw Failure(code: errno) }
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
        flush(directory: directory)
    }

    /// A new file that no other process has, its name independent of how long the final name is.
    private static func create(in directory: String) throws(Failure) -> (file: Int32, path: String) {
        for attempt in 0..<1000 {
            let path = RecordPath.join(directory, ".hanji-\(getpid())-\(attempt).tmp")
            let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if file >= 0 { return (file, path) }
            if errno != EEXIST { throw Failure(code: errno) }
        }
        throw Failure(code: EEXIST)
    }

    private static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(1 << 20))
            let count = Foundation.write(file, piece, piece.count)
            if count >= 0 {
                rest = rest.dropFirst(count)
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
