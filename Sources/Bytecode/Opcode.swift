/// The instruction set: one line of register semantics for each opcode.
///
/// A frame has two banks of registers. `B[i]` are 64-bit words (integers, the bit patterns of doubles, booleans as 0 and
/// 1, tags of optionals); `R[i]` are references to objects or nil. Types are known when code is emitted, so no
/// instruction looks at what it moves. `n`, `a`, `b`, `c` are the operands of ``Instruction``; `K` are constants,
/// `G` the notebook's globals. An instruction changes only what stands left of its `=`.
package enum Opcode: UInt8, CaseIterable, Sendable {
    // Moves
    case moveBits  // B[a] = B[b]
    case moveRef  // R[a] = R[b]
    case takeRef  // R[a] = R[b]; R[b] = nil
    case clearRef  // R[a] = nil
    case loadInt  // B[a] = b (32-bit immediate)
    case loadBits  // B[a] = K.bits[b]
    case loadString  // R[a] = K.strings[b]

    // Globals
    case getGlobalBits  // B[a] = G.bits[b]
    case setGlobalBits  // G.bits[a] = B[b]
    case getGlobalRef  // R[a] = G.refs[b]
    case takeGlobalRef  // R[a] = G.refs[b]; G.refs[b] = nil
    case setGlobalRef  // G.refs[a] = R[b]; R[b] = nil

    // Integers
    case addInt  // B[a] = B[b] + B[c], traps on overflow
    case addIntImmediate  // B[a] = B[b] + c, traps on overflow
    case mulIntImmediate  // B[a] = B[b] * c, traps on overflow
    case divIntImmediate  // B[a] = B[b] / c (neither 0 nor -1)
    case remIntImmediate  // B[a] = B[b] % c (neither 0 nor -1)
    case subInt  // B[a] = B[b] - B[c], traps on overflow
    case mulInt  // B[a] = B[b] * B[c], traps on overflow
    case divInt  // B[a] = B[b] / B[c], traps on zero and overflow
    case remInt  // B[a] = B[b] % B[c], traps on zero and overflow
    case negInt  // B[a] = -B[b], traps on overflow
    case andInt  // B[a] = B[b] & B[c]
    case orInt  // B[a] = B[b] | B[c]
    case xorInt  // B[a] = B[b] ^ B[c]
    case notInt  // B[a] = ~B[b]
    case shiftLeftInt  // B[a] = B[b] << B[c]
    case shiftRightInt  // B[a] = B[b] >> B[c]
    case eqInt  // B[a] = B[b] == B[c]
    case ltInt  // B[a] = B[b] < B[c]
    case leInt  // B[a] = B[b] <= B[c]

    case addWrap  // B[a] = B[b] &+ B[c]
    case subWrap  // B[a] = B[b] &- B[c]
    case mulWrap  // B[a] = B[b] &* B[c]
    case shiftRightUnsigned  // B[a] = B[b] >> B[c], without a sign
    case narrow  // B[a] = B[b] as a value of integer kind c, traps when it is none
    case truncate  // B[a] = the low bits of B[b] as a value of integer kind c
    case addUnsigned  // B[a] = B[b] + B[c] in 64 bits without a sign, traps on overflow
    case subUnsigned  // B[a] = B[b] - B[c], likewise
    case mulUnsigned  // B[a] = B[b] * B[c], likewise
    case divUnsigned  // B[a] = B[b] / B[c], traps on zero
    case remUnsigned  // B[a] = B[b] % B[c], traps on zero
    case ltUnsigned  // B[a] = B[b] < B[c]
    case leUnsigned  // B[a] = B[b] <= B[c]

    // Floats, in the low half of a word
    case addFloat  // B[a] = B[b] + B[c]
    case subFloat  // B[a] = B[b] - B[c]
    case mulFloat  // B[a] = B[b] * B[c]
    case divFloat  // B[a] = B[b] / B[c]
    case negFloat  // B[a] = -B[b]
    case eqFloat  // B[a] = B[b] == B[c]
    case ltFloat  // B[a] = B[b] < B[c]
    case leFloat  // B[a] = B[b] <= B[c]

    // Doubles
    case addDouble  // B[a] = B[b] + B[c]
    case subDouble  // B[a] = B[b] - B[c]
    case mulDouble  // B[a] = B[b] * B[c]
    case divDouble  // B[a] = B[b] / B[c]
    case negDouble  // B[a] = -B[b]
    case eqDouble  // B[a] = B[b] == B[c]
    case ltDouble  // B[a] = B[b] < B[c]
    case leDouble  // B[a] = B[b] <= B[c]
    case addDoubleConstant  // B[a] = B[b] + K.bits[c]
    case subDoubleConstant  // B[a] = B[b] - K.bits[c]
    case mulDoubleConstant  // B[a] = B[b] * K.bits[c]
    case divDoubleConstant  // B[a] = B[b] / K.bits[c]
    case mulAddDouble  // B[a] = B[n] + B[b] * B[c], rounded twice
    case mulSubDouble  // B[a] = B[n] - B[b] * B[c], rounded twice
    case sqrtDouble  // B[a] = square root of B[b]
    case intToDouble  // B[a] = Double(B[b])
    case doubleToInt  // B[a] = Int(B[b]), traps when it does not fit

    // Booleans, nil
    case notBool  // B[a] = !B[b]
    case isNilRef  // B[a] = R[b] == nil
    case sameRef  // B[a] = R[b] === R[c]

    // Control; jump targets are instruction indices
    case jump  // pc = a
    case loop  // pc = a; asks whether the run was interrupted
    case jumpIf  // if B[b] { pc = a }
    case jumpIfNot  // if !B[b] { pc = a }
    case jumpLtInt  // if B[b] < B[c] { pc = a }
    case jumpNotLtInt  // if !(B[b] < B[c]) { pc = a }
    case jumpLeInt  // if B[b] <= B[c] { pc = a }
    case jumpNotLeInt  // if !(B[b] <= B[c]) { pc = a }
    case jumpEqInt  // if B[b] == B[c] { pc = a }
    case jumpNotEqInt  // if B[b] != B[c] { pc = a }
    case jumpLtIntImmediate  // if B[b] < c { pc = a }
    case jumpNotLtIntImmediate  // if !(B[b] < c) { pc = a }
    case jumpEqIntImmediate  // if B[b] == c { pc = a }
    case jumpNotEqIntImmediate  // if B[b] != c { pc = a }
    case jumpLtDouble  // if B[b] < B[c] { pc = a }
    case jumpNotLtDouble  // if !(B[b] < B[c]) { pc = a }
    case jumpLeDouble  // if B[b] <= B[c] { pc = a }
    case jumpNotLeDouble  // if !(B[b] <= B[c]) { pc = a }
    case jumpEqDouble  // if B[b] == B[c] { pc = a }
    case jumpNotEqDouble  // if B[b] != B[c] { pc = a }
    case loopLtInt  // if B[b] < B[c] { pc = a }; asks whether the run was interrupted
    case loopLeInt  // if B[b] <= B[c] { pc = a }; asks whether the run was interrupted
    case countLtInt  // B[b] += 1; if B[b] < B[c] { pc = a }; asks whether the run was interrupted
    case countLeInt  // if B[b] < B[c] { B[b] += 1; pc = a }; asks whether the run was interrupted
    case jumpNilRef  // if R[b] == nil { pc = a }
    case trap  // stops with trap kind a
    case trapIfNot  // if !B[b] { stops with trap kind a }
    case trapUnlessOrdered  // if !(B[b] <= B[b + 1]) { stops: no range }
    case trapIfNilRef  // if R[b] == nil { stops with trap kind a }

    // Calls. The window begins at B[b] and R[c]: arguments stand at its beginning, results after the call too
    case call  // function a
    case callClosure  // closure R[a]
    case callHost  // host function a
    case callMethod  // the method in slot a of the class of the object R[c]
    case callWitness  // what requirement a is for the type of the box R[c]
    case callIntrinsic  // intrinsic a, with the runtime types of list n
    case `return`  // results stand in the frame's first registers

    // Objects
    case makeClosure  // R[a] = closure of function n, capturing its capture registers from B[b]… and R[c]…
    case makeBox  // R[a] = box holding b words and c references, zero and nil
    case boxGetBits  // B[a] = box R[b] word c
    case boxSetBits  // box R[b] word c = B[a]
    case boxGetRef  // R[a] = box R[b] reference c
    case boxTakeRef  // R[a] = box R[b] reference c, which becomes nil
    case boxSetRef  // box R[b] reference c = R[a]; R[a] = nil
    case throwError  // goes to the handler of error R[a], or ends the run
    case trapError  // stops because of error R[a], which `try!` did not expect
    case newInstance  // R[a] = instance of class b, its words zero and its references nil
    case unbox  // B[a]…, R[n]… = what box R[b] holds
    case erase  // R[a] = value of runtime type n at B[b]…, R[c]…, boxed with its type
    case arrayNew  // R[a] = empty array whose elements take b words and c references
    case arrayCount  // B[a] = count of R[b]
    case arrayReserve  // R[a] makes room for B[b] elements
    case arrayGetBits  // B[a] = R[b][B[c]] (elements of one word), traps out of range
    case arrayGetRef  // R[a] = R[b][B[c]] (elements of one reference), traps out of range
    case arrayGet  // B[a]…, R[n]… = R[b][B[c]], traps out of range
    case arrayGetWord  // B[a] = word n of R[b][B[c]], traps out of range
    case arrayGetInner  // B[a] = R[b][B[c]][B[n]] (an array of arrays of one word), traps out of range
    case arrayTakeRef  // R[a] = R[b][B[c]], which becomes nil until set again (R[b] is made unique first)
    case arrayTake  // B[a]…, R[n]… = R[b][B[c]], whose references become nil until set again; see arrayTakeRef
    case arraySetBits  // R[b][B[c]] = B[a], copies R[b] first when shared, traps out of range
    case arraySetRef  // R[b][B[c]] = R[a]; R[a] = nil
    case arraySet  // R[b][B[c]] = B[a]…, R[n]…
    case arraySetWord  // word n of R[b][B[c]] = B[a], copies R[b] first when shared, traps out of range
    case arraySetInner  // R[b][B[c]][B[n]] = B[a], copies what is shared first, traps out of range
    case arrayAppendBits  // R[b] appends B[a], copies R[b] first when shared
    case arrayAppendRef  // R[b] appends R[a]; R[a] = nil
    case arrayAppend  // R[b] appends B[a]…, R[n]…
    case stringConcat  // R[a] = R[b] + R[c]
    case stringEq  // B[a] = R[b] == R[c]
    case stringLt  // B[a] = R[b] < R[c]
}

/// One instruction: 16 bytes, no operand is ever implicit.
package struct Instruction: Sendable {
    package var opcode: Opcode
    /// How many words and references a window takes that no table tells: the arguments of a call, the element of an
    /// array. Four bits each; all ones when there are more or nobody knows.
    private var window: UInt8 = .max
    package var n: UInt16
    package var a: Int32
    package var b: Int32
    package var c: Int32

    package init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, n: Int = 0) {
        self.opcode = opcode
        self.n = UInt16(truncatingIfNeeded: n)
        self.a = Int32(truncatingIfNeeded: a)
        self.b = Int32(truncatingIfNeeded: b)
        self.c = Int32(truncatingIfNeeded: c)
    }

    package var extent: Layout? {
        get { window == .max ? nil : Layout(Int(window & 15), Int(window >> 4)) }
        set {
            guard let newValue, newValue.bits < 15, newValue.refs < 15 else {
                window = .max
                return
            }
            window = UInt8(newValue.refs << 4 | newValue.bits)
        }
    }
}
