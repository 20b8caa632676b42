// The sun and four planets under gravity, step by step; the energy tells how well the steps do.
struct Body {
    var x: Double
    var y: Double
    var z: Double
    var vx: Double
    var vy: Double
    var vz: Double
    let mass: Double
}

let solarMass = 4 * Double.pi * Double.pi
let daysPerYear = 365.24

func makeBodies() -> [Body] {
    let sun = Body(x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, mass: solarMass)
    let jupiter = Body(
        x: 4.841431442464721, y: -1.1603200440274284, z: -0.10362204447112311,
        vx: 0.001660076642744037 * daysPerYear, vy: 0.007699011184197404 * daysPerYear,
        vz: -0.0000690460016972063 * daysPerYear, mass: 0.0009547919384243266 * solarMass)
    let saturn = Body(
        x: 8.34336671824458, y: 4.124798564124305, z: -0.4035234171143214,
        vx: -0.002767425107268624 * daysPerYear, vy: 0.004998528012349172 * daysPerYear,
        vz: 0.00002304172975737639 * daysPerYear, mass: 0.0002858859806661308 * solarMass)
    let uranus = Body(
        x: 12.894369562139131, y: -15.111151401698631, z: -0.22330757889265573,
        vx: 0.002964601375647616 * daysPerYear, vy: 0.0023784717395948095 * daysPerYear,
        vz: -0.000029658956854023756 * daysPerYear, mass: 0.00004366244043351563 * solarMass)
    let neptune = Body(
        x: 15.379697114850917, y: -25.919314609987964, z: 0.17925877295037118,
        vx: 0.0026806777249038932 * daysPerYear, vy: 0.001628241700382423 * daysPerYear,
        vz: -0.00009515922545197159 * daysPerYear, mass: 0.000051513890204661145 * solarMass)
    return [sun, jupiter, saturn, uranus, neptune]
}

/// Lets the whole stand still, so that it does not drift away.
func offsetMomentum(_ bodies: inout [Body]) {
    var (px, py, pz) = (0.0, 0.0, 0.0)
    for body in bodies {
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    }
    bodies[0].vx = -px / solarMass
    bodies[0].vy = -py / solarMass
    bodies[0].vz = -pz / solarMass
}

func energy(_ bodies: [Body]) -> Double {
    var total = 0.0
    for i in 0..<bodies.count {
        let a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in (i + 1)..<bodies.count {
            let b = bodies[j]
            let dx = a.x - b.x
            let dy = a.y - b.y
            let dz = a.z - b.z
            total -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz).squareRoot()
        }
    }
    return total
}

func advance(_ bodies: inout [Body], by step: Double) {
    for i in 0..<bodies.count {
        for j in (i + 1)..<bodies.count {
            let dx = bodies[i].x - bodies[j].x
            let dy = bodies[i].y - bodies[j].y
            let dz = bodies[i].z - bodies[j].z
            let square = dx * dx + dy * dy + dz * dz
            let magnitude = step / (square * square.squareRoot())
            let (massI, massJ) = (bodies[i].mass * magnitude, bodies[j].mass * magnitude)
            bodies[i].vx -= dx * massJ
            bodies[i].vy -= dy * massJ
            bodies[i].vz -= dz * massJ
            bodies[j].vx += dx * massI
            bodies[j].vy += dy * massI
            bodies[j].vz += dz * massI
        }
    }
    for i in 0..<bodies.count {
        bodies[i].x += step * bodies[i].vx
        bodies[i].y += step * bodies[i].vy
        bodies[i].z += step * bodies[i].vz
    }
}

var bodies = makeBodies()
offsetMomentum(&bodies)
print(String(format: "%.9f", energy(bodies)))
for _ in 0..<180_000 {
    advance(&bodies, by: 0.01)
}
print(String(format: "%.9f", energy(bodies)))
