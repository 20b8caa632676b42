// Generic classes: inheritance from one, a tree that folds, an observable value, an event bus.
class Box<Value> {
    var value: Value
    init(_ value: Value) { self.value = value }
    func show() -> String { "\(value)" }
    func mapped<T>(_ change: (Value) -> T) -> Box<T> { Box<T>(change(value)) }
}
final class LabelledBox<Value>: Box<Value> {
    let label: String
    init(_ label: String, _ value: Value) {
        self.label = label
        super.init(value)
    }
    override func show() -> String { label + "=" + super.show() }
}
final class IntBox: Box<Int> {
    override var value: Int {
        didSet { changes += 1 }
    }
    private(set) var changes = 0
    func increment() { value += 1 }
}
class ListBox<Element>: Box<[Element]> {
    func add(_ element: Element) { value.append(element) }
}

let boxes: [Box<Int>] = [Box(1), LabelledBox("둘", 2), IntBox(3)]
for box in boxes { box.value *= 10 }
print(boxes.map { $0.show() }, (boxes[2] as! IntBox).changes)  // expect: ["10", "둘=20", "30"] 1
let list = ListBox(["a"])
list.add("b")
print(list.show(), list.mapped { $0.count }.value, LabelledBox("n", nil as Int?).show())  // expect: ["a", "b"] 2 n=nil
print(boxes[1] is LabelledBox<Int>, boxes[1] is IntBox, boxes[0].mapped { Double($0) / 4 }.show())
// expect: true false 2.5

final class Tree<Label> {
    let label: Label
    private(set) var children: [Tree<Label>]
    init(_ label: Label, _ children: [Tree<Label>] = []) {
        self.label = label
        self.children = children
    }
    func fold<Result>(_ combine: (Label, [Result]) -> Result) -> Result {
        combine(label, children.map { $0.fold(combine) })
    }
    func map<T>(_ change: (Label) -> T) -> Tree<T> { Tree<T>(change(label), children.map { $0.map(change) }) }
    @discardableResult
    func add(_ label: Label) -> Tree {
        let child = Tree(label)
        children.append(child)
        return child
    }
    var count: Int { fold { 1 + $1.reduce(0, +) } }
    var depth: Int { fold { 1 + ($1.max() ?? 0) } }
}
extension Tree where Label: Hashable {
    func path(to wanted: Label) -> [Label]? {
        if label == wanted { return [label] }
        for child in children {
            if let path = child.path(to: wanted) { return [label] + path }
        }
        return nil
    }
}
let syntax = Tree("문장", [Tree("주어", [Tree("나는")]), Tree("서술어")])
syntax.add("구두점").add(".")
print(syntax.count, syntax.depth, syntax.path(to: ".") ?? [], syntax.path(to: "x") == nil)
// expect: 6 3 ["문장", "구두점", "."] true
print(syntax.fold { label, parts in parts.isEmpty ? label : label + "(" + parts.joined(separator: " ") + ")" })
// expect: 문장(주어(나는) 서술어 구두점(.))
print(syntax.map(\.count).fold { $0 + $1.reduce(0, +) })  // expect: 13

final class Observable<Value: Equatable> {
    private var observers: [(Value, Value) -> Void] = []
    var value: Value {
        didSet {
            guard value != oldValue else { return }
            for observer in observers { observer(oldValue, value) }
        }
    }
    init(_ value: Value) { self.value = value }
    func observe(_ observer: @escaping (Value, Value) -> Void) { observers.append(observer) }
    func bind<T>(_ change: @escaping (Value) -> T) -> Observable<T> {
        let result = Observable<T>(change(value))
        observe { _, new in result.value = change(new) }
        return result
    }
}
let celsius = Observable(10.0)
let fahrenheit = celsius.bind { $0 * 9 / 5 + 32 }
let isWarm = fahrenheit.bind { $0 > 68 }
var log: [String] = []
celsius.observe { log.append("\($0)->\($1)") }
isWarm.observe { _, now in log.append(now ? "따뜻" : "추움") }
celsius.value = 15
celsius.value = 15
celsius.value += 10
print(fahrenheit.value, isWarm.value, log)  // expect: 77.0 true ["10.0->15.0", "따뜻", "15.0->25.0"]

class Repository<Item, Key: Hashable> {
    private var items: [Key: Item] = [:]
    private let key: (Item) -> Key
    init(key: @escaping (Item) -> Key) { self.key = key }
    func save(_ item: Item) { items[key(item)] = item }
    subscript(key: Key) -> Item? { items[key] }
    func all<Order: Comparable>(by order: (Item) -> Order) -> [Item] { items.values.sorted { order($0) < order($1) } }
}
final class UserRepository: Repository<(name: String, age: Int), String> {
    init() { super.init(key: \.name) }
    func adults() -> [String] { all(by: \.age).filter { $0.age >= 19 }.map(\.name) }
}
let users = UserRepository()
for (name, age) in [("하늘", 20), ("Ren", 17), ("Ana", 44), ("Ren", 19)] { users.save((name, age)) }
print(users.adults(), users["Ren"]!.age, users["Bob"] == nil)  // expect: ["Ren", "하늘", "Ana"] 19 true
