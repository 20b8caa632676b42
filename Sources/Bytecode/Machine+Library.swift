extension Machine {
    /// The first registers that no frame uses.
    var topBits: UnsafeMutablePointer<Int> {
        frame == frames ? stackBits : frame.pointee.bits + frame.pointee.function.pointee.frame.bits
    }
    var topRefs: UnsafeMutablePointer<AnyObject?> {
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
    func runForLibrary(
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
    func settle() throws {
        let error = deferred
        (isDisturbed, deferred) = (false, nil)
        if let error { throw error }
        thrownFrom = []
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
}
