/// Instructions that are too long for the loop.
extension Machine {
    /// Copies the array in a register that others hold too, if there is room for a copy. Nearly always it is nobody
    /// else's, which its counts tell without a call.
    @inline(__always)
    func makeUnique(
        _ register: UnsafeMutablePointer<AnyObject?>, _ ip: UnsafeMutablePointer<Instruction>
    ) -> Bool {
        _fastPath(Self.counts(register) == freshCounts) || makeUniqueSlowly(register, ip)
    }

    @inline(never)
    func makeUniqueSlowly(
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
    func arrayGet(
        _ i: Instruction, _ elements: Elements, _ index: Int, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let (layout, (words, objects)) = (elements.layout, elements.place(of: index))
        for k in 0..<layout.bits { bits[Int(i.a) &+ k] = words[k] }
        for k in 0..<layout.refs { refs[Int(i.n) &+ k] = objects[k] }
    }

    @inline(never)
    func arraySet(
        _ i: Instruction, _ elements: Elements, _ index: Int, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let (layout, (words, objects)) = (elements.layout, elements.place(of: index))
        for k in 0..<layout.bits { words[k] = bits[Int(i.a) &+ k] }
        for k in 0..<layout.refs { moveObject(from: refs + (Int(i.n) &+ k), to: objects + k) }
    }

    @inline(never)
    func arrayTake(
        _ i: Instruction, _ elements: Elements, _ index: Int, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let (layout, (words, objects)) = (elements.layout, elements.place(of: index))
        for k in 0..<layout.bits { bits[Int(i.a) &+ k] = words[k] }
        for k in 0..<layout.refs { moveObject(from: objects + k, to: refs + (Int(i.n) &+ k)) }
    }

    @inline(never)
    func newInstance(_ index: Int, _ register: UnsafeMutablePointer<AnyObject?>) {
        let info = program.nominals[index]
        register.pointee = RecordObject.make(info.instanceLayout, info: info)
    }

    @inline(never)
    func unbox(_ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>) {
        let box = anyBox(refs[Int(i.b)])
        for k in box.bits.indices { bits[Int(i.a) + k] = box.bits[k] }
        for k in box.refs.indices { refs[Int(i.n) + k] = box.refs[k] }
    }

    /// The function in a slot of the class of the object in a register.
    func method(_ slot: Int, of register: UnsafeMutablePointer<AnyObject?>) -> Int? {
        record(register.pointee).info.unsafelyUnwrapped.vtable[slot]
    }

    /// What a requirement is for the type of the box in a register.
    @inline(never)
    func witness(_ requirement: Int, of register: UnsafeMutablePointer<AnyObject?>) -> Int? {
        program.witnesses[requirement][anyBox(register.pointee).type]
    }

    @inline(never)
    func arrayAppend(
        _ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        array(refs[Int(i.b)]).appendMoving(words: bits + Int(i.a), objects: refs + Int(i.n))
    }

    @inline(never)
    func erase(
        _ i: Instruction, _ bits: UnsafeMutablePointer<Int>, _ refs: UnsafeMutablePointer<AnyObject?>
    ) {
        let type = program.runtimeTypes[Int(i.n)]
        let layout = type.layout
        refs[Int(i.a)] = AnyObjectBox(
            type: type, bits: Array(UnsafeBufferPointer(start: bits + Int(i.b), count: layout.bits)),
            refs: Array(UnsafeBufferPointer(start: refs + Int(i.c), count: layout.refs)))
    }

    func isNobodyElses(
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
    func stringConcat(
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
