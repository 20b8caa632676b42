/// The large arrays and dictionaries of the library that cells were given last. `data.labels[i]` in a loop asks for the
/// same one at every turn, and to make it anew takes as long as it is.
struct HandedOver {
    private struct Entry {
        var type: ObjectIdentifier
        /// The storage's address. It stays what it is, for ``original`` holds it.
        var address: UnsafeRawPointer
        var original: Any
        var object: AnyObject
    }

    /// Smaller ones are as quickly made as found.
    private static let smallest = 64
    private static let limit = 8
    /// The latest last.
    private var entries: [Entry] = []

    /// The object that was made of `original`, or what `make` makes of it now. Whoever changes the object copies it, as
    /// it does with any that somebody else holds.
    mutating func object<T: Collection, Object: AnyObject>(of original: T, make: () -> Object) -> Object {
        guard original.count >= Self.smallest else { return make() }
        // Arrays and dictionaries are one pointer to their storage.
        precondition(MemoryLayout<T>.size == MemoryLayout<UnsafeRawPointer>.size, "one pointer")
        let address = unsafeBitCast(original, to: UnsafeRawPointer.self)
        let type = ObjectIdentifier(T.self)
        if let index = entries.firstIndex(where: { $0.address == address && $0.type == type }) {
            let entry = entries.remove(at: index)
            entries.append(entry)
            return unsafeDowncast(entry.object, to: Object.self)
        }
        let object = make()
        if entries.count == Self.limit { entries.removeFirst() }
        entries.append(Entry(type: type, address: address, original: original, object: object))
        return object
    }
}
