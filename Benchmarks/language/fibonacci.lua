-- Fibonacci numbers by the definition: nothing but calls.
local function fibonacci(n)
    if n < 2 then
        return n
    end
    return fibonacci(n - 1) + fibonacci(n - 2)
end

for _, n in ipairs({10, 20, 25, 35}) do
    print("fibonacci(" .. n .. ") = " .. fibonacci(n))
end
