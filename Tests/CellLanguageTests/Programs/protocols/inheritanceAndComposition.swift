// Protocols that refine others, several at once, and values asked for more than they promised.
protocol Named {
    var name: String { get }
}
protocol Aged {
    var age: Int { get set }
}
protocol Person: Named, Aged {
    func introduce() -> String
}
protocol Student: Person {
    var school: String { get }
}
extension Named {
    var initial: String { String(name.prefix(1)) }
}
extension Aged {
    mutating func birthday() { age += 1 }
    var isAdult: Bool { age >= 19 }
}
extension Person {
    func introduce() -> String { "\(name), \(age)" }
}
extension Student {
    func introduce() -> String { "\(name) of \(school)" }
}

struct Pupil: Student {
    let name: String
    var age: Int
    let school: String
}
struct Farmer: Person {
    let name: String
    var age: Int
}
struct Cat: Named, Aged, Equatable {
    var name = "고양이"
    var age = 3
}
struct City: Named {
    let name: String
}

let pupil = Pupil(name: "서연", age: 18, school: "한빛고")
let farmer = Farmer(name: "Old Ben", age: 70)
let people: [any Person] = [pupil, farmer]
print(people.map { $0.introduce() })  // expect: ["서연 of 한빛고", "Old Ben, 70"]
let named: [any Named] = [pupil, farmer, Cat(), City(name: "京都")]
print(named.map { $0.initial }.joined())  // expect: 서O고京

func card(_ who: any Named & Aged) -> String { "\(who.name):\(who.age)" }
func older<T: Named & Aged>(_ a: T, _ b: T) -> T { a.age >= b.age ? a : b }
print(card(pupil), card(Cat()), card(farmer))  // expect: 서연:18 고양이:3 Old Ben:70
print(older(Cat(), Cat(name: "큰 고양이", age: 9)).name)  // expect: 큰 고양이

typealias Pet = Named & Aged & Equatable
func same<P: Pet>(_ a: P, _ b: P) -> Bool { a == b && a.initial == b.initial }
print(same(Cat(), Cat()), same(Cat(), Cat(name: "x")))  // expect: true false

func birthday(_ who: inout any Aged) { who.birthday() }
var somebody: any Aged = pupil
print(somebody.isAdult)  // expect: false
birthday(&somebody)
print(somebody.isAdult, pupil.age, somebody.age)  // expect: true 18 19

for thing in named {
    if let student = thing as? any Student {
        print("student", student.school)
    } else if let aged = thing as? any Named & Aged {
        print("aged", aged.age, aged.name)
    } else {
        print("only a name:", thing.name)
    }
}
// expect: student 한빛고
// expect: aged 70 Old Ben
// expect: aged 3 고양이
// expect: only a name: 京都
print(named.filter { $0 is any Person }.count, named.compactMap { $0 as? Cat }.count)  // expect: 2 1
