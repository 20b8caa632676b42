# The largest singular value of an infinite matrix, from its upper left corner, by the power method.
from math import sqrt


def entry(row, column):
    diagonal = row + column
    return 1.0 / (diagonal * (diagonal + 1) // 2 + row + 1)


def product(vector):
    result = []
    for row in range(len(vector)):
        total = 0.0
        for column in range(len(vector)):
            total += entry(row, column) * vector[column]
        result.append(total)
    return result


def transposed_product(vector):
    result = []
    for row in range(len(vector)):
        total = 0.0
        for column in range(len(vector)):
            total += entry(column, row) * vector[column]
        result.append(total)
    return result


def spectral_norm(size):
    u = [1.0] * size
    v = []
    for _ in range(10):
        v = transposed_product(product(u))
        u = transposed_product(product(v))
    uv = 0.0
    vv = 0.0
    for i in range(size):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    return sqrt(uv / vv)


print(f"{spectral_norm(100):.9f}")
print(f"{spectral_norm(440):.9f}")
