// Cases that carry values: labelled payloads taken apart by patterns.
enum Shape {
    case circle(radius: Double)
    case rectangle(width: Double, height: Double)
    case polygon([Double])
    case empty

    var perimeter: Double {
        switch self {
        case .circle(let radius): 2 * 3 * radius
        case .rectangle(let w, let h): 2 * (w + h)
        case .polygon(let sides): sides.reduce(0, +)
        case .empty: 0
        }
    }
}

let shapes: [Shape] = [.circle(radius: 1.5), .rectangle(width: 2, height: 3), .polygon([3, 4, 5]), .empty]
for shape in shapes { print(shape, shape.perimeter) }
// expect: circle(radius: 1.5) 9.0
// expect: rectangle(width: 2.0, height: 3.0) 10.0
// expect: polygon([3.0, 4.0, 5.0]) 12.0
// expect: empty 0.0

func describe(_ shape: Shape) -> String {
    switch shape {
    case .rectangle(width: let w, height: let h) where w == h: return "square of \(w)"
    case .rectangle: return "rectangle"
    case .polygon(let sides) where sides.count == 3: return "triangle"
    case .polygon(let sides): return "\(sides.count)-gon"
    case let .circle(radius): return "circle of \(radius)"
    case .empty: return "nothing"
    }
}
print(describe(.rectangle(width: 2, height: 2)), describe(.rectangle(width: 1, height: 2)))
// expect: square of 2.0 rectangle
print(describe(.polygon([1, 1, 1, 1, 1])), describe(shapes[2]), describe(shapes[0]), describe(.empty))
// expect: 5-gon triangle circle of 1.5 nothing

if case .circle(let radius) = shapes[0] { print("radius", radius) }  // expect: radius 1.5
guard case .rectangle(_, let height) = shapes[1] else { fatalError("not a rectangle") }
print("height", height)  // expect: height 3.0
for case .polygon(let sides) in shapes { print(sides.max() ?? 0) }  // expect: 5.0
