// Operators across types: dates as day numbers, durations, money rates; each combination gives the type it should.
struct Duration: Comparable, Hashable, CustomStringConvertible {
    var seconds: Int
    static func + (a: Duration, b: Duration) -> Duration { Duration(seconds: a.seconds + b.seconds) }
    static func - (a: Duration, b: Duration) -> Duration { Duration(seconds: a.seconds - b.seconds) }
    static func * (n: Int, d: Duration) -> Duration { Duration(seconds: n * d.seconds) }
    static func / (a: Duration, b: Duration) -> Double { Double(a.seconds) / Double(b.seconds) }
    static func / (a: Duration, n: Int) -> Duration { Duration(seconds: a.seconds / n) }
    static func % (a: Duration, b: Duration) -> Duration { Duration(seconds: a.seconds % b.seconds) }
    static func < (a: Duration, b: Duration) -> Bool { a.seconds < b.seconds }
    static func += (a: inout Duration, b: Duration) { a.seconds += b.seconds }
    static prefix func - (a: Duration) -> Duration { Duration(seconds: -a.seconds) }
    static prefix func + (a: Duration) -> Duration { a }

    var description: String {
        let s = abs(seconds)
        let clock = [s / 3600, s / 60 % 60, s % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return (seconds < 0 ? "-" : "") + clock
    }
}
extension Int {
    var hours: Duration { 60 * minutes }
    var minutes: Duration { 60 * seconds }
    var seconds: Duration { Duration(seconds: self) }
}

struct Instant: Comparable, CustomStringConvertible {
    private var sinceMidnight: Duration
    init(_ hour: Int, _ minute: Int = 0) { sinceMidnight = hour.hours + minute.minutes }
    static func + (t: Instant, d: Duration) -> Instant {
        var result = t
        result += d
        return result
    }
    static func - (a: Instant, b: Instant) -> Duration { a.sinceMidnight - b.sinceMidnight }
    static func - (t: Instant, d: Duration) -> Instant { t + -d }
    static func += (t: inout Instant, d: Duration) {
        let day = 24.hours
        t.sinceMidnight = ((t.sinceMidnight + d) % day + day) % day
    }
    static func < (a: Instant, b: Instant) -> Bool { a.sinceMidnight < b.sinceMidnight }
    var description: String { String("\(sinceMidnight)".dropLast(3)) }
}

struct Wage {
    var perHour: Int
    static func * (wage: Wage, time: Duration) -> Int { wage.perHour * time.seconds / 3600 }
}
func / (won: Int, time: Duration) -> Wage { Wage(perHour: won * 3600 / time.seconds) }

print(90.minutes, 2.hours - 15.seconds, 3 * 25.minutes, -(45.seconds), +(1.hours))
// expect: 01:30:00 01:59:45 01:15:00 -00:00:45 01:00:00
print(1.hours / 20.minutes, 1.hours / 8, 100.minutes % 1.hours, 1.hours == 60.minutes)
// expect: 3.0 00:07:30 00:40:00 true
let start = Instant(9, 30)
let end = start + 1.hours + 50.minutes
print(start, end, end - start, start - 10.hours, Instant(23) + 90.minutes)  // expect: 09:30 11:20 01:50:00 23:30 00:30
print(start < end, max(start, end), (start...end).contains(Instant(10)), [end, start].min()!)
// expect: true 11:20 true 09:30
var now = Instant(8)
for lesson in 1...3 {
    now += 45.minutes
    print("\(lesson)교시", now, terminator: "; ")
    now += lesson == 2 ? 20.minutes : 10.minutes
}
print(now)  // expect: 1교시 08:45; 2교시 09:40; 3교시 10:45; 10:55
print(Wage(perHour: 12_000) * 2.hours, Wage(perHour: 9_860) * (end - start), (30_000 / 90.minutes).perHour)
// expect: 24000 18076 20000
let laps = [61.seconds, 59.seconds, 65.seconds]
print(laps.reduce(0.seconds, +), laps.reduce(0.seconds, +) / laps.count, laps.sorted().first!, Set(laps + [1.minutes + 1.seconds]).count)
// expect: 00:03:05 00:01:01 00:00:59 3
