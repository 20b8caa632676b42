// Polymorphism: a payroll over a class hierarchy with an abstract base, sorted and grouped.
class Employee: CustomStringConvertible {
    let name: String
    let years: Int

    init(name: String, years: Int) {
        self.name = name
        self.years = years
    }

    var monthlyPay: Int { fatalError("subclasses say") }
    var title: String { "employee" }
    final var yearlyPay: Int { monthlyPay * 12 + bonus }
    var bonus: Int { years >= 5 ? monthlyPay : 0 }
    var description: String { "\(name) (\(title))" }
}

class Teacher: Employee {
    var subjects: [String]

    init(name: String, years: Int, subjects: [String]) {
        self.subjects = subjects
        super.init(name: name, years: years)
    }

    override var monthlyPay: Int { 200 + 10 * subjects.count }
    override var title: String { "teacher of " + subjects.joined(separator: "·") }
}

final class Principal: Teacher {
    override var monthlyPay: Int { super.monthlyPay * 2 }
    override var bonus: Int { super.bonus + 500 }
    override var title: String { "principal" }
}

class Hourly: Employee {
    var hours = 0
    let wage: Int

    init(name: String, wage: Int) {
        self.wage = wage
        super.init(name: name, years: 0)
    }

    func work(_ hours: Int) { self.hours += hours }
    override var monthlyPay: Int { hours * wage }
}

final class Guard: Hourly {
    var nights = 0
    override func work(_ hours: Int) {
        super.work(hours)
        if hours > 8 { nights += 1 }
    }
    override var description: String { super.description + " with \(nights) nights" }
}

let staff: [Employee] = [
    Teacher(name: "한결", years: 6, subjects: ["수학", "통계"]),
    Hourly(name: "Joe", wage: 2),
    Principal(name: "佐藤", years: 20, subjects: ["物理"]),
    Guard(name: "철수", wage: 3),
    Teacher(name: "Ada", years: 1, subjects: []),
]
for case let hourly as Hourly in staff {
    hourly.work(10)
    hourly.work(hourly is Guard ? 7 : 40)
}
for employee in staff { print(employee, employee.monthlyPay, employee.yearlyPay) }
// expect: 한결 (teacher of 수학·통계) 220 2860
// expect: Joe (employee) 100 1200
// expect: 佐藤 (principal) 420 5960
// expect: 철수 (employee) with 1 nights 51 612
// expect: Ada (teacher of ) 200 2400
print(staff)
// expect: [한결 (teacher of 수학·통계), Joe (employee), 佐藤 (principal), 철수 (employee) with 1 nights, Ada (teacher of )]
print(staff.sorted { $0.yearlyPay > $1.yearlyPay }.map { $0.name })  // expect: ["佐藤", "한결", "Ada", "Joe", "철수"]
print(staff.map { $0.bonus }.reduce(0, +), staff.compactMap { $0 as? Teacher }.flatMap { $0.subjects })
// expect: 1140 ["수학", "통계", "物理"]
let groups = Dictionary(grouping: staff) { employee -> String in
    switch employee {
    case is Principal: "head"
    case let teacher as Teacher where teacher.subjects.isEmpty: "idle"
    case is Teacher: "teaching"
    default: "other"
    }
}
print(groups.keys.sorted(), groups["other"]!.map { $0.name })
// expect: ["head", "idle", "other", "teaching"] ["Joe", "철수"]
(staff[0] as! Teacher).subjects.append("AI")
print(staff[0].monthlyPay, staff[0].description)  // expect: 230 한결 (teacher of 수학·통계·AI)
