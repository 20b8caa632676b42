import Outputs

/// How cells call the library, and the library calls closures of cells.
///
/// A call's arguments stand in a window of registers, words and references apart; its results take their place. A host
/// function reads its arguments in order with ``HostFrame/read(_:)`` and writes its results with ``HostFrame/write(_:)``.

/// A function of the library as the machine calls it. Made by the generator from the interface file.
package typealias HostFunction = @Sendable (inout HostFrame) throws -> Void

/// The window of one call.
package struct HostFrame {
    // A frame lives no longer than the call, and counts nothing: calls are many.
    package unowned(unsafe) let machine: Machine
    private let typeList: UnsafeMutablePointer<[RuntimeType]>
    private let bits: UnsafeMutablePointer<Int>
    private let refs: UnsafeMutablePointer<AnyObject?>
    private var bitsCursor = 0
    private var refsCursor = 0
    /// How many references were arguments; known once the results begin.
    private var refsRead = 0

    init(
        machine: Machine, bits: UnsafeMutablePointer<Int>, refs: UnsafeMutablePointer<AnyObject?>,
        types: UnsafeMutablePointer<[RuntimeType]>
    ) {
        self.machine = machine
        self.bits = bits
        self.refs = refs
        typeList = types
    }

    /// The runtime types of the call's generic parameters, for intrinsics.
    package var types: [RuntimeType] { typeList.pointee }

    package mutating func read<T: Bridged>(_ type: T.Type = T.self) -> T { T(from: &self) }

    /// Begins the results, which overwrite the arguments.
    package mutating func beginResults() {
        refsRead = max(refsRead, refsCursor)
        bitsCursor = 0
        refsCursor = 0
    }

    /// Lets go of the arguments that no result has overwritten. They would keep what they refer to from being changed
    /// where it stands: an array that was asked for its length would be copied when it next grows.
    func end() {
        var index = refsCursor
        while index < refsRead {
            refs[index] = nil
            index += 1
        }
    }

    package mutating func write(_ value: some Bridged) { value.write(to: &self) }

    /// The registers at the cursor, for code that knows what stands there.
    var words: UnsafeMutablePointer<Int> { bits + bitsCursor }
    var objects: UnsafeMutablePointer<AnyObject?> { refs + refsCursor }
    mutating func skip(_ layout: Layout) {
        bitsCursor += layout.bits
        refsCursor += layout.refs
    }

    package mutating func readWord() -> Int {
        defer { bitsCursor += 1 }
        return bits[bitsCursor]
    }
    package mutating func writeWord(_ word: Int) {
        bits[bitsCursor] = word
        bitsCursor += 1
    }
    package mutating func readObject() -> AnyObject? {
        defer { refsCursor += 1 }
        return refs[refsCursor]
    }
    /// Moves the object out of its register, so that the caller holds the only reference if there is but one.
    package mutating func takeObject() -> AnyObject? {
        defer {
            refs[refsCursor] = nil
            refsCursor += 1
        }
        return refs[refsCursor]
    }
    package mutating func writeObject(_ object: AnyObject?) {
        refs[refsCursor] = object
        refsCursor += 1
    }

    /// The words and references of a value of the given layout, for code that handles any type.
    package mutating func readSlots(_ layout: Layout) -> Slots {
        var slots = Slots()
        for _ in 0..<layout.bits { slots.bits.append(readWord()) }
        for _ in 0..<layout.refs { slots.refs.append(readObject()) }
        return slots
    }
    package mutating func writeSlots(_ slots: Slots) {
        for word in slots.bits { writeWord(word) }
        for object in slots.refs { writeObject(object) }
    }
}

/// The registers of one value of any type.
package struct Slots {
    package var bits: [Int] = []
    package var refs: [AnyObject?] = []
    package init() {}
    package init(bits: [Int], refs: [AnyObject?]) {
        self.bits = bits
        self.refs = refs
    }
}

/// A Swift type that passes between the library and cells.
package protocol Bridged {
    static var runtimeType: RuntimeType { get }
    init(from frame: inout HostFrame)
    func write(to frame: inout HostFrame)
    /// The elements of an array of cells, and an array for cells.
    static func elements(of object: ArrayObject, _ machine: Machine) -> [Self]
    static func object(of elements: [Self], _ machine: Machine) -> ArrayObject
}

extension Int: Bridged {
    package static func elements(of object: ArrayObject, _ machine: Machine) -> [Int] { object.bits }
    package static func object(of elements: [Int], _ machine: Machine) -> ArrayObject { ArrayObject(words: elements) }
    package static var runtimeType: RuntimeType { .int }
    package init(from frame: inout HostFrame) { self = frame.readWord() }
    package func write(to frame: inout HostFrame) { frame.writeWord(self) }
}

extension Double: Bridged {
    package static var runtimeType: RuntimeType { .double }
    package init(from frame: inout HostFrame) { self = double(frame.readWord()) }
    package func write(to frame: inout HostFrame) { frame.writeWord(word(self)) }
}

extension Bool: Bridged {
    package static var runtimeType: RuntimeType { .bool }
    package init(from frame: inout HostFrame) { self = frame.readWord() != 0 }
    package func write(to frame: inout HostFrame) { frame.writeWord(word(self)) }
}

extension String: Bridged {
    package static var runtimeType: RuntimeType { .string }
    package init(from frame: inout HostFrame) { self = string(frame.readObject()) }
    package func write(to frame: inout HostFrame) { frame.writeObject(StringObject(self)) }
    package static func object(of elements: [String], _ machine: Machine) -> ArrayObject {
        ArrayObject(references: elements.map(StringObject.init))
    }
}

extension Character: Bridged {
    package static var runtimeType: RuntimeType { .character }
    package init(from frame: inout HostFrame) { self = Character(string(frame.readObject())) }
    package func write(to frame: inout HostFrame) { frame.writeObject(StringObject(String(self))) }
}

extension Optional: Bridged where Wrapped: Bridged {
    package static var runtimeType: RuntimeType { .optional(Wrapped.runtimeType) }
    package init(from frame: inout HostFrame) {
        if Wrapped.runtimeType.isPlainReference {
            var copy = frame
            if copy.readObject() == nil {
                _ = frame.readObject()
                self = nil
            } else {
                self = frame.read(Wrapped.self)
            }
        } else if frame.readWord() != 0 {
            self = frame.read(Wrapped.self)
        } else {
            _ = frame.readSlots(Wrapped.runtimeType.layout)
            self = nil
        }
    }
    package func write(to frame: inout HostFrame) {
        let type = Wrapped.runtimeType
        if !type.isPlainReference { frame.writeWord(self == nil ? 0 : 1) }
        if let self {
            frame.write(self)
        } else {
            frame.writeSlots(
                Slots(
                    bits: Array(repeating: 0, count: type.layout.bits),
                    refs: Array(repeating: nil, count: type.layout.refs)))
        }
    }
}

extension Array: Bridged where Element: Bridged {
    package static var runtimeType: RuntimeType { .array(Element.runtimeType) }

    package init(from frame: inout HostFrame) {
        self = Element.elements(of: array(frame.readObject()), frame.machine)
    }

    package func write(to frame: inout HostFrame) {
        let machine = frame.machine
        frame.writeObject(machine.handedOver.object(of: self) { Element.object(of: self, machine) })
    }
}

extension Bridged {
    package static func elements(of object: ArrayObject, _ machine: Machine) -> [Self] {
        guard object.count > 0 else { return [] }
        var slots = Slots(bits: object.bits, refs: object.refs)
        return slots.withFrame(machine) { reader in (0..<object.count).map { _ in reader.read(Self.self) } }
    }

    package static func object(of elements: [Self], _ machine: Machine) -> ArrayObject {
        let layout = runtimeType.layout
        let object = ArrayObject(layout: layout)
        var slots = Slots(
            bits: Array(repeating: 0, count: elements.count * layout.bits),
            refs: Array(repeating: nil, count: elements.count * layout.refs))
        slots.withFrame(machine) { writer in
            for element in elements { writer.write(element) }
        }
        object.set(elements.count, bits: slots.bits, refs: slots.refs)
        return object
    }
}

extension Dictionary: Bridged where Key: Bridged, Value: Bridged {
    package static var runtimeType: RuntimeType { .dictionary(Key.runtimeType, Value.runtimeType) }
    package init(from frame: inout HostFrame) {
        let object = dictionary(frame.readObject())
        let pairs = object.entries(machine: frame.machine) { ($0.read(Key.self), $1.read(Value.self)) }
        self = Dictionary(pairs, uniquingKeysWith: { _, last in last })
    }
    /// Written in Swift's own order, which `SWIFT_DETERMINISTIC_HASHING` fixes.
    package func write(to frame: inout HostFrame) {
        let machine = frame.machine
        frame.writeObject(
            machine.handedOver.object(of: self) {
                let object = DictionaryObject(key: Key.runtimeType, value: Value.runtimeType, capacity: count)
                for (key, value) in self { object.set(Slots.of(key, machine), Slots.of(value, machine)) }
                return object
            })
    }
}

extension Slots {
    /// The registers of a value of the library.
    package static func of(_ value: some Bridged, _ machine: Machine) -> Slots {
        let layout = type(of: value).runtimeType.layout
        var slots = Slots(
            bits: Array(repeating: 0, count: layout.bits), refs: Array(repeating: nil, count: layout.refs))
        slots.withFrame(machine) { $0.write(value) }
        return slots
    }

    /// The addresses of the words and references.
    mutating func withPointers<T>(
        _ body: (UnsafeMutablePointer<Int>, UnsafeMutablePointer<AnyObject?>) -> T
    ) -> T {
        // One spare slot each, so that the buffers have an address.
        bits.append(0)
        refs.append(nil)
        defer {
            bits.removeLast()
            refs.removeLast()
        }
        return bits.withUnsafeMutableBufferPointer { words in
            refs.withUnsafeMutableBufferPointer { objects in
                body(words.baseAddress.unsafelyUnwrapped, objects.baseAddress.unsafelyUnwrapped)
            }
        }
    }

    /// A frame over these slots.
    mutating func withFrame<T>(_ machine: Machine, _ body: (inout HostFrame) -> T) -> T {
        withPointers { words, objects in
            var frame = HostFrame(machine: machine, bits: words, refs: objects, types: machine.noTypes)
            return body(&frame)
        }
    }
}

extension Range: Bridged where Bound == Int {
    package static var runtimeType: RuntimeType { .range(.halfOpen) }
    package init(from frame: inout HostFrame) {
        let lower = frame.readWord()
        self = lower..<Swift.max(lower, frame.readWord())
    }
    package func write(to frame: inout HostFrame) {
        frame.writeWord(lowerBound)
        frame.writeWord(upperBound)
    }
}

extension ClosedRange: Bridged where Bound == Int {
    package static var runtimeType: RuntimeType { .range(.closed) }
    package init(from frame: inout HostFrame) {
        let lower = frame.readWord()
        self = lower...Swift.max(lower, frame.readWord())
    }
    package func write(to frame: inout HostFrame) {
        frame.writeWord(lowerBound)
        frame.writeWord(upperBound)
    }
}

extension PartialRangeFrom: Bridged where Bound == Int {
    package static var runtimeType: RuntimeType { .range(.from) }
    package init(from frame: inout HostFrame) { self = frame.readWord()... }
    package func write(to frame: inout HostFrame) { frame.writeWord(lowerBound) }
}

extension PartialRangeUpTo: Bridged where Bound == Int {
    package static var runtimeType: RuntimeType { .range(.upTo) }
    package init(from frame: inout HostFrame) { self = ..<frame.readWord() }
    package func write(to frame: inout HostFrame) { frame.writeWord(upperBound) }
}

extension PartialRangeThrough: Bridged where Bound == Int {
    package static var runtimeType: RuntimeType { .range(.through) }
    package init(from frame: inout HostFrame) { self = ...frame.readWord() }
    package func write(to frame: inout HostFrame) { frame.writeWord(upperBound) }
}

/// A type of the library whose values cells hold without looking inside.
package protocol HostedValue: Bridged {
    static var interfaceName: String { get }
}

extension HostedValue {
    package static var runtimeType: RuntimeType { .host(interfaceName) }
    package init(from frame: inout HostFrame) {
        self = unsafeDowncast(frame.readObject().unsafelyUnwrapped, to: Hosted<Self>.self).value
    }
    package func write(to frame: inout HostFrame) { frame.writeObject(Hosted(self)) }
}

extension HostFrame {
    /// Changes the library value in the next register in place, or a copy of it when others hold it too.
    /// Returns the object, which the caller writes as a result.
    package mutating func mutate<Value: HostedValue>(
        _ type: Value.Type, after rest: (inout HostFrame) throws -> (inout Value) throws -> Void
    ) throws -> HostObject {
        var object = unsafeDowncast(takeObject().unsafelyUnwrapped, to: Hosted<Value>.self)
        let change = try rest(&self)
        if !isKnownUniquelyReferenced(&object) {
            machine.letGo()
            if !isKnownUniquelyReferenced(&object) { object = Hosted(object.value) }
        }
        try change(&object.value)
        return object
    }

    /// A value of type `Any`: what was boxed, as Swift's own.
    package mutating func readAny() -> Any {
        unsafeDowncast(readObject().unsafelyUnwrapped, to: AnyObjectBox.self).bridged(machine)
    }

    /// A value of type `any P`, which the checker has seen conform.
    package mutating func readExistential<P>(as type: P.Type) throws -> P {
        guard let value = readAny() as? P else { throw Trap(.unreachable) }
        return value
    }

    package mutating func readExistentials<P>(as type: P.Type) throws -> [P] {
        try array(readObject()).refs.map { object in
            let box = unsafeDowncast(object.unsafelyUnwrapped, to: AnyObjectBox.self)
            guard let value = box.bridged(machine) as? P else { throw Trap(.unreachable) }
            return value
        }
    }

    package mutating func writeExistential(_ value: Any) throws {
        guard let hosted = value as? any HostedValue else { throw Trap(.unreachable) }
        writeObject(AnyObjectBox(hosting: hosted))
    }

    package mutating func writeExistentials(_ values: [Any]) throws {
        writeObject(
            ArrayObject(
                references: try values.map {
                    guard let hosted = $0 as? any HostedValue else { throw Trap(.unreachable) }
                    return AnyObjectBox(hosting: hosted)
                }))
    }

    /// An optional of a type that is no `Bridged` of its own: tuples.
    package mutating func readOptional<T>(_ layout: Layout, _ read: (inout HostFrame) throws -> T) throws -> T? {
        if readWord() != 0 { return try read(&self) }
        _ = readSlots(layout)
        return nil
    }

    /// A closure of a cell as a function of the library.
    package mutating func readClosure() -> CellClosure {
        CellClosure(object: closure(readObject()), machine: machine)
    }
}

/// A closure of a cell, callable by the library on the machine's own thread while a cell runs.
package struct CellClosure {
    let object: ClosureObject
    let machine: Machine

    /// What the library calls: an error of the closure becomes the cell's, and `fallback` stands in for its result.
    package func callAsFunction<each Argument: Bridged, Result: Bridged>(
        _ argument: repeat each Argument, fallback: Result
    ) -> Result {
        Failure.guarded(fallback) { try self(repeat each argument, returning: Result.self) }
    }

    /// The same for a closure without a result.
    package func perform<each Argument: Bridged>(_ argument: repeat each Argument) {
        Failure.guarded(()) {
            try machine.call(object) { frame in
                repeat frame.write(each argument)
            } read: { _ in
            }
        }
    }

    /// A closure whose result is a list of `any P`.
    package func list<P>(of type: P.Type) -> [P] {
        Failure.guarded([]) {
            var result: [P] = []
            var failure: (any Error)?
            try machine.call(object) { _ in
            } read: { frame in
                do { result = try frame.readExistentials(as: type) } catch { failure = error }
            }
            if let failure { throw failure }
            return result
        }
    }

    /// Errors of the closure, traps included, are thrown.
    package func callAsFunction<each Argument: Bridged, Result: Bridged>(
        _ argument: repeat each Argument, returning: Result.Type = Result.self
    ) throws -> Result {
        var result: Result?
        try machine.call(object) { frame in
            repeat frame.write(each argument)
        } read: { frame in
            result = frame.read(Result.self)
        }
        return result.unsafelyUnwrapped
    }
}
