# The sieve of Eratosthenes, and the gaps between the primes it leaves.
limit = 4_000_000
is_prime = [True] * (limit + 1)
is_prime[0] = False
is_prime[1] = False
factor = 2
while factor * factor <= limit:
    if is_prime[factor]:
        multiple = factor * factor
        while multiple <= limit:
            is_prime[multiple] = False
            multiple += factor
    factor += 1
primes = 0
twins = 0
previous = 0
largest_gap = 0
for number in range(2, limit + 1):
    if is_prime[number]:
        primes += 1
        if previous > 0:
            gap = number - previous
            if gap == 2:
                twins += 1
            if gap > largest_gap:
                largest_gap = gap
        previous = number
print(f"{primes} primes, the last {previous}")
print(f"{twins} twins, largest gap {largest_gap}")
