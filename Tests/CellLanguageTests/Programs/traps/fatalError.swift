// A program that gives up by itself.
enum Kind: String { case add, remove }
func apply(_ name: String, to n: Int) -> Int {
    switch Kind(rawValue: name) {
    case .add: return n + 1
    case .remove: return n - 1
    case nil: fatalError("모르는 명령 \(name)")  // trap: FatalError
    }
}
print(apply("add", to: 1), apply("remove", to: 1))  // expect: 2 0
print(apply("double", to: 1))
