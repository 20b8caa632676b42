import Crypto
package import Foundation

/// SHA-256 digests as 64 lower-case hexadecimal digits (FIPS 180-4), and MD5.
package enum Digest {
    package static func sha256(_ bytes: some DataProtocol) -> String { hex(SHA256.hash(data: bytes)) }

    package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

    /// Reads the file in pieces of 1 MiB. Throws what `FileHandle` throws when it cannot be read.
    package static func sha256(contentsOf file: URL) throws -> String { try digest(of: file, by: SHA256()) }

    /// MD5 (RFC 1321) as 32 digits, for sums that others publish. Reads and throws as ``sha256(contentsOf:)``.
    package static func md5(contentsOf file: URL) throws -> String { try digest(of: file, by: Insecure.MD5()) }

    private static func digest(of file: URL, by function: some HashFunction) throws -> String {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hasher = function
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hasher.update(data: piece) }
        return hex(hasher.finalize())
    }

    /// Of bytes that come piece by piece.
    package struct Stream {
        private var hasher = SHA256()
        package init() {}
        package mutating func update(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }
        package func finish() -> String { hex(hasher.finalize()) }
    }

    private static func hex(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
