-- Lists through map, filter and reduce, with closures that capture what they need.
local function map(list, transform)
    local result = {}
    for i = 1, #list do
        result[i] = transform(list[i])
    end
    return result
end

local function filter(list, is_included)
    local result = {}
    for i = 1, #list do
        local value = list[i]
        if is_included(value) then
            result[#result + 1] = value
        end
    end
    return result
end

local function reduce(list, initial, next)
    local result = initial
    for i = 1, #list do
        result = next(result, list[i])
    end
    return result
end

local function range(lower, upper)
    local result = {}
    for number = lower, upper - 1 do
        result[#result + 1] = number
    end
    return result
end

local function standardized(values)
    local mean = reduce(values, 0.0, function(a, b) return a + b end) / #values
    local squares = map(values, function(value) return (value - mean) * (value - mean) end)
    local variance = reduce(squares, 0.0, function(a, b) return a + b end) / #values
    local deviation = math.sqrt(variance)
    return map(values, function(value) return (value - mean) / deviation end)
end

local function compose(first, second)
    return function(value) return second(first(value)) end
end

local function even_squares(limit, divisor)
    local squares = map(range(0, limit), function(number) return number * number end)
    local divisible = filter(squares, function(number) return number % divisor == 0 end)
    local divided = map(divisible, function(number) return number // divisor end)
    return reduce(divided, 0, function(a, b) return a + b end)
end

local total = 0
for divisor = 2, 8 do
    total = total + even_squares(150000, divisor)
end
print("sum of squares " .. total)

local values = map(range(0, 300000), function(number) return number * 7919 % 10007 + 0.0 end)
for _ = 1, 4 do
    values = filter(standardized(values), function(value) return math.abs(value) < 1.6 end)
end
print(#values .. " values stay")
local squares = map(values, function(value) return value * value end)
print(string.format("%.9f", reduce(squares, 0.0, function(a, b) return a + b end)))

local step = function(number) return number + 1 end
for factor = 1, 6 do
    step = compose(step, function(number) return (number * factor + factor) % 1000003 end)
end
print("composed " .. reduce(map(range(0, 90000), step), 0, function(a, b) return (a + b) % 1000003 end))
