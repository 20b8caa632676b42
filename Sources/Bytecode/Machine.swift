import Diagnostics
import Foundation
import Outputs
import Synchronization

/// A register machine for one notebook: globals live as long as it does, cells run one after the other.
///
/// Programs are trusted here; ``Verifier`` has proved that every operand is in range.
package final class Machine {
    package let program: Program
    package let hostFunctions: [HostFunction]
    var handedOver = HandedOver()

    /// The functions as the loop needs them.
    let functions: UnsafeMutablePointer<LoadedFunction>
    private let constants: UnsafeMutablePointer<Int>
    private let strings: UnsafeMutablePointer<AnyObject?>
    private let intrinsics: UnsafeMutablePointer<LibraryFunction>
    private let hosts: UnsafeMutablePointer<LibraryFunction>
    private let typeLists: UnsafeMutablePointer<[RuntimeType]>
    /// The list of no types.
    var noTypes: UnsafeMutablePointer<[RuntimeType]> { typeLists + program.typeLists.count }
    /// Globals stand right below the registers: the code of cells, which runs at the bottom, reads them as registers
    /// with negative numbers.
    private let globalBits: UnsafeMutablePointer<Int>
    private let globalRefs: UnsafeMutablePointer<AnyObject?>
    private let stackBits: UnsafeMutablePointer<Int>
    private let stackRefs: UnsafeMutablePointer<AnyObject?>
    /// A frame may begin as long as it ends before these.
    private let endOfBits: UnsafeMutablePointer<Int>
    private let endOfRefs: UnsafeMutablePointer<AnyObject?>
    let frames: UnsafeMutablePointer<Frame>
    private let endOfFrames: UnsafeMutablePointer<Frame>
    /// The frame that runs; `frames` itself, which is none, when nothing does.
    private(set) var frame: UnsafeMutablePointer<Frame>
    /// The registers of the frame that runs.
    private var bits: UnsafeMutablePointer<Int>
    private var refs: UnsafeMutablePointer<AnyObject?>
    /// The frames that an error thrown by a cell has left.
    private var thrownFrom: [Frame] = []
    /// An error that no cell can catch, of code that the library called: neither can the library. Thrown when it returns.
    private var deferred: (any Error)?
    /// Whether code that the library called had an error, which left ``thrownFrom`` and perhaps ``deferred``.
    private var isDisturbed = false
    private var furtherTypes: [RuntimeType] = []
    /// The machine that runs: values that print or compare themselves do it by functions of its program.
    nonisolated(unsafe) private(set) static unowned(unsafe) var current: Machine?
    private let limits: Limits
    private let interruption: Interruption.Flag
    /// Steps until the next pause, and those that the cell may take after that.
    private var steps = 0
    private var furtherSteps = Int.max
    /// The second word of an object that has one reference, whatever it means to the Swift runtime.
    private let freshCounts: Int
    /// What each function's instructions still need, by its place; made for those that ask.
    var needs: [Int: [RegisterSet]] = [:]

    /// What a cell may take.
    package struct Limits: Sendable {
        /// Turns of loops and calls; `nil`: as many as it wants.
        package var steps: Int?
        /// Bytes of all values of the notebook at one time; `nil`: as many as there are.
        package var memory: Int?

        package init(steps: Int? = nil, memory: Int? = nil) {
            self.steps = steps
            self.memory = memory
        }
    }

    private static let stackSize = Layout(1 << 20, 1 << 18)
    private static let maximumDepth = 20_000
    /// Steps between pauses, in which the machine asks whether it shall stop. Few enough that nobody waits for it, as
    /// a step takes no time to speak of: what does is a call of the library, after which it asks too.
    private static let stride = 1_024
    /// Room behind every frame, for the window of a closure that the library calls.
    private static let margin = 256

    struct LoadedFunction {
        var code: UnsafeMutablePointer<Instruction>
        var frame: Layout
        var parameters: Layout
        var captures: Layout
        var resultRefs: Int
    }

    /// In a type of its own, so that calls through memory need no detour.
    private struct LibraryFunction {
        var body: HostFunction
    }

    struct Frame {
        var function: UnsafeMutablePointer<LoadedFunction>
        /// The instruction after the one that runs, while the frame waits for a call or has stopped.
        var ip: UnsafeMutablePointer<Instruction>
        var bits: UnsafeMutablePointer<Int>
        var refs: UnsafeMutablePointer<AnyObject?>
    }

    /// `program` must have passed the verifier with the same number of host functions.
    package init(program: Program, hostFunctions: [HostFunction], limits: Limits = Limits()) {
        self.program = program
        self.hostFunctions = hostFunctions
        self.limits = limits
        functions = .allocate(capacity: max(1, program.functions.count))
        for (index, function) in program.functions.enumerated() {
            (functions + index).initialize(to: Self.load(function))
        }
        constants = Self.copy(program.bitsConstants)
        strings = Self.copy(program.stringConstants.map(StringObject.init))
        intrinsics = Self.copy(Intrinsic.table.map { LibraryFunction(body: $0.body) })
        hosts = Self.copy(hostFunctions.map(LibraryFunction.init))
        typeLists = Self.copy(program.typeLists + [[]])
        // Fresh memory from the system is zero and takes no room until it is touched: a nil reference is zero, and words
        // are written before they are read.
        let globals = program.globals
        globalBits = Self.zeroed(globals.bits + Self.stackSize.bits)
        globalRefs = Self.zeroed(globals.refs + Self.stackSize.refs)
        stackBits = globalBits + globals.bits
        stackRefs = globalRefs + globals.refs
        endOfBits = stackBits + Self.stackSize.bits - Self.margin
        endOfRefs = stackRefs + Self.stackSize.refs - Self.margin
        frames = .allocate(capacity: Self.maximumDepth + 1)
        endOfFrames = frames + Self.maximumDepth
        let nowhere = UnsafeMutablePointer<Instruction>(bitPattern: MemoryLayout<Instruction>.alignment)
        frames.initialize(
            to: Frame(function: functions, ip: nowhere.unsafelyUnwrapped, bits: stackBits, refs: stackRefs))
        frame = frames
        bits = stackBits
        refs = stackRefs
        interruption = Interruption.flag
        freshCounts = Self.countsOfFreshObject()
    }

    /// Read from an object that only a register holds, as in the loop.
    private static func countsOfFreshObject() -> Int {
        let register = UnsafeMutablePointer<AnyObject?>.allocate(capacity: 1)
        register.initialize(to: ArrayObject(layout: Layout(1, 0)))
        defer { register.deinitialize(count: 1).deallocate() }
        precondition(isKnownUniquelyReferenced(&register.pointee))
        return counts(register)
    }

    /// The word behind the type in the head of the object in a register.
    @inline(__always)
    private static func counts(_ register: UnsafeMutablePointer<AnyObject?>) -> Int {
        UnsafeRawPointer(register).load(as: UnsafePointer<Int>.self)[1]
    }

    deinit {
        if Self.current === self { Self.current = nil }
        for index in program.functions.indices { functions[index].code.deallocate() }
        functions.deallocate()
        constants.deallocate()
        strings.deinitialize(count: program.stringConstants.count).deallocate()
        intrinsics.deinitialize(count: Intrinsic.table.count).deallocate()
        hosts.deinitialize(count: hostFunctions.count).deallocate()
        typeLists.deinitialize(count: program.typeLists.count + 1).deallocate()
        globalRefs.deinitialize(count: program.globals.refs)
        free(globalBits)
        free(globalRefs)
        frames.deallocate()
    }

    private static func copy<T>(_ elements: [T]) -> UnsafeMutablePointer<T> {
        let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, elements.count))
        _ = UnsafeMutableBufferPointer(start: memory, count: elements.count).initialize(from: elements)
        return memory
    }

    private static func zeroed<T>(_ count: Int) -> UnsafeMutablePointer<T> {
        guard let memory = calloc(max(1, count), MemoryLayout<T>.stride) else { preconditionFailure("out of memory") }
        return memory.bindMemory(to: T.self, capacity: count)
    }

    /// Jump targets become distances, so that a jump needs to know nothing but where it stands.
    private static func load(_ function: Program.Function) -> LoadedFunction {
        let code = copy(function.code)
        for index in function.code.indices where function.code[index].opcode.operands.0 == .target {
            code[index].a -= Int32(index + 1)
        }
        return LoadedFunction(
            code: code, frame: function.frame, parameters: function.parameters, captures: function.captures,
            resultRefs: function.results.refs)
    }

    /// Runs the cell with this id to its end. Throws ``CellFailure``; the globals keep what was set before it.
    package func run(cell id: String) throws(CellFailure) {
        guard let function = program.cells[id] else { return }
        Self.current = self
        (thrownFrom, deferred, isDisturbed) = ([], nil, false)
        (steps, furtherSteps) = (0, max(0, limits.steps ?? .max))
        MemoryAccount.limit = limits.memory
        defer { Heap.settle() }
        do {
            try run(functions + function, stackBits, stackRefs)
        } catch {
            let failure = describe(error)
            leave(to: frames)
            throw failure
        }
    }

    /// Gives up the frames above one, and lets go of what they hold.
    private func leave(to outer: UnsafeMutablePointer<Frame>) {
        while frame > outer {
            for index in 0..<frame.pointee.function.pointee.frame.refs { frame.pointee.refs[index] = nil }
            frame -= 1
        }
        (bits, refs) = (frame.pointee.bits, frame.pointee.refs)
    }

    /// The first registers that no frame uses.
    private var topBits: UnsafeMutablePointer<Int> {
        frame == frames ? stackBits : frame.pointee.bits + frame.pointee.function.pointee.frame.bits
    }
    private var topRefs: UnsafeMutablePointer<AnyObject?> {
        frame == frames ? stackRefs : frame.pointee.refs + frame.pointee.function.pointee.frame.refs
    }

    /// Calls a closure of a cell from the library; the arguments are written and the results read by the caller.
    func call(_ closure: ClosureObject, write: (inout HostFrame) -> Void, read: (inout HostFrame) -> Void) throws {
        let (bits, refs) = (topBits, topRefs)
        let function = functions + closure.function
        if !fits(function, bits, refs) { throw Trap(.stackOverflow) }
        var frame = HostFrame(machine: self, bits: bits, refs: refs, types: noTypes)
        write(&frame)
        pass(closure, to: function, bits, refs)
        try runForLibrary(function, bits, refs)
        frame = HostFrame(machine: self, bits: bits, refs: refs, types: noTypes)
        read(&frame)
    }

    /// Runs a function that the library calls. After an error its frames are gone, as the library may go on without
    /// passing the error on; where they were is kept.
    private func runForLibrary(
        _ function: UnsafeMutablePointer<LoadedFunction>, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) throws {
        // No more of the cell's code runs after such an error, whatever the library does with it.
        if let deferred { throw deferred }
        let outer = frame
        do {
            if takesStep(), outer > frames { try pause(outer.pointee.ip) }
            try run(function, bits, refs)
        } catch {
            isDisturbed = true
            if !Self.isCatchable(error) { deferred = error }
            if thrownFrom.isEmpty { thrownFrom = running(above: frames) }
            leave(to: outer)
            throw error
        }
    }

    /// What is left to do when the library returns without an error although code that it called had one.
    @inline(never)
    private func settle() throws {
        let error = deferred
        (isDisturbed, deferred) = (false, nil)
        if let error { throw error }
        thrownFrom = []
    }

    /// Captured values go right behind the parameters of the frame that begins at `bits` and `refs`.
    @inline(__always)
    private func pass(
        _ closure: ClosureObject, to function: UnsafeMutablePointer<LoadedFunction>, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let (captures, parameters) = (function.pointee.captures, function.pointee.parameters)
        var index = 0
        while index < captures.bits {
            bits[parameters.bits &+ index] = closure.bits[index]
            index &+= 1
        }
        index = 0
        while index < captures.refs {
            refs[parameters.refs &+ index] = closure.refs[index]
            index &+= 1
        }
    }

    private func describe(_ error: any Error) -> CellFailure {
        let cause: CellFailure.Cause =
            if let trap = error as? Trap { .trap(trap.kind, detail: trap.detail) } else { .library(error) }
        let stack = (thrownFrom.isEmpty ? running(above: frames) : thrownFrom).reversed().compactMap {
            place -> (function: String, range: SourceRange)? in
            let function = program.functions[place.function - functions]
            let index = place.ip - place.function.pointee.code - 1
            return function.ranges[max(0, min(index, function.ranges.count - 1))].map { (function.name, $0) }
        }
        return CellFailure(cause: cause, stack: stack)
    }

    private func running(above outer: UnsafeMutablePointer<Frame>) -> [Frame] {
        Array(UnsafeBufferPointer(start: outer + 1, count: frame - outer))
    }

    // MARK: The loop

    /// Whether there is room for a frame above those that run.
    @inline(__always)
    private func fits(
        _ function: UnsafeMutablePointer<LoadedFunction>, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) -> Bool {
        frame < endOfFrames && bits + function.pointee.frame.bits <= endOfBits
            && refs + function.pointee.frame.refs <= endOfRefs
    }

    /// Begins a frame above those that run, if there is room.
    @inline(__always)
    private func enter(
        _ function: UnsafeMutablePointer<LoadedFunction>, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) -> Bool {
        if !fits(function, bits, refs) { return false }
        // Its word registers need no value, its references are nil already.
        let next = frame + 1
        next.initialize(to: Frame(function: function, ip: function.pointee.code, bits: bits, refs: refs))
        frame = next
        self.bits = bits
        self.refs = refs
        return true
    }

    /// Runs one function whose arguments stand at the beginning of its frame, until it returns.
    /// On an error the frames stay, so that their places can be read.
    ///
    /// What the loop keeps at hand is the next instruction and the two banks of registers. An instruction that traps
    /// leaves the loop before it has changed anything, and what is wrong with it is found out there.
    private func run(
        _ function: UnsafeMutablePointer<LoadedFunction>, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) throws {
        let outer = frame
        if !enter(function, bits, refs) { throw Trap(.stackOverflow) }
        var ip = function.pointee.code
        // The names of the instruction set's own description. They are read from memory at every instruction: kept in
        // variables of the loop they would be shuffled between processor registers.
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var B: UnsafeMutablePointer<Int> { @inline(__always) get { self.bits } }
        // swift-format-ignore: AlwaysUseLowerCamelCase
        var R: UnsafeMutablePointer<AnyObject?> { @inline(__always) get { self.refs } }

        loop: while true {
            let i = ip.pointee
            ip += 1
            let a = Int(i.a)
            let b = Int(i.b)
            let c = Int(i.c)
            switch i.opcode {
            case .moveBits: B[a] = B[b]
            case .moveRef: R[a] = R[b]
            case .takeRef: moveObject(from: R + b, to: R + a)
            case .clearRef: R[a] = nil
            case .loadInt: B[a] = b
            case .loadBits: B[a] = constants[b]
            case .loadString: R[a] = strings[b]

            case .getGlobalBits: B[a] = globalBits[b]
            case .setGlobalBits: globalBits[a] = B[b]
            case .getGlobalRef: R[a] = globalRefs[b]
            case .takeGlobalRef: moveObject(from: globalRefs + b, to: R + a)
            case .setGlobalRef: moveObject(from: R + b, to: globalRefs + a)

            case .addInt:
                let (value, overflow) = B[b].addingReportingOverflow(B[c])
                if overflow { break loop }
                B[a] = value
            case .addIntImmediate:
                let (value, overflow) = B[b].addingReportingOverflow(c)
                if overflow { break loop }
                B[a] = value
            case .mulIntImmediate:
                let (value, overflow) = B[b].multipliedReportingOverflow(by: c)
                if overflow { break loop }
                B[a] = value
            case .divIntImmediate: B[a] = B[b] / c
            case .remIntImmediate: B[a] = B[b] % c
            case .subInt:
                let (value, overflow) = B[b].subtractingReportingOverflow(B[c])
                if overflow { break loop }
                B[a] = value
            case .mulInt:
                let (value, overflow) = B[b].multipliedReportingOverflow(by: B[c])
                if overflow { break loop }
                B[a] = value
            case .divInt:
                if UInt(bitPattern: B[c] &+ 1) <= 1 {
                    if B[c] == 0 || B[b] == .min { break loop }
                    B[a] = 0 &- B[b]
                } else {
                    B[a] = B[b] / B[c]
                }
            case .remInt:
                if UInt(bitPattern: B[c] &+ 1) <= 1 {
                    if B[c] == 0 || B[b] == .min { break loop }
                    B[a] = 0
                } else {
                    B[a] = B[b] % B[c]
                }
            case .negInt:
                if B[b] == .min { break loop }
                B[a] = 0 &- B[b]
            case .addWrap: B[a] = B[b] &+ B[c]
            case .subWrap: B[a] = B[b] &- B[c]
            case .mulWrap: B[a] = B[b] &* B[c]
            case .shiftRightUnsigned: B[a] = Int(bitPattern: UInt(bitPattern: B[b]) >> B[c])
            case .narrow:
                if !IntegerKind(rawValue: c).unsafelyUnwrapped.holds(B[b]) { break loop }
                B[a] = B[b]
            case .truncate: B[a] = IntegerKind(rawValue: c).unsafelyUnwrapped.truncated(B[b])
            case .addUnsigned:
                let (value, overflow) = UInt(bitPattern: B[b]).addingReportingOverflow(UInt(bitPattern: B[c]))
                if overflow { break loop }
                B[a] = Int(bitPattern: value)
            case .subUnsigned:
                let (value, overflow) = UInt(bitPattern: B[b]).subtractingReportingOverflow(UInt(bitPattern: B[c]))
                if overflow { break loop }
                B[a] = Int(bitPattern: value)
            case .mulUnsigned:
                let (value, overflow) = UInt(bitPattern: B[b]).multipliedReportingOverflow(by: UInt(bitPattern: B[c]))
                if overflow { break loop }
                B[a] = Int(bitPattern: value)
            case .divUnsigned:
                if B[c] == 0 { break loop }
                B[a] = Int(bitPattern: UInt(bitPattern: B[b]) / UInt(bitPattern: B[c]))
            case .remUnsigned:
                if B[c] == 0 { break loop }
                B[a] = Int(bitPattern: UInt(bitPattern: B[b]) % UInt(bitPattern: B[c]))
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
            case .addDoubleConstant: B[a] = word(double(B[b]) + double(constants[c]))
            case .subDoubleConstant: B[a] = word(double(B[b]) - double(constants[c]))
            case .mulDoubleConstant: B[a] = word(double(B[b]) * double(constants[c]))
            case .divDoubleConstant: B[a] = word(double(B[b]) / double(constants[c]))
            case .mulAddDouble: B[a] = word(double(B[Int(i.n)]) + double(B[b]) * double(B[c]))
            case .mulSubDouble: B[a] = word(double(B[Int(i.n)]) - double(B[b]) * double(B[c]))
            case .sqrtDouble: B[a] = word(double(B[b]).squareRoot())
            case .intToDouble: B[a] = word(Double(B[b]))
            case .doubleToInt:
                let value = double(B[b])
                // -2^63 fits, 2^63 does not, and so near to them doubles have no fraction.
                if !(value >= -9_223_372_036_854_775_808.0 && value < 9_223_372_036_854_775_808.0) { break loop }
                B[a] = Int(value)

            case .notBool: B[a] = B[b] ^ 1
            case .isNilRef: B[a] = word(address(R + b) == 0)
            case .sameRef: B[a] = word(address(R + b) == address(R + c))

            case .jump: ip += a
            case .loop:
                ip += a
                if takesStep() { try pause(ip) }
            case .jumpIf: if _slowPath(B[b] != 0) { ip += a }
            case .jumpIfNot: if _slowPath(B[b] == 0) { ip += a }
            case .jumpLtInt: if _slowPath(B[b] < B[c]) { ip += a }
            case .jumpNotLtInt: if _slowPath(B[b] >= B[c]) { ip += a }
            case .jumpLeInt: if _slowPath(B[b] <= B[c]) { ip += a }
            case .jumpNotLeInt: if _slowPath(B[b] > B[c]) { ip += a }
            case .jumpEqInt: if _slowPath(B[b] == B[c]) { ip += a }
            case .jumpNotEqInt: if _slowPath(B[b] != B[c]) { ip += a }
            case .jumpLtIntImmediate: if _slowPath(B[b] < c) { ip += a }
            case .jumpNotLtIntImmediate: if _slowPath(B[b] >= c) { ip += a }
            case .jumpEqIntImmediate: if _slowPath(B[b] == c) { ip += a }
            case .jumpNotEqIntImmediate: if _slowPath(B[b] != c) { ip += a }
            case .jumpLtDouble: if _slowPath(double(B[b]) < double(B[c])) { ip += a }
            case .jumpNotLtDouble: if _slowPath(!(double(B[b]) < double(B[c]))) { ip += a }
            case .jumpLeDouble: if _slowPath(double(B[b]) <= double(B[c])) { ip += a }
            case .jumpNotLeDouble: if _slowPath(!(double(B[b]) <= double(B[c]))) { ip += a }
            case .jumpEqDouble: if _slowPath(double(B[b]) == double(B[c])) { ip += a }
            case .jumpNotEqDouble: if _slowPath(double(B[b]) != double(B[c])) { ip += a }
            case .loopLtInt:
                if _fastPath(B[b] < B[c]) { ip += a }
                if takesStep() { try pause(ip) }
            case .loopLeInt:
                if _fastPath(B[b] <= B[c]) { ip += a }
                if takesStep() { try pause(ip) }
            case .countLtInt:
                let next = B[b] &+ 1
                B[b] = next
                if _fastPath(next < B[c]) { ip += a }
                if takesStep() { try pause(ip) }
            case .countLeInt:
                let current = B[b]
                if current < B[c] {
                    B[b] = current &+ 1
                    ip += a
                }
                if takesStep() { try pause(ip) }
            case .jumpNilRef: if _slowPath(address(R + b) == 0) { ip += a }
            case .trap: break loop
            case .trapIfNot: if B[b] == 0 { break loop }
            case .trapUnlessOrdered: if B[b] > B[b + 1] { break loop }
            case .trapIfNilRef: if address(R + b) == 0 { break loop }

            case .call:
                let function = functions + a
                frame.pointee.ip = ip
                if !enter(function, B + b, R + c) { throw Trap(.stackOverflow) }
                ip = function.pointee.code
                if takesStep() { try pause(ip) }
            case .callClosure:
                let closure = UnsafeRawPointer(R + a).load(as: Unmanaged<ClosureObject>.self)
                let function = functions + closure._withUnsafeGuaranteedRef { $0.function }
                frame.pointee.ip = ip
                if !enter(function, B + b, R + c) { throw Trap(.stackOverflow) }
                closure._withUnsafeGuaranteedRef { pass($0, to: function, B, R) }
                ip = function.pointee.code
                if takesStep() { try pause(ip) }
            case .callMethod, .callWitness:
                frame.pointee.ip = ip
                let index = i.opcode == .callMethod ? method(a, of: R + c) : witness(a, of: R + c)
                guard let index else { throw Trap(.unreachable) }
                if !enter(functions + index, B + b, R + c) { throw Trap(.stackOverflow) }
                ip = functions[index].code
                if takesStep() { try pause(ip) }

            case .return:
                // What a frame held is let go with it, so that values stay uniquely referenced where they are changed.
                let done = frame.pointee.function
                var index = done.pointee.resultRefs
                let end = done.pointee.frame.refs
                while index < end {
                    if address(R + index) != 0 { R[index] = nil }
                    index &+= 1
                }
                frame -= 1
                self.bits = frame.pointee.bits
                self.refs = frame.pointee.refs
                if frame == outer { return }
                ip = frame.pointee.ip

            case .callHost:
                frame.pointee.ip = ip
                do {
                    var window = HostFrame(machine: self, bits: B + b, refs: R + c, types: noTypes)
                    try hosts[a].body(&window)
                    window.end()
                    if let error = Failure.take() { throw error }
                    if isDisturbed { try settle() }
                    if mustStop { try stop() }
                } catch {
                    ip = try recover(from: error, to: outer)
                }
            case .callIntrinsic:
                frame.pointee.ip = ip
                do {
                    var window = HostFrame(machine: self, bits: B + b, refs: R + c, types: typeLists + Int(i.n))
                    try intrinsics[a].body(&window)
                    window.end()
                    if isDisturbed { try settle() }
                    if interruption.isRaised { try stop() }
                } catch {
                    ip = try recover(from: error, to: outer)
                }
            case .throwError:
                frame.pointee.ip = ip
                ip = try unwind(anyBox(R[a]), nil, to: outer)
            case .trapError: break loop

            case .makeClosure:
                R[a] = ClosureObject.make(
                    function: Int(i.n), functions[Int(i.n)].captures, words: B + b, objects: R + c)
            case .makeBox: R[a] = RecordObject.make(Layout(b, c))
            case .newInstance: newInstance(b, R + a)
            case .boxGetBits: B[a] = fields(R + b).bits[c]
            case .boxSetBits: fields(R + b).bits[c] = B[a]
            case .boxGetRef: R[a] = fields(R + b).refs[c]
            case .boxTakeRef: moveObject(from: fields(R + b).refs + c, to: R + a)
            case .boxSetRef: moveObject(from: R + a, to: fields(R + b).refs + c)
            case .unbox: unbox(i, B, R)
            case .erase: erase(i, B, R)

            case .arrayNew: R[a] = ArrayObject(layout: Layout(b, c))
            case .arrayCount: B[a] = elements(R + b).count
            case .arrayReserve: if !array(R[a]).makeRoom(for: B[b]) { break loop }
            case .arrayGetBits:
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                B[a] = elements(R + b).words[index]
            case .arrayGetRef:
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                R[a] = elements(R + b).objects[index]
            case .arrayGet:
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                arrayGet(i, elements(R + b), index, B, R)
            case .arrayGetWord:
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                B[a] = elements(R + b).words[index &* elements(R + b).layout.bits &+ Int(i.n)]
            case .arrayGetInner:
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                let inner = elements(elements(R + b).objects + index)
                let position = B[Int(i.n)]
                if !inner.has(position) { break loop }
                B[a] = inner.words[position]
            case .arrayTakeRef:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                moveObject(from: elements(R + b).objects + index, to: R + a)
            case .arrayTake:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                arrayTake(i, elements(R + b), index, B, R)
            case .arraySetBits:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                elements(R + b).words[index] = B[a]
            case .arraySetRef:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                moveObject(from: R + a, to: elements(R + b).objects + index)
            case .arraySet:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                arraySet(i, elements(R + b), index, B, R)
            case .arraySetWord:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                elements(R + b).words[index &* elements(R + b).layout.bits &+ Int(i.n)] = B[a]
            case .arraySetInner:
                if !makeUnique(R + b, ip) { break loop }
                let index = B[c]
                if !elements(R + b).has(index) { break loop }
                let inner = elements(R + b).objects + index
                if !makeUnique(inner, ip) { break loop }
                let position = B[Int(i.n)]
                if !elements(inner).has(position) { break loop }
                elements(inner).words[position] = B[a]
            case .arrayAppendBits:
                if !makeUnique(R + b, ip) || !elements(R + b).hasRoomForWord() { break loop }
                elements(R + b).append(B[a])
            case .arrayAppendRef:
                if !makeUnique(R + b, ip) || !elements(R + b).hasRoomForObject() { break loop }
                elements(R + b).append(R + a)
            case .arrayAppend:
                if !makeUnique(R + b, ip) || !array(R[b]).hasRoomForElement() { break loop }
                arrayAppend(i, B, R)
            case .stringConcat: if !stringConcat(R + a, R + b, R + c, ip) { break loop }
            case .stringEq: B[a] = word(string(R[b]) == string(R[c]))
            case .stringLt: B[a] = word(string(R[b]) < string(R[c]))
            }
        }
        frame.pointee.ip = ip
        throw trap((ip - 1).pointee, B, R)
    }

    // MARK: Stopping

    /// Counts a turn of a loop or a call. Whether it is time to pause.
    @inline(__always)
    private func takesStep() -> Bool {
        steps &-= 1
        return _slowPath(steps < 0)
    }

    /// Asks whether the cell may go on.
    @inline(never)
    private func pause(_ ip: UnsafeMutablePointer<Instruction>) throws {
        frame.pointee.ip = ip
        if mustStop { try stop() }
        if furtherSteps == 0 { throw Trap(.stepLimitReached, limits.steps.map(String.init)) }
        let granted = min(Self.stride, furtherSteps)
        furtherSteps -= granted
        // One of them is the step that asks.
        steps = granted - 1
    }

    private var mustStop: Bool { interruption.isRaised || MemoryAccount.isExceeded }

    @inline(never)
    private func stop() throws {
        try Interruption.check()
        throw Heap.exceeded()
    }

    /// Why an instruction stopped the run, found from what it read.
    @inline(never)
    private func trap(
        _ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>
    ) -> Trap {
        let (a, b, c) = (Int(i.a), Int(i.b), Int(i.c))
        switch i.opcode {
        case .addInt: return Trap(.overflow, "\(bits[b]) + \(bits[c])")
        case .addIntImmediate: return Trap(.overflow, "\(bits[b]) + \(c)")
        case .subInt: return Trap(.overflow, "\(bits[b]) - \(bits[c])")
        case .mulInt: return Trap(.overflow, "\(bits[b]) * \(bits[c])")
        case .mulIntImmediate: return Trap(.overflow, "\(bits[b]) * \(c)")
        case .divInt: return Trap(bits[c] == 0 ? .divisionByZero : .overflow, "\(bits[b]) / \(bits[c])")
        case .remInt: return Trap(bits[c] == 0 ? .divisionByZero : .overflow, "\(bits[b]) % \(bits[c])")
        case .negInt: return Trap(.overflow, "-(\(bits[b]))")
        case .narrow:
            let kind = IntegerKind(rawValue: c).unsafelyUnwrapped
            return Trap(.overflow, "\(bits[b]), \(kind.name)")
        case .addUnsigned, .subUnsigned, .mulUnsigned, .divUnsigned, .remUnsigned:
            let (first, second) = (UInt(bitPattern: bits[b]), UInt(bitPattern: bits[c]))
            let sign =
                [Opcode.addUnsigned: "+", .subUnsigned: "-", .mulUnsigned: "*", .divUnsigned: "/"][i.opcode] ?? "%"
            let isDivision = i.opcode == .divUnsigned || i.opcode == .remUnsigned
            return Trap(isDivision ? .divisionByZero : .overflow, "\(first) \(sign) \(second)")
        case .trapError:
            let thrown = anyBox(refs[a])
            return Trap(.unexpectedError, thrown.slots.describe(thrown.type, debug: true))
        case .stringConcat: return Heap.exceeded(string(refs[b]).utf8.count + string(refs[c]).utf8.count)
        case .arrayReserve: return Heap.exceeded(bits[b], of: MemoryLayout<Int>.stride)
        case .arrayAppendBits, .arrayAppendRef, .arrayAppend: return withoutRoom(array(refs[b]))
        case .doubleToInt: return Trap(.notRepresentable, "\(double(bits[b]))")
        case .trapUnlessOrdered: return Trap(.invalidRange, "\(bits[b]), \(bits[b + 1])")
        case .arrayGetInner, .arraySetInner:
            let outer = array(refs[b])
            if !outer.has(bits[c]) { return outOfRange(bits[c], outer) }
            let inner = array(outer.objects[bits[c]])
            return inner.has(bits[Int(i.n)]) ? withoutRoom(inner) : outOfRange(bits[Int(i.n)], inner)
        case .arrayGetBits, .arrayGetRef, .arrayGet, .arrayGetWord, .arrayTakeRef, .arrayTake, .arraySetBits,
            .arraySetRef, .arraySet, .arraySetWord:
            return array(refs[b]).has(bits[c]) ? withoutRoom(array(refs[b])) : outOfRange(bits[c], array(refs[b]))
        default: return Trap(TrapKind(rawValue: a) ?? .unreachable)
        }
    }

    /// For an array that was to be copied or to grow.
    private func withoutRoom(_ object: ArrayObject) -> Trap {
        Heap.exceeded(2 * object.count, of: (object.layout.bits + object.layout.refs) * MemoryLayout<Int>.stride)
    }

    private func outOfRange(_ index: Int, _ object: ArrayObject) -> Trap {
        Trap(.indexOutOfRange, object.count == 0 ? "\(index); []" : "\(index); 0..<\(object.count)")
    }

    // MARK: Errors

    /// Goes on where an error of the library is caught: returns the instruction there. Throws the error when nobody in
    /// this run catches it.
    @inline(never)
    private func recover(
        from error: any Error, to outer: UnsafeMutablePointer<Frame>
    ) throws -> UnsafeMutablePointer<Instruction> {
        // A mistake that was collected on the way is this one or came of it.
        _ = Failure.take()
        let error = deferred ?? error
        (isDisturbed, deferred) = (false, nil)
        guard Self.isCatchable(error) else { throw error }
        return try unwind(box(error), error, to: outer)
    }

    /// Goes on where an error is caught: returns the instruction there. Throws it, as `original` if there is one, when
    /// nobody in this run catches it.
    @inline(never)
    private func unwind(
        _ thrown: AnyObjectBox, _ original: (any Error)?, to outer: UnsafeMutablePointer<Frame>
    ) throws -> UnsafeMutablePointer<Instruction> {
        let places = thrownFrom.isEmpty ? running(above: frames) : []
        while frame > outer {
            let function = frame.pointee.function
            let at = frame.pointee.ip - function.pointee.code - 1
            let handlers = program.functions[function - functions].handlers
            if let handler = handlers.first(where: { $0.lower <= at && at < $0.upper }) {
                (bits, refs) = (frame.pointee.bits, frame.pointee.refs)
                refs[handler.error] = thrown
                thrownFrom = []
                return function.pointee.code + handler.target
            }
            for index in 0..<function.pointee.frame.refs { frame.pointee.refs[index] = nil }
            frame -= 1
        }
        (bits, refs) = (outer.pointee.bits, outer.pointee.refs)
        // The whole way to the error is told, also what was left on it.
        if thrownFrom.isEmpty { thrownFrom = places }
        throw original ?? uncaught(thrown)
    }

    /// Traps and interruptions no cell catches.
    private static func isCatchable(_ error: any Error) -> Bool {
        !(error is Trap || error is CellFailure || error is Interruption.Interrupted)
    }

    /// An error as a value that cells can catch.
    private func box(_ error: any Error) -> AnyObjectBox {
        if let error = error as? UncaughtError { return error.box }
        return AnyObjectBox(type: .host("Error"), bits: [], refs: [Hosted<any Error>(error)])
    }

    private func uncaught(_ box: AnyObjectBox) -> any Error {
        if case .host("Error") = box.type, let hosted = box.refs[0] as? Hosted<any Error> { return hosted.value }
        return UncaughtError(
            typeName: box.slots.typeName(box.type), description: box.slots.describe(box.type), box: box)
    }

    // MARK: Globals

    /// What stands in a global of ``Program/globalTable``, which must not be running.
    package func value(of global: Program.Global) -> Slots {
        let layout = global.type.layout
        return Slots(
            bits: (0..<layout.bits).map { globalBits[global.place.bits + $0] },
            refs: (0..<layout.refs).map { globalRefs[global.place.refs + $0] })
    }

    package func set(_ global: Program.Global, to value: Slots) {
        for (index, word) in value.bits.enumerated() { globalBits[global.place.bits + index] = word }
        for (index, object) in value.refs.enumerated() { globalRefs[global.place.refs + index] = object }
    }

    // MARK: For the library

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
        if !fits(functions + function, bits, refs) { throw Trap(.stackOverflow) }
        var (bit, ref) = (bits, refs)
        for argument in arguments {
            for word in argument.bits {
                bit.pointee = word
                bit += 1
            }
            for object in argument.refs {
                ref.pointee = object
                ref += 1
            }
        }
        try runForLibrary(functions + function, bits, refs)
        let results = program.functions[function].results
        let slots = Slots(
            bits: Array(UnsafeBufferPointer(start: bits, count: results.bits)),
            refs: Array(UnsafeBufferPointer(start: refs, count: results.refs)))
        for index in 0..<results.refs { refs[index] = nil }
        return slots
    }

    // MARK: Instructions that are too long for the loop

    /// Copies the array in a register that others hold too, if there is room for a copy. Nearly always it is nobody
    /// else's, which its counts tell without a call.
    @inline(__always)
    private func makeUnique(
        _ register: UnsafeMutablePointer<AnyObject?>, _ ip: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        _fastPath(Self.counts(register) == freshCounts) || makeUniqueSlowly(register, ip)
    }

    @inline(never)
    private func makeUniqueSlowly(
        _ register: UnsafeMutablePointer<AnyObject?>, _ ip: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        if isKnownUniquelyReferenced(&register.pointee) { return true }
        if array(register.pointee).count >= Self.worthAsking {
            frame.pointee.ip = ip
            letGo()
            if isKnownUniquelyReferenced(&register.pointee) { return true }
        }
        guard let copy = ArrayObject(copying: array(register.pointee)) else { return false }
        register.pointee = copy
        return true
    }

    @inline(never)
    private func arrayGet(
        _ i: Instruction, _ elements: Elements, _ index: Int, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let layout = elements.layout
        let (words, objects) = (elements.words + index &* layout.bits, elements.objects + index &* layout.refs)
        for k in 0..<layout.bits { bits[Int(i.a) &+ k] = words[k] }
        for k in 0..<layout.refs { refs[Int(i.n) &+ k] = objects[k] }
    }

    @inline(never)
    private func arraySet(
        _ i: Instruction, _ elements: Elements, _ index: Int, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let layout = elements.layout
        let (words, objects) = (elements.words + index &* layout.bits, elements.objects + index &* layout.refs)
        for k in 0..<layout.bits { words[k] = bits[Int(i.a) &+ k] }
        for k in 0..<layout.refs { moveObject(from: refs + (Int(i.n) &+ k), to: objects + k) }
    }

    @inline(never)
    private func arrayTake(
        _ i: Instruction, _ elements: Elements, _ index: Int, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let layout = elements.layout
        let (words, objects) = (elements.words + index &* layout.bits, elements.objects + index &* layout.refs)
        for k in 0..<layout.bits { bits[Int(i.a) &+ k] = words[k] }
        for k in 0..<layout.refs { moveObject(from: objects + k, to: refs + (Int(i.n) &+ k)) }
    }

    @inline(never)
    private func newInstance(_ index: Int, _ register: UnsafeMutablePointer<AnyObject?>) {
        let info = program.nominals[index]
        register.pointee = RecordObject.make(info.instanceLayout, info: info)
    }

    @inline(never)
    private func unbox(_ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>) {
        let box = anyBox(refs[Int(i.b)])
        for k in box.bits.indices { bits[Int(i.a) + k] = box.bits[k] }
        for k in box.refs.indices { refs[Int(i.n) + k] = box.refs[k] }
    }

    /// The function in a slot of the class of the object in a register.
    private func method(_ slot: Int, of register: UnsafeMutablePointer<AnyObject?>) -> Int? {
        record(register.pointee).info.unsafelyUnwrapped.vtable[slot]
    }

    /// What a requirement is for the type of the box in a register.
    @inline(never)
    private func witness(_ requirement: Int, of register: UnsafeMutablePointer<AnyObject?>) -> Int? {
        program.witnesses[requirement][anyBox(register.pointee).type]
    }

    @inline(never)
    private func arrayAppend(
        _ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        array(refs[Int(i.b)]).appendMoving(words: bits + Int(i.a), objects: refs + Int(i.n))
    }

    @inline(never)
    private func erase(
        _ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let type = program.runtimeTypes[Int(i.n)]
        let layout = type.layout
        refs[Int(i.a)] = AnyObjectBox(
            type: type, bits: Array(UnsafeBufferPointer(start: bits + Int(i.b), count: layout.bits)),
            refs: Array(UnsafeBufferPointer(start: refs + Int(i.c), count: layout.refs)))
    }

    private func isNobodyElses(
        _ register: UnsafeMutablePointer<AnyObject?>, _ ip: UnsafeMutablePointer<Instruction>, _ size: Int
    ) -> Bool {
        if isKnownUniquelyReferenced(&register.pointee) { return true }
        if size < Self.worthAsking * MemoryLayout<Int>.size { return false }
        frame.pointee.ip = ip
        letGo()
        return isKnownUniquelyReferenced(&register.pointee)
    }

    /// Text that nobody else holds is lengthened where it is. Whether there is room for it.
    @inline(never)
    private func stringConcat(
        _ result: UnsafeMutablePointer<AnyObject?>, _ first: UnsafeMutablePointer<AnyObject?>,
        _ second: UnsafeMutablePointer<AnyObject?>, _ ip: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        let size = string(first.pointee).utf8.count + string(second.pointee).utf8.count
        if _slowPath(size > Heap.portion), !Heap.hasRoom(for: size) { return false }
        if result == first, first != second, isNobodyElses(result, ip, size) {
            unsafeDowncast(result.pointee.unsafelyUnwrapped, to: StringObject.self).append(string(second.pointee))
        } else {
            result.pointee = StringObject(string(first.pointee) + string(second.pointee))
        }
        return true
    }
}

// MARK: Reading registers

@inline(__always) func word(_ value: Bool) -> Int { value ? 1 : 0 }
@inline(__always) func word(_ value: Double) -> Int { Int(bitPattern: UInt(value.bitPattern)) }
@inline(__always) func word(_ value: Float) -> Int { Int(value.bitPattern) }
@inline(__always) func float(_ word: Int) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: word)) }
@inline(__always) func double(_ word: Int) -> Double { Double(bitPattern: UInt64(UInt(bitPattern: word))) }

// References are looked at where they stand: a copy in a variable would be counted.

/// A reference as a number, 0 for nil.
@inline(__always) private func address(_ register: UnsafeMutablePointer<AnyObject?>) -> Int {
    UnsafeRawPointer(register).load(as: Int.self)
}

@inline(__always) private func take(_ register: UnsafeMutablePointer<AnyObject?>) -> AnyObject? {
    let object = register.move()
    register.initialize(to: nil)
    return object
}

@inline(__always) private func moveObject(
    from register: UnsafeMutablePointer<AnyObject?>, to other: UnsafeMutablePointer<AnyObject?>
) {
    other.pointee = take(register)
}

/// The array in a register.
private struct Elements {
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
    @inline(__always) func hasRoomForWord() -> Bool { object._withUnsafeGuaranteedRef { $0.hasRoomForWord() } }
    @inline(__always) func hasRoomForObject() -> Bool { object._withUnsafeGuaranteedRef { $0.hasRoomForObject() } }
    @inline(__always) func append(_ word: Int) { object._withUnsafeGuaranteedRef { $0.appendWord(word) } }
    @inline(__always) func append(_ register: UnsafeMutablePointer<AnyObject?>) {
        object._withUnsafeGuaranteedRef { $0.appendObject(register) }
    }
    @inline(__always) func has(_ index: Int) -> Bool { UInt(bitPattern: index) < UInt(bitPattern: count) }
}

@inline(__always) private func elements(_ register: UnsafeMutablePointer<AnyObject?>) -> Elements {
    Elements(register)
}

/// The box or instance in a register.
private struct Fields {
    private let object: Unmanaged<RecordObject>

    @inline(__always) init(_ register: UnsafeMutablePointer<AnyObject?>) {
        object = UnsafeRawPointer(register).load(as: Unmanaged<RecordObject>.self)
    }
    var bits: UnsafeMutablePointer<Int> { @inline(__always) get { object._withUnsafeGuaranteedRef { $0.bits } } }
    var refs: UnsafeMutablePointer<AnyObject?> {
        @inline(__always) get { object._withUnsafeGuaranteedRef { $0.refs } }
    }
}

@inline(__always) private func fields(_ register: UnsafeMutablePointer<AnyObject?>) -> Fields { Fields(register) }

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
