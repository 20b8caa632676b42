import Outputs

extension Machine {
    /// Whether there is room for a frame above those that run.
    @inline(__always)
    func fits(
        _ function: UnsafeMutablePointer<LoadedFunction>, _ bits: UnsafeMutablePointer<Int>,
        _ refs: UnsafeMutablePointer<AnyObject?>
    ) -> Bool {
        frame < endOfFrames && bits + function.pointee.frame.bits <= endOfBits
            && refs + function.pointee.frame.refs <= endOfRefs
    }

    /// Begins a frame above those that run, if there is room.
    @inline(__always)
    func enter(
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
    func run(
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
                    if interruption.isRaised || Heap.isExhausted { try stop() }
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

    /// Captured values go right behind the parameters of the frame that begins at `bits` and `refs`.
    @inline(__always)
    func pass(
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
}
