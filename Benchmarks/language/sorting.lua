-- The convex hull of random points: sorted by their direction from the lowest one, then walked around.

-- Positive when `c` lies left of the way from `a` to `b`.
local function turn(a, b, c)
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
end

local function make_points(count)
    local state = 987654321
    local points = {}
    for _ = 1, count do
        state = (state * 1103515245 + 12345) % 2147483648
        local x = state // 1024 % 20000 - 10000
        state = (state * 1103515245 + 12345) % 2147483648
        local y = state // 1024 % 20000 - 10000
        if x * x + y * y <= 100000000 then
            points[#points + 1] = {x = x, y = y}
        end
    end
    return points
end

local function sorted(list, is_less)
    local copy = table.move(list, 1, #list, 1, {})
    table.sort(copy, is_less)
    return copy
end

local function convex_hull(points)
    local lowest = points[1]
    for _, point in ipairs(points) do
        if point.y < lowest.y or (point.y == lowest.y and point.x < lowest.x) then
            lowest = point
        end
    end
    local around = sorted(points, function(a, b)
        local side = turn(lowest, a, b)
        if side ~= 0 then return side > 0 end
        local to_a = (a.x - lowest.x) * (a.x - lowest.x) + (a.y - lowest.y) * (a.y - lowest.y)
        local to_b = (b.x - lowest.x) * (b.x - lowest.x) + (b.y - lowest.y) * (b.y - lowest.y)
        return to_a < to_b
    end)
    local hull = {}
    for _, point in ipairs(around) do
        while #hull >= 2 and turn(hull[#hull - 1], hull[#hull], point) <= 0 do
            hull[#hull] = nil
        end
        hull[#hull + 1] = point
    end
    return hull
end

local points = make_points(100000)
local hull = convex_hull(points)
local double_area = 0
for i = 1, #hull do
    local a, b = hull[i], hull[i % #hull + 1]
    double_area = double_area + a.x * b.y - a.y * b.x
end
print(#points .. " points, " .. #hull .. " on the hull, doubled area " .. double_area)
local farthest = sorted(points, function(a, b)
    local square_a, square_b = a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y
    if square_a ~= square_b then return square_a > square_b end
    if a.x ~= b.x then return a.x < b.x end
    return a.y < b.y
end)
for i = 1, 3 do
    print(farthest[i].x .. " " .. farthest[i].y)
end
