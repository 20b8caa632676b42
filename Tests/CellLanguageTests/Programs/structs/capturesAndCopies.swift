// When a struct is copied and when it is shared: closures, capture lists, loops, functions, methods as values.
struct Meter {
    var reading = 0
    var log: [String] = []

    mutating func add(_ amount: Int) -> Int {
        reading += amount
        log.append("+\(amount)")
        return reading
    }

    func plus(_ amount: Int) -> Int { reading + amount }
    func adder() -> (Int) -> Int { { self.reading + $0 } }
    mutating func become(_ other: Meter) { self = other }
}

var meter = Meter()
let shared = { meter.reading += 1 }
let frozen = { [meter] in meter.reading }
let renamed = { [start = meter.reading * 10] in start + meter.reading }
shared()
shared()
print(meter.reading, frozen(), renamed())  // expect: 2 0 2
print(meter.add(5), meter.add(5), meter.log)  // expect: 7 12 ["+5", "+5"]

let bound = meter.plus
let unbound = Meter.plus
let made = meter.adder()
meter.reading = 100
print(bound(1), unbound(meter)(1), made(1))  // expect: 13 101 13
print([1, 2, 3].map(meter.plus), [Meter(reading: 1), Meter(reading: 2)].map { $0.plus(10) })
// expect: [101, 102, 103] [11, 12]

func changed(_ value: Meter) -> Meter {
    var value = value
    value.reading = -1
    return value
}
print(changed(meter).reading, meter.reading)  // expect: -1 100

func twice(_ value: inout Meter, _ body: (inout Meter) -> Void) {
    body(&value)
    body(&value)
}
twice(&meter) { $0.reading /= 2 }
twice(&meter) { m in m.log.append("twice") }
print(meter.reading, meter.log.count)  // expect: 25 4

var backup = meter
meter.become(Meter(reading: 7))
backup.log.removeAll()
print(meter.reading, meter.log, backup.reading, backup.log)  // expect: 7 [] 25 []

var meters = (1...3).map { Meter(reading: $0) }
let before = meters
for var m in meters { m.reading = 0 }
for i in meters.indices { _ = meters[i].add(10 * i) }
print(before.map { $0.reading }, meters.map { $0.reading })  // expect: [1, 2, 3] [1, 12, 23]
var closures: [() -> Int] = []
for m in meters { closures.append { m.reading } }
meters.removeAll()
print(closures.map { $0() })  // expect: [1, 12, 23]
