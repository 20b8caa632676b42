-- Search trees of objects: made, filled, asked and let go.
local Node = {}
Node.__index = Node

function Node.new(key)
    return setmetatable({key = key, left = nil, right = nil}, Node)
end

function Node:insert(new_key)
    if new_key < self.key then
        if self.left then
            self.left:insert(new_key)
        else
            self.left = Node.new(new_key)
        end
    elseif new_key > self.key then
        if self.right then
            self.right:insert(new_key)
        else
            self.right = Node.new(new_key)
        end
    end
end

function Node:contains(wanted)
    local node = self
    while node do
        if wanted == node.key then return true end
        if wanted < node.key then node = node.left else node = node.right end
    end
    return false
end

local function complete(depth)
    local node = Node.new(depth)
    if depth > 0 then
        node.left = complete(depth - 1)
        node.right = complete(depth - 1)
    end
    return node
end

local function count(node)
    if not node then return 0 end
    return 1 + count(node.left) + count(node.right)
end

local function height(node)
    if not node then return 0 end
    local left, right = height(node.left), height(node.right)
    return 1 + (left > right and left or right)
end

local root = Node.new(500000)
local state = 4242
for _ = 1, 40000 do
    state = (state * 1103515245 + 12345) % 2147483648
    root:insert(state // 512 % 1000000)
end
local found = 0
for key = 0, 99999 do
    if root:contains(key * 10) then found = found + 1 end
end
print(count(root) .. " keys, height " .. height(root) .. ", " .. found .. " found")
local nodes = 0
for depth = 4, 14 do
    for _ = 1, 1 << (15 - depth) do
        nodes = nodes + count(complete(depth))
    end
end
print(nodes .. " nodes made and counted")
