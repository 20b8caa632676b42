# Lists through map, filter and reduce, with closures that capture what they need.
from functools import reduce
from math import sqrt


def standardized(values):
    mean = reduce(lambda a, b: a + b, values, 0.0) / len(values)
    squares = map(lambda value: (value - mean) * (value - mean), values)
    variance = reduce(lambda a, b: a + b, squares, 0.0) / len(values)
    deviation = sqrt(variance)
    return list(map(lambda value: (value - mean) / deviation, values))


def compose(first, second):
    return lambda value: second(first(value))


def even_squares(limit, divisor):
    squares = map(lambda number: number * number, range(limit))
    divided = map(lambda number: number // divisor, filter(lambda number: number % divisor == 0, squares))
    return reduce(lambda a, b: a + b, divided, 0)


total = 0
for divisor in range(2, 9):
    total += even_squares(150_000, divisor)
print("sum of squares", total)

values = list(map(lambda number: float((number * 7_919) % 10_007), range(300_000)))
for _ in range(4):
    values = list(filter(lambda value: abs(value) < 1.6, standardized(values)))
print(len(values), "values stay")
print(f"{reduce(lambda a, b: a + b, map(lambda value: value * value, values), 0.0):.9f}")

step = lambda number: number + 1
for factor in range(1, 7):
    step = compose(step, lambda number, factor=factor: (number * factor + factor) % 1_000_003)
print("composed", reduce(lambda a, b: (a + b) % 1_000_003, map(step, range(90_000)), 0))
