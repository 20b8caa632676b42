import Diagnostics
import Outputs

extension Machine {
    // MARK: Stopping

    /// Counts a turn of a loop or a call. Whether it is time to pause.
    @inline(__always)
    func takesStep() -> Bool {
        steps &-= 1
        return _slowPath(steps < 0)
    }

    /// Asks whether the cell may go on.
    @inline(never)
    func pause(_ ip: UnsafeMutablePointer<Instruction>) throws {
        frame.pointee.ip = ip
        if mustStop { try stop() }
        if furtherSteps == 0 { throw Trap(.stepLimitReached, limits.steps.map(String.init)) }
        let granted = min(Self.stride, furtherSteps)
        furtherSteps -= granted
        // One of them is the step that asks.
        steps = granted - 1
    }

    var mustStop: Bool { interruption.isRaised || MemoryAccount.isExceeded || Heap.isExhausted }

    @inline(never)
    func stop() throws {
        try Interruption.check()
        throw Heap.exceeded()
    }

    /// Why an instruction stopped the run, found from what it read.
    @inline(never)
    func trap(
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
    func withoutRoom(_ object: ArrayObject) -> Trap {
        Heap.exceeded(2 * object.count, of: (object.layout.bits + object.layout.refs) * MemoryLayout<Int>.stride)
    }

    func outOfRange(_ index: Int, _ object: ArrayObject) -> Trap {
        Trap(.indexOutOfRange, object.count == 0 ? "\(index); []" : "\(index); 0..<\(object.count)")
    }

    // MARK: Catching

    /// Goes on where an error of the library is caught: returns the instruction there. Throws the error when nobody in
    /// this run catches it.
    @inline(never)
    func recover(
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
    func unwind(
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
    static func isCatchable(_ error: any Error) -> Bool {
        !(error is Trap || error is CellFailure || error is Interruption.Interrupted)
    }

    /// An error as a value that cells can catch.
    func box(_ error: any Error) -> AnyObjectBox {
        if let error = error as? UncaughtError { return error.box }
        return AnyObjectBox(type: .host("Error"), bits: [], refs: [Hosted<any Error>(error)])
    }

    func uncaught(_ box: AnyObjectBox) -> any Error {
        if case .host("Error") = box.type, let hosted = box.refs[0] as? Hosted<any Error> { return hosted.value }
        return UncaughtError(
            typeName: box.slots.typeName(box.type), description: box.slots.describe(box.type), box: box)
    }

    // MARK: Places

    func describe(_ error: any Error) -> CellFailure {
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

    func running(above outer: UnsafeMutablePointer<Frame>) -> [Frame] {
        Array(UnsafeBufferPointer(start: outer + 1, count: frame - outer))
    }
}
