-- A table of comma-separated values, built as text line by line, and read back.
local function table_text(rows)
    local lines = {"id,name,score,grade"}
    for id = 0, rows - 1 do
        local score = (id * 7919) % 101
        local line = id .. ",student-" .. id % 1000
        line = line .. ","
        line = line .. score
        line = line .. ","
        if score >= 90 then
            line = line .. "A"
        elseif score >= 60 then
            line = line .. "B"
        else
            line = line .. "C"
        end
        lines[#lines + 1] = line
    end
    return table.concat(lines, "\n")
end

local function split(text, pattern)
    local parts = {}
    for part in string.gmatch(text, pattern) do
        parts[#parts + 1] = part
    end
    return parts
end

local function summary(text)
    local total = 0
    local grades = ""
    local lines = split(text, "[^\n]+")
    for i = 2, #lines do
        local fields = split(lines[i], "[^,]+")
        total = total + math.tointeger(fields[3])
        if fields[4] == "A" and string.sub(fields[2], -2) == "77" then
            grades = grades .. fields[2] .. ";"
        end
    end
    return "total " .. total .. ", " .. #grades .. " characters of grades"
end

local text = table_text(110000)
print(#text .. " characters")
print(summary(text))
local bars = ""
for width = 1, 600 do
    local bar = ""
    for _ = 1, width do
        bar = bar .. "#"
    end
    bars = bars .. bar .. " " .. width .. "\n"
end
print(#bars .. " characters of bars")
