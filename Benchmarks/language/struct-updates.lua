-- Balls in a box: an array of tables whose fields change at every step.
local Box = {}
Box.__index = Box

function Box.new(width, height)
    return setmetatable({width = width, height = height}, Box)
end

function Box:step(balls, time)
    for _, ball in ipairs(balls) do
        ball.vy = ball.vy - 9.81 * time
        ball.x = ball.x + ball.vx * time
        ball.y = ball.y + ball.vy * time
        if ball.x < 0 then
            ball.x = -ball.x
            ball.vx = -ball.vx
            ball.bounces = ball.bounces + 1
        elseif ball.x > self.width then
            ball.x = 2 * self.width - ball.x
            ball.vx = -ball.vx
            ball.bounces = ball.bounces + 1
        end
        if ball.y < 0 then
            ball.y = -ball.y
            ball.vy = -0.9 * ball.vy
            ball.bounces = ball.bounces + 1
        end
    end
end

local function make_balls(count)
    local balls = {}
    for i = 0, count - 1 do
        local part = i / count
        balls[i + 1] = {x = part * 8, y = 1 + part, vx = 3 - 6 * part, vy = 2 * part, bounces = 0}
    end
    return balls
end

local box = Box.new(8.0, 5.0)
local balls = make_balls(1000)
for _ = 1, 4000 do
    box:step(balls, 0.002)
end
local bounces = 0
local energy = 0.0
for _, ball in ipairs(balls) do
    bounces = bounces + ball.bounces
    energy = energy + 0.5 * (ball.vx * ball.vx + ball.vy * ball.vy) + 9.81 * ball.y
end
print(bounces .. " bounces")
print(string.format("energy %.6f", energy))
