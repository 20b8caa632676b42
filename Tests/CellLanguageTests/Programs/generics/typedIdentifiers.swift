// Phantom types and generic statics: identifiers that cannot be mixed up, states known to the compiler, memo functions.
struct ID<Owner>: Hashable, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    let number: Int
    init(_ number: Int) { self.number = number }
    init(integerLiteral value: Int) { number = value }
    static func < (a: ID, b: ID) -> Bool { a.number < b.number }
    var description: String { "\(Owner.self)#\(number)" }
}
struct Student {
    let id: ID<Student>
    let name: String
}
struct Course {
    let id: ID<Course>
    var title: String
    var members: Set<ID<Student>> = []
}

struct Registry<Entity, Key: Hashable & Comparable> {
    private var entities: [Key: Entity] = [:]
    private let key: (Entity) -> Key
    init(_ key: @escaping (Entity) -> Key) { self.key = key }
    mutating func add(_ new: Entity...) { for entity in new { entities[key(entity)] = entity } }
    subscript(id: Key) -> Entity? {
        get { entities[id] }
        set { entities[id] = newValue }
    }
    var keys: [Key] { entities.keys.sorted() }
}

var students = Registry(\Student.id)
students.add(Student(id: 3, name: "지호"), Student(id: 1, name: "はる"), Student(id: 2, name: "Zoe"))
var courses = Registry { (course: Course) in course.id }
courses.add(Course(id: 1, title: "ML"))
courses[1]?.members.formUnion([1, 3])
courses[1]?.title += "!"
print(students.keys, courses.keys, courses[1]!.title)  // expect: [Student#1, Student#2, Student#3] [Course#1] ML!
print(courses[1]!.members.sorted().compactMap { students[$0]?.name }, courses[9] == nil)  // expect: ["はる", "지호"] true
print(ID<Student>(1) == 1, [ID<Course>(2), 1].max()!)  // expect: true Course#2

// A door whose state is part of its type.
enum Open {}
enum Closed {}
struct Door<State> {
    var log: [String]
    fileprivate init(log: [String]) { self.log = log }
    fileprivate func next<New>(_ text: String, _ state: New.Type) -> Door<New> { Door<New>(log: log + [text]) }
}
extension Door where State == Closed {
    init() { self.init(log: ["made"]) }
    func opened() -> Door<Open> { next("opened", Open.self) }
}
extension Door where State == Open {
    func closed() -> Door<Closed> { next("closed", Closed.self) }
    var canPass: Bool { true }
}
let door = Door().opened().closed().opened()
print(door.log, door.canPass, "\(type(of: door))")  // expect: ["made", "opened", "closed", "opened"] true Door<Open>

func memoised<Argument: Hashable, Result>(_ body: @escaping ((Argument) -> Result, Argument) -> Result) -> (Argument) -> Result {
    var known: [Argument: Result] = [:]
    func call(_ argument: Argument) -> Result {
        if let result = known[argument] { return result }
        let result = body(call, argument)
        known[argument] = result
        return result
    }
    return call
}
var calls = 0
let catalan: (Int) -> Int = memoised { again, n in
    calls += 1
    return n == 0 ? 1 : (0..<n).map { again($0) * again(n - 1 - $0) }.reduce(0, +)
}
print(catalan(20), calls, catalan(10), calls)  // expect: 6564120420 21 16796 21
let routes: ([Int]) -> Int = memoised { again, cell in
    cell.contains(0) ? 1 : again([cell[0] - 1, cell[1]]) + again([cell[0], cell[1] - 1])
}
print(routes([16, 16]))  // expect: 601080390

func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
func flip<A, B, C>(_ f: @escaping (A) -> (B) -> C) -> (B) -> (A) -> C { { b in { a in f(a)(b) } } }
func iterate<T>(_ value: T, times: Int, _ f: (T) -> T) -> [T] {
    (0..<times).reduce(into: [value]) { list, _ in list.append(f(list.last!)) }
}
let power = curry { (base: Double, exponent: Double) in pow(base, exponent) }
print([1.0, 2, 3].map(power(2)), [1.0, 2, 3].map(flip(power)(2)))  // expect: [2.0, 4.0, 8.0] [1.0, 4.0, 9.0]
print(iterate(1, times: 5) { $0 * 3 }, iterate("가", times: 2) { $0 + $0 }, iterate([1], times: 2) { $0 + [$0.count] })
// expect: [1, 3, 9, 27, 81, 243] ["가", "가가", "가가가가"] [[1], [1, 1], [1, 1, 2]]
