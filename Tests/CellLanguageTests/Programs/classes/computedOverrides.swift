// Overriding properties: computed by computed, stored by computed, observers added below, `final` left alone.
class Gauge {
    var value: Double = 1
    var unit: String { "?" }
    var limit: Double { 100 }
    final var text: String { "\(value)\(unit)" }

    var level: Double {
        get { value / limit }
        set { value = newValue * limit }
    }

    init() {}

    subscript(percent: Int) -> Double { limit * Double(percent) / 100 }
}

class Thermometer: Gauge {
    override var unit: String { "°C" }
    override var limit: Double { 50 }
    var changes: [String] = []

    override var value: Double {
        willSet { changes.append("to \(newValue)") }
        didSet { if value > limit { value = limit } }
    }
}

class Fahrenheit: Thermometer {
    override var unit: String { "°F" }
    override var value: Double {
        get { super.value * 9 / 5 + 32 }
        set { super.value = (newValue - 32) * 5 / 9 }
    }
    override subscript(percent: Int) -> Double { super[percent] + 1000 }
}

class Locked: Gauge {
    override var level: Double {
        get { super.level + 0.25 }
        set { super.level = min(newValue, 0.5) }
    }
    override var limit: Double { super.limit * 2 }
}

let gauges: [Gauge] = [Gauge(), Thermometer(), Fahrenheit(), Locked()]
for gauge in gauges { print(gauge.text, gauge.level, gauge[10]) }
// expect: 1.0? 0.01 10.0
// expect: 1.0°C 0.02 5.0
// expect: 33.8°F 0.6759999999999999 1005.0
// expect: 1.0? 0.255 20.0
for gauge in gauges { gauge.value = 86 }
print(gauges.map { $0.value })  // expect: [86.0, 50.0, 50.0, 86.0]
for gauge in gauges { gauge.level = 0.8 }
print(gauges.map { $0.text })  // expect: ["80.0?", "40.0°C", "40.0°F", "100.0?"]
for gauge in gauges { gauge.value += 1 }
print(gauges.map { $0.value })  // expect: [81.0, 41.0, 41.0, 101.0]
if let thermometer = gauges[1] as? Thermometer { print(thermometer.changes) }
// expect: ["to 86.0", "to 50.0", "to 40.0", "to 41.0"]

// Observers in the class and in the subclass both run, the subclass's around the parent's.
class Model {
    var log: [String] = []
    var epoch = 0 {
        willSet { log.append("model will \(newValue)") }
        didSet { log.append("model did \(oldValue)") }
    }
    init() {}
}
class Watched: Model {
    override var epoch: Int {
        willSet { log.append("watched will \(newValue)") }
        didSet { log.append("watched did \(oldValue)") }
    }
}
let watched = Watched()
watched.epoch = 3
watched.epoch += 1
for line in watched.log { print(line) }
// expect: watched will 3
// expect: model will 3
// expect: model did 0
// expect: watched did 0
// expect: watched will 4
// expect: model will 4
// expect: model did 3
// expect: watched did 3
