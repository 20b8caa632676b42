-- The largest singular value of an infinite matrix, from its upper left corner, by the power method.
local function entry(row, column)
    local diagonal = row + column
    return 1.0 / (diagonal * (diagonal + 1) // 2 + row + 1)
end

local function product(vector)
    local result = {}
    for row = 1, #vector do
        local sum = 0.0
        for column = 1, #vector do
            sum = sum + entry(row - 1, column - 1) * vector[column]
        end
        result[row] = sum
    end
    return result
end

local function transposed_product(vector)
    local result = {}
    for row = 1, #vector do
        local sum = 0.0
        for column = 1, #vector do
            sum = sum + entry(column - 1, row - 1) * vector[column]
        end
        result[row] = sum
    end
    return result
end

local function spectral_norm(size)
    local u = {}
    for i = 1, size do
        u[i] = 1.0
    end
    local v = {}
    for _ = 1, 10 do
        v = transposed_product(product(u))
        u = transposed_product(product(v))
    end
    local uv = 0.0
    local vv = 0.0
    for i = 1, size do
        uv = uv + u[i] * v[i]
        vv = vv + v[i] * v[i]
    end
    return math.sqrt(uv / vv)
end

print(string.format("%.9f", spectral_norm(100)))
print(string.format("%.9f", spectral_norm(440)))
