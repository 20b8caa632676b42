// Default implementations: an extension of the protocol gives every conforming type a method it may replace.
protocol Greeter {
    var name: String { get }
    func greeting() -> String
}

extension Greeter {
    func greeting() -> String { "Hello, \(name)" }
    func shout() -> String { greeting().uppercased() + "!" }
}

struct English: Greeter {
    let name: String
}

struct Korean: Greeter {
    let name: String
    func greeting() -> String { "안녕하세요, \(name)님" }
}

struct Japanese: Greeter {
    var name: String
    func greeting() -> String { "こんにちは、\(name)さん" }
}

let greeters: [any Greeter] = [English(name: "Ann"), Korean(name: "지우"), Japanese(name: "花")]
for greeter in greeters { print(greeter.greeting()) }
// expect: Hello, Ann
// expect: 안녕하세요, 지우님
// expect: こんにちは、花さん
print(greeters[0].shout(), greeters[1].shout())  // expect: HELLO, ANN! 안녕하세요, 지우님!

// What is no requirement of the protocol is chosen by the static type.
extension Greeter {
    func kind() -> String { "any greeter" }
}
extension Korean {
    func kind() -> String { "korean" }
}
let korean = Korean(name: "수진")
let greeter: any Greeter = korean
print(korean.kind(), greeter.kind())  // expect: korean any greeter
