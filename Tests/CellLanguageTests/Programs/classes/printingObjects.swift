// How objects are printed: by their class's name, or by a description of their own, alone and inside collections.
class Plain {
    var x = 1
    init() {}
}
class Child: Plain {}
class Described: CustomStringConvertible {
    var name: String
    init(_ name: String) { self.name = name }
    var description: String { "Described(\(name))" }
}
class Refined: Described {
    override var description: String { "[" + super.description + "]" }
}
class Generic<T> {
    var content: T
    init(_ content: T) { self.content = content }
}
struct Holder {
    var object: Plain
    var described: Described?
}
enum Wrapper {
    case object(Plain)
    case described(Described)
}
struct Space {
    class Inner {}
}

let plain = Plain()
print(plain, Child())  // expect: Notebook.Plain Notebook.Child
print([plain, Child()], [Child()])  // expect: [Notebook.Plain, Notebook.Child] [Notebook.Child]
print(Described("a"), Refined("b"), [Described("c"), Refined("d")])
// expect: Described(a) [Described(b)] [Described(c), [Described(d)]]
print("\(plain) and \(Refined("이름"))")  // expect: Notebook.Plain and [Described(이름)]
print(Holder(object: plain, described: Described("안")))
// expect: Holder(object: Notebook.Plain, described: Optional(Described(안)))
print(Holder(object: Child()))  // expect: Holder(object: Notebook.Child, described: nil)
print(Wrapper.object(plain), Wrapper.described(Refined("r")))
// expect: object(Notebook.Plain) described([Described(r)])
print(["key": Described("v")], (plain, Described("t")))  // expect: ["key": Described(v)] (Notebook.Plain, Described(t))
let none: Described? = nil
print([none, Described("s")], none?.description ?? "nothing")  // expect: [nil, Optional(Described(s))] nothing
print(Generic(1), Generic("s"), Generic([Child()]))
// expect: Notebook.Generic<Swift.Int> Notebook.Generic<Swift.String> Notebook.Generic<Swift.Array<Notebook.Child>>
print([Generic(plain)], Space.Inner(), [Space.Inner()])
// expect: [Notebook.Generic<Notebook.Plain>] Notebook.Space.Inner [Notebook.Space.Inner]
print(String(describing: Described("q")), String(describing: plain).count)  // expect: Described(q) 14
