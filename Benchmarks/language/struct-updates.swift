// Balls in a box: an array of structs whose fields change at every step.
struct Ball {
    var x: Double
    var y: Double
    var vx: Double
    var vy: Double
    var bounces = 0
}

struct Box {
    var width: Double
    var height: Double

    func step(_ balls: inout [Ball], by time: Double) {
        for i in balls.indices {
            balls[i].vy -= 9.81 * time
            balls[i].x += balls[i].vx * time
            balls[i].y += balls[i].vy * time
            if balls[i].x < 0 {
                balls[i].x = -balls[i].x
                balls[i].vx = -balls[i].vx
                balls[i].bounces += 1
            } else if balls[i].x > width {
                balls[i].x = 2 * width - balls[i].x
                balls[i].vx = -balls[i].vx
                balls[i].bounces += 1
            }
            if balls[i].y < 0 {
                balls[i].y = -balls[i].y
                balls[i].vy = -0.9 * balls[i].vy
                balls[i].bounces += 1
            }
        }
    }
}

func makeBalls(_ count: Int) -> [Ball] {
    var balls: [Ball] = []
    for i in 0..<count {
        let part = Double(i) / Double(count)
        balls.append(Ball(x: part * 8, y: 1 + part, vx: 3 - 6 * part, vy: 2 * part))
    }
    return balls
}

let box = Box(width: 8, height: 5)
var balls = makeBalls(1_000)
for _ in 0..<4_000 {
    box.step(&balls, by: 0.002)
}
var bounces = 0
var energy = 0.0
for ball in balls {
    bounces += ball.bounces
    energy += 0.5 * (ball.vx * ball.vx + ball.vy * ball.vy) + 9.81 * ball.y
}
print("\(bounces) bounces")
print(String(format: "energy %.6f", energy))
