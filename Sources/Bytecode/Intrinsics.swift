import Foundation
import Outputs

/// The operations of the standard library that need the machine's own objects: they work on values of any type, whose
/// runtime types come with the call. Named as the interface file of the standard library names them.
package struct Intrinsic: Sendable {
    package let name: String
    let body: @Sendable (inout HostFrame) throws -> Void

    private init(_ name: String, _ body: @escaping @Sendable (inout HostFrame) throws -> Void) {
        self.name = name
        self.body = body
    }

    package static func index(of name: String) -> Int? { indices[name] }
    private static let indices = Dictionary(uniqueKeysWithValues: table.enumerated().map { ($1.name, $0) })

    package static let table: [Intrinsic] = values + arrays + dictionaries + strings + maths

    // MARK: Any value

    private static let values: [Intrinsic] = [
        // print(_ items: Any..., separator: String, terminator: String)
        Intrinsic("print") { frame in
            let items = array(frame.readObject()).elements.map { $0.describe(.existential) }
            let (separator, terminator) = (frame.read(String.self), frame.read(String.self))
            Outputs.emit(.stream(.stdout, items.joined(separator: separator) + terminator))
        },
        // describe<T>(_ value: T) -> String
        Intrinsic("describe") { frame in
            let text = frame.readSlots(frame.types[0].layout).describe(frame.types[0])
            frame.beginResults()
            frame.write(text)
        },
        // describeForDebugging<T>(_ value: T) -> String
        Intrinsic("describeForDebugging") { frame in
            let text = frame.readSlots(frame.types[0].layout).describe(frame.types[0], debug: true)
            frame.beginResults()
            frame.write(text)
        },
        // equal<T>(_ a: T, _ b: T) -> Bool
        Intrinsic("equal") { frame in
            let layout = frame.types[0].layout
            let (a, b) = (frame.readSlots(layout), frame.readSlots(layout))
            frame.beginResults()
            frame.write(a.equals(b, frame.types[0]))
        },
        // less<T>(_ a: T, _ b: T) -> Bool
        Intrinsic("less") { frame in
            let layout = frame.types[0].layout
            let (a, b) = (frame.readSlots(layout), frame.readSlots(layout))
            frame.beginResults()
            frame.write(a.isLess(than: b, frame.types[0]))
        },
        // makeRange(_ lower: Int, _ upper: Int) -> Range<Int>, also for closed ranges
        Intrinsic("checkRange") { frame in
            let (lower, upper) = (frame.readWord(), frame.readWord())
            if lower > upper { throw Trap(.invalidRange, "\(lower), \(upper)") }
        },
    ]

    // MARK: Arrays

    private static let arrays: [Intrinsic] = [
        // array.concat<T>(_ a: [T], _ b: [T]) -> [T]
        Intrinsic("array.concat") { frame in
            let (a, b) = (array(frame.readObject()), array(frame.readObject()))
            let result = ArrayObject(copying: a)
            result.bits += b.bits
            result.refs += b.refs
            result.count += b.count
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.slice<T>(_ a: [T], _ lower: Int, _ upper: Int) -> [T]: the part of it that exists
        Intrinsic("array.slice") { frame in
            let a = array(frame.readObject())
            let lower = min(max(0, frame.readWord()), a.count)
            let upper = min(max(lower, frame.readWord()), a.count)
            let result = ArrayObject(layout: a.layout)
            result.bits = Array(a.bits[lower * a.layout.bits..<upper * a.layout.bits])
            result.refs = Array(a.refs[lower * a.layout.refs..<upper * a.layout.refs])
            result.count = upper - lower
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.removeLast<T>(_ a: inout [T]) -> T
        Intrinsic("array.removeLast") { frame in
            var a = unsafeDowncast(frame.takeObject().unsafelyUnwrapped, to: ArrayObject.self)
            if a.count == 0 { throw Trap(.emptyCollection) }
            if !isKnownUniquelyReferenced(&a) { a = ArrayObject(copying: a) }
            let last = Slots(bits: Array(a.bits.suffix(a.layout.bits)), refs: Array(a.refs.suffix(a.layout.refs)))
            a.bits.removeLast(a.layout.bits)
            a.refs.removeLast(a.layout.refs)
            a.count -= 1
            frame.beginResults()
            frame.writeSlots(last)
            frame.writeObject(a)
        },
        // array.repeating<T>(_ value: T, _ count: Int) -> [T]
        Intrinsic("array.repeating") { frame in
            let element = frame.readSlots(frame.types[0].layout)
            let count = frame.readWord()
            if count < 0 { throw Trap(.invalidRange, "count: \(count)") }
            let result = ArrayObject(layout: frame.types[0].layout)
            for _ in 0..<count { result.append(element) }
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.characters(_ s: String) -> [Character]
        Intrinsic("array.characters") { frame in
            let text = frame.read(String.self)
            frame.beginResults()
            frame.write(Array(text))
        },
    ]

    // MARK: Dictionaries

    private static let dictionaries: [Intrinsic] = [
        // dictionary.new<K, V>() -> [K: V]
        Intrinsic("dictionary.new") { frame in
            frame.writeObject(DictionaryObject(key: frame.types[0], value: frame.types[1]))
        },
        // dictionary.count<K, V>(_ d: [K: V]) -> Int
        Intrinsic("dictionary.count") { frame in
            let count = dictionary(frame.readObject()).count
            frame.beginResults()
            frame.writeWord(count)
        },
        // dictionary.get<K, V>(_ d: [K: V], _ key: K) -> V?
        Intrinsic("dictionary.get") { frame in
            let object = dictionary(frame.readObject())
            let found = object.get(frame.readSlots(frame.types[0].layout))
            frame.beginResults()
            frame.writeOptional(found, frame.types[1])
        },
        // dictionary.set<K, V>(_ d: inout [K: V], _ key: K, _ value: V?)
        Intrinsic("dictionary.set") { frame in
            var object = dictionary(frame.takeObject())
            let key = frame.readSlots(frame.types[0].layout)
            let type = RuntimeType.optional(frame.types[1])
            let value = frame.readSlots(type.layout).parts(of: type).first?.slots
            if !isKnownUniquelyReferenced(&object) { object = DictionaryObject(copying: object) }
            object.set(key, value)
            frame.beginResults()
            frame.writeObject(object)
        },
        // dictionary.insertNew<K, V>(_ d: inout [K: V], _ key: K, _ value: V): traps when the key is there
        Intrinsic("dictionary.insertNew") { frame in
            var object = dictionary(frame.takeObject())
            let key = frame.readSlots(frame.types[0].layout)
            let value = frame.readSlots(frame.types[1].layout)
            if !isKnownUniquelyReferenced(&object) { object = DictionaryObject(copying: object) }
            if !object.set(key, value) { throw Trap(.duplicateKey, key.describe(frame.types[0], debug: true)) }
            frame.beginResults()
            frame.writeObject(object)
        },
        // dictionary.key<K, V>(_ d: [K: V], _ position: Int) -> K
        Intrinsic("dictionary.key") { frame in
            let object = dictionary(frame.readObject())
            let slots = object.keys[frame.readWord()]
            frame.beginResults()
            frame.writeSlots(slots)
        },
        // dictionary.value<K, V>(_ d: [K: V], _ position: Int) -> V
        Intrinsic("dictionary.value") { frame in
            let object = dictionary(frame.readObject())
            let slots = object.values[frame.readWord()]
            frame.beginResults()
            frame.writeSlots(slots)
        },
    ]

    // MARK: Strings

    private static func string(
        _ name: String, _ body: @escaping @Sendable (String) -> some Bridged & SendableMetatype
    ) -> Intrinsic {
        Intrinsic(name) { frame in
            let result = body(frame.read(String.self))
            frame.beginResults()
            frame.write(result)
        }
    }

    private static func strings(
        _ name: String, _ body: @escaping @Sendable (String, String) -> some Bridged & SendableMetatype
    ) -> Intrinsic {
        Intrinsic(name) { frame in
            let result = body(frame.read(String.self), frame.read(String.self))
            frame.beginResults()
            frame.write(result)
        }
    }

    private static let strings: [Intrinsic] = [
        string("string.count") { $0.count },
        string("string.uppercased") { $0.uppercased() },
        string("string.lowercased") { $0.lowercased() },
        string("string.toInt") { Int($0) },
        string("string.toDouble") { Double($0) },
        strings("string.hasPrefix") { $0.hasPrefix($1) },
        strings("string.hasSuffix") { $0.hasSuffix($1) },
        strings("string.contains") { $1.isEmpty || $0.contains($1) },
        strings("string.split") { text, separator in
            text.split(separator: Character(separator)).map(String.init)
        },
        // string.joined(_ parts: [String], _ separator: String) -> String
        Intrinsic("string.joined") { frame in
            let parts = frame.read([String].self)
            let result = parts.joined(separator: frame.read(String.self))
            frame.beginResults()
            frame.write(result)
        },
    ]

    // MARK: Mathematics

    private static func maths(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Intrinsic {
        Intrinsic("maths." + name) { frame in
            let result = body(frame.read(Double.self))
            frame.beginResults()
            frame.write(result)
        }
    }

    private static func maths2(_ name: String, _ body: @escaping @Sendable (Double, Double) -> Double) -> Intrinsic {
        Intrinsic("maths." + name) { frame in
            let result = body(frame.read(Double.self), frame.read(Double.self))
            frame.beginResults()
            frame.write(result)
        }
    }

    private static let maths: [Intrinsic] = [
        maths("sqrt") { $0.squareRoot() }, maths("exp") { exp($0) }, maths("log") { log($0) },
        maths("sin") { sin($0) }, maths("cos") { cos($0) }, maths("tanh") { Foundation.tanh($0) },
        maths("floor") { $0.rounded(.down) }, maths("ceil") { $0.rounded(.up) }, maths("round") { $0.rounded() },
        maths2("pow") { pow($0, $1) },
        maths2("remainder") { $0.truncatingRemainder(dividingBy: $1) },
    ]
}

extension HostFrame {
    /// Writes an optional of a type known only at run time.
    mutating func writeOptional(_ value: Slots?, _ type: RuntimeType) {
        if !type.isPlainReference { writeWord(value == nil ? 0 : 1) }
        let layout = type.layout
        writeSlots(
            value
                ?? Slots(
                    bits: Array(repeating: 0, count: layout.bits), refs: Array(repeating: nil, count: layout.refs)))
    }
}
