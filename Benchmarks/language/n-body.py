# The sun and four planets under gravity, step by step; the energy tells how well the steps do.
from math import pi, sqrt


class Body:
    __slots__ = ("x", "y", "z", "vx", "vy", "vz", "mass")

    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


solar_mass = 4 * pi * pi
days_per_year = 365.24


def make_bodies():
    sun = Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, solar_mass)
    jupiter = Body(
        4.841431442464721, -1.1603200440274284, -0.10362204447112311,
        0.001660076642744037 * days_per_year, 0.007699011184197404 * days_per_year,
        -0.0000690460016972063 * days_per_year, 0.0009547919384243266 * solar_mass)
    saturn = Body(
        8.34336671824458, 4.124798564124305, -0.4035234171143214,
        -0.002767425107268624 * days_per_year, 0.004998528012349172 * days_per_year,
        0.00002304172975737639 * days_per_year, 0.0002858859806661308 * solar_mass)
    uranus = Body(
        12.894369562139131, -15.111151401698631, -0.22330757889265573,
        0.002964601375647616 * days_per_year, 0.0023784717395948095 * days_per_year,
        -0.000029658956854023756 * days_per_year, 0.00004366244043351563 * solar_mass)
    neptune = Body(
        15.379697114850917, -25.919314609987964, 0.17925877295037118,
        0.0026806777249038932 * days_per_year, 0.001628241700382423 * days_per_year,
        -0.00009515922545197159 * days_per_year, 0.000051513890204661145 * solar_mass)
    return [sun, jupiter, saturn, uranus, neptune]


def offset_momentum(bodies):
    """Lets the whole stand still, so that it does not drift away."""
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    bodies[0].vx = -px / solar_mass
    bodies[0].vy = -py / solar_mass
    bodies[0].vz = -pz / solar_mass


def energy(bodies):
    total = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            total -= a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(bodies, step):
    for i in range(len(bodies)):
        a = bodies[i]
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            magnitude = step / (square * sqrt(square))
            mass_i, mass_j = a.mass * magnitude, b.mass * magnitude
            a.vx -= dx * mass_j
            a.vy -= dy * mass_j
            a.vz -= dz * mass_j
            b.vx += dx * mass_i
            b.vy += dy * mass_i
            b.vz += dz * mass_i
    for body in bodies:
        body.x += step * body.vx
        body.y += step * body.vy
        body.z += step * body.vz


bodies = make_bodies()
offset_momentum(bodies)
print(f"{energy(bodies):.9f}")
for _ in range(180_000):
    advance(bodies, 0.01)
print(f"{energy(bodies):.9f}")
