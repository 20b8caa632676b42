/// What each operand of an opcode is, as data: the verifier and the disassembler read it.
package enum Operand: Sendable {
    case unused
    /// A word register that is read, or written.
    case readBits, writeBits
    /// A word register that is read and written; two in a row that are read.
    case changeBits, pairBits
    /// A reference register that is read, or written.
    case readRef, writeRef
    case globalBits, globalRef
    case bitsConstant, stringConstant
    case immediate
    /// An immediate that is neither 0 nor -1.
    case divisor
    case target
    case trapKind
    case function, host, intrinsic
    /// The beginning of a window of registers, of words or references.
    case bitsWindow, refWindow
    /// How many words or references, a position in a box.
    case count
    case integerKind, nominal, witness
}

extension Opcode {
    /// The operands `a`, `b`, `c`.
    package var operands: (Operand, Operand, Operand) {
        switch self {
        case .moveBits, .negInt, .notInt, .negDouble, .sqrtDouble, .intToDouble, .doubleToInt, .notBool:
            (.writeBits, .readBits, .unused)
        case .moveRef, .takeRef: (.writeRef, .readRef, .unused)
        case .clearRef: (.writeRef, .unused, .unused)
        case .loadInt: (.writeBits, .immediate, .unused)
        case .loadBits: (.writeBits, .bitsConstant, .unused)
        case .loadString: (.writeRef, .stringConstant, .unused)
        case .getGlobalBits: (.writeBits, .globalBits, .unused)
        case .setGlobalBits: (.globalBits, .readBits, .unused)
        case .getGlobalRef, .takeGlobalRef: (.writeRef, .globalRef, .unused)
        case .setGlobalRef: (.globalRef, .readRef, .unused)
        case .addInt, .subInt, .mulInt, .divInt, .remInt, .andInt, .orInt, .xorInt, .shiftLeftInt, .shiftRightInt,
            .eqInt, .ltInt, .leInt, .addDouble, .subDouble, .mulDouble, .divDouble, .eqDouble, .ltDouble, .leDouble,
            .mulAddDouble,
            .mulSubDouble:
            (.writeBits, .readBits, .readBits)
        case .addWrap, .subWrap, .mulWrap, .shiftRightUnsigned, .addUnsigned, .subUnsigned, .mulUnsigned, .divUnsigned,
            .remUnsigned, .ltUnsigned, .leUnsigned, .addFloat, .subFloat, .mulFloat, .divFloat, .eqFloat, .ltFloat,
            .leFloat:
            (.writeBits, .readBits, .readBits)
        case .narrow, .truncate: (.writeBits, .readBits, .integerKind)
        case .negFloat: (.writeBits, .readBits, .unused)
        case .callMethod: (.count, .bitsWindow, .refWindow)
        case .callWitness: (.witness, .bitsWindow, .refWindow)
        case .throwError, .trapError: (.readRef, .unused, .unused)
        case .newInstance: (.writeRef, .nominal, .unused)
        case .unbox: (.bitsWindow, .readRef, .unused)
        case .addDoubleConstant, .subDoubleConstant, .mulDoubleConstant, .divDoubleConstant:
            (.writeBits, .readBits, .bitsConstant)
        case .addIntImmediate, .mulIntImmediate: (.writeBits, .readBits, .immediate)
        case .divIntImmediate, .remIntImmediate: (.writeBits, .readBits, .divisor)
        case .isNilRef: (.writeBits, .readRef, .unused)
        case .sameRef, .stringEq, .stringLt: (.writeBits, .readRef, .readRef)
        case .jump, .loop: (.target, .unused, .unused)
        case .jumpIf, .jumpIfNot: (.target, .readBits, .unused)
        case .jumpLtInt, .jumpNotLtInt, .jumpLeInt, .jumpNotLeInt, .jumpEqInt, .jumpNotEqInt, .jumpLtDouble,
            .jumpNotLtDouble, .jumpLeDouble, .jumpNotLeDouble, .jumpEqDouble, .jumpNotEqDouble, .loopLtInt, .loopLeInt:
            (.target, .readBits, .readBits)
        case .jumpLtIntImmediate, .jumpNotLtIntImmediate, .jumpEqIntImmediate, .jumpNotEqIntImmediate:
            (.target, .readBits, .immediate)
        case .countLtInt, .countLeInt: (.target, .changeBits, .readBits)
        case .jumpNilRef: (.target, .readRef, .unused)
        case .trap: (.trapKind, .unused, .unused)
        case .trapIfNot: (.trapKind, .readBits, .unused)
        case .trapUnlessOrdered: (.unused, .pairBits, .unused)
        case .trapIfNilRef: (.trapKind, .readRef, .unused)
        case .call: (.function, .bitsWindow, .refWindow)
        case .callClosure: (.readRef, .bitsWindow, .refWindow)
        case .callHost: (.host, .bitsWindow, .refWindow)
        case .callIntrinsic: (.intrinsic, .bitsWindow, .refWindow)
        case .return: (.unused, .unused, .unused)
        case .makeClosure, .erase: (.writeRef, .bitsWindow, .refWindow)
        case .makeBox, .arrayNew: (.writeRef, .count, .count)
        case .boxGetBits: (.writeBits, .readRef, .count)
        case .boxSetBits: (.readBits, .readRef, .count)
        case .boxGetRef, .boxTakeRef: (.writeRef, .readRef, .count)
        case .boxSetRef: (.readRef, .readRef, .count)
        case .arrayCount: (.writeBits, .readRef, .unused)
        case .arrayReserve: (.readRef, .readBits, .unused)
        case .arrayGetBits, .arrayGetWord, .arrayGetInner: (.writeBits, .readRef, .readBits)
        case .arrayGetRef, .arrayTakeRef: (.writeRef, .readRef, .readBits)
        case .arrayGet, .arrayTake, .arraySet: (.bitsWindow, .readRef, .readBits)
        case .arraySetBits, .arraySetWord, .arraySetInner: (.readBits, .readRef, .readBits)
        case .arraySetRef: (.readRef, .readRef, .readBits)
        case .arrayAppendBits: (.readBits, .readRef, .unused)
        case .arrayAppendRef: (.readRef, .readRef, .unused)
        case .arrayAppend: (.bitsWindow, .readRef, .unused)
        case .stringConcat: (.writeRef, .readRef, .readRef)
        }
    }

    /// What the operand `n` is.
    package enum SmallOperand: Sendable { case unused, function, runtimeType, typeList, refWindow, readBits, count }

    package var smallOperand: SmallOperand {
        switch self {
        case .makeClosure: .function
        case .erase: .runtimeType
        case .callIntrinsic: .typeList
        case .arrayGet, .arrayTake, .arraySet, .arrayAppend, .unbox: .refWindow
        case .mulAddDouble, .mulSubDouble, .arrayGetInner, .arraySetInner: .readBits
        case .arrayGetWord, .arraySetWord: .count
        default: .unused
        }
    }
}
