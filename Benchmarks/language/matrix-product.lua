-- Matrices as lists of rows, multiplied by hand.
local function make_matrix(rows, columns, scale)
    local matrix = {}
    for i = 1, rows do
        local row = {}
        for j = 1, columns do
            row[j] = scale * (i - j) * (i + j - 2)
        end
        matrix[i] = row
    end
    return matrix
end

local function transposed(matrix)
    local result = {}
    for j = 1, #matrix[1] do
        local row = {}
        for i = 1, #matrix do
            row[i] = matrix[i][j]
        end
        result[j] = row
    end
    return result
end

local function product(a, b)
    local columns = #b[1]
    local result = {}
    for i = 1, #a do
        result[i] = {}
        for j = 1, columns do
            local sum = 0.0
            for k = 1, #b do
                sum = sum + a[i][k] * b[k][j]
            end
            result[i][j] = sum
        end
    end
    return result
end

local size = 200
local scale = 1.0 / (size * size)
local a = make_matrix(size, size, scale)
local b = make_matrix(size, size, scale)
local c = product(a, b)
local d = product(transposed(a), b)
print(string.format("%.9f %.9f", c[1][1], c[size // 2 + 1][size // 2 + 1]))
print(string.format("%.9f %.9f", d[1][1], d[size // 2 + 1][size // 2 + 1]))
