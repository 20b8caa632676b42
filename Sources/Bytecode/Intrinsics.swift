import Foundation
import Outputs

/// The operations of the standard library that need the machine's own objects: they work on values of any type, whose
/// runtime types come with the call. Named as the interface file of the standard library names them.
package struct Intrinsic: Sendable {
    package let name: String
    let body: HostFunction

    init(_ name: String, _ body: @escaping @Sendable (inout HostFrame) throws -> Void) {
        self.name = name
        self.body = body
    }

    package static func index(of name: String) -> Int? { indices[name] }
    private static let indices = Dictionary(uniqueKeysWithValues: table.enumerated().map { ($1.name, $0) })

    package static let table: [Intrinsic] =
        values + failures + arrays + dictionaries + strings + maths + floatingPoint + integers + characters + positions
        + texts + unicode + characterSets + randoms

    // MARK: Any value

    private static let values: [Intrinsic] = [
        // print(_ items: Any..., separator: String, terminator: String)
        Intrinsic("print") { frame in
            let items = array(frame.readObject()).elements.map { $0.describe(.existential) }
            let (separator, terminator) = (frame.read(String.self), frame.read(String.self))
            frame.beginResults()
            Outputs.emit(.stream(.stdout, items.joined(separator: separator) + terminator))
        },
        Intrinsic("debugPrint") { frame in
            let items = array(frame.readObject()).elements.map { $0.describe(.existential, debug: true) }
            let (separator, terminator) = (frame.read(String.self), frame.read(String.self))
            frame.beginResults()
            Outputs.emit(.stream(.stdout, items.joined(separator: separator) + terminator))
        },
        // conforms(_ box: Any, _ name: String) -> Bool
        Intrinsic("conforms") { frame in
            let box = anyBox(frame.readObject())
            let name = frame.read(String.self)
            let isConforming: Bool
            if case .host = box.type, name == "Error", box.refs[0] is Hosted<any Error> {
                isConforming = true
            } else {
                isConforming = frame.machine.program.conformances[box.type]?.contains(name) ?? false
            }
            frame.beginResults()
            frame.write(isConforming)
        },
        // cast<T>(_ box: Any) -> T?
        Intrinsic("cast") { frame in
            let box = anyBox(frame.readObject())
            let found = cast(box, frame.types[0])
            frame.beginResults()
            frame.writeOptional(found, frame.types[0])
        },
        // dynamicType(_ box: Any) -> Any.Type: its place among the runtime types
        Intrinsic("dynamicType") { frame in
            let box = anyBox(frame.readObject())
            var type = box.type
            if case .nominal(let info) = type, info.kind == .class, let own = record(box.refs[0]).info {
                type = .nominal(own)
            }
            let index = frame.machine.index(of: type)
            frame.beginResults()
            frame.writeWord(index)
        },
        Intrinsic("object.identity") { frame in
            let box = anyBox(frame.readObject())
            let address =
                box.refs.first.flatMap { $0 }.map { Int(bitPattern: Unmanaged.passUnretained($0).toOpaque()) } ?? 0
            frame.beginResults()
            frame.writeWord(address)
        },
        Intrinsic("hashValue") { frame in
            let slots = frame.readSlots(frame.types[0].layout)
            let value = Key(slots, frame.types[0]).hashValue
            frame.beginResults()
            frame.writeWord(value)
        },
        Intrinsic("hashParts") { frame in
            let parts = array(frame.readObject()).refs.map { Key(anyBox($0).slots, anyBox($0).type) }
            frame.beginResults()
            frame.writeWord(parts.hashValue)
        },
        Intrinsic("checkRangeOf") { frame in
            let layout = frame.types[0].layout
            let (lower, upper) = (frame.readSlots(layout), frame.readSlots(layout))
            if upper.isLess(than: lower, frame.types[0]) {
                throw Trap(.invalidRange, "\(lower.describe(frame.types[0])), \(upper.describe(frame.types[0]))")
            }
        },
        // describe<T>(_ value: T) -> String
        Intrinsic("describe") { frame in
            let type = frame.types[0]
            let text =
                switch type {
                case .int: String(frame.readWord())
                case .double: double(frame.readWord()).description
                case .string: frame.read(String.self)
                default: frame.readSlots(type.layout).describe(type)
                }
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
            let isEqual: Bool
            switch frame.types[0] {
            case .string, .character:
                isEqual = Bytecode.string(frame.readObject()) == Bytecode.string(frame.readObject())
            case .substring: isEqual = substring(frame.readObject()) == substring(frame.readObject())
            case let type:
                let (a, b) = (frame.readSlots(type.layout), frame.readSlots(type.layout))
                isEqual = a.equals(b, type)
            }
            frame.beginResults()
            frame.write(isEqual)
        },
        // less<T>(_ a: T, _ b: T) -> Bool
        Intrinsic("less") { frame in
            let isLess: Bool
            switch frame.types[0] {
            case .string, .character: isLess = Bytecode.string(frame.readObject()) < Bytecode.string(frame.readObject())
            case .substring: isLess = substring(frame.readObject()) < substring(frame.readObject())
            case let type:
                let (a, b) = (frame.readSlots(type.layout), frame.readSlots(type.layout))
                isLess = a.isLess(than: b, type)
            }
            frame.beginResults()
            frame.write(isLess)
        },
        // makeRange(_ lower: Int, _ upper: Int) -> Range<Int>, also for closed ranges
        Intrinsic("checkRange") { frame in
            let (lower, upper) = (frame.readWord(), frame.readWord())
            if lower > upper { throw Trap(.invalidRange, "\(lower), \(upper)") }
        },
    ]

    /// What a box holds when that is of the type; an optional's value is looked for inside.
    private static func cast(_ box: AnyObjectBox, _ type: RuntimeType) -> Slots? {
        if box.type == type { return box.slots }
        if case .optional(let wrapped) = box.type, let inner = box.slots.parts(of: box.type).first {
            return cast(AnyObjectBox(type: wrapped, bits: inner.slots.bits, refs: inner.slots.refs), type)
        }
        if case .existential = box.type { return cast(anyBox(box.refs[0]), type) }
        if case .nominal(let wanted) = type, wanted.kind == .class, case .nominal(let own) = box.type,
            own.kind == .class,
            let dynamic = record(box.refs[0]).info, dynamic.inherits(from: wanted)
        {
            return box.slots
        }
        if case .tuple(let wanted) = type, case .tuple(let own) = box.type, wanted.map(\.type) == own.map(\.type) {
            return box.slots
        }
        // An array of boxes, element by element, and the other way round.
        if case .array(let wanted) = type, case .array = box.type {
            let result = ArrayObject(layout: wanted.layout)
            for part in box.slots.parts(of: box.type) {
                let element = AnyObjectBox(type: part.type, bits: part.slots.bits, refs: part.slots.refs)
                if wanted == .existential {
                    result.append(Slots(bits: [], refs: [part.type == .existential ? part.slots.refs[0] : element]))
                } else if let found = cast(element, wanted) {
                    result.append(found)
                } else {
                    return nil
                }
            }
            return Slots(bits: [], refs: [result])
        }
        if case .dictionary(let key, let value) = type, case .dictionary(let ownKey, let ownValue) = box.type,
            key == ownKey
        {
            let result = DictionaryObject(key: key, value: value)
            let own = dictionary(box.refs[0])
            for (known, held) in zip(own.keys, own.values) {
                let element = AnyObjectBox(type: ownValue, bits: held.bits, refs: held.refs)
                if value == .existential {
                    _ = result.set(known, Slots(bits: [], refs: [ownValue == .existential ? held.refs[0] : element]))
                } else if let found = cast(element, value) {
                    _ = result.set(known, found)
                } else {
                    return nil
                }
            }
            return Slots(bits: [], refs: [result])
        }
        if case .optional(let wrapped) = type, let found = cast(box, wrapped) {
            return wrapped.isPlainReference ? found : Slots(bits: [1] + found.bits, refs: found.refs)
        }
        return nil
    }

    // MARK: Failing on purpose

    private static func failing(_ name: String, _ kind: TrapKind) -> Intrinsic {
        Intrinsic("fail." + name) { frame in
            let text = frame.read(String.self)
            throw Trap(kind, text.isEmpty ? nil : text)
        }
    }

    private static let failures: [Intrinsic] = [
        failing("fatal", .fatalError), failing("precondition", .preconditionFailed),
        failing("assertion", .assertionFailed), failing("range", .invalidRange), failing("index", .indexOutOfRange),
        Intrinsic("fail.empty") { _ in throw Trap(.emptyCollection) },
        Intrinsic("fail.count") { _ in throw Trap(.negativeCount) },
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
        // string.joined(_ parts: [String], _ separator: String) -> String
        Intrinsic("string.joined") { frame in
            let parts = array(frame.readObject())
            let separator = frame.read(String.self)
            var size = 0
            for index in 0..<parts.count {
                size += Bytecode.string(parts.objects[index]).utf8.count + separator.utf8.count
            }
            try Heap.require(size)
            let result = String(unsafeUninitializedCapacity: size) { buffer in
                var end = 0
                func append(_ text: String) {
                    var text = text
                    text.withUTF8 { bytes in
                        guard let first = bytes.baseAddress, let start = buffer.baseAddress else { return }
                        (start + end).initialize(from: first, count: bytes.count)
                        end += bytes.count
                    }
                }
                for index in 0..<parts.count {
                    if index > 0 { append(separator) }
                    append(Bytecode.string(parts.objects[index]))
                }
                return end
            }
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
        maths("tan") { tan($0) }, maths("asin") { asin($0) }, maths("acos") { acos($0) }, maths("atan") { atan($0) },
        maths("sinh") { sinh($0) }, maths("cosh") { cosh($0) }, maths("asinh") { asinh($0) },
        maths("acosh") { acosh($0) }, maths("atanh") { atanh($0) }, maths("log2") { log2($0) },
        maths("log10") { log10($0) }, maths("log1p") { log1p($0) }, maths("expm1") { expm1($0) },
        maths("exp2") { exp2($0) }, maths("cbrt") { cbrt($0) }, maths("erf") { erf($0) },
        maths("tgamma") { tgamma($0) }, maths("lgamma") { lgamma($0) }, maths("trunc") { $0.rounded(.towardZero) },
        maths("rint") { $0.rounded(.toNearestOrEven) }, maths("fabs") { abs($0) },
        maths2("atan2") { atan2($0, $1) }, maths2("hypot") { hypot($0, $1) }, maths2("fmod") { fmod($0, $1) },
        maths2("fmin") { fmin($0, $1) }, maths2("fmax") { fmax($0, $1) }, maths2("fdim") { fdim($0, $1) },
        maths2("copysign") { copysign($0, $1) }, maths2("nextafter") { nextafter($0, $1) },
        maths("erfc") { erfc($0) }, maths("logb") { logb($0) },
        maths2("ieeeRemainder") { $0.remainder(dividingBy: $1) },
        Intrinsic("maths.fma") { frame in
            let (sum, a, b) = (frame.read(Double.self), frame.read(Double.self), frame.read(Double.self))
            frame.beginResults()
            frame.write(sum.addingProduct(a, b))
        },
        Intrinsic("double.isMinus") { frame in
            let value = frame.read(Double.self)
            frame.beginResults()
            frame.write(value.sign == .minus)
        },
        Intrinsic("double.exponent") { frame in
            let value = frame.read(Double.self)
            frame.beginResults()
            frame.write(value.isZero ? Int.min : value.isFinite ? Int(value.exponent) : Int.max)
        },
        Intrinsic("double.significand") { frame in
            let value = frame.read(Double.self)
            frame.beginResults()
            frame.write(value.significand)
        },
        Intrinsic("double.ulp") { frame in
            let value = frame.read(Double.self)
            frame.beginResults()
            frame.write(value.ulp)
        },
        Intrinsic("double.bitPattern") { _ in }, Intrinsic("double.fromBitPattern") { _ in },
        maths("floor") { $0.rounded(.down) }, maths("ceil") { $0.rounded(.up) }, maths("round") { $0.rounded() },
        maths2("pow") { pow($0, $1) },
        maths2("remainder") { $0.truncatingRemainder(dividingBy: $1) },
    ]
}

extension HostFrame {
    /// Writes a dictionary's value, or nil.
    mutating func writeOptional(_ object: DictionaryObject, _ entry: Int?) {
        if !object.isValuePlain { writeWord(entry == nil ? 0 : 1) }
        let (bits, refs) = (object.valueLayout.bits, object.valueLayout.refs)
        if let entry {
            words.update(from: object.valueWords(entry), count: bits)
            objects.assign(from: object.valueObjects(entry), refs)
        } else {
            for index in 0..<bits { words[index] = 0 }
            for index in 0..<refs { objects[index] = nil }
        }
        skip(object.valueLayout)
    }

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
