import Digest
import Foundation
import Synchronization

/// A data file read into memory, with its digest.
struct DatasetFile: Sendable {
    /// Larger files are refused: the largest that this library knows has 17 MB.
    static let sizeLimit = 512 << 20

    let path: String
    let bytes: [UInt8]
    private let stamp: Stamp

    /// What tells one state of a file from another without reading it.
    private struct Stamp: Hashable, Sendable {
        var path: String
        var size: Int
        var modified: Date
        var inode: UInt64
    }

    private static let digests = Mutex<[Stamp: String]>([:])

    init(_ file: URL) throws {
        path = file.path
        let attributes: [FileAttributeKey: Any]
        do {
            let resolved = file.resolvingSymlinksInPath().path
            attributes = try FileManager.default.attributesOfItem(atPath: resolved)
        } catch {
            throw DatasetError.unreadableFile(path: file.path, reason: error.localizedDescription)
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw DatasetError.notAFile(path: file.path)
        }
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard size <= Self.sizeLimit else {
            throw DatasetError.fileTooLarge(path: file.path, bytes: size, limit: Self.sizeLimit)
        }
        do {
            bytes = try Self.read(file, expecting: size)
        } catch let error as DatasetError {
            throw error
        } catch {
            throw DatasetError.unreadableFile(path: file.path, reason: error.localizedDescription)
        }
        stamp = Stamp(
            path: file.path, size: size, modified: attributes[.modificationDate] as? Date ?? .distantPast,
            inode: (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0)
    }

    /// SHA-256 of the bytes that were read. Remembered in this process while the file stays as it is.
    var sha256: String {
        if let known = Self.digests.withLock({ $0[stamp] }) { return known }
        let digest = Digest.sha256(bytes)
        Self.digests.withLock { $0[stamp] = digest }
        return digest
    }

    /// Reads in pieces: mapping the file would end the process if it were cut short meanwhile, and reading it at once
    /// would need twice its size.
    private static func read(_ file: URL, expecting size: Int) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes.append(contentsOf: piece)
            guard bytes.count <= sizeLimit else {
                throw DatasetError.fileTooLarge(path: file.path, bytes: bytes.count, limit: sizeLimit)
            }
        }
        return bytes
    }
}
