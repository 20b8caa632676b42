import Digest
package import Foundation

/// A store of bytes by key on disk, for what is costly to compute again. Several processes may use it at once; it never
/// answers with anything but what was put in, and forgets what was not used for longest when it grows too large.
///
///     <directory>/ab/abcdef….cell     "hanji-cell 1 <length, 16 digits> <SHA-256>\n<content>"
///
/// An entry is written beside its place and renamed. It is not flushed to the disk: after a loss of power it may be
/// torn, which its length and digest tell, and then it is as if it had never been there.
package struct CellStore: Sendable {
    package struct Entry: Hashable, Sendable {
        package var key: String
        /// Bytes on disk.
        package var size: Int
        /// Seconds since 1970.
        package var lastUse: Double
    }

    package let directory: String
    /// Bytes that all entries may take together.
    package let sizeLimit: Int

    package static let defaultSizeLimit = 2 << 30

    package init(directory: String, sizeLimit: Int = CellStore.defaultSizeLimit) {
        self.directory = directory
        self.sizeLimit = sizeLimit
    }

    /// Where the store of this user is: `HANJI_CACHE`, else `hanji` in `XDG_CACHE_HOME` or `~/.cache`.
    package static func standardDirectory(_ environment: [String: String]) -> String? {
        func folder(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        if let own = environment["HANJI_CACHE"], !own.isEmpty { return own }
        if let caches = folder("XDG_CACHE_HOME") { return RecordPath.join(caches, "hanji") }
        return folder("HOME").map { RecordPath.join($0, ".cache/hanji") }
    }

    private static let mark = "hanji-cell 1 "
    private static let suffix = ".cell"

    /// Keys are hexadecimal digests, which cannot lead out of the directory.
    package static func isKey(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
    }

    private func path(_ key: String) -> String {
        precondition(Self.isKey(key), "a key is a SHA-256 in hexadecimal digits")
        return RecordPath.join(folder(key), key + Self.suffix)
    }

    private func folder(_ key: String) -> String { RecordPath.join(directory, String(key.prefix(2))) }

    // MARK: Entries

    /// What was put in under `key`; `nil` when there is nothing, or nothing that is whole. What is damaged is removed.
    package func content(of key: String) -> [UInt8]? { withContent(of: key) { Array($0) } }

    /// What `read` makes of the content, which stands in the file and is not copied; `nil` as ``content(of:)``.
    package func withContent<Result>(
        of key: String, _ read: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result? {
        let path = path(key)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return nil }
        let size = Int(status.st_size)
        // An entry is never changed, only replaced or removed, and both leave what is mapped as it is.
        guard size >= Self.headLength, let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0),
            memory != MAP_FAILED
        else {
            unlink(path)
            return nil
        }
        defer { munmap(memory, size) }
        let bytes = UnsafeRawBufferPointer(start: memory, count: size)
        let content = UnsafeRawBufferPointer(rebasing: bytes[Self.headLength...])
        var digest = Digest.Stream()
        digest.update(content)
        guard bytes[..<Self.headLength].elementsEqual(Self.head(content.count, digest.finish()).utf8) else {
            unlink(path)
            return nil
        }
        // Entries go in the order of their last use.
        futimes(file, nil)
        return try read(content)
    }

    private static func head(_ length: Int, _ digest: String) -> String {
        let digits = String(length)
        return "\(mark)\(String(repeating: "0", count: max(0, 16 - digits.count)))\(digits) \(digest)\n"
    }

    private static let headLength = mark.utf8.count + 16 + 1 + 64 + 1

    /// Keeps `content` under `key`. What is larger than the store may be is not kept; when the disk is full or the folder
    /// cannot be written, an error says so and the store is as it was.
    package func put(_ content: [UInt8], under key: String) throws(AtomicFile.Failure) {
        guard Self.headLength + content.count <= sizeLimit else { return }
        do {
            try put(under: key) { write in try content.withUnsafeBytes(write) }
        } catch let error as AtomicFile.Failure {
            throw error
        } catch {
            throw AtomicFile.Failure(code: EIO)
        }
        trim()
    }

    /// Keeps what `body` hands on piece by piece, and does not ``trim()``. Throws what `body` throws, and
    /// ``AtomicFile/Failure``; the store is then as it was.
    package func put(
        under key: String, _ body: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder(key), withIntermediateDirectories: true)
        } catch {
            throw AtomicFile.Failure(code: errno)
        }
        var problem: (any Error)?
        do throws(AtomicFile.Failure) {
            try AtomicFile.replace(path(key), isDurable: false) { file throws(AtomicFile.Failure) in
                do {
                    try write(to: file, body)
                } catch let error as AtomicFile.Failure {
                    throw error
                } catch {
                    problem = error
                    throw AtomicFile.Failure(code: ECANCELED)
                }
            }
        } catch {
            throw problem ?? error
        }
    }

    /// The head is written when length and digest are known.
    private func write(
        to file: Int32, _ body: (@escaping (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws {
        guard lseek(file, off_t(Self.headLength), SEEK_SET) >= 0 else { throw AtomicFile.Failure(code: errno) }
        var digest = Digest.Stream()
        var length = 0
        try body { piece in
            length += piece.count
            guard Self.headLength + length <= sizeLimit else { throw AtomicFile.Failure(code: EFBIG) }
            digest.update(piece)
            try AtomicFile.write(piece, to: file)
        }
        guard lseek(file, 0, SEEK_SET) >= 0 else { throw AtomicFile.Failure(code: errno) }
        try Array(Self.head(length, digest.finish()).utf8).withUnsafeBytes { try AtomicFile.write($0, to: file) }
    }

    // MARK: The whole

    /// By last use, the latest first.
    package func entries() -> [Entry] {
        var entries: [Entry] = []
        for folder in Self.names(in: directory) where folder.utf8.count == 2 {
            let folder = RecordPath.join(directory, folder)
            for name in Self.names(in: folder) where name.hasSuffix(Self.suffix) {
                let key = String(name.dropLast(Self.suffix.count))
                var status = stat()
                // Another process may have removed it in the meantime.
                guard Self.isKey(key), stat(RecordPath.join(folder, name), &status) == 0 else { continue }
                entries.append(
                    Entry(key: key, size: Int(status.st_size), lastUse: FileTime.seconds(status)))
            }
        }
        return entries.sorted { ($0.lastUse, $0.key) > ($1.lastUse, $1.key) }
    }

    /// Forgets what was not used for longest, until the store is within its limit.
    package func trim() {
        var size = 0
        for entry in entries() {
            size += entry.size
            if size > sizeLimit { unlink(path(entry.key)) }
        }
    }

    /// Forgets everything. Returns how many entries there were.
    @discardableResult
    package func clear() -> Int {
        let entries = entries()
        for entry in entries { unlink(path(entry.key)) }
        for folder in Set(entries.map { folder($0.key) }) { rmdir(folder) }
        return entries.count
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}

package enum FileTime {
    /// When a file was last changed, in seconds since 1970.
    package static func seconds(_ status: stat) -> Double {
        #if os(Linux)
            Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
        #else
            Double(status.st_mtimespec.tv_sec) + Double(status.st_mtimespec.tv_nsec) / 1e9
        #endif
    }
}
