// Fitting a line by gradient descent, with the data, the model and the learning-rate schedule as structs.
struct Sample {
    let x: Double
    let y: Double
}

struct Line {
    var slope = 0.0
    var intercept = 0.0

    func predict(_ x: Double) -> Double { slope * x + intercept }

    func loss(on data: [Sample]) -> Double {
        data.map { s in
            let error = predict(s.x) - s.y
            return error * error
        }.reduce(0, +) / Double(data.count)
    }

    func gradient(on data: [Sample]) -> Line {
        var g = Line()
        for s in data {
            let error = predict(s.x) - s.y
            g.slope += 2 * error * s.x
            g.intercept += 2 * error
        }
        g.slope /= Double(data.count)
        g.intercept /= Double(data.count)
        return g
    }
}

struct Schedule {
    var start: Double
    var decay: Double = 1
    var floor = 0.001

    func rate(at step: Int) -> Double { max(floor, start * pow(decay, Double(step))) }
}

struct Trainer {
    var model = Line()
    let schedule: Schedule
    private(set) var history: [Double] = []

    init(schedule: Schedule) { self.schedule = schedule }

    mutating func fit(_ data: [Sample], steps: Int) {
        for step in 0..<steps {
            let g = model.gradient(on: data)
            let rate = schedule.rate(at: step)
            model.slope -= rate * g.slope
            model.intercept -= rate * g.intercept
            if step % (steps / 4) == 0 { history.append(model.loss(on: data)) }
        }
    }
}

let data = stride(from: -2.0, through: 2.0, by: 0.5).map { Sample(x: $0, y: 3 * $0 - 1) }
print(data.count, data[0], Line().loss(on: data))  // expect: 9 Sample(x: -2.0, y: -7.0) 16.0
var trainer = Trainer(schedule: Schedule(start: 0.1, decay: 0.999))
let untouched = trainer
trainer.fit(data, steps: 400)
print(String(format: "%.3f %.3f", trainer.model.slope, trainer.model.intercept))  // expect: 3.000 -1.000
print(trainer.history.count, trainer.history.first! > trainer.history.last!, trainer.history.last! < 1e-9)
// expect: 4 true true
print(untouched.model.slope, untouched.history.isEmpty)  // expect: 0.0 true
let schedule = Schedule(start: 0.5, decay: 0.5, floor: 0.05)
print((0..<6).map { schedule.rate(at: $0) })  // expect: [0.5, 0.25, 0.125, 0.0625, 0.05, 0.05]
