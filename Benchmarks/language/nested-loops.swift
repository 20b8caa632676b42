// Right triangles with whole sides up to a limit, counted by trying them all.
let limit = 700
var triangles = 0
var largestPerimeter = 0
for a in 1...limit {
    for b in a...limit {
        let square = a * a + b * b
        var c = b + 1
        while c <= limit && c * c < square {
            c += 1
        }
        if c <= limit && c * c == square {
            triangles += 1
            let perimeter = a + b + c
            if perimeter > largestPerimeter {
                largestPerimeter = perimeter
            }
        }
    }
}
var lattice = 0
for x in -130...130 {
    for y in -130...130 {
        for z in -65...65 {
            if x * x + y * y + 4 * z * z <= 16900 {
                lattice += 1
            }
        }
    }
}
print("triangles", triangles, "largest perimeter", largestPerimeter)
print("lattice points", lattice)
