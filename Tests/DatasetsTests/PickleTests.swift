import Datasets
import Testing

@Suite struct PickleTests {
    private func fault(_ body: [UInt8], shape: String = "(2,)") throws -> (PickleOpcode, PickleFault, offset: Int) {
        let error = try Support.error { _ = try NPY.read(body, shape: shape) }
        guard case .refusedPickle(let place, let opcode, let fault) = error else { throw error }
        #expect(place.file == "x.npz")
        #expect(place.member == "x.npy")
        #expect(error.message(in: "en").contains(opcode.name))
        return (opcode, fault, place.offset)
    }

    /// Every byte that is no opcode of NumPy's integer lists is refused where it stands.
    @Test func refusesEveryOtherOpcode() throws {
        let allowed: Set<UInt8> = [
            0x80, 0x95, 0x2E, 0x28, 0x4E, 0x88, 0x89, 0x4A, 0x4B, 0x4D, 0x55, 0x43, 0x58, 0x8C, 0x29, 0x74, 0x85, 0x86,
            0x87, 0x5D, 0x61, 0x65, 0x71, 0x72, 0x94, 0x68, 0x6A, 0x63, 0x93, 0x52, 0x62,
        ]
        let prologue = NPY.prologue()
        let header = NPY.array([]).count
        for byte in UInt8.min...UInt8.max where !allowed.contains(byte) {
            let body = prologue + [0x5D, 0x28, byte] + Array(repeating: 0, count: 32)
            let (opcode, fault, offset) = try fault(body)
            #expect(fault == .forbiddenOpcode)
            #expect(opcode.rawValue == byte)
            #expect(offset == header + prologue.count + 2)
        }
    }

    @Test(arguments: [
        ("os", "system"), ("builtins", "eval"), ("numpy", "load"), ("numpy._core.multiarray", "scalar"),
        ("_codecs", "decode"), ("numpy.core.multiarray", "ndarray"), ("", ""),
    ])
    func refusesOtherGlobals(module: String, name: String) throws {
        let call = NPY.text("echo") + [0x85, 0x52, 0x2E, 0, 0, 0, 0]
        let modern = try fault([0x80, 4] + NPY.global(module, name) + call)
        #expect(modern.0.name == "STACK_GLOBAL")
        #expect(modern.1 == .forbiddenGlobal("\(module).\(name)"))
        let old = try fault([0x80, 2, 0x63] + Array("\(module)\n\(name)\n".utf8) + call)
        #expect(old.0.name == "GLOBAL")
        #expect(old.1 == .forbiddenGlobal("\(module).\(name)"))
    }

    @Test(
        arguments: [
            // PROTO 6, 0 and 1
            ([0x80, 6], .unsupportedProtocol(6)), ([0x80, 0], .unsupportedProtocol(0)),
            ([0x80, 1], .unsupportedProtocol(1)),
            // STOP with nothing, TUPLE2 of one value, TUPLE without MARK, APPEND to no list, REDUCE of integers
            ([0x2E], .unexpectedOperand), ([0x4B, 1, 0x86], .emptyStack), ([0x4B, 1, 0x74], .noMark),
            ([0x4B, 1, 0x4B, 2, 0x61], .unexpectedOperand), ([0x4B, 1, 0x4B, 1, 0x52], .unexpectedOperand),
            // BUILD of an integer, MEMOIZE of nothing, of what is below a MARK, BINGET and LONG_BINGET of nothing
            ([0x4B, 1, 0x29, 0x62], .unexpectedOperand), ([0x94], .emptyStack), ([0x4B, 1, 0x28, 0x94], .emptyStack),
            ([0x68, 7], .unknownMemo(7)), ([0x6A, 255, 255, 255, 255], .unknownMemo(4_294_967_295)),
            // TUPLE1 that reaches below a MARK; tuples in tuples in tuples in tuples
            ([0x4B, 1, 0x28, 0x85], .emptyStack), ([0x4E, 0x85, 0x85, 0x85, 0x85], .tooDeep),
            // text that is not UTF-8, text longer than allowed, a frame longer than the file
            ([0x8C, 1, 0xFF], .brokenText), ([0x58, 255, 255, 255, 255], .tooMany(.bytes, limit: 256)),
            ([0x95, 255, 255, 255, 255, 255, 255, 255, 255], .frameTooLong(.max)),
            // a list in itself, a list in a list in a list, a value that is no integer
            ([0x5D, 0x94, 0x68, 0, 0x61], .tooDeep), ([0x5D, 0x5D, 0x5D, 0x61, 0x61], .tooDeep),
            ([0x5D, 0x4E, 0x61], .unexpectedOperand), ([0x5D, 0x28, 0x4B, 1, 0x4E, 0x65], .unexpectedOperand),
            // integers into a list that is not the last one
            ([0x5D, 0x94, 0x4B, 1, 0x61, 0x5D, 0x4B, 2, 0x61, 0x68, 0, 0x4B, 3, 0x61], .unexpectedOperand),
        ] as [([UInt8], PickleFault)])
    func refusesNonsense(body: [UInt8], expected: PickleFault) throws {
        // Enough bytes behind that none of these ends early.
        #expect(try fault(body + (body == [0x2E] ? [] : Array(repeating: 0x4E, count: 300))).1 == expected)
    }

    @Test func refusesWrongCounts() throws {
        #expect(try fault(NPY.pickle(), shape: "(3,)").1 == .unexpectedOperand)
        let one: [UInt8] = [0x5D] + [0x5D, 0x4B, 1, 0x61] + [0x61]
        #expect(try fault(NPY.pickle(one)).1 == .wrongListCount(declared: 2, found: 1))
        let item: [UInt8] = [0x5D, 0x4B, 1, 0x61]
        #expect(try fault(NPY.pickle([0x5D, 0x28] + item + item + item + [0x65])).1 == .tooMany(.lists, limit: 2))
        #expect(try fault(NPY.pickle([0x5D, 0x28, 0x4B, 1, 0x4B, 2, 0x65])).1 == .unexpectedOperand)
        #expect(try fault(NPY.pickle() + [0]).1 == .trailingBytes)
    }

    @Test func endsEarlyWhereverItIsCut() throws {
        let body = NPY.pickle()
        for length in body.indices { #expect(try fault(Array(body[..<length])).1 == .endsEarly) }
    }

    /// Input made to fill memory (one byte a million times) is refused long before it does.
    @Test(
        arguments: [
            ([], 0x4E, .tooMany(.stackEntries, limit: 1 << 16)), ([], 0x5D, .tooMany(.lists, limit: 18)),
            ([], 0x29, .tooMany(.tuples, limit: 64)), ([], 0x28, .tooDeep),
            ([0x4E], 0x94, .tooMany(.memoEntries, limit: 1_026)), ([0x63], 0x61, .tooMany(.bytes, limit: 256)),
        ] as [([UInt8], UInt8, PickleFault)])
    func refusesBombs(start: [UInt8], repeated: UInt8, expected: PickleFault) throws {
        #expect(try fault(start + Array(repeating: repeated, count: 1 << 20)).1 == expected)
    }

    @Test func refusesLargeTuples() throws {
        let body: [UInt8] = [0x28] + Array(repeating: 0x4E, count: 17) + [0x74]
        #expect(try fault(body).1 == .tooMany(.tupleItems, limit: 16))
    }

    /// One list with many integers, and an array that names it again and again.
    @Test func refusesListsThatMultiply() throws {
        let long = Array(repeating: [0x4B, 1] as [UInt8], count: 40_000).flatMap { $0 }
        var list: [UInt8] = [0x5D, 0x28, 0x5D, 0x94, 0x28] + long + [0x65]
        for _ in 1..<1_000 { list += [0x68, 0] }
        var body = NPY.prologue() + list + [0x65] + NPY.epilogue
        let shape: [UInt8] = [0x28, 0x4B, 1, 0x4B, 2, 0x85]
        let place = try #require(body.indices.first { body[$0...].starts(with: shape) })
        body.replaceSubrange(place..<place + shape.count, with: [0x28, 0x4B, 1, 0x4D, 0xE8, 0x03, 0x85])
        #expect(try fault(body, shape: "(1000,)").1 == .tooMany(.integers, limit: 1 << 25))
    }

    /// The same list twice is no harm, and a frame may begin anywhere.
    @Test func readsSharedListsAndFrames() throws {
        let frame: [UInt8] = [0x95, 1, 0, 0, 0, 0, 0, 0, 0]
        let list: [UInt8] =
            [0x5D, 0x28, 0x5D, 0x94, 0x28, 0x4B, 7] + frame + [0x4D, 1, 1] + frame + [0x65, 0x68, 0] + frame + [0x65]
        #expect(try NPY.read(NPY.pickle(list)) == [[7, 257], [7, 257]])
    }

    /// Arbitrary bytes after a sound beginning: an error of ours, never a trap.
    @Test func survivesNoise() throws {
        var random = LegacyRandomState(seed: 5)
        let opcodes: [UInt8] = [
            0x95, 0x28, 0x4E, 0x88, 0x4A, 0x4B, 0x4D, 0x43, 0x8C, 0x29, 0x74, 0x85, 0x86, 0x87, 0x5D, 0x61, 0x65, 0x71,
            0x94, 0x68, 0x93, 0x52, 0x62, 0x2E, 0x00, 0x01,
        ]
        for _ in 0..<5_000 {
            let noise = (0..<40).map { _ in opcodes[Int(random.interval(upTo: UInt32(opcodes.count - 1)))] }
            let start = random.next() % 2 == 0 ? NPY.prologue() : NPY.prologue() + NPY.twoLists.dropLast(1)
            do { _ = try NPY.read(start + noise) } catch is DatasetError {}
        }
    }
}
