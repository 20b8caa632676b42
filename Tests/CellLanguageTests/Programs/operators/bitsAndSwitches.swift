// Bit sets by hand with operators, chess-like boards in an integer, increments, and operators that change their operand.
struct Flags: Equatable, CustomStringConvertible {
    var bits: UInt8

    static let bold = Flags(bits: 1)
    static let italic = Flags(bits: 1 << 1)
    static let code = Flags(bits: 1 << 2)
    static let none = Flags(bits: 0)
    private static let names = ["굵게", "기울임", "코드"]

    static func | (a: Flags, b: Flags) -> Flags { Flags(bits: a.bits | b.bits) }
    static func & (a: Flags, b: Flags) -> Flags { Flags(bits: a.bits & b.bits) }
    static func ^ (a: Flags, b: Flags) -> Flags { Flags(bits: a.bits ^ b.bits) }
    static func - (a: Flags, b: Flags) -> Flags { a & ~b }
    static prefix func ~ (a: Flags) -> Flags { Flags(bits: ~a.bits & 0b111) }
    static func |= (a: inout Flags, b: Flags) { a = a | b }
    static func ^= (a: inout Flags, b: Flags) { a = a ^ b }
    static func << (a: Flags, n: Int) -> Flags { Flags(bits: a.bits << n & 0b111) }
    static func >= (a: Flags, b: Flags) -> Bool { a & b == b }

    var description: String {
        let on = Flags.names.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element)
        return "{" + on.joined(separator: "+") + "}"
    }
}

prefix operator ++
postfix operator ++
postfix operator --
prefix func ++ (n: inout Int) -> Int {
    n += 1
    return n
}
postfix func ++ (n: inout Int) -> Int {
    defer { n += 1 }
    return n
}
@discardableResult
postfix func -- (n: inout Int) -> Int {
    defer { n -= 1 }
    return n
}
prefix operator ¬
prefix func ¬ (a: Bool) -> Bool { !a }
infix operator ⊻ : LogicalDisjunctionPrecedence
func ⊻ (a: Bool, b: Bool) -> Bool { a != b }
infix operator <-> : AssignmentPrecedence
func <-> <T>(a: inout T, b: inout T) { (a, b) = (b, a) }

struct Board: Equatable {
    var rows: UInt64 = 0
    private func mask(_ r: Int, _ c: Int) -> UInt64 { 1 << UInt64(r * 8 + c) }
    subscript(r: Int, c: Int) -> Bool {
        get { rows & mask(r, c) != 0 }
        set { if newValue { rows |= mask(r, c) } else { rows &= ~mask(r, c) } }
    }
    static func + (board: Board, square: (Int, Int)) -> Board {
        var result = board
        result[square.0, square.1] = true
        return result
    }
    static func += (board: inout Board, square: (Int, Int)) { board = board + square }
    static func & (a: Board, b: Board) -> Board { Board(rows: a.rows & b.rows) }
    static postfix func ++ (board: inout Board) -> Int {
        defer { board.rows <<= 8 }
        return board.rows.nonzeroBitCount
    }
    var count: Int { rows.nonzeroBitCount }
}

var style = Flags.bold | .code
print(style, ~style, style ^ .bold, style - .code, Flags.bold << 1)  // expect: {굵게+코드} {기울임} {코드} {굵게} {기울임}
style |= .italic
style ^= .bold
print(style, style >= .code, style >= .bold, style & .bold == .none, style >= .italic | .code)
// expect: {기울임+코드} true false true true
print([Flags.bold, .italic].reduce(.none, |), Flags.none, style == .code | .italic)  // expect: {굵게+기울임} {} true

var n = 5
let before = n++
let after = ++n
n--
print(before, after, n, n++ + n++, n)  // expect: 5 7 6 13 8
var list = [1, 2, 3]
var i = 0
while i < list.count { list[i++] *= 10 }
print(list, i)  // expect: [10, 20, 30] 3
print(¬true, true ⊻ false ⊻ true, ¬(1 > 2) ⊻ (3 > 4))  // expect: false false true
var (a, b) = ("왼쪽", "오른쪽")
a <-> b
list[0] <-> i
print(a, b, list, i)  // expect: 오른쪽 왼쪽 [3, 20, 30] 10

var board = Board() + (0, 0) + (7, 7)
board += (3, 4)
board[0, 0].toggle()
print(board.count, board[3, 4], board[0, 0], (board & (Board() + (7, 7))).count)  // expect: 2 true false 1
print(board++, board.count, board[4, 4], board == Board() + (4, 4))  // expect: 2 1 true true
print(0b1011 & 0b0110, 0b1011 | 0b0110, 0b1011 ^ 0b0110, ~0 as Int, 1 << 10, -16 >> 2, UInt8(0xF0) >> 4)
// expect: 2 15 13 -1 1024 -4 15
