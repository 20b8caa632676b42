// Reading and writing registers. Their numbers have been proved by the verifier, what each holds by the checker.

@inline(__always) func word(_ value: Bool) -> Int { value ? 1 : 0 }
@inline(__always) func word(_ value: Double) -> Int { Int(bitPattern: UInt(value.bitPattern)) }
@inline(__always) func word(_ value: Float) -> Int { Int(value.bitPattern) }
@inline(__always) func float(_ word: Int) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: word)) }
@inline(__always) func double(_ word: Int) -> Double { Double(bitPattern: UInt64(UInt(bitPattern: word))) }

// References are looked at where they stand: a copy in a variable would be counted.

/// A reference as a number, 0 for nil.
@inline(__always) func address(_ register: UnsafeMutablePointer<AnyObject?>) -> Int {
    UnsafeRawPointer(register).load(as: Int.self)
}

@inline(__always) func take(_ register: UnsafeMutablePointer<AnyObject?>) -> AnyObject? {
    let object = register.move()
    register.initialize(to: nil)
    return object
}

@inline(__always) func moveObject(
    from register: UnsafeMutablePointer<AnyObject?>, to other: UnsafeMutablePointer<AnyObject?>
) {
    other.pointee = take(register)
}

/// The array in a register.
struct Elements {
    private let object: Unmanaged<ArrayObject>

    @inline(__always) init(_ register: UnsafeMutablePointer<AnyObject?>) {
        object = UnsafeRawPointer(register).load(as: Unmanaged<ArrayObject>.self)
    }
    var count: Int { @inline(__always) get { object._withUnsafeGuaranteedRef { $0.count } } }
    var layout: Layout { @inline(__always) get { object._withUnsafeGuaranteedRef { $0.layout } } }
    var words: UnsafeMutablePointer<Int> { @inline(__always) get { object._withUnsafeGuaranteedRef { $0.words } } }
    var objects: UnsafeMutablePointer<AnyObject?> {
        @inline(__always) get { object._withUnsafeGuaranteedRef { $0.objects } }
    }
    /// Where the words and the references of an element begin.
    @inline(__always) func place(of index: Int) -> (
        words: UnsafeMutablePointer<Int>, objects: UnsafeMutablePointer<AnyObject?>
    ) {
        (words + index &* layout.bits, objects + index &* layout.refs)
    }
    @inline(__always) func hasRoomForWord() -> Bool { object._withUnsafeGuaranteedRef { $0.hasRoomForWord() } }
    @inline(__always) func hasRoomForObject() -> Bool { object._withUnsafeGuaranteedRef { $0.hasRoomForObject() } }
    @inline(__always) func append(_ word: Int) { object._withUnsafeGuaranteedRef { $0.appendWord(word) } }
    @inline(__always) func append(_ register: UnsafeMutablePointer<AnyObject?>) {
        object._withUnsafeGuaranteedRef { $0.appendObject(register) }
    }
    @inline(__always) func has(_ index: Int) -> Bool { UInt(bitPattern: index) < UInt(bitPattern: count) }
}

@inline(__always) func elements(_ register: UnsafeMutablePointer<AnyObject?>) -> Elements {
    Elements(register)
}

/// The box or instance in a register.
struct Fields {
    private let object: Unmanaged<RecordObject>

    @inline(__always) init(_ register: UnsafeMutablePointer<AnyObject?>) {
        object = UnsafeRawPointer(register).load(as: Unmanaged<RecordObject>.self)
    }
    var bits: UnsafeMutablePointer<Int> { @inline(__always) get { object._withUnsafeGuaranteedRef { $0.bits } } }
    var refs: UnsafeMutablePointer<AnyObject?> {
        @inline(__always) get { object._withUnsafeGuaranteedRef { $0.refs } }
    }
}

@inline(__always) func fields(_ register: UnsafeMutablePointer<AnyObject?>) -> Fields { Fields(register) }

// The checker has proved what each register holds; a cast that looks would only cost time.
@inline(__always) func array(_ object: AnyObject?) -> ArrayObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: ArrayObject.self)
}
@inline(__always) func string(_ object: AnyObject?) -> String {
    unsafeDowncast(object.unsafelyUnwrapped, to: StringObject.self).value
}
@inline(__always) func record(_ object: AnyObject?) -> RecordObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: RecordObject.self)
}
@inline(__always) func anyBox(_ object: AnyObject?) -> AnyObjectBox {
    unsafeDowncast(object.unsafelyUnwrapped, to: AnyObjectBox.self)
}
@inline(__always) func substringObject(_ object: AnyObject?) -> SubstringObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: SubstringObject.self)
}
@inline(__always) func substring(_ object: AnyObject?) -> Substring { substringObject(object).value }
@inline(__always) func stringObject(_ object: AnyObject?) -> StringObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: StringObject.self)
}
@inline(__always) func closure(_ object: AnyObject?) -> ClosureObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: ClosureObject.self)
}
