# Matrices as lists of rows, multiplied by hand.
def make_matrix(rows, columns, scale):
    matrix = []
    for i in range(rows):
        row = []
        for j in range(columns):
            row.append(scale * float(i - j) * float(i + j))
        matrix.append(row)
    return matrix


def transposed(matrix):
    result = []
    for j in range(len(matrix[0])):
        row = []
        for i in range(len(matrix)):
            row.append(matrix[i][j])
        result.append(row)
    return result


def product(a, b):
    columns = len(b[0])
    result = [[0.0] * columns for _ in range(len(a))]
    for i in range(len(a)):
        for j in range(columns):
            total = 0.0
            for k in range(len(b)):
                total += a[i][k] * b[k][j]
            result[i][j] = total
    return result


size = 200
scale = 1.0 / (size * size)
a = make_matrix(size, size, scale)
b = make_matrix(size, size, scale)
c = product(a, b)
d = product(transposed(a), b)
print(f"{c[0][0]:.9f} {c[size // 2][size // 2]:.9f}")
print(f"{d[0][0]:.9f} {d[size // 2][size // 2]:.9f}")
