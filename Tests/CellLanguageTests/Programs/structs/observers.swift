// Property observers: they see every change after initialisation, in-place changes too, and may correct the value.
struct Slider {
    var log: [String] = []
    var value: Int {
        willSet { log.append("\(value)->\(newValue)") }
        didSet {
            if value > 100 { value = 100 }
            if value != oldValue { changes += 1 }
        }
    }
    var changes = 0
    var title: String = "무제" {
        willSet(next) { log.append("title will be \(next)") }
        didSet(previous) { log.append("title was \(previous)") }
    }
    var marks: [Int] = [] {
        didSet { log.append("marks \(oldValue.count)->\(marks.count)") }
    }

    init(value: Int) {
        self.value = value
    }

    mutating func reset() {
        value = 0
        marks.removeAll()
    }
}

var slider = Slider(value: 500)
print(slider.value, slider.changes, slider.log)  // expect: 500 0 []
slider.value = 30
slider.value += 5
slider.value = 35
print(slider.value, slider.changes)  // expect: 35 2
slider.value = 999
print(slider.value, slider.changes)  // expect: 100 3
print(slider.log)  // expect: ["500->30", "30->35", "35->35", "35->999"]
slider.log = []
slider.title = "밝기"
slider.title.append("!")
print(slider.log)  // expect: ["title will be 밝기", "title was 무제", "title will be 밝기!", "title was 밝기"]
slider.log = []
slider.marks.append(3)
slider.marks += [1, 2]
slider.marks[0] = 9
slider.marks.sort()
slider.reset()
print(slider.log)  // expect: ["marks 0->1", "marks 1->3", "marks 3->3", "marks 3->3", "100->0", "marks 3->0"]

func nudge(_ number: inout Int) { number -= 7 }
nudge(&slider.value)
print(slider.value, slider.changes, slider.log.last ?? "")  // expect: -7 5 0->-7

// Observers of a variable outside any type.
var bestLoss = 10.0 {
    didSet { print("best", oldValue, "->", bestLoss) }
}
for loss in [8.5, 9.0, 3.25] where loss < bestLoss { bestLoss = loss }
// expect: best 10.0 -> 8.5
// expect: best 8.5 -> 3.25
