// A class instance is shared: two names may stand for one object, and `===` tells whether they do.
class Counter {
    var count = 0
    let name: String

    init(name: String) {
        self.name = name
    }

    func increment(by amount: Int = 1) {
        count += amount
    }
}

let first = Counter(name: "하나")
let second = first
let third = Counter(name: "하나")
first.increment()
second.increment(by: 4)
print(first.count, second.count, third.count)  // expect: 5 5 0
print(first === second, first === third, first !== third)  // expect: true false true

func bump(_ counter: Counter) {
    counter.increment(by: 10)
    counter.count *= 2
}
bump(third)
print(third.name, third.count)  // expect: 하나 20

let all = [first, second, third]
for counter in all { counter.increment() }
print(all.map { $0.count })  // expect: [7, 7, 21]
print(all.filter { $0 === first }.count)  // expect: 2

struct Holder {
    var label: String
    var counter: Counter
}
var holder = Holder(label: "a", counter: first)
var copied = holder
copied.label = "b"
copied.counter.increment(by: 100)
print(holder.label, holder.counter.count, copied.label, copied.counter.count)  // expect: a 107 b 107
holder.counter = third
print(holder.counter.count, copied.counter.count)  // expect: 21 107
