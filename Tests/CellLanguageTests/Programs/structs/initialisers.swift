// Initialisers: memberwise with defaults, delegating, failable, and in an extension so that the memberwise one stays.
struct Color: Equatable {
    var red: Int
    var green = 0
    var blue = 0
    let alpha = 255
    var name: String?

    static let black = Color(red: 0)
}
print(Color(red: 1), Color(red: 1, blue: 3).blue, Color(red: 9, green: 8, blue: 7, name: "잿빛").name ?? "")
// expect: Color(red: 1, green: 0, blue: 0, alpha: 255, name: nil) 3 잿빛

extension Color {
    init(gray: Int) { self.init(red: gray, green: gray, blue: gray) }

    init?(hex: String) {
        guard hex.count == 7, hex.hasPrefix("#"), let value = Int(hex.dropFirst(), radix: 16) else { return nil }
        self.init(red: value / 65536, green: value / 256 % 256, blue: value % 256)
        name = hex
    }

    init?(_ parts: [Int]) {
        if parts.count != 3 { return nil }
        self.init(red: parts[0], green: parts[1], blue: parts[2])
    }

    init!(checked value: Int) {
        guard (0...255).contains(value) else { return nil }
        self.init(gray: value)
    }
}
print(Color(gray: 7) == Color([7, 7, 7]), Color([1, 2]) == nil)  // expect: true true
print(Color(hex: "#ff8000")?.green ?? -1, Color(hex: "#12") == nil, Color(hex: "#gggggg") == nil)
// expect: 128 true true
let checked: Color? = Color(checked: 300)
print(checked == nil, Color(checked: 30).red)  // expect: true 30
print(["#000000", "red", "#0000ff"].compactMap { Color(hex: $0)?.blue })  // expect: [0, 255]
print(["#000001", "x"].compactMap(Color.init(hex:)).map { $0.name! }, [1, 2].map(Color.init(gray:)).count)
// expect: ["#000001"] 2

struct Window {
    let width: Int
    let height: Int
    let title: String
    private let area: Int

    init(width: Int, height: Int? = nil, title: String = "창") {
        let side = height ?? width
        self.width = width
        self.height = side
        if title.isEmpty {
            self.title = "untitled"
        } else {
            self.title = title
        }
        area = width * side
    }

    init() { self.init(width: 10, height: 5, title: "") }

    var text: String { "\(title) \(width)x\(height)=\(area)" }
}
print(Window().text, Window(width: 3).text, Window(width: 2, height: 4, title: "a").text, separator: "; ")
// expect: untitled 10x5=50; 창 3x3=9; a 2x4=8

let maker: (Int, Int?, String) -> Window = Window.init(width:height:title:)
print(maker(6, nil, "made").text)  // expect: made 6x6=36
