# Balls in a box: a list of objects whose fields change at every step.
class Ball:
    __slots__ = ("x", "y", "vx", "vy", "bounces")

    def __init__(self, x, y, vx, vy):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.bounces = 0


class Box:
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def step(self, balls, time):
        for ball in balls:
            ball.vy -= 9.81 * time
            ball.x += ball.vx * time
            ball.y += ball.vy * time
            if ball.x < 0:
                ball.x = -ball.x
                ball.vx = -ball.vx
                ball.bounces += 1
            elif ball.x > self.width:
                ball.x = 2 * self.width - ball.x
                ball.vx = -ball.vx
                ball.bounces += 1
            if ball.y < 0:
                ball.y = -ball.y
                ball.vy = -0.9 * ball.vy
                ball.bounces += 1


def make_balls(count):
    balls = []
    for i in range(count):
        part = i / count
        balls.append(Ball(part * 8, 1 + part, 3 - 6 * part, 2 * part))
    return balls


box = Box(8.0, 5.0)
balls = make_balls(1_000)
for _ in range(4_000):
    box.step(balls, 0.002)
bounces = 0
energy = 0.0
for ball in balls:
    bounces += ball.bounces
    energy += 0.5 * (ball.vx * ball.vx + ball.vy * ball.vy) + 9.81 * ball.y
print(f"{bounces} bounces")
print(f"energy {energy:.6f}")
