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
    let constants: UnsafeMutablePointer<Int>
    let strings: UnsafeMutablePointer<AnyObject?>
    let intrinsics: UnsafeMutablePointer<LibraryFunction>
    let hosts: UnsafeMutablePointer<LibraryFunction>
    let typeLists: UnsafeMutablePointer<[RuntimeType]>
    /// The list of no types.
    var noTypes: UnsafeMutablePointer<[RuntimeType]> { typeLists + program.typeLists.count }
    /// Globals stand right below the registers: the code of cells, which runs at the bottom, reads them as registers
    /// with negative numbers.
    let globalBits: UnsafeMutablePointer<Int>
    let globalRefs: UnsafeMutablePointer<AnyObject?>
    let stackBits: UnsafeMutablePointer<Int>
    let stackRefs: UnsafeMutablePointer<AnyObject?>
    /// A frame may begin as long as it ends before these.
    let endOfBits: UnsafeMutablePointer<Int>
    let endOfRefs: UnsafeMutablePointer<AnyObject?>
    let frames: UnsafeMutablePointer<Frame>
    let endOfFrames: UnsafeMutablePointer<Frame>
    /// The frame that runs; `frames` itself, which is none, when nothing does.
    var frame: UnsafeMutablePointer<Frame>
    /// The registers of the frame that runs.
    var bits: UnsafeMutablePointer<Int>
    var refs: UnsafeMutablePointer<AnyObject?>
    /// The frames that an error thrown by a cell has left.
    var thrownFrom: [Frame] = []
    /// An error that no cell can catch, of code that the library called: neither can the library. Thrown when it returns.
    var deferred: (any Error)?
    /// Whether code that the library called had an error, which left ``thrownFrom`` and perhaps ``deferred``.
    var isDisturbed = false
    var furtherTypes: [RuntimeType] = []
    /// The machine that runs: values that print or compare themselves do it by functions of its program.
    nonisolated(unsafe) private(set) static unowned(unsafe) var current: Machine?
    let limits: Limits
    let interruption: Interruption.Flag
    /// Steps until the next pause, and those that the cell may take after that.
    var steps = 0
    var furtherSteps = Int.max
    /// The second word of an object that has one reference, whatever it means to the Swift runtime.
    let freshCounts: Int
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
    static let stride = 1_024
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
    struct LibraryFunction {
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
    static func counts(_ register: UnsafeMutablePointer<AnyObject?>) -> Int {
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
        Heap.isExhausted = false
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
    func leave(to outer: UnsafeMutablePointer<Frame>) {
        while frame > outer {
            for index in 0..<frame.pointee.function.pointee.frame.refs { frame.pointee.refs[index] = nil }
            frame -= 1
        }
        (bits, refs) = (frame.pointee.bits, frame.pointee.refs)
    }
}
