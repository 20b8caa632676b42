// A closed range whose end lies before its start, reached in a method of a nested call.
struct Trainer {
    var log: [Int] = []
    mutating func run(from start: Int, epochs: Int) {
        for epoch in start...epochs {  // trap: InvalidRange
            log.append(epoch)
        }
    }
    mutating func all(_ plans: [(Int, Int)]) {
        for (start, epochs) in plans {
            run(from: start, epochs: epochs)
            print(log)
        }
    }
}
var trainer = Trainer()
trainer.all([(1, 3), (5, 5), (4, 2)])
// expect: [1, 2, 3]
// expect: [1, 2, 3, 5]
