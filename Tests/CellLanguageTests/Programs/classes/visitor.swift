// Double dispatch: shapes accept visitors, visitors know every kind of shape.
class Shape {
    init() {}
    func accept(_ visitor: Visitor) { fatalError("abstract") }
}
final class Circle: Shape {
    var radius: Int
    init(radius: Int) { self.radius = radius }
    override func accept(_ visitor: Visitor) { visitor.visit(self) }
}
final class Box: Shape {
    var width, height: Int
    init(_ width: Int, _ height: Int) {
        self.width = width
        self.height = height
    }
    override func accept(_ visitor: Visitor) { visitor.visit(self) }
}
final class Group: Shape {
    var children: [Shape]
    init(_ children: Shape...) { self.children = children }
    override func accept(_ visitor: Visitor) { visitor.visit(self) }
}

class Visitor {
    init() {}
    func visit(_ circle: Circle) {}
    func visit(_ box: Box) {}
    func visit(_ group: Group) {
        for child in group.children { child.accept(self) }
    }
}
class Area: Visitor {
    var total = 0
    override func visit(_ circle: Circle) { total += 3 * circle.radius * circle.radius }
    override func visit(_ box: Box) { total += box.width * box.height }
}
class Printer: Visitor {
    private(set) var lines: [String] = []
    private var depth = 0
    private func add(_ text: String) { lines.append(String(repeating: "  ", count: depth) + text) }
    override func visit(_ circle: Circle) { add("circle \(circle.radius)") }
    override func visit(_ box: Box) { add("box \(box.width)x\(box.height)") }
    override func visit(_ group: Group) {
        add("group of \(group.children.count)")
        depth += 1
        super.visit(group)
        depth -= 1
    }
}
final class Grow: Visitor {
    let factor: Int
    init(by factor: Int) { self.factor = factor }
    override func visit(_ circle: Circle) { circle.radius *= factor }
    override func visit(_ box: Box) { (box.width, box.height) = (box.width * factor, box.height * factor) }
}
final class Depth: Visitor {
    private var now = 0
    private(set) var deepest = 0
    override func visit(_ group: Group) {
        now += 1
        deepest = max(deepest, now)
        super.visit(group)
        now -= 1
    }
}

let shared = Circle(radius: 1)
let picture = Group(shared, Group(Box(2, 3), Group(shared)), Box(1, 1))
func area(_ shape: Shape) -> Int {
    let visitor = Area()
    shape.accept(visitor)
    return visitor.total
}
print(area(picture), area(shared), area(Group()))  // expect: 13 3 0
picture.accept(Grow(by: 2))
print(area(picture), shared.radius)  // expect: 124 4
let printer = Printer()
picture.accept(printer)
for line in printer.lines { print(line) }
// expect: group of 3
// expect:   circle 4
// expect:   group of 2
// expect:     box 4x6
// expect:     group of 1
// expect:       circle 4
// expect:   box 2x2
let depth = Depth()
picture.accept(depth)
print(depth.deepest)  // expect: 3
