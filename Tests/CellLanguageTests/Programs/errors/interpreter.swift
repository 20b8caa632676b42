// A stack machine whose instructions may fail, with errors that say where.
enum Instruction { case push(Double), add, subtract, multiply, divide, duplicate, swap, store(String), load(String), jumpIfZero(Int), jump(Int) }
enum MachineError: Error { case stackEmpty, divisionByZero, unknownName(String), badJump(Int), tooLong }
struct Located: Error { let position: Int, cause: MachineError }
struct Machine {
    var stack: [Double] = []
    var names: [String: Double] = [:]
    var budget = 1000
    mutating func pop() throws -> Double {
        guard let value = stack.popLast() else { throw MachineError.stackEmpty }
        return value
    }
    mutating func binary(_ operation: (Double, Double) throws -> Double) throws {
        let right = try pop(), left = try pop()
        stack.append(try operation(left, right))
    }
    mutating func execute(_ instruction: Instruction, at position: Int, count: Int) throws -> Int {
        switch instruction {
        case .push(let value): stack.append(value)
        case .add: try binary(+)
        case .subtract: try binary(-)
        case .multiply: try binary(*)
        case .divide:
            try binary { left, right in
                guard right != 0 else { throw MachineError.divisionByZero }
                return left / right
            }
        case .duplicate:
            let top = try pop()
            stack += [top, top]
        case .swap:
            let (a, b) = (try pop(), try pop())
            stack += [a, b]
        case .store(let name): names[name] = try pop()
        case .load(let name):
            guard let value = names[name] else { throw MachineError.unknownName(name) }
            stack.append(value)
        case .jump(let target), .jumpIfZero(let target):
            if case .jumpIfZero = instruction, try pop() != 0 { return position + 1 }
            guard (0...count).contains(target) else { throw MachineError.badJump(target) }
            return target
        }
        return position + 1
    }
    mutating func run(_ program: [Instruction]) throws -> Double {
        var position = 0
        while position < program.count {
            do {
                guard budget > 0 else { throw MachineError.tooLong }
                budget -= 1
                position = try execute(program[position], at: position, count: program.count)
            } catch let cause as MachineError {
                throw Located(position: position, cause: cause)
            }
        }
        return try pop()
    }
}
func result(_ program: [Instruction]) -> String {
    var machine = Machine()
    do {
        return "\(try machine.run(program)) (남은 것 \(machine.stack.count))"
    } catch let error as Located {
        switch error.cause {
        case .stackEmpty: return "\(error.position): 스택이 비었다"
        case .unknownName(let name): return "\(error.position): \(name)을 모른다"
        default: return "\(error.position): \(error.cause)"
        }
    } catch MachineError.stackEmpty {
        return "결과가 없다"
    } catch {
        return "\(error)"
    }
}
let factorial: [Instruction] = [
    .push(5), .store("n"), .push(1), .store("r"), .load("n"), .jumpIfZero(15), .load("r"), .load("n"), .multiply, .store("r"),
    .load("n"), .push(1), .subtract, .store("n"), .jump(4), .load("r"),
]
print(result([.push(2), .push(3), .add, .duplicate, .multiply]))  // expect: 25.0 (남은 것 0)
print(result(factorial))  // expect: 120.0 (남은 것 0)
print(result([.push(1), .add]))  // expect: 1: 스택이 비었다
print(result([.push(1), .push(0), .divide]))  // expect: 2: divisionByZero
print(result([.load("x")]))  // expect: 0: x을 모른다
print(result([.push(0), .jumpIfZero(99)]))  // expect: 1: badJump(99)
print(result([.jump(0)]))  // expect: 0: tooLong
print(result([]))  // expect: 결과가 없다
print(result([.push(1), .push(4), .swap, .divide, .push(9)]))  // expect: 9.0 (남은 것 1)
