import Digest
import Foundation

/// A store of bytes by key on disk, for what is costly to compute again. Several processes may use it at once; it never
/// answers with anything but what was put in, and forgets what was not used for longest when it grows too large.
///
///     <directory>/ab/abcdef….cell     "hanji-cell 1 <length> <SHA-256 of the content>\n<content>"
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
    package func content(of key: String) -> [UInt8]? {
        let path = path(key)
        guard let bytes = try? AtomicFile.read(path) else { return nil }
        guard let content = Self.content(of: bytes) else {
            unlink(path)
            return nil
        }
        // Entries go in the order of their last use.
        utimes(path, nil)
        return content
    }

    private static func content(of bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: mark.utf8), let end = bytes.firstIndex(of: 0x0A) else { return nil }
        let fields = String(decoding: bytes[mark.utf8.count..<end], as: UTF8.self).split(separator: " ")
        let content = Array(bytes[(end + 1)...])
        guard fields.count == 2, Int(fields[0]) == content.count, fields[1] == Digest.sha256(content) else {
            return nil
        }
        return content
    }

    /// Keeps `content` under `key`. What is larger than the store may be is not kept; when the disk is full or the folder
    /// cannot be written, an error says so and the store is as it was.
    package func put(_ content: [UInt8], under key: String) throws(AtomicFile.Failure) {
        let head = "\(Self.mark)\(content.count) \(Digest.sha256(content))\n"
        guard head.utf8.count + content.count <= sizeLimit else { return }
        let path = path(key)
        do {
            try FileManager.default.createDirectory(atPath: folder(key), withIntermediateDirectories: true)
        } catch {
            throw AtomicFile.Failure(code: errno)
        }
        try AtomicFile.write(Array(head.utf8) + content, to: path, isDurable: false)
        trim()
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

enum FileTime {
    /// When a file was last changed, in seconds since 1970.
    static func seconds(_ status: stat) -> Double {
        #if os(Linux)
            Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
        #else
            Double(status.st_mtimespec.tv_sec) + Double(status.st_mtimespec.tv_nsec) / 1e9
        #endif
    }
}
