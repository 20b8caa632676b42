// How structs are printed: alone, inside arrays, optionals, dictionaries, tuples and other structs.
struct Token {
    var text: String
    var id: Int
    var weight: Double? = nil
}
struct Sentence {
    let tokens: [Token]
    var tag: Character = "S"
    var span: (Int, Int) = (0, 1)
    var counts: [String: Int] = [:]
    private var hidden = true

    init(_ tokens: [Token]) { self.tokens = tokens }
}
struct Empty {}
struct Named: CustomStringConvertible {
    let name: String
    var description: String { "<\(name)>" }
}
struct Box<Content> {
    var content: Content
}

let token = Token(text: "나무", id: 3)
let weighted = Token(text: "a\"b\n", id: -1, weight: 0.5)
print(token)  // expect: Token(text: "나무", id: 3, weight: nil)
print(weighted)  // expect: Token(text: "a\"b\n", id: -1, weight: Optional(0.5))
print([token])  // expect: [Notebook.Token(text: "나무", id: 3, weight: nil)]
print("\(token)", String(describing: weighted))
// expect: Token(text: "나무", id: 3, weight: nil) Token(text: "a\"b\n", id: -1, weight: Optional(0.5))
print(Sentence([token, weighted]))
// expect: Sentence(tokens: [Notebook.Token(text: "나무", id: 3, weight: nil), Notebook.Token(text: "a\"b\n", id: -1, weight: Optional(0.5))], tag: "S", span: (0, 1), counts: [:], hidden: true)
print(Empty(), [Empty(), Empty()])  // expect: Empty() [Notebook.Empty(), Notebook.Empty()]
print((token, 1), (first: Empty(), second: "x"))
// expect: (Notebook.Token(text: "나무", id: 3, weight: nil), 1) (first: Notebook.Empty(), second: "x")
print(["key": Token(text: "v", id: 0)])  // expect: ["key": Notebook.Token(text: "v", id: 0, weight: nil)]
let maybe: Token? = token
print(maybe as Any)  // expect: Optional(Notebook.Token(text: "나무", id: 3, weight: nil))
print(maybe.map { "\($0)" } ?? "nil", [maybe, nil])
// expect: Token(text: "나무", id: 3, weight: nil) [Optional(Notebook.Token(text: "나무", id: 3, weight: nil)), nil]
print(Named(name: "별"), [Named(name: "a")], ["k": Named(name: "b")])  // expect: <별> [<a>] ["k": <b>]
print(Box(content: 1), Box(content: [1.5]), Box(content: Named(name: "c")), Box(content: Box(content: "in")))
// expect: Box<Int>(content: 1) Box<Array<Double>>(content: [1.5]) Box<Named>(content: <c>) Box<Box<String>>(content: Notebook.Box<Swift.String>(content: "in"))
print([Box(content: true)])  // expect: [Notebook.Box<Swift.Bool>(content: true)]
print(Box<Int?>(content: nil), Box<String?>(content: "s"), Box(content: (1, "t")))
// expect: Box<Optional<Int>>(content: nil) Box<Optional<String>>(content: Optional("s")) Box<(Int, String)>(content: (1, "t"))
debugPrint(token, "q", Named(name: "d"))  // expect: Notebook.Token(text: "나무", id: 3, weight: nil) "q" <d>
print(1...3, [1..<2], Box(content: 1...2))
// expect: 1...3 [Range(1..<2)] Box<ClosedRange<Int>>(content: ClosedRange(1...2))
