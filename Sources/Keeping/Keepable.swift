/// A value of the library that the cell store can keep: it writes its whole state, and is made again from what it wrote.
///
/// A class writes each object once (``KeptWriter/object(_:_:)``), so that what was one object is one again.
package protocol Keepable {
    /// Whether nothing that holds a copy can see a change made through another: false for classes, and for what holds
    /// them or closures.
    static var isPlainValue: Bool { get }
    /// Throws ``KeepingError/unkeepable(_:)`` when the state holds what cannot be written, closures above all.
    func keep(in writer: KeptWriter) throws
    /// Throws ``KeepingError/damaged`` when the bytes are not what ``keep(in:)`` wrote.
    static func restored(from reader: KeptReader) throws -> Self
}

/// What is plain memory is written as it is; the key of the store says which build of the engine knows it so.
extension Keepable {
    package static var isPlainValue: Bool { true }
    package func keep(in writer: KeptWriter) throws { try writer.plain(self) }
    package static func restored(from reader: KeptReader) throws -> Self { try reader.plain() }
}

package enum KeepingError: Error, Hashable {
    /// What it was that cannot be kept.
    case unkeepable(String)
    /// More bytes than it is worth.
    case tooLarge
    case damaged
}
