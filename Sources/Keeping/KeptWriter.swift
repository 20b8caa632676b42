/// Values as bytes, handed on piece by piece so that large ones are never there twice.
package final class KeptWriter {
    private var buffer: [UInt8] = []
    private var numbers: [ObjectIdentifier: Int] = [:]
    /// Held, so that no other object can get the address of one that was written.
    private var objects: [AnyObject] = []
    private let limit: Int
    private let sink: (UnsafeRawBufferPointer) throws -> Void
    /// Bytes written so far.
    package private(set) var count = 0

    private static let pieceSize = 1 << 18

    /// - Parameters:
    ///   - limit: More bytes are an error, ``KeepingError/tooLarge``.
    ///   - sink: Takes the bytes, a piece at a time.
    package init(limit: Int = .max, sink: @escaping (UnsafeRawBufferPointer) throws -> Void) {
        self.limit = limit
        self.sink = sink
        buffer.reserveCapacity(Self.pieceSize)
    }

    /// Hands on what is left.
    package func finish() throws {
        try buffer.withUnsafeBytes(sink)
        buffer.removeAll(keepingCapacity: true)
    }

    package func bytes(_ bytes: UnsafeRawBufferPointer) throws {
        count += bytes.count
        if count > limit { throw KeepingError.tooLarge }
        if buffer.count + bytes.count > Self.pieceSize { try finish() }
        if bytes.count > Self.pieceSize { return try sink(bytes) }
        buffer.append(contentsOf: bytes)
    }

    package func int(_ value: Int) throws { try withUnsafeBytes(of: value) { try bytes($0) } }
    package func double(_ value: Double) throws { try int(Int(bitPattern: UInt(value.bitPattern))) }
    package func bool(_ value: Bool) throws { try int(value ? 1 : 0) }

    package func string(_ value: String) throws {
        var value = value
        try value.withUTF8 { utf8 in
            try int(utf8.count)
            try bytes(UnsafeRawBufferPointer(utf8))
        }
    }

    /// The memory of a value that holds no reference, with its padding: equal values need not give equal bytes.
    package func plain<T>(_ value: T) throws {
        guard _isPOD(T.self) else { throw KeepingError.unkeepable("\(T.self)") }
        try withUnsafeBytes(of: value) { try bytes($0) }
    }

    package func array<T: BitwiseCopyable>(_ values: [T]) throws { try values.withUnsafeBufferPointer(elements) }

    /// Their number, then their bytes.
    package func elements<T: BitwiseCopyable>(_ values: UnsafeBufferPointer<T>) throws {
        try int(values.count)
        try bytes(UnsafeRawBufferPointer(values))
    }

    package func list<T>(_ values: [T], _ write: (T) throws -> Void) throws {
        try int(values.count)
        for value in values { try write(value) }
    }

    package func optional<T>(_ value: T?, _ write: (T) throws -> Void) throws {
        try bool(value != nil)
        if let value { try write(value) }
    }

    package func value(_ value: some Keepable) throws { try value.keep(in: self) }
    package func value(_ value: (some Keepable)?) throws { try optional(value) { try $0.keep(in: self) } }

    /// Writes an object where it comes first, and its number wherever it comes again.
    package func object<T: AnyObject>(_ object: T, _ write: (T) throws -> Void) throws {
        if let number = numbers[ObjectIdentifier(object)] { return try int(number) }
        try int(-1)
        try write(object)
        // Behind its parts, as it can be made only after them.
        numbers[ObjectIdentifier(object)] = objects.count
        objects.append(object)
    }
}
