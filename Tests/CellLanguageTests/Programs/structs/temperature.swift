// Computed properties with setters: several views of one stored number.
struct Temperature {
    var celsius: Double

    var fahrenheit: Double {
        get { celsius * 9 / 5 + 32 }
        set { celsius = (newValue - 32) * 5 / 9 }
    }

    var kelvin: Double {
        get { celsius + 273 }
        set(degrees) { celsius = degrees - 273 }
    }

    var isFreezing: Bool { celsius <= 0 }
}

var t = Temperature(celsius: 100)
print(t.fahrenheit, t.kelvin, t.isFreezing)  // expect: 212.0 373.0 false
t.fahrenheit = 50
print(t.celsius, t)  // expect: 10.0 Temperature(celsius: 10.0)
t.kelvin -= 20
print(t.celsius, t.isFreezing)  // expect: -10.0 true
t.fahrenheit += 18
print(t.celsius)  // expect: 0.0

struct Rect {
    var origin = (x: 0.0, y: 0.0)
    var size = (width: 1.0, height: 1.0)

    var center: (x: Double, y: Double) {
        get { (origin.x + size.width / 2, origin.y + size.height / 2) }
        set {
            origin.x = newValue.x - size.width / 2
            origin.y = newValue.y - size.height / 2
        }
    }

    var area: Double { size.width * size.height }
}

var rect = Rect(size: (width: 4, height: 2))
print(rect.center, rect.area)  // expect: (x: 2.0, y: 1.0) 8.0
rect.center = (x: 10, y: 10)
print(rect.origin)  // expect: (x: 8.0, y: 9.0)
rect.center.x -= 5
rect.size.height *= 3
print(rect.origin, rect.center)  // expect: (x: 3.0, y: 9.0) (x: 5.0, y: 12.0)
print(rect)  // expect: Rect(origin: (x: 3.0, y: 9.0), size: (width: 4.0, height: 6.0))

func double(_ value: inout Double) { value *= 2 }
double(&t.kelvin)
double(&rect.center.y)
print(t.kelvin, rect.origin.y)  // expect: 546.0 21.0
