// A vending machine, a robot, a bracket matcher and a traffic light as loops over states.
enum Light { case red, green, yellow(from: String) }
func next(_ light: Light) -> (light: Light, seconds: Int) {
    switch light {
    case .red: (.yellow(from: "빨강"), 2)
    case .yellow(from: "빨강"): (.green, 30)
    case .yellow: (.red, 20)
    case .green: (.yellow(from: "초록"), 3)
    }
}
var light = Light.red, time = 0
for _ in 0..<5 {
    let (after, seconds) = next(light)
    light = after
    time += seconds
}
print(light, time)  // expect: yellow(from: "빨강") 57
struct Robot {
    enum Direction: Int, CaseIterable { case north, east, south, west }
    var x = 0, y = 0, facing = Direction.north
    mutating func turn(right: Bool) {
        let count = Direction.allCases.count
        facing = Direction(rawValue: (facing.rawValue + (right ? 1 : count - 1)) % count)!
    }
    mutating func forward(_ steps: Int) {
        switch facing {
        case .north: y += steps
        case .south: y -= steps
        case .east: x += steps
        case .west: x -= steps
        }
    }
    mutating func run(_ program: String) -> Int {
        var unknown = 0
        for step in program.split(separator: " ") {
            switch (step.first, Int(step.dropFirst())) {
            case ("L", nil): turn(right: false)
            case ("R", nil): turn(right: true)
            case ("F", let steps?): forward(steps)
            case ("F", nil): forward(1)
            default: unknown += 1
            }
        }
        return unknown
    }
}
var robot = Robot()
print(robot.run("F3 R F2 X L F R R F10 ?"), robot.x, robot.y, robot.facing)  // expect: 2 2 -6 south
enum Machine { case idle, paid(Int), empty }
enum Action { case coin(Int), press, refill, cancel }
var machine = Machine.idle, stock = 1, log: [String] = []
for action in [Action.press, .coin(100), .coin(500), .press, .press, .coin(500), .refill, .coin(700), .cancel] {
    switch (machine, action) {
    case (.idle, .coin(let amount)): machine = .paid(amount)
    case (.paid(let before), .coin(let amount)): machine = .paid(before + amount)
    case (.paid(let amount), .press) where amount >= 600:
        stock -= 1
        log.append("음료")
        machine = stock > 0 ? .idle : .empty
    case (.paid(let amount), .cancel):
        log.append("반환 \(amount)")
        machine = .idle
    case (.empty, .refill):
        stock = 5
        machine = .idle
    case (.empty, _): log.append("품절")
    case (_, .press): log.append("돈 부족")
    default: log.append("무시")
    }
}
print(log, machine, stock)  // expect: ["돈 부족", "음료", "품절", "품절", "반환 700"] idle 5
func balanced(_ text: String) -> Bool {
    let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]
    var open: [Character] = []
    for character in text {
        if pairs.values.contains(character) {
            open.append(character)
        } else if let wanted = pairs[character] {
            guard open.popLast() == wanted else { return false }
        }
    }
    return open.isEmpty
}
print(["([]{})", "([)]", "((", ")", ""].map(balanced))  // expect: [true, false, false, false, true]
