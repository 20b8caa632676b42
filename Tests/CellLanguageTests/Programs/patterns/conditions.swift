// if case, guard case and while case, mixed with other conditions.
enum Token { case number(Int), plus, minus, open, close }
struct Reader {
    var tokens: [Token]
    mutating func next() -> Token? { tokens.isEmpty ? nil : tokens.removeFirst() }
    var peek: Token? { tokens.first }
}
func evaluate(_ reader: inout Reader) -> Int? {
    guard var total = operand(&reader) else { return nil }
    while let token = reader.peek {
        if case .plus = token {
            _ = reader.next()
            guard let right = operand(&reader) else { return nil }
            total += right
        } else if case .minus = token {
            _ = reader.next()
            guard let right = operand(&reader) else { return nil }
            total -= right
        } else {
            break
        }
    }
    return total
}
func operand(_ reader: inout Reader) -> Int? {
    switch reader.next() {
    case .number(let n): return n
    case .minus: return operand(&reader).map { -$0 }
    case .open:
        let value = evaluate(&reader)
        guard case .close? = reader.next() else { return nil }
        return value
    case .plus, .close, nil: return nil
    }
}
func value(_ tokens: Token...) -> String {
    var reader = Reader(tokens: tokens)
    guard let result = evaluate(&reader), case nil = reader.peek else { return "오류" }
    return "\(result)"
}
print(value(.number(3), .plus, .number(4), .minus, .number(9)), value(.number(8), .minus, .open, .number(3), .plus, .number(2), .close))  // expect: -2 3
print(value(.plus), value(.open, .number(1)), value(.number(1), .number(2)), value(.minus, .minus, .number(5)))  // expect: 오류 오류 오류 5
enum List {
    case end
    indirect case node(Int, List)
    init(_ values: [Int]) { self = values.reversed().reduce(.end) { .node($1, $0) } }
    var sum: Int {
        var total = 0, rest = self
        while case .node(let value, let next) = rest {
            total += value
            rest = next
        }
        return total
    }
    var last: Int? {
        if case .node(let value, .end) = self { return value }
        if case .node(_, let rest) = self { return rest.last }
        return nil
    }
    func map(_ f: (Int) -> Int) -> List {
        guard case let .node(value, rest) = self else { return .end }
        return .node(f(value), rest.map(f))
    }
    var array: [Int] {
        switch self {
        case .end: []
        case .node(let value, let rest): [value] + rest.array
        }
    }
}
let list = List([1, 2, 3, 4])
print(list.sum, list.last ?? 0, List([]).last == nil, list.map { $0 * $0 }.array)  // expect: 10 4 true [1, 4, 9, 16]
if case .node(1, .node(let second, _)) = list, second == 2, case .node = list.map({ $0 }) { print("둘째", second) }  // expect: 둘째 2
if case .node(let first, .end) = List([9]), first > 5 { print("하나뿐", first) }  // expect: 하나뿐 9
var queue: [Token?] = [.number(1), .number(2), nil, .number(3)]
var taken = 0
while case .some(.some(.number(let n))) = queue.first, n < 3 {
    taken += n
    queue.removeFirst()
}
print(taken, queue.count)  // expect: 3 2
let numbers = [3, 8, 15]
if case 10... = numbers[2], case let middle = numbers[1], middle % 2 == 0, let first = numbers.first { print(first, middle) }  // expect: 3 8
print("끝")  // expect: 끝
