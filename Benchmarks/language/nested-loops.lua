-- Right triangles with whole sides up to a limit, counted by trying them all.
local limit = 700
local triangles = 0
local largest_perimeter = 0
for a = 1, limit do
    for b = a, limit do
        local square = a * a + b * b
        local c = b + 1
        while c <= limit and c * c < square do
            c = c + 1
        end
        if c <= limit and c * c == square then
            triangles = triangles + 1
            local perimeter = a + b + c
            if perimeter > largest_perimeter then
                largest_perimeter = perimeter
            end
        end
    end
end
local lattice = 0
for x = -130, 130 do
    for y = -130, 130 do
        for z = -65, 65 do
            if x * x + y * y + 4 * z * z <= 16900 then
                lattice = lattice + 1
            end
        end
    end
end
print("triangles " .. triangles .. " largest perimeter " .. largest_perimeter)
print("lattice points " .. lattice)
