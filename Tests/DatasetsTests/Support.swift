import Datasets
import Foundation
import Testing

/// Files of this folder, and archives made by hand to be wrong in one way.
enum Support {
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    static func bytes(of fixture: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: fixtures.appendingPathComponent(fixture)))
    }

    /// The directory with the real files, where the environment names one.
    static let realData = ProcessInfo.processInfo.environment["HANJI_DATA"].flatMap {
        FileManager.default.fileExists(atPath: $0 + "/imdb.npz") ? $0 : nil
    }

    /// Runs `body` with a new directory that holds `files`, and removes it.
    static func withDirectory<T>(_ files: [String: [UInt8]], _ body: (String) throws -> T) throws -> T {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("datasets-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, bytes) in files { try Data(bytes).write(to: directory.appendingPathComponent(name)) }
        return try body(directory.path)
    }

    /// The error that `body` throws, which must be one of this library.
    static func error(_ body: () throws -> Void) throws -> DatasetError {
        do { try body() } catch let error as DatasetError { return error }
        throw NothingThrown()
    }

    struct NothingThrown: Error {}
}

/// A zip archive of stored members, byte by byte.
struct ArchiveBuilder {
    struct Member {
        var name: String
        var data: [UInt8]
        var method = 0
        var flags = 0
        var checksum: UInt32?
        var size: Int?
        var compressedSize: Int?
        var headerOffset: Int?
        /// Sizes and offset go to a zip64 field.
        var isWide = false
    }

    var members: [Member]

    init(_ members: [Member]) { self.members = members }

    /// An archive with the one array `x`.
    init(x data: [UInt8]) { members = [Member(name: "x.npy", data: data)] }

    func bytes(comment: [UInt8] = [], wideEnd: Bool = false) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let offset = member.headerOffset ?? file.count
            let name = Array(member.name.utf8)
            let checksum = member.checksum ?? Self.crc32(member.data)
            let compressed = member.compressedSize ?? member.data.count
            let size = member.size ?? member.data.count
            file += Self.little(0x0403_4B50, 4) + Self.little(20, 2) + Self.little(member.flags, 2)
            file += Self.little(member.method, 2) + Self.little(0, 4) + Self.little(Int(checksum), 4)
            file += Self.little(compressed, 4) + Self.little(size, 4)
            file += Self.little(name.count, 2) + Self.little(0, 2) + name + member.data

            var extra: [UInt8] = []
            if member.isWide {
                extra = Self.little(1, 2) + Self.little(24, 2)
                extra += Self.little(size, 8) + Self.little(compressed, 8) + Self.little(offset, 8)
            }
            let all = 0xFFFF_FFFF
            directory += Self.little(0x0201_4B50, 4) + Self.little(20, 2) + Self.little(20, 2)
            directory += Self.little(member.flags, 2) + Self.little(member.method, 2) + Self.little(0, 4)
            directory += Self.little(Int(checksum), 4) + Self.little(member.isWide ? all : compressed, 4)
            directory += Self.little(member.isWide ? all : size, 4) + Self.little(name.count, 2)
            directory += Self.little(extra.count, 2) + Self.little(0, 10)
            directory += Self.little(member.isWide ? all : offset, 4) + name + extra
        }
        let start = file.count
        file += directory
        if wideEnd {
            let record = file.count
            file += Self.little(0x0606_4B50, 4) + Self.little(44, 8) + Self.little(45, 2) + Self.little(45, 2)
            file += Self.little(0, 4) + Self.little(0, 4) + Self.little(members.count, 8)
            file += Self.little(members.count, 8) + Self.little(directory.count, 8) + Self.little(start, 8)
            file += Self.little(0x0706_4B50, 4) + Self.little(0, 4) + Self.little(record, 8) + Self.little(1, 4)
        }
        file += Self.little(0x0605_4B50, 4) + Self.little(0, 4)
        file += Self.little(wideEnd ? 0xFFFF : members.count, 2) + Self.little(wideEnd ? 0xFFFF : members.count, 2)
        file += Self.little(directory.count, 4) + Self.little(wideEnd ? 0xFFFF_FFFF : start, 4)
        return file + Self.little(comment.count, 2) + comment
    }

    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
    }

    /// CRC-32 bit by bit: slow, and independent of zlib.
    static func crc32(_ bytes: [UInt8]) -> UInt32 {
        var value = UInt32.max
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
        }
        return ~value
    }
}

/// Arrays and pickles made by hand.
enum NPY {
    static func array(type: String = "|O", shape: String = "(2,)", _ body: [UInt8]) -> [UInt8] {
        header("{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }") + body
    }

    static func header(_ text: String, version: [UInt8] = [1, 0]) -> [UInt8] {
        let padded = Array((text + "\n").utf8)
        let length = ArchiveBuilder.little(padded.count, version[0] == 1 ? 2 : 4)
        return [0x93] + Array("NUMPY".utf8) + version + length + padded
    }

    /// What NumPy writes before the array's list: the array, and the type, without memo.
    static func prologue(count: UInt8 = 2) -> [UInt8] {
        [0x80, 4] + global("numpy._core.multiarray", "_reconstruct") + global("numpy", "ndarray")
            + [0x4B, 0, 0x85, 0x43, 1, 0x62, 0x87, 0x52]  // _reconstruct(ndarray, (0,), b'b')
            + [0x28, 0x4B, 1, 0x4B, count, 0x85] + global("numpy", "dtype") + text("O8") + [0x89, 0x88, 0x87, 0x52]
            + [0x28, 0x4B, 3] + text("|") + [0x4E, 0x4E, 0x4E] + [0x4A, 255, 255, 255, 255, 0x4A, 255, 255, 255, 255]
            + [0x4B, 63, 0x74, 0x62, 0x89]
    }

    /// The end: tuple, BUILD, STOP.
    static let epilogue: [UInt8] = [0x74, 0x62, 0x2E]

    /// `[[1, 2], [300]]`
    static let twoLists: [UInt8] =
        [0x5D, 0x28] + [0x5D, 0x28, 0x4B, 1, 0x4B, 2, 0x65] + [0x5D, 0x4D, 44, 1, 0x61] + [0x65]

    static func pickle(_ list: [UInt8] = twoLists, count: UInt8 = 2) -> [UInt8] {
        prologue(count: count) + list + epilogue
    }

    static func text(_ text: String) -> [UInt8] { [0x8C, UInt8(text.utf8.count)] + Array(text.utf8) }

    static func global(_ module: String, _ name: String) -> [UInt8] { text(module) + text(name) + [0x93] }

    /// Reads an archive with one object array whose body is `body`.
    static func read(_ body: [UInt8], shape: String = "(2,)") throws -> [[Int32]] {
        let archive = ArchiveBuilder(x: array(shape: shape, body)).bytes()
        let lists = try NPZFile(path: "x.npz", bytes: archive).integerLists("x")
        return (0..<lists.count).map { Array(lists[$0]) }
    }
}
