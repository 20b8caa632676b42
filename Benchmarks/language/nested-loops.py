# Right triangles with whole sides up to a limit, counted by trying them all.
limit = 700
triangles = 0
largest_perimeter = 0
for a in range(1, limit + 1):
    for b in range(a, limit + 1):
        square = a * a + b * b
        c = b + 1
        while c <= limit and c * c < square:
            c += 1
        if c <= limit and c * c == square:
            triangles += 1
            perimeter = a + b + c
            if perimeter > largest_perimeter:
                largest_perimeter = perimeter
lattice = 0
for x in range(-130, 131):
    for y in range(-130, 131):
        for z in range(-65, 66):
            if x * x + y * y + 4 * z * z <= 16900:
                lattice += 1
print("triangles", triangles, "largest perimeter", largest_perimeter)
print("lattice points", lattice)
