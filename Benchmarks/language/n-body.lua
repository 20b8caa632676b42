-- The sun and four planets under gravity, step by step; the energy tells how well the steps do.
local sqrt = math.sqrt
local solar_mass = 4 * math.pi * math.pi
local days_per_year = 365.24

local function body(x, y, z, vx, vy, vz, mass)
    return {x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass}
end

local function make_bodies()
    local sun = body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, solar_mass)
    local jupiter = body(
        4.841431442464721, -1.1603200440274284, -0.10362204447112311,
        0.001660076642744037 * days_per_year, 0.007699011184197404 * days_per_year,
        -0.0000690460016972063 * days_per_year, 0.0009547919384243266 * solar_mass)
    local saturn = body(
        8.34336671824458, 4.124798564124305, -0.4035234171143214,
        -0.002767425107268624 * days_per_year, 0.004998528012349172 * days_per_year,
        0.00002304172975737639 * days_per_year, 0.0002858859806661308 * solar_mass)
    local uranus = body(
        12.894369562139131, -15.111151401698631, -0.22330757889265573,
        0.002964601375647616 * days_per_year, 0.0023784717395948095 * days_per_year,
        -0.000029658956854023756 * days_per_year, 0.00004366244043351563 * solar_mass)
    local neptune = body(
        15.379697114850917, -25.919314609987964, 0.17925877295037118,
        0.0026806777249038932 * days_per_year, 0.001628241700382423 * days_per_year,
        -0.00009515922545197159 * days_per_year, 0.000051513890204661145 * solar_mass)
    return {sun, jupiter, saturn, uranus, neptune}
end

-- Lets the whole stand still, so that it does not drift away.
local function offset_momentum(bodies)
    local px, py, pz = 0.0, 0.0, 0.0
    for _, body in ipairs(bodies) do
        px = px + body.vx * body.mass
        py = py + body.vy * body.mass
        pz = pz + body.vz * body.mass
    end
    bodies[1].vx = -px / solar_mass
    bodies[1].vy = -py / solar_mass
    bodies[1].vz = -pz / solar_mass
end

local function energy(bodies)
    local total = 0.0
    for i = 1, #bodies do
        local a = bodies[i]
        total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j = i + 1, #bodies do
            local b = bodies[j]
            local dx = a.x - b.x
            local dy = a.y - b.y
            local dz = a.z - b.z
            total = total - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
        end
    end
    return total
end

local function advance(bodies, step)
    for i = 1, #bodies do
        local a = bodies[i]
        for j = i + 1, #bodies do
            local b = bodies[j]
            local dx = a.x - b.x
            local dy = a.y - b.y
            local dz = a.z - b.z
            local square = dx * dx + dy * dy + dz * dz
            local magnitude = step / (square * sqrt(square))
            local mass_i, mass_j = a.mass * magnitude, b.mass * magnitude
            a.vx = a.vx - dx * mass_j
            a.vy = a.vy - dy * mass_j
            a.vz = a.vz - dz * mass_j
            b.vx = b.vx + dx * mass_i
            b.vy = b.vy + dy * mass_i
            b.vz = b.vz + dz * mass_i
        end
    end
    for i = 1, #bodies do
        local body = bodies[i]
        body.x = body.x + step * body.vx
        body.y = body.y + step * body.vy
        body.z = body.z + step * body.vz
    end
end

local bodies = make_bodies()
offset_momentum(bodies)
print(string.format("%.9f", energy(bodies)))
for _ = 1, 180000 do
    advance(bodies, 0.01)
end
print(string.format("%.9f", energy(bodies)))
