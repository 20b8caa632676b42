/// Reads the pickle of a NumPy object array whose elements are lists of integers, and nothing else.
///
/// It is a machine for the opcodes that NumPy's `save` writes for such an array (protocols 2 to 5), with the values of
/// ``PickleValue``: no name is looked up, nothing is executed, and any other opcode is refused with its place. Stack,
/// memo, lists and integers are limited, and tuples may nest only as deep as NumPy nests them.
///
/// Integers go straight into one buffer. Between a `MARK` and its `APPENDS` they are *pending*: they belong to the list
/// below the mark, which must be the last one begun, as it is when lists are written one after the other.
struct IntegerListUnpickler: ~Copyable {
    private static let stackLimit = 1 << 16
    private static let textLimit = 256
    private static let depthLimit = 3
    private static let tupleLimit = 64
    private static let tupleSizeLimit = 16
    private static let integerLimit = 1 << 25
    private static let roomLimit = 1 << 23

    private enum List {
        case empty
        case integers(Range<Int>)
        case lists([Int])
    }

    private var reader: MemberReader
    /// The array's length by the header of the `.npy` file.
    private let count: Int
    private var stack: [PickleValue] = []
    private var marks: [Int] = []
    private var memo: [Int: PickleValue] = [:]
    private var tupleCount = 0
    private var lists: [List] = []
    private var values: IntegerBuffer
    /// Where the pending integers begin, while there are any.
    private var pendingStart: Int?
    /// The list of lists with which the array was built.
    private var content: Int?
    private var opcode = PickleOpcode.proto
    private var opcodeOffset: Int

    /// Goes on reading after the header, which said that the array has `count` elements.
    init(_ reader: consuming MemberReader, count: Int) {
        opcodeOffset = reader.offset
        // An integer takes two bytes or more. A file that promises more than it holds gets no more than this ahead.
        values = IntegerBuffer(room: min(reader.remaining / 2, Self.roomLimit))
        self.reader = reader
        self.count = count
    }

    /// Runs the pickle to its end.
    consuming func read() throws -> IntegerLists {
        do {
            repeat {
                opcodeOffset = reader.offset
                opcode = PickleOpcode(rawValue: try reader.byte())
                try perform()
            } while opcode != .stop
        } catch DatasetError.invalidArray(_, .endsEarly) {
            throw fault(.endsEarly)
        }
        opcodeOffset = reader.offset
        if reader.remaining > 0 { throw fault(.trailingBytes) }
        try reader.finish()
        return try result()
    }

    private func fault(_ fault: PickleFault) -> DatasetError {
        .refusedPickle(
            FilePlace(file: reader.archive.path, member: reader.member.name, offset: opcodeOffset), opcode: opcode,
            fault)
    }

    // MARK: The machine

    private mutating func perform() throws {
        if pendingStart != nil, opcode != .appends {
            throw fault(reader.remaining < 5 ? .endsEarly : .unexpectedOperand)
        }
        switch opcode {
        case .proto:
            let version = Int(try reader.byte())
            guard (2...5).contains(version) else { throw fault(.unsupportedProtocol(version)) }
        case .frame: try skipFrame()
        case .stop: break
        case .mark: try mark()
        case .none: try push(.none)
        case .newTrue: try push(.bool(true))
        case .newFalse: try push(.bool(false))
        case .binInt: try push(.integer(Int32(truncatingIfNeeded: try reader.number(bytes: 4))))
        case .binInt1: try push(.integer(Int32(try reader.byte())))
        case .binInt2: try push(.integer(Int32(truncatingIfNeeded: try reader.number(bytes: 2))))
        case .shortBinString, .shortBinBytes: try push(.bytes(try reader.bytes(try length(bytes: 1))))
        case .shortBinUnicode: try push(.text(try text(length: try length(bytes: 1))))
        case .binUnicode: try push(.text(try text(length: try length(bytes: 4))))
        case .emptyTuple: try pushTuple([])
        case .tuple: try pushTuple(try popToMark())
        case .tuple1: try pushTuple(try pop(1))
        case .tuple2: try pushTuple(try pop(2))
        case .tuple3: try pushTuple(try pop(3))
        case .emptyList: try pushList()
        case .append: try append(try pop(1))
        case .appends: try append(try popToMark())
        case .binPut: try remember(at: Int(try reader.byte()))
        case .longBinPut: try remember(at: Int(try reader.number(bytes: 4)))
        case .memoize: try remember(at: memo.count)
        case .binGet: try recall(Int(try reader.byte()))
        case .longBinGet: try recall(Int(try reader.number(bytes: 4)))
        case .global: try pushGlobal(module: try line(), name: try line())
        case .stackGlobal:
            let names = try pop(2)
            guard case .text(let module) = names[0], case .text(let name) = names[1] else {
                throw fault(.unexpectedOperand)
            }
            try pushGlobal(module: module, name: name)
        case .reduce: try reduce()
        case .build: try build()
        default: throw fault(.forbiddenOpcode)
        }
    }

    private mutating func push(_ value: PickleValue) throws {
        guard stack.count < Self.stackLimit else { throw fault(.tooMany(.stackEntries, limit: Self.stackLimit)) }
        stack.append(value)
    }

    /// The top `count` values, the deepest first; never those below the last mark.
    private mutating func pop(_ count: Int) throws -> [PickleValue] {
        guard stack.count - (marks.last ?? 0) >= count else { throw fault(.emptyStack) }
        defer { stack.removeLast(count) }
        return Array(stack.suffix(count))
    }

    private mutating func popToMark() throws -> [PickleValue] {
        guard let mark = marks.popLast() else { throw fault(.noMark) }
        defer { stack.removeSubrange(mark...) }
        return Array(stack[mark...])
    }

    private mutating func pushTuple(_ items: [PickleValue]) throws {
        let depth = 1 + (items.map(\.depth).max() ?? 0)
        guard depth <= Self.depthLimit else { throw fault(.tooDeep) }
        // NumPy writes eight tuples of at most eight items; without limits they would take 40 times their bytes.
        tupleCount += 1
        guard tupleCount <= Self.tupleLimit else { throw fault(.tooMany(.tuples, limit: Self.tupleLimit)) }
        guard items.count <= Self.tupleSizeLimit else {
            throw fault(.tooMany(.tupleItems, limit: Self.tupleSizeLimit))
        }
        try push(.tuple(items, depth: depth))
    }

    // MARK: Operands

    private mutating func length(bytes: Int) throws -> Int {
        let length = Int(try reader.number(bytes: bytes))
        guard length <= Self.textLimit else { throw fault(.tooMany(.bytes, limit: Self.textLimit)) }
        return length
    }

    private mutating func text(length: Int) throws -> String {
        guard let text = String(validating: try reader.bytes(length), as: UTF8.self) else {
            throw fault(.brokenText)
        }
        return text
    }

    private mutating func line() throws -> String {
        var bytes: [UInt8] = []
        while true {
            let byte = try reader.byte()
            if byte == UInt8(ascii: "\n") { break }
            guard bytes.count < Self.textLimit else { throw fault(.tooMany(.bytes, limit: Self.textLimit)) }
            bytes.append(byte)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw fault(.brokenText) }
        return text
    }

    /// A frame only says how many bytes belong together, for readers without a buffer.
    private mutating func skipFrame() throws {
        let length = Int(clamping: try reader.number(bytes: 8))
        guard length <= reader.remaining else { throw fault(.frameTooLong(length)) }
    }

    // MARK: Memo

    private var memoLimit: Int { count + 1_024 }

    private mutating func remember(at index: Int) throws {
        guard let top = stack.last, stack.count > marks.last ?? 0 else { throw fault(.emptyStack) }
        guard memo.count < memoLimit || memo[index] != nil else {
            throw fault(.tooMany(.memoEntries, limit: memoLimit))
        }
        memo[index] = top
    }

    private mutating func recall(_ index: Int) throws {
        guard let value = memo[index] else { throw fault(.unknownMemo(index)) }
        try push(value)
    }

    // MARK: Lists

    private var listLimit: Int { count + 16 }

    private mutating func pushList() throws {
        guard lists.count < listLimit else { throw fault(.tooMany(.lists, limit: listLimit)) }
        lists.append(.empty)
        try push(.list(lists.count - 1))
    }

    /// After a mark above a list, the integers that follow are taken at once.
    private mutating func mark() throws {
        guard marks.count < 16 else { throw fault(.tooDeep) }
        marks.append(stack.count)
        guard case .list? = stack.last else { return }
        let start = values.count
        while true {
            try readIntegers()
            // A frame may begin in the middle of a list.
            guard try reader.ready(1), reader.window[reader.position] == PickleOpcode.frame.rawValue else { break }
            reader.position += 1
            try skipFrame()
        }
        if values.count > start { pendingStart = start }
    }

    /// Appends the run of integers at the reader's place to the buffer.
    private mutating func readIntegers() throws {
        // With five bytes at hand any of the three opcodes is whole; the pickle's end is never that near.
        while try reader.ready(5) {
            let start = reader.position
            // A local copy of the reference: the window and the reader's position cannot be borrowed at once.
            let window = reader.window
            reader.position = values.decode(window.span, from: start, upTo: reader.limit - 5)
            guard values.count <= Self.integerLimit else {
                throw fault(.tooMany(.integers, limit: Self.integerLimit))
            }
            if reader.position == start { return }
        }
    }

    /// `APPEND` and `APPENDS`: `items`, or the pending integers, join the list on top of the stack.
    private mutating func append(_ items: [PickleValue]) throws {
        guard case .list(let target)? = stack.last, stack.count > marks.last ?? 0 else {
            throw fault(.unexpectedOperand)
        }
        if let start = pendingStart {
            pendingStart = nil
            guard items.isEmpty else { throw fault(.unexpectedOperand) }
            return try appendIntegers(start..<values.count, to: target)
        }
        for item in items {
            switch item {
            case .integer(let value):
                guard values.count < Self.integerLimit else {
                    throw fault(.tooMany(.integers, limit: Self.integerLimit))
                }
                values.append(value)
                try appendIntegers(values.count - 1..<values.count, to: target)
            case .list(let member): try appendList(member, to: target)
            default: throw fault(.unexpectedOperand)
            }
        }
    }

    private mutating func appendIntegers(_ added: Range<Int>, to target: Int) throws {
        switch lists[target] {
        case .empty: lists[target] = .integers(added)
        case .integers(let range) where range.upperBound == added.lowerBound:
            lists[target] = .integers(range.lowerBound..<added.upperBound)
        default: throw fault(.unexpectedOperand)
        }
    }

    /// Lists hold integers, the outermost one holds lists: nothing deeper.
    private mutating func appendList(_ member: Int, to target: Int) throws {
        if case .lists = lists[member] { throw fault(.tooDeep) }
        guard member != target else { throw fault(.tooDeep) }
        var members: [Int]
        switch lists[target] {
        case .empty: members = []
        case .lists(let known): members = known
        case .integers: throw fault(.unexpectedOperand)
        }
        guard members.count < count else { throw fault(.tooMany(.lists, limit: count)) }
        lists[target] = .empty  // gives up the second reference, so that the array below grows in place
        members.append(member)
        lists[target] = .lists(members)
    }

    // MARK: Objects

    private mutating func pushGlobal(module: String, name: String) throws {
        guard let global = PickleGlobal(module: module, name: name) else {
            throw fault(.forbiddenGlobal("\(module).\(name)"))
        }
        try push(.global(global))
    }

    private mutating func reduce() throws {
        let operands = try pop(2)
        guard case .global(let global) = operands[0], case .tuple(let arguments, _) = operands[1],
            let value = global.reduced(with: arguments)
        else { throw fault(.unexpectedOperand) }
        try push(value)
    }

    /// The state of a type is left aside; that of the array names its list.
    private mutating func build() throws {
        let operands = try pop(2)
        guard case .tuple(let state, _) = operands[1] else { throw fault(.unexpectedOperand) }
        switch operands[0] {
        case .objectType: break
        case .array:
            guard content == nil, state.count == 5, case .integer(1) = state[0], case .tuple(let shape, _) = state[1],
                case .objectType = state[2], case .bool = state[3], case .list(let list) = state[4]
            else { throw fault(.unexpectedOperand) }
            guard shape.count == 1, case .integer(let length) = shape[0], Int(length) == count else {
                throw fault(.unexpectedOperand)
            }
            content = list
        default: throw fault(.unexpectedOperand)
        }
        try push(operands[0])
    }

    private consuming func result() throws -> IntegerLists {
        guard stack.count == 1, case .array = stack[0], let content else { throw fault(.unexpectedOperand) }
        let members: [Int]
        switch lists[content] {
        case .lists(let known): members = known
        case .empty: members = []
        case .integers: throw fault(.unexpectedOperand)
        }
        guard members.count == count else {
            throw fault(.wrongListCount(declared: count, found: members.count))
        }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(count)
        // A list may stand in the array more than once, so its length may count more than once.
        var total = 0
        for member in members {
            let range: Range<Int>
            switch lists[member] {
            case .empty: range = 0..<0
            case .integers(let integers): range = integers
            case .lists: throw fault(.tooDeep)
            }
            total += range.count
            guard total <= Self.integerLimit else { throw fault(.tooMany(.integers, limit: Self.integerLimit)) }
            ranges.append(range)
        }
        return IntegerLists(values: values.storage, ranges: ranges)
    }
}
