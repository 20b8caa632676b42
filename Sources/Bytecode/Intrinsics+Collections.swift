/// Arrays and dictionaries, changed where they stand when nobody else holds them.
extension Intrinsic {
    // MARK: Arrays

    /// Copies an array that others hold too.
    private static func makeUnique(_ array: inout ArrayObject, _ frame: HostFrame) throws(Trap) {
        if isKnownUniquelyReferenced(&array) { return }
        if array.count >= Machine.worthAsking {
            frame.machine.letGo()
            if isKnownUniquelyReferenced(&array) { return }
        }
        guard let copy = ArrayObject(copying: array) else {
            throw Heap.exceeded(array.count, of: (array.layout.bits + array.layout.refs) * MemoryLayout<Int>.stride)
        }
        array = copy
    }

    static let arrays: [Intrinsic] = [
        // array.concat<T>(_ a: [T], _ b: [T]) -> [T]
        Intrinsic("array.concat") { frame in
            let (a, b) = (array(frame.readObject()), array(frame.readObject()))
            let result = ArrayObject(layout: a.layout)
            try result.reserve(a.count + b.count)
            result.append(contentsOf: a, 0..<a.count)
            result.append(contentsOf: b, 0..<b.count)
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.slice<T>(_ a: [T], _ lower: Int, _ upper: Int) -> [T]: the part of it that exists
        Intrinsic("array.slice") { frame in
            let a = array(frame.readObject())
            let lower = min(max(0, frame.readWord()), a.count)
            let upper = min(max(lower, frame.readWord()), a.count)
            let result = ArrayObject(layout: a.layout)
            try result.reserve(upper - lower)
            result.append(contentsOf: a, lower..<upper)
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.replace<T>(_ a: inout [T], _ lower: Int, _ upper: Int, _ elements: [T])
        Intrinsic("array.replace") { frame in
            var a = unsafeDowncast(frame.takeObject().unsafelyUnwrapped, to: ArrayObject.self)
            let (lower, upper) = (frame.readWord(), frame.readWord())
            let other = array(frame.readObject())
            guard 0 <= lower, lower <= upper, upper <= a.count else {
                throw Trap(.indexOutOfRange, "\(lower)..<\(upper); 0..<\(a.count)")
            }
            try makeUnique(&a, frame)
            try a.replace(lower..<upper, with: other)
            frame.beginResults()
            frame.writeObject(a)
        },
        // array.sort<T>(_ a: inout [T])
        Intrinsic("array.sort") { frame in
            var a = unsafeDowncast(frame.takeObject().unsafelyUnwrapped, to: ArrayObject.self)
            try makeUnique(&a, frame)
            let type = frame.types[0]
            var (words, objects) = (a.wordElements, a.objectElements)
            switch type {
            case .int: words.sort()
            case .double: words.sort { double($0) < double($1) }
            case .string: objects.sort { Bytecode.string($0) < Bytecode.string($1) }
            default:
                let sorted = a.elements.sorted { $0.isLess(than: $1, type) }
                a.set(a.count, bits: sorted.flatMap(\.bits), refs: sorted.flatMap(\.refs))
            }
            frame.beginResults()
            frame.writeObject(a)
        },
        // array.reversed<T>(_ a: [T]) -> [T]
        Intrinsic("array.reversed") { frame in
            let a = array(frame.readObject())
            let result = ArrayObject(layout: a.layout)
            try result.reserve(a.count)
            switch (a.layout.bits, a.layout.refs) {
            case (1, 0): result.set(a.count, bits: a.bits.reversed(), refs: [])
            case (0, 1): result.set(a.count, bits: [], refs: a.refs.reversed())
            default:
                let elements = a.elements.reversed()
                result.set(a.count, bits: elements.flatMap(\.bits), refs: elements.flatMap(\.refs))
            }
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.removeLast<T>(_ a: inout [T]) -> T
        Intrinsic("array.removeLast") { frame in
            var a = unsafeDowncast(frame.takeObject().unsafelyUnwrapped, to: ArrayObject.self)
            if a.count == 0 { throw Trap(.emptyCollection) }
            try makeUnique(&a, frame)
            let last = a.removeLast()
            frame.beginResults()
            frame.writeSlots(last)
            frame.writeObject(a)
        },
        // array.repeating<T>(_ value: T, _ count: Int) -> [T]
        Intrinsic("array.repeating") { frame in
            let element = frame.readSlots(frame.types[0].layout)
            let count = frame.readWord()
            if count < 0 { throw Trap(.negativeCount, "\(count)") }
            let result = ArrayObject(layout: frame.types[0].layout)
            try result.reserve(count)
            for _ in 0..<count { result.append(element) }
            frame.beginResults()
            frame.writeObject(result)
        },
        // array.characters(_ s: String) -> [Character]
        Intrinsic("array.characters") { frame in
            let text = frame.read(String.self)
            // Each is an object of its own.
            try Heap.require(text.utf8.count, of: 40)
            frame.beginResults()
            frame.write(Array(text))
        },
    ]

    // MARK: Dictionaries

    private static func makeUnique(_ dictionary: inout DictionaryObject, _ frame: HostFrame) throws(Trap) {
        if isKnownUniquelyReferenced(&dictionary) { return }
        if dictionary.count >= Machine.worthAsking {
            frame.machine.letGo()
            if isKnownUniquelyReferenced(&dictionary) { return }
        }
        try Heap.require(dictionary.count, of: 2 * Heap.size(dictionary.keyLayout + dictionary.valueLayout))
        dictionary = DictionaryObject(copying: dictionary)
    }

    static let dictionaries: [Intrinsic] = [
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
            let entry = object.find(frame.words, frame.objects)
            frame.skip(object.keyLayout)
            frame.beginResults()
            frame.writeOptional(object, entry)
        },
        // dictionary.take<K, V>(_ d: inout [K: V], _ key: K) -> V?: the value is moved out until it is set again
        Intrinsic("dictionary.take") { frame in
            var object = dictionary(frame.takeObject())
            try makeUnique(&object, frame)
            let entry = object.find(frame.words, frame.objects)
            frame.skip(object.keyLayout)
            frame.beginResults()
            frame.writeOptional(object, entry)
            if let entry { for index in 0..<object.valueLayout.refs { object.valueObjects(entry)[index] = nil } }
            frame.writeObject(object)
        },
        // dictionary.set<K, V>(_ d: inout [K: V], _ key: K, _ value: V?)
        Intrinsic("dictionary.set") { frame in
            var object = dictionary(frame.takeObject())
            let (words, objects) = (frame.words, frame.objects)
            frame.skip(object.keyLayout)
            try makeUnique(&object, frame)
            let isThere = object.isValuePlain ? frame.objects.pointee != nil : frame.readWord() != 0
            if isThere {
                try object.requireRoom()
                object.set(words, objects, valueWords: frame.words, valueObjects: frame.objects)
            } else {
                object.remove(words, objects)
            }
            frame.skip(object.valueLayout)
            frame.beginResults()
            frame.writeObject(object)
        },
        // dictionary.insertNew<K, V>(_ d: inout [K: V], _ key: K, _ value: V): traps when the key is there
        Intrinsic("dictionary.insertNew") { frame in
            var object = dictionary(frame.takeObject())
            let key = frame.readSlots(frame.types[0].layout)
            let value = frame.readSlots(frame.types[1].layout)
            try makeUnique(&object, frame)
            try object.requireRoom()
            if !object.set(key, value) { throw Trap(.duplicateKey, key.describe(frame.types[0], debug: true)) }
            frame.beginResults()
            frame.writeObject(object)
        },
        // dictionary.key<K, V>(_ d: [K: V], _ position: Int) -> K
        Intrinsic("dictionary.key") { frame in
            let object = dictionary(frame.readObject())
            let slots = object.key(at: frame.readWord())
            frame.beginResults()
            frame.writeSlots(slots)
        },
        // dictionary.value<K, V>(_ d: [K: V], _ position: Int) -> V
        Intrinsic("dictionary.value") { frame in
            let object = dictionary(frame.readObject())
            let slots = object.value(at: frame.readWord())
            frame.beginResults()
            frame.writeSlots(slots)
        },
    ]
}
