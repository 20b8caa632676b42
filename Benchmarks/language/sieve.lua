-- The sieve of Eratosthenes, and the gaps between the primes it leaves.
local limit = 4000000
local is_prime = {}
for number = 1, limit do
    is_prime[number] = true
end
is_prime[1] = false
local factor = 2
while factor * factor <= limit do
    if is_prime[factor] then
        local multiple = factor * factor
        while multiple <= limit do
            is_prime[multiple] = false
            multiple = multiple + factor
        end
    end
    factor = factor + 1
end
local primes = 0
local twins = 0
local previous = 0
local largest_gap = 0
for number = 2, limit do
    if is_prime[number] then
        primes = primes + 1
        if previous > 0 then
            local gap = number - previous
            if gap == 2 then twins = twins + 1 end
            if gap > largest_gap then largest_gap = gap end
        end
        previous = number
    end
end
print(primes .. " primes, the last " .. previous)
print(twins .. " twins, largest gap " .. largest_gap)
