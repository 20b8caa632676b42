/// Reads what a ``KeptWriter`` has written. Every read is checked against the end of the bytes.
package final class KeptReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private var objects: [AnyObject] = []

    /// `bytes` must outlive the reader.
    package init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    package var isAtEnd: Bool { position == bytes.count }

    package func int() throws -> Int {
        guard bytes.count - position >= MemoryLayout<Int>.size else { throw KeepingError.damaged }
        defer { position += MemoryLayout<Int>.size }
        return bytes.loadUnaligned(fromByteOffset: position, as: Int.self)
    }

    package func double() throws -> Double { Double(bitPattern: UInt64(UInt(bitPattern: try int()))) }
    package func bool() throws -> Bool { try int() != 0 }

    /// The number of elements that take `size` bytes each, or at least one.
    package func count(of size: Int = 1) throws -> Int {
        let count = try int()
        guard count >= 0, count <= (bytes.count - position) / max(1, size) else { throw KeepingError.damaged }
        return count
    }

    /// The next bytes, which are not copied.
    package func raw(_ count: Int) throws -> UnsafeRawBufferPointer {
        guard count >= 0, bytes.count - position >= count else { throw KeepingError.damaged }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    package func string() throws -> String {
        let piece = try raw(try count())
        guard let text = String(validating: piece, as: UTF8.self) else { throw KeepingError.damaged }
        return text
    }

    /// What ``KeptWriter/plain(_:)`` wrote of the same type.
    package func plain<T>(_ type: T.Type = T.self) throws -> T {
        guard _isPOD(T.self) else { throw KeepingError.damaged }
        let piece = try raw(MemoryLayout<T>.size)
        return withUnsafeTemporaryAllocation(of: T.self, capacity: 1) { target in
            UnsafeMutableRawBufferPointer(target).copyMemory(from: piece)
            return target[0]
        }
    }

    package func array<T: BitwiseCopyable>(_ type: T.Type = T.self) throws -> [T] {
        let count = try count(of: MemoryLayout<T>.stride)
        let piece = try raw(count * MemoryLayout<T>.stride)
        return [T](unsafeUninitializedCapacity: count) { target, initialized in
            if let base = target.baseAddress, count > 0 {
                UnsafeMutableRawPointer(base).copyMemory(
                    from: piece.baseAddress.unsafelyUnwrapped, byteCount: piece.count)
            }
            initialized = count
        }
    }

    package func list<T>(_ read: () throws -> T) throws -> [T] { try (0..<count()).map { _ in try read() } }
    package func optional<T>(_ read: () throws -> T) throws -> T? { try bool() ? try read() : nil }

    package func value<T: Keepable>(_ type: T.Type = T.self) throws -> T { try T.restored(from: self) }
    package func value<T: Keepable>(_ type: T?.Type = T?.self) throws -> T? {
        try optional { try T.restored(from: self) }
    }

    /// An object where it comes first, and the same one wherever it comes again.
    package func object<T: AnyObject>(_ type: T.Type = T.self, _ make: () throws -> T) throws -> T {
        let number = try int()
        if number >= 0 {
            guard number < objects.count, let known = objects[number] as? T else { throw KeepingError.damaged }
            return known
        }
        let new = try make()
        objects.append(new)
        return new
    }
}
