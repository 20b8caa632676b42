// A list as a recursive generic enum: built, walked, mapped and reversed.
enum List<Element> {
    case end
    indirect case node(Element, List<Element>)

    init(_ elements: [Element]) {
        self = .end
        for element in elements.reversed() { self = .node(element, self) }
    }

    var first: Element? {
        guard case .node(let element, _) = self else { return nil }
        return element
    }

    var count: Int {
        var count = 0
        var rest = self
        while case .node(_, let next) = rest {
            count += 1
            rest = next
        }
        return count
    }

    var array: [Element] {
        switch self {
        case .end: []
        case .node(let element, let rest): [element] + rest.array
        }
    }

    func map<Mapped>(_ transform: (Element) -> Mapped) -> List<Mapped> {
        switch self {
        case .end: return .end
        case let .node(element, rest): return .node(transform(element), rest.map(transform))
        }
    }

    func reduce<Result>(_ initial: Result, _ combine: (Result, Element) -> Result) -> Result {
        if case let .node(element, rest) = self {
            return rest.reduce(combine(initial, element), combine)
        }
        return initial
    }

    func reversed() -> List { reduce(.end) { .node($1, $0) } }

    mutating func push(_ element: Element) { self = .node(element, self) }

    mutating func pop() -> Element? {
        switch self {
        case .end: return nil
        case .node(let element, let rest):
            self = rest
            return element
        }
    }
}

extension List: Equatable where Element: Equatable {}

var list = List([1, 2, 3])
print(list.count, list.first ?? 0, list.array)  // expect: 3 1 [1, 2, 3]
print(list.map { $0 * 10 }.array, list.map { "<\($0)>" }.reversed().array)
// expect: [10, 20, 30] ["<3>", "<2>", "<1>"]
print(list.reduce(0, +), list.reduce("") { "\($0)\($1)" })  // expect: 6 123
let shared = list
list.push(0)
print(list.count, shared.count, list == List([0, 1, 2, 3]), list == shared)  // expect: 4 3 true false
while let element = list.pop() { print(element, terminator: " ") }
print(list == .end)  // expect: 0 1 2 3 true
print(List.node("가", .node("나", .end)))
// expect: node("가", Notebook.List<Swift.String>.node("나", Notebook.List<Swift.String>.end))
print(List<Int>.end, List([Double]()).first == nil)  // expect: end true
print(List(Array(1...200)).reversed().first!, List(Array(1...200)).reduce(0, +))  // expect: 200 20100
