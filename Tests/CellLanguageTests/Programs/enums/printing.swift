// How enums are printed: plain, with payloads and labels, raw values, in collections, generic and nested.
enum Plain { case one, two }
enum Raw: String { case a = "에이", b }
enum Payload {
    case bare
    case single(Int)
    case labelled(x: Int)
    case pair(String, Double)
    case mixed(name: String, Int, flag: Bool)
    case optional(Int?)
    case list([Plain])
    case tuple((Int, Int))
    case function((Int) -> Int)
    indirect case nested(Payload)
}
enum Shown: CustomStringConvertible {
    case x(Int)
    case y
    var description: String {
        switch self {
        case .x(let n): "X\(n)"
        case .y: "why"
        }
    }
}
enum Either<A, B> {
    case left(A), right(B)
}
struct Outer {
    enum Inner { case deep }
    var inner = Inner.deep
    var raw = Raw.a
    var choice: Plain? = .two
}

print(Plain.one, Raw.a, Raw.b.rawValue)  // expect: one a b
print([Plain.one, .two], [Raw.a])  // expect: [Notebook.Plain.one, Notebook.Plain.two] [Notebook.Raw.a]
print(Payload.bare, Payload.single(3), Payload.labelled(x: 4))  // expect: bare single(3) labelled(x: 4)
print(Payload.pair("s", 1), Payload.mixed(name: "이름", 2, flag: true))
// expect: pair("s", 1.0) mixed(name: "이름", 2, flag: true)
print(Payload.optional(nil), Payload.optional(5), Payload.tuple((1, 2)))
// expect: optional(nil) optional(Optional(5)) tuple(1, 2)
print(Payload.list([.one]), Payload.nested(.nested(.single(1))))
// expect: list([Notebook.Plain.one]) nested(Notebook.Payload.nested(Notebook.Payload.single(1)))
print([Payload.bare, .single(1)], ["k": Payload.labelled(x: 0)])
// expect: [Notebook.Payload.bare, Notebook.Payload.single(1)] ["k": Notebook.Payload.labelled(x: 0)]
print(Shown.x(1), [Shown.y], Either<Shown, Int>.left(.x(9)))  // expect: X1 [why] left(X9)
print(Either<Int, String>.left(1), Either<Int, String>.right("r"), [Either<Int, Plain>.right(.two)])
// expect: left(1) right("r") [Notebook.Either<Swift.Int, Notebook.Plain>.right(Notebook.Plain.two)]
print(Outer())
// expect: Outer(inner: Notebook.Outer.Inner.deep, raw: Notebook.Raw.a, choice: Optional(Notebook.Plain.two))
print((Plain.one, "text"), [Plain?.none, .some(.two)])
// expect: (Notebook.Plain.one, "text") [nil, Optional(Notebook.Plain.two)]
let plain: Plain? = .one
print(plain.map { "\($0)" } ?? "nil", String(describing: plain))  // expect: one Optional(Notebook.Plain.one)
print("\(Plain.two)" == "two", String(describing: Raw.b).count, "[\(Payload.single(-7))]")
// expect: true 1 [single(-7)]
debugPrint(Plain.one, Payload.single(2), Shown.y, Raw.a)
// expect: Notebook.Plain.one Notebook.Payload.single(2) why Notebook.Raw.a
