# The convex hull of random points: sorted by their direction from the lowest one, then walked around.
from functools import cmp_to_key


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


def turn(a, b, c):
    """Positive when `c` lies left of the way from `a` to `b`."""
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def make_points(count):
    state = 987_654_321
    points = []
    for _ in range(count):
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        x = state // 1_024 % 20_000 - 10_000
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        y = state // 1_024 % 20_000 - 10_000
        if x * x + y * y <= 100_000_000:
            points.append(Point(x, y))
    return points


def convex_hull(points):
    lowest = points[0]
    for point in points:
        if point.y < lowest.y or (point.y == lowest.y and point.x < lowest.x):
            lowest = point

    def compare(a, b):
        side = turn(lowest, a, b)
        if side != 0:
            return -side
        to_a = (a.x - lowest.x) * (a.x - lowest.x) + (a.y - lowest.y) * (a.y - lowest.y)
        to_b = (b.x - lowest.x) * (b.x - lowest.x) + (b.y - lowest.y) * (b.y - lowest.y)
        return to_a - to_b

    around = sorted(points, key=cmp_to_key(compare))
    hull = []
    for point in around:
        while len(hull) >= 2 and turn(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull


points = make_points(100_000)
hull = convex_hull(points)
double_area = 0
for i in range(len(hull)):
    a, b = hull[i], hull[(i + 1) % len(hull)]
    double_area += a.x * b.y - a.y * b.x
print(f"{len(points)} points, {len(hull)} on the hull, doubled area {double_area}")
farthest = sorted(points, key=lambda p: (-(p.x * p.x + p.y * p.y), p.x, p.y))
for point in farthest[:3]:
    print(point.x, point.y)
