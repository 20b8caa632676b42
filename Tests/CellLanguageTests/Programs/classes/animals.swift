// Inheritance: overridden methods and properties are found by the object's own class, `super` reaches the parent's.
class Animal {
    let name: String
    var sound: String { "..." }

    init(name: String) {
        self.name = name
    }

    func speak() -> String { "\(name): \(sound)" }
    func describe() -> String { "an animal called \(name)" }
}

class Dog: Animal {
    override var sound: String { "멍멍" }
    override func describe() -> String { "a dog, " + super.describe() }
}

class Puppy: Dog {
    override var sound: String { super.sound + "!" }
    override func speak() -> String { super.speak().lowercased() }
}

class Cat: Animal {
    var lives = 9
    override var sound: String { "ニャー" }

    init(name: String, lives: Int) {
        self.lives = lives
        super.init(name: name)
    }

    override func describe() -> String { "a cat with \(lives) lives" }
}

let animals: [Animal] = [Animal(name: "Thing"), Dog(name: "Rex"), Puppy(name: "BABY"), Cat(name: "Tama", lives: 7)]
for animal in animals { print(animal.speak()) }
// expect: Thing: ...
// expect: Rex: 멍멍
// expect: baby: 멍멍!
// expect: Tama: ニャー
for animal in animals { print(animal.describe()) }
// expect: an animal called Thing
// expect: a dog, an animal called Rex
// expect: a dog, an animal called BABY
// expect: a cat with 7 lives
print(animals.filter { $0 is Dog }.count)  // expect: 2
if let cat = animals[3] as? Cat { print(cat.lives) }  // expect: 7
print((animals[0] as? Dog) == nil, (animals[2] as? Dog) != nil)  // expect: true true
