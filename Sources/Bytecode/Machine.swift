import Diagnostics
import Foundation
import Outputs

/// A register machine for one notebook: globals live as long as it does, cells run one after the other.
///
/// Programs are trusted here; ``Verifier`` has proved that every operand is in range.
package final class Machine {
    package let program: Program
    package let hostFunctions: [HostFunction]

    private let code: UnsafeMutablePointer<UnsafeMutablePointer<Instruction>>
    private let strings: [StringObject]
    private let globalBits: UnsafeMutablePointer<Int>
    private let globalRefs: UnsafeMutablePointer<AnyObject?>
    private let stackBits: UnsafeMutablePointer<Int>
    private let stackRefs: UnsafeMutablePointer<AnyObject?>
    /// One past the registers in use, as offsets into the stacks; kept right while the library runs.
    private var topBits = 0
    private var topRefs = 0
    private var frames: [Frame] = []
    /// The frames that an error thrown by a cell has left.
    private var thrownFrom: [Frame] = []
    private var furtherTypes: [RuntimeType] = []
    /// The machine that runs: values that print or compare themselves do it by functions of its program.
    nonisolated(unsafe) static weak var current: Machine?

    private static let stackSize = Layout(1 << 20, 1 << 18)
    private static let maximumDepth = 20_000

    private struct Frame {
        var function: Int
        var pc: Int
        var bits: Int
        var refs: Int
    }

    /// `program` must have passed the verifier with the same number of host functions.
    package init(program: Program, hostFunctions: [HostFunction]) {
        self.program = program
        self.hostFunctions = hostFunctions
        strings = program.stringConstants.map(StringObject.init)
        code = .allocate(capacity: program.functions.count)
        for (index, function) in program.functions.enumerated() {
            code[index] = .allocate(capacity: function.code.count)
            code[index].initialize(from: function.code, count: function.code.count)
        }
        globalBits = .allocate(capacity: program.globals.bits)
        globalBits.initialize(repeating: 0, count: program.globals.bits)
        globalRefs = .allocate(capacity: program.globals.refs)
        globalRefs.initialize(repeating: nil, count: program.globals.refs)
        // Fresh memory from the system is zero and takes no room until it is touched: a nil reference is zero, and words
        // are written before they are read.
        stackBits = .allocate(capacity: Self.stackSize.bits)
        guard let refs = calloc(Self.stackSize.refs, MemoryLayout<AnyObject?>.stride) else {
            preconditionFailure("out of memory")
        }
        stackRefs = refs.bindMemory(to: AnyObject?.self, capacity: Self.stackSize.refs)
    }

    deinit {
        for index in program.functions.indices { code[index].deallocate() }
        code.deallocate()
        globalBits.deallocate()
        globalRefs.deinitialize(count: program.globals.refs)
        globalRefs.deallocate()
        stackBits.deallocate()
        free(stackRefs)
    }

    /// Runs the cell with this id to its end. Throws ``CellFailure``; the globals keep what was set before it.
    package func run(cell id: String) throws(CellFailure) {
        guard let function = program.cells[id] else { return }
        Self.current = self
        thrownFrom = []
        do {
            try run(function: function, bits: 0, refs: 0)
        } catch {
            let failure = describe(error)
            frames.removeAll()
            for index in 0..<topRefs { stackRefs[index] = nil }
            topBits = 0
            topRefs = 0
            throw failure
        }
    }

    /// Calls a closure of a cell from the library; the arguments are written and the results read by the caller.
    func call(_ closure: ClosureObject, write: (inout HostFrame) -> Void, read: (inout HostFrame) -> Void) throws {
        let (bits, refs) = (topBits, topRefs)
        var frame = HostFrame(machine: self, bits: stackBits + bits, refs: stackRefs + refs, types: [])
        write(&frame)
        let function = program.functions[closure.function]
        pass(closure, to: function, bits: bits, refs: refs)
        try run(function: closure.function, bits: bits, refs: refs)
        frame = HostFrame(machine: self, bits: stackBits + bits, refs: stackRefs + refs, types: [])
        read(&frame)
    }

    /// Captured values go right behind the parameters of the frame that begins at `bits` and `refs`.
    @inline(__always)
    private func pass(_ closure: ClosureObject, to function: Program.Function, bits: Int, refs: Int) {
        for (index, word) in closure.bits.enumerated() { stackBits[bits + function.parameters.bits + index] = word }
        for (index, object) in closure.refs.enumerated() {
            stackRefs[refs + function.parameters.refs + index] = object
        }
    }

    private func describe(_ error: any Error) -> CellFailure {
        let cause: CellFailure.Cause =
            if let trap = error as? Trap { .trap(trap.kind, detail: trap.detail) } else { .library(error) }
        let stack = (thrownFrom.isEmpty ? frames : thrownFrom).reversed().compactMap {
            frame -> (function: String, range: SourceRange)? in
            let function = program.functions[frame.function]
            let index = max(0, min(frame.pc - 1, function.ranges.count - 1))
            return function.ranges[index].map { (function.name, $0) }
        }
        return CellFailure(cause: cause, stack: stack)
    }

    // MARK: The loop

    /// Runs one function whose arguments stand at the beginning of its frame, until it returns.
    /// On an error the frames stay, so that their places can be read.
    private func run(function entry: Int, bits entryBits: Int, refs entryRefs: Int) throws {
        let depth = frames.count
        var function = entry
        var ip = code[function]
        // The names of the instruction set's own description.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var B = stackBits + entryBits
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var R = stackRefs + entryRefs
        let (outerBits, outerRefs) = (topBits, topRefs)
        try reserve(function, bits: entryBits, refs: entryRefs)
        frames.append(Frame(function: function, pc: 0, bits: entryBits, refs: entryRefs))

        @inline(__always) func note() { frames[frames.count - 1].pc = ip - code[function] }
        @inline(__always) func fail(_ kind: TrapKind, _ detail: String? = nil) -> Trap {
            note()
            return Trap(kind, detail)
        }

        while true {
            let i = ip.pointee
            ip += 1
            let a = Int(i.a)
            let b = Int(i.b)
            let c = Int(i.c)
            switch i.opcode {
            case .moveBits: B[a] = B[b]
            case .moveRef: R[a] = R[b]
            case .takeRef:
                let object = R[b]
                R[b] = nil
                R[a] = object
            case .clearRef: R[a] = nil
            case .loadInt: B[a] = b
            case .loadBits: B[a] = program.bitsConstants[b]
            case .loadString: R[a] = strings[b]

            case .getGlobalBits: B[a] = globalBits[b]
            case .setGlobalBits: globalBits[a] = B[b]
            case .getGlobalRef: R[a] = globalRefs[b]
            case .takeGlobalRef:
                let object = globalRefs[b]
                globalRefs[b] = nil
                R[a] = object
            case .setGlobalRef:
                let object = R[b]
                R[b] = nil
                globalRefs[a] = object

            case .addInt:
                let (value, overflow) = B[b].addingReportingOverflow(B[c])
                if overflow { throw fail(.overflow, "\(B[b]) + \(B[c])") }
                B[a] = value
            case .addIntImmediate:
                let (value, overflow) = B[b].addingReportingOverflow(c)
                if overflow { throw fail(.overflow, "\(B[b]) + \(c)") }
                B[a] = value
            case .subInt:
                let (value, overflow) = B[b].subtractingReportingOverflow(B[c])
                if overflow { throw fail(.overflow, "\(B[b]) - \(B[c])") }
                B[a] = value
            case .mulInt:
                let (value, overflow) = B[b].multipliedReportingOverflow(by: B[c])
                if overflow { throw fail(.overflow, "\(B[b]) * \(B[c])") }
                B[a] = value
            case .divInt:
                if B[c] == 0 { throw fail(.divisionByZero, "\(B[b]) / 0") }
                let (value, overflow) = B[b].dividedReportingOverflow(by: B[c])
                if overflow { throw fail(.overflow, "\(B[b]) / \(B[c])") }
                B[a] = value
            case .remInt:
                if B[c] == 0 { throw fail(.divisionByZero, "\(B[b]) % 0") }
                let (value, overflow) = B[b].remainderReportingOverflow(dividingBy: B[c])
                if overflow { throw fail(.overflow, "\(B[b]) % \(B[c])") }
                B[a] = value
            case .negInt:
                let (value, overflow) = 0.subtractingReportingOverflow(B[b])
                if overflow { throw fail(.overflow, "-(\(B[b]))") }
                B[a] = value
            case .addWrap: B[a] = B[b] &+ B[c]
            case .subWrap: B[a] = B[b] &- B[c]
            case .mulWrap: B[a] = B[b] &* B[c]
            case .shiftRightUnsigned: B[a] = Int(bitPattern: UInt(bitPattern: B[b]) >> B[c])
            case .narrow:
                let kind = IntegerKind(rawValue: c).unsafelyUnwrapped
                if !kind.holds(B[b]) { throw fail(.overflow, "\(B[b]), \(kind.name)") }
                B[a] = B[b]
            case .truncate: B[a] = IntegerKind(rawValue: c).unsafelyUnwrapped.truncated(B[b])
            case .addUnsigned, .subUnsigned, .mulUnsigned, .divUnsigned, .remUnsigned:
                B[a] = try unsigned(i.opcode, UInt(bitPattern: B[b]), UInt(bitPattern: B[c]), fail)
            case .ltUnsigned: B[a] = word(UInt(bitPattern: B[b]) < UInt(bitPattern: B[c]))
            case .leUnsigned: B[a] = word(UInt(bitPattern: B[b]) <= UInt(bitPattern: B[c]))
            case .addFloat: B[a] = word(float(B[b]) + float(B[c]))
            case .subFloat: B[a] = word(float(B[b]) - float(B[c]))
            case .mulFloat: B[a] = word(float(B[b]) * float(B[c]))
            case .divFloat: B[a] = word(float(B[b]) / float(B[c]))
            case .negFloat: B[a] = word(-float(B[b]))
            case .eqFloat: B[a] = word(float(B[b]) == float(B[c]))
            case .ltFloat: B[a] = word(float(B[b]) < float(B[c]))
            case .leFloat: B[a] = word(float(B[b]) <= float(B[c]))
            case .andInt: B[a] = B[b] & B[c]
            case .orInt: B[a] = B[b] | B[c]
            case .xorInt: B[a] = B[b] ^ B[c]
            case .notInt: B[a] = ~B[b]
            case .shiftLeftInt: B[a] = B[b] << B[c]
            case .shiftRightInt: B[a] = B[b] >> B[c]
            case .eqInt: B[a] = word(B[b] == B[c])
            case .ltInt: B[a] = word(B[b] < B[c])
            case .leInt: B[a] = word(B[b] <= B[c])

            case .addDouble: B[a] = word(double(B[b]) + double(B[c]))
            case .subDouble: B[a] = word(double(B[b]) - double(B[c]))
            case .mulDouble: B[a] = word(double(B[b]) * double(B[c]))
            case .divDouble: B[a] = word(double(B[b]) / double(B[c]))
            case .negDouble: B[a] = word(-double(B[b]))
            case .eqDouble: B[a] = word(double(B[b]) == double(B[c]))
            case .ltDouble: B[a] = word(double(B[b]) < double(B[c]))
            case .leDouble: B[a] = word(double(B[b]) <= double(B[c]))
            case .intToDouble: B[a] = word(Double(B[b]))
            case .doubleToInt:
                let value = double(B[b])
                guard let whole = Int(exactly: value.rounded(.towardZero)) else {
                    throw fail(.notRepresentable, "\(value)")
                }
                B[a] = whole

            case .notBool: B[a] = B[b] ^ 1
            case .isNilRef: B[a] = word(R[b] == nil)
            case .sameRef: B[a] = word(R[b] === R[c])

            case .jump: ip = code[function] + a
            case .loop:
                ip = code[function] + a
                if Interruption.reason != nil {
                    note()
                    try Interruption.check()
                }
            case .jumpIf: if B[b] != 0 { ip = code[function] + a }
            case .jumpIfNot: if B[b] == 0 { ip = code[function] + a }
            case .jumpLtInt: if B[b] < B[c] { ip = code[function] + a }
            case .jumpNotLtInt: if B[b] >= B[c] { ip = code[function] + a }
            case .jumpLeInt: if B[b] <= B[c] { ip = code[function] + a }
            case .jumpNotLeInt: if B[b] > B[c] { ip = code[function] + a }
            case .jumpEqInt: if B[b] == B[c] { ip = code[function] + a }
            case .jumpNotEqInt: if B[b] != B[c] { ip = code[function] + a }
            case .jumpNilRef: if R[b] == nil { ip = code[function] + a }
            case .trap: throw fail(TrapKind(rawValue: a) ?? .unreachable)
            case .trapIfNot: if B[b] == 0 { throw fail(TrapKind(rawValue: a) ?? .unreachable) }
            case .trapIfNilRef: if R[b] == nil { throw fail(TrapKind(rawValue: a) ?? .unreachable) }

            case .call, .callClosure, .callMethod, .callWitness:
                note()
                let bits = B - stackBits + b
                let refs = R - stackRefs + c
                switch i.opcode {
                case .call: function = a
                case .callMethod: function = record(R[c]).info.unsafelyUnwrapped.vtable[a]
                case .callWitness:
                    guard let found = program.witnesses[a][anyBox(R[c]).type] else { throw fail(.unreachable) }
                    function = found
                default:
                    let closure = closure(R[a])
                    function = closure.function
                    pass(closure, to: program.functions[function], bits: bits, refs: refs)
                }
                if frames.count >= Self.maximumDepth { throw Trap(.stackOverflow) }
                try reserve(function, bits: bits, refs: refs)
                frames.append(Frame(function: function, pc: 0, bits: bits, refs: refs))
                ip = code[function]
                B = stackBits + bits
                R = stackRefs + refs
                if Interruption.reason != nil { try Interruption.check() }

            case .return:
                // What a frame held is let go with it, so that values stay uniquely referenced where they are changed.
                let done = program.functions[function]
                var index = done.results.refs
                while index < done.frame.refs {
                    R[index] = nil
                    index += 1
                }
                frames.removeLast()
                if frames.count == depth {
                    topBits = outerBits
                    topRefs = outerRefs
                    return
                }
                let frame = frames[frames.count - 1]
                function = frame.function
                ip = code[function] + frame.pc
                B = stackBits + frame.bits
                R = stackRefs + frame.refs
                topBits = frame.bits + program.functions[function].frame.bits
                topRefs = frame.refs + program.functions[function].frame.refs

            case .callHost:
                note()
                do {
                    var frame = HostFrame(machine: self, bits: B + b, refs: R + c, types: [])
                    try hostFunctions[a](&frame)
                    if let error = Failure.take() { throw error }
                } catch {
                    guard let thrown = caught(error) else { throw error }
                    try unwind(thrown, error)
                }
            case .callIntrinsic:
                note()
                do {
                    var frame = HostFrame(machine: self, bits: B + b, refs: R + c, types: program.typeLists[Int(i.n)])
                    try Intrinsic.table[a].body(&frame)
                } catch {
                    guard let thrown = caught(error) else { throw error }
                    try unwind(thrown, error)
                }
            case .throwError:
                note()
                let thrown = anyBox(R[a])
                try unwind(thrown, uncaught(thrown))
            case .trapError:
                let thrown = anyBox(R[a])
                throw fail(.unexpectedError, thrown.slots.describe(thrown.type, debug: true))

            case .makeClosure:
                let captures = program.functions[Int(i.n)].captures
                R[a] = ClosureObject(
                    function: Int(i.n), bits: Array(UnsafeBufferPointer(start: B + b, count: captures.bits)),
                    refs: Array(UnsafeBufferPointer(start: R + c, count: captures.refs)))
            case .makeBox: R[a] = RecordObject.make(Layout(b, c))
            case .newInstance:
                let info = program.nominals[b]
                R[a] = RecordObject.make(info.instanceLayout, info: info)
            case .boxGetBits: B[a] = record(R[b]).bits[c]
            case .boxSetBits: record(R[b]).bits[c] = B[a]
            case .boxGetRef: R[a] = record(R[b]).refs[c]
            case .boxTakeRef:
                let object = record(R[b]).refs[c]
                record(R[b]).refs[c] = nil
                R[a] = object
            case .boxSetRef:
                let object = R[a]
                R[a] = nil
                record(R[b]).refs[c] = object
            case .unbox:
                let box = anyBox(R[b])
                for k in box.bits.indices { B[a + k] = box.bits[k] }
                for k in box.refs.indices { R[Int(i.n) + k] = box.refs[k] }
            case .erase:
                let type = program.runtimeTypes[Int(i.n)]
                let layout = type.layout
                R[a] = AnyObjectBox(
                    type: type, bits: Array(UnsafeBufferPointer(start: B + b, count: layout.bits)),
                    refs: Array(UnsafeBufferPointer(start: R + c, count: layout.refs)))

            case .arrayNew: R[a] = ArrayObject(layout: Layout(b, c))
            case .arrayCount: B[a] = array(R[b]).count
            case .arrayReserve:
                array(R[a]).bits.reserveCapacity(B[b] * array(R[a]).layout.bits)
                array(R[a]).refs.reserveCapacity(B[b] * array(R[a]).layout.refs)
            case .arrayGetBits:
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                B[a] = object.bits[index]
            case .arrayGetRef:
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                R[a] = object.refs[index]
            case .arrayGet:
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                let layout = object.layout
                for k in 0..<layout.bits { B[a + k] = object.bits[index * layout.bits + k] }
                for k in 0..<layout.refs { R[Int(i.n) + k] = object.refs[index * layout.refs + k] }
            case .arrayTakeRef:
                makeUnique(R + b)
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                let element = object.refs[index]
                object.refs[index] = nil
                R[a] = element
            case .arrayTake:
                makeUnique(R + b)
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                let layout = object.layout
                for k in 0..<layout.bits { B[a + k] = object.bits[index * layout.bits + k] }
                for k in 0..<layout.refs {
                    let element = object.refs[index * layout.refs + k]
                    object.refs[index * layout.refs + k] = nil
                    R[Int(i.n) + k] = element
                }
            case .arraySetBits:
                makeUnique(R + b)
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                object.bits[index] = B[a]
            case .arraySetRef:
                makeUnique(R + b)
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                let element = R[a]
                R[a] = nil
                object.refs[index] = element
            case .arraySet:
                makeUnique(R + b)
                let object = array(R[b])
                let index = B[c]
                if UInt(bitPattern: index) >= UInt(bitPattern: object.count) { throw fail(outOfRange(index, object)) }
                let layout = object.layout
                for k in 0..<layout.bits { object.bits[index * layout.bits + k] = B[a + k] }
                for k in 0..<layout.refs {
                    let element = R[Int(i.n) + k]
                    R[Int(i.n) + k] = nil
                    object.refs[index * layout.refs + k] = element
                }
            case .arrayAppendBits:
                makeUnique(R + b)
                let object = array(R[b])
                object.bits.append(B[a])
                object.count += 1
            case .arrayAppendRef:
                makeUnique(R + b)
                let object = array(R[b])
                let element = R[a]
                R[a] = nil
                object.refs.append(element)
                object.count += 1
            case .arrayAppend:
                makeUnique(R + b)
                let object = array(R[b])
                let layout = object.layout
                for k in 0..<layout.bits { object.bits.append(B[a + k]) }
                for k in 0..<layout.refs {
                    let element = R[Int(i.n) + k]
                    R[Int(i.n) + k] = nil
                    object.refs.append(element)
                }
                object.count += 1
            case .stringConcat: R[a] = StringObject(string(R[b]) + string(R[c]))
            case .stringEq: B[a] = word(string(R[b]) == string(R[c]))
            case .stringLt: B[a] = word(string(R[b]) < string(R[c]))
            }
        }

        func fail(_ trap: Trap) -> Trap {
            note()
            return trap
        }

        /// Goes on where an error is caught; throws `original` when nobody in this run does.
        func unwind(_ thrown: AnyObjectBox, _ original: any Error) throws {
            let places = frames
            while frames.count > depth {
                let frame = frames[frames.count - 1]
                let catching = program.functions[frame.function]
                let at = frame.pc - 1
                if let handler = catching.handlers.first(where: { $0.lower <= at && at < $0.upper }) {
                    function = frame.function
                    ip = code[function] + handler.target
                    B = stackBits + frame.bits
                    R = stackRefs + frame.refs
                    R[handler.error] = thrown
                    thrownFrom = []
                    topBits = frame.bits + catching.frame.bits
                    topRefs = frame.refs + catching.frame.refs
                    return
                }
                for index in 0..<catching.frame.refs { stackRefs[frame.refs + index] = nil }
                frames.removeLast()
            }
            // The whole way to the error is told, also what was left on it.
            if thrownFrom.isEmpty { thrownFrom = places }
            topBits = outerBits
            topRefs = outerRefs
            throw original
        }
    }

    /// An error as a value that cells can catch; `nil` for what no cell catches.
    private func caught(_ error: any Error) -> AnyObjectBox? {
        switch error {
        case is Trap, is CellFailure, is Interruption.Interrupted: nil
        case let error as UncaughtError: error.box
        default: AnyObjectBox(type: .host("Error"), bits: [], refs: [Hosted<any Error>(error)])
        }
    }

    private func uncaught(_ box: AnyObjectBox) -> any Error {
        if case .host("Error") = box.type, let hosted = box.refs[0] as? Hosted<any Error> { return hosted.value }
        return UncaughtError(
            typeName: box.slots.typeName(box.type), description: box.slots.describe(box.type), box: box)
    }

    private func unsigned(
        _ opcode: Opcode, _ a: UInt, _ b: UInt, _ fail: (TrapKind, String?) -> Trap
    ) throws -> Int {
        let (value, overflow): (UInt, Bool)
        let sign: String
        switch opcode {
        case .addUnsigned: (value, overflow, sign) = (a &+ b, a.addingReportingOverflow(b).overflow, "+")
        case .subUnsigned: (value, overflow, sign) = (a &- b, b > a, "-")
        case .mulUnsigned: (value, overflow, sign) = (a &* b, a.multipliedReportingOverflow(by: b).overflow, "*")
        default:
            let sign = opcode == .divUnsigned ? "/" : "%"
            if b == 0 { throw fail(.divisionByZero, "\(a) \(sign) 0") }
            return Int(bitPattern: opcode == .divUnsigned ? a / b : a % b)
        }
        if overflow { throw fail(.overflow, "\(a) \(sign) \(b)") }
        return Int(bitPattern: value)
    }

    /// The number of a type for metatypes; types that the program does not name are added.
    func index(of type: RuntimeType) -> Int {
        if let index = program.runtimeTypes.firstIndex(of: type) { return index }
        if let index = furtherTypes.firstIndex(of: type) { return program.runtimeTypes.count + index }
        furtherTypes.append(type)
        return program.runtimeTypes.count + furtherTypes.count - 1
    }

    func runtimeType(_ index: Int) -> RuntimeType? {
        if program.runtimeTypes.indices.contains(index) { return program.runtimeTypes[index] }
        let further = index - program.runtimeTypes.count
        return furtherTypes.indices.contains(further) ? furtherTypes[further] : nil
    }

    /// Calls a function of the program from an intrinsic.
    func invoke(_ function: Int, _ arguments: [Slots]) throws -> Slots {
        let (bits, refs) = (topBits, topRefs)
        var (bit, ref) = (bits, refs)
        for argument in arguments {
            for word in argument.bits {
                stackBits[bit] = word
                bit += 1
            }
            for object in argument.refs {
                stackRefs[ref] = object
                ref += 1
            }
        }
        try run(function: function, bits: bits, refs: refs)
        let results = program.functions[function].results
        var slots = Slots()
        for index in 0..<results.bits { slots.bits.append(stackBits[bits + index]) }
        for index in 0..<results.refs {
            slots.refs.append(stackRefs[refs + index])
            stackRefs[refs + index] = nil
        }
        return slots
    }

    /// Makes room for a frame: its word registers need no value, its references are nil already.
    @inline(__always)
    private func reserve(_ function: Int, bits: Int, refs: Int) throws {
        let frame = program.functions[function].frame
        topBits = bits + frame.bits
        topRefs = refs + frame.refs
        if topBits + 256 > Self.stackSize.bits || topRefs + 256 > Self.stackSize.refs { throw Trap(.stackOverflow) }
    }

    private func outOfRange(_ index: Int, _ object: ArrayObject) -> Trap {
        Trap(.indexOutOfRange, object.count == 0 ? "\(index); []" : "\(index); 0..<\(object.count)")
    }

    @inline(__always)
    private func makeUnique(_ register: UnsafeMutablePointer<AnyObject?>) {
        if !isKnownUniquelyReferenced(&register.pointee) {
            register.pointee = ArrayObject(copying: array(register.pointee))
        }
    }
}

// MARK: Reading registers

@inline(__always) func word(_ value: Bool) -> Int { value ? 1 : 0 }
@inline(__always) func word(_ value: Double) -> Int { Int(bitPattern: UInt(value.bitPattern)) }
@inline(__always) func word(_ value: Float) -> Int { Int(value.bitPattern) }
@inline(__always) func float(_ word: Int) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: word)) }
@inline(__always) func double(_ word: Int) -> Double { Double(bitPattern: UInt64(UInt(bitPattern: word))) }

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
@inline(__always) func substring(_ object: AnyObject?) -> Substring {
    unsafeDowncast(object.unsafelyUnwrapped, to: SubstringObject.self).value
}
@inline(__always) func closure(_ object: AnyObject?) -> ClosureObject {
    unsafeDowncast(object.unsafelyUnwrapped, to: ClosureObject.self)
}
