import Bytecode
import FuzzSupport

/// Programs as an emitter might write them: every register is set before it is read and holds one kind of value.
///
/// A function is a row of steps. Jumps lead from step to step, back only by instructions that ask whether to go on.
/// Registers: words 0..<8 hold values, the window of calls lies behind them; of the references 0 and 1 are texts, 2 is an
/// array of words, 3 an array of texts, 4 and 5 are whatever a step puts there first, 6 is the window of calls.
struct TypedProgram {
    private var input: Input
    private var program = Program()

    private static let values = 8
    private static let window = 8
    private static let frame = Layout(14, 8)
    private static let methods = 2
    private static let types: [RuntimeType] = [
        .int, .string, .tuple([.init(label: nil, type: .int), .init(label: nil, type: .string)]),
    ]
    private static let wordOpcodes = Opcode.allCases.filter { opcode in
        let (a, b, c) = opcode.operands
        guard a == .writeBits, opcode.smallOperand == .unused || opcode.smallOperand == .readBits else { return false }
        return [b, c].allSatisfy {
            switch $0 {
            case .unused, .immediate, .divisor, .readBits, .bitsConstant, .integerKind: true
            default: false
            }
        }
    }
    private static let jumps = Opcode.allCases.filter { $0.operands.0 == .target && $0 != .jumpNilRef }
    private static let asking: Set<Opcode> = [.loop, .loopLtInt, .loopLeInt, .countLtInt, .countLeInt]

    init(_ input: Input) { self.input = input }

    mutating func make() -> Program {
        program.globals = Layout(4, 1)
        program.bitsConstants = [0, 1, -1, Int(bitPattern: UInt((0.5).bitPattern)), input.number(), .max, .min]
        program.stringConstants = ["", "가나다", "a"]
        program.runtimeTypes = Self.types
        // 0 and 1 are cells, the others are called: two words in, one captured, one word out.
        let count = 3 + input.choice(3)
        let info = NominalInfo(id: 0, name: "C", kind: .class, isLibrary: false, layout: Layout(0, 1))
        info.instanceLayout = Layout(1, 1)
        info.vtable = (0..<Self.methods).map { 2 + $0 % (count - 2) }
        program.nominals = [info]
        program.witnesses = [[.int: 2]]
        program.functions = (0..<count).map { index in
            var function = Program.Function(name: "f\(index)")
            function.frame = Self.frame
            if index > 1 {
                function.parameters = Layout(2, 0)
                function.captures = Layout(1, 0)
                function.results = Layout(1, 0)
            }
            return function
        }
        for index in 0..<count { write(index) }
        program.cells = ["0": 0, "1": 1]
        return program
    }

    // MARK: A function

    private mutating func write(_ index: Int) {
        let isCell = index < 2
        var steps: [[Instruction]] = [opening(isCell: isCell, isFirst: index == 0)]
        let count = 2 + input.choice(20)
        for step in 1...count { steps.append(self.step(step, of: count)) }
        var ending = isCell ? saying() : []
        ending.append(Instruction(.return))
        steps.append(ending)

        var starts: [Int] = []
        var code: [Instruction] = []
        for step in steps {
            starts.append(code.count)
            code += step
        }
        for place in code.indices where code[place].opcode.operands.0 == .target {
            code[place].a = Int32(starts[Int(code[place].a)])
        }
        program.functions[index].code = code
        program.functions[index].ranges = Array(repeating: nil, count: code.count)
        for _ in 0..<input.choice(3) {
            let lower = 1 + input.choice(count)
            let upper = lower + 1 + input.choice(count + 1 - lower)
            let target = upper + input.choice(count + 2 - upper)
            program.functions[index].handlers.append(
                .init(lower: starts[lower], upper: starts[upper], target: starts[target], error: 5))
        }
    }

    /// Gives every register its first value; a function's arguments are kept.
    private mutating func opening(isCell: Bool, isFirst: Bool) -> [Instruction] {
        let first = isCell ? 0 : 3
        var code = (first..<Self.frame.bits).map { Instruction(.loadInt, $0, input.number()) }
        code += [
            Instruction(.loadString, 0, 1), Instruction(.loadString, 1, 2), Instruction(.arrayNew, 2, 1, 0),
            Instruction(.arrayNew, 3, 0, 1),
        ]
        if isFirst { code += [Instruction(.moveRef, 4, 0), Instruction(.setGlobalRef, 0, 4)] }
        return code
    }

    private mutating func value() -> Int { input.choice(Self.values) }
    private mutating func text() -> Int { input.choice(2) }

    private mutating func operand(_ operand: Operand) -> Int {
        switch operand {
        case .readBits, .writeBits, .changeBits: value()
        case .pairBits: input.choice(Self.values - 1)
        case .immediate: input.number()
        case .divisor: 2 + input.choice(9)
        case .bitsConstant: input.choice(program.bitsConstants.count)
        case .integerKind: input.choice(IntegerKind.allCases.count)
        case .trapKind: input.choice(TrapKind.allCases.count)
        default: 0
        }
    }

    private mutating func step(_ step: Int, of count: Int) -> [Instruction] {
        switch input.choice(24) {
        case 0..<8:
            let opcode = Self.wordOpcodes[input.choice(Self.wordOpcodes.count)]
            let (a, b, c) = opcode.operands
            return [Instruction(opcode, operand(a), operand(b), operand(c), n: value())]
        case 8..<12: return [jump(step, of: count)]
        case 12: return [Instruction(.getGlobalBits, value(), input.choice(4))]
        case 13: return [Instruction(.setGlobalBits, input.choice(4), value())]
        case 14:
            return [Instruction(.moveBits, value(), value()), Instruction(.trapIfNot, operand(.trapKind), value())]
        case 15: return saying()
        case 16: return [asking(Instruction(.callHost, 1, Self.window, 6), Layout(0, 0))]
        case 17: return call()
        case 18: return words()
        case 19: return texts()
        default: return objects()
        }
    }

    private mutating func jump(_ step: Int, of count: Int) -> Instruction {
        let opcode = Self.jumps[input.choice(Self.jumps.count)]
        let (_, b, c) = opcode.operands
        let back = Self.asking.contains(opcode) && input.choice(3) > 0
        let target = back ? 1 + input.choice(step) : step + 1 + input.choice(count + 1 - step)
        return Instruction(opcode, target, operand(b), operand(c))
    }

    /// Every global and two values, heard by the host. The window holds what was in it or what the host left.
    private mutating func saying() -> [Instruction] {
        (0..<3).flatMap { pair in
            let load: [Instruction] =
                pair < 2
                ? [
                    Instruction(.getGlobalBits, Self.window, 2 * pair),
                    Instruction(.getGlobalBits, Self.window + 1, 2 * pair + 1),
                ]
                : [Instruction(.moveBits, Self.window, value()), Instruction(.moveBits, Self.window + 1, value())]
            return load + [asking(Instruction(.callHost, 0, Self.window, 6), Layout(2, 0))]
        }
    }

    private func asking(_ instruction: Instruction, _ extent: Layout) -> Instruction {
        var instruction = instruction
        instruction.extent = extent
        return instruction
    }

    // MARK: Steps with calls and objects

    /// A call of each kind. The result is taken out of the window, whose other registers hold nothing afterwards.
    private mutating func call() -> [Instruction] {
        let called = 2 + input.choice(program.functions.count - 2)
        var code = [
            Instruction(.moveBits, Self.window, value()), Instruction(.moveBits, Self.window + 1, value()),
            Instruction(.moveBits, Self.window + 2, value()),
        ]
        switch input.choice(4) {
        case 0:
            code += [
                Instruction(.makeClosure, 4, Self.window + 2, 6, n: called),
                asking(Instruction(.callClosure, 4, Self.window, 6), Layout(2, 0)),
            ]
        case 1:
            code += [
                Instruction(.newInstance, 6, 0),
                asking(Instruction(.callMethod, input.choice(Self.methods), Self.window, 6), Layout(3, 1)),
            ]
        case 2:
            code += [
                Instruction(.erase, 6, Self.window, 6, n: 0),
                asking(Instruction(.callWitness, 0, Self.window, 6), Layout(3, 1)),
            ]
        default: code.append(Instruction(.call, called, Self.window, 6))
        }
        return code + [Instruction(.moveBits, value(), Self.window)]
    }

    /// An array of words, which may be shared.
    private mutating func words() -> [Instruction] {
        let share = input.choice(3) == 0 ? [Instruction(.moveRef, 4, 2)] : []
        let use =
            switch input.choice(8) {
            case 0: Instruction(.arrayGetBits, value(), 2, value())
            case 1: Instruction(.arraySetBits, value(), 2, value())
            case 2: Instruction(.arrayCount, value(), 2)
            case 3: Instruction(.arrayReserve, 2, value())
            case 4: Instruction(.arrayGetWord, value(), 2, value(), n: 0)
            case 5: Instruction(.arraySetWord, value(), 2, value(), n: 0)
            default: Instruction(.arrayAppendBits, value(), 2)
            }
        return share + [use]
    }

    private mutating func texts() -> [Instruction] {
        switch input.choice(8) {
        case 0: return [Instruction(.stringEq, value(), text(), text())]
        case 1: return [Instruction(.stringLt, value(), text(), text())]
        case 2: return [Instruction(.stringConcat, text(), text(), text())]
        case 3: return [Instruction(.moveRef, text(), text()), Instruction(.sameRef, value(), text(), text())]
        case 4: return [Instruction(.moveRef, 5, text()), Instruction(.arrayAppendRef, 5, 3)]
        case 5: return [Instruction(.arrayGetRef, text(), 3, value())]
        case 6:
            let index = value()
            return [
                Instruction(.arrayTakeRef, 5, 3, index), Instruction(.stringConcat, 5, 5, text()),
                Instruction(.arraySetRef, 5, 3, index),
            ]
        default:
            return [
                Instruction(.getGlobalRef, 5, 0), Instruction(.moveRef, text(), 5), Instruction(.setGlobalRef, 0, 5),
            ]
        }
    }

    private mutating func objects() -> [Instruction] {
        let (a, b) = (Self.window, Self.window + 2)
        switch input.choice(6) {
        case 0:
            return [
                Instruction(.makeBox, 4, 2, 1), Instruction(.boxSetBits, value(), 4, input.choice(2)),
                Instruction(.moveRef, 5, text()), Instruction(.boxSetRef, 5, 4, 0),
                Instruction(.boxGetBits, value(), 4, input.choice(2)), Instruction(.boxGetRef, text(), 4, 0),
            ]
        case 1:
            return [
                Instruction(.newInstance, 4, 0), Instruction(.boxSetBits, value(), 4, 0),
                Instruction(.moveRef, 5, text()),
                Instruction(.boxSetRef, 5, 4, 0), Instruction(.boxTakeRef, text(), 4, 0),
                Instruction(.boxGetBits, value(), 4, 0),
            ]
        case 2:
            return [
                Instruction(.moveBits, a, value()), Instruction(.moveRef, 5, text()),
                Instruction(.erase, 4, a, 5, n: 2),
                asking(Instruction(.unbox, b, 4, n: 5), Layout(1, 1)), Instruction(.moveBits, value(), b),
                Instruction(.moveRef, text(), 5),
            ]
        case 3:
            return [
                Instruction(.arrayNew, 4, 2, 1), Instruction(.moveBits, a, value()),
                Instruction(.moveBits, a + 1, value()),
                Instruction(.moveRef, 5, text()), asking(Instruction(.arrayAppend, a, 4, n: 5), Layout(2, 1)),
                Instruction(.loadInt, value(), 0), Instruction(.arrayGetWord, value(), 4, value(), n: input.choice(2)),
                Instruction(.arraySetWord, value(), 4, value(), n: input.choice(2)),
                asking(Instruction(.arrayGet, b, 4, value(), n: 5), Layout(2, 1)),
                Instruction(.moveBits, value(), b + 1),
                Instruction(.moveRef, text(), 5),
            ]
        case 4:
            return [
                Instruction(.arrayNew, 4, 0, 1), Instruction(.moveRef, 5, 2), Instruction(.arrayAppendRef, 5, 4),
                Instruction(.arrayGetInner, value(), 4, value(), n: value()),
                Instruction(.arraySetInner, value(), 4, value(), n: value()),
            ]
        default:
            return [
                Instruction(.isNilRef, value(), text()), Instruction(.trapIfNilRef, operand(.trapKind), text()),
                Instruction(.trapUnlessOrdered, 0, operand(.pairBits)),
            ]
        }
    }
}
