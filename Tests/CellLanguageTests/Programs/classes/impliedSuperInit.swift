// A designated initialiser that does not call `super.init()` has it called at its end.
class Counter {
    var count = 3
    var log: [String] = []
    init() {
        log.append("Counter \(count)")
        count = 5
    }
}
class Named: Counter {
    let name: String
    init(name: String) {
        self.name = name
    }
}
class Twice: Named {
    var factor: Int
    init(factor: Int) {
        self.factor = factor
        super.init(name: "둘")
        count *= factor
    }
}
print(Named(name: "하나").count)
// expect: 5
print(Twice(factor: 2).count)
// expect: 10
print(Twice(factor: 3).log)
// expect: ["Counter 3"]
