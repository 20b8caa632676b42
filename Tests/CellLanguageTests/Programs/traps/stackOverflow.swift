func down(_ n: Int) -> Int { 1 + down(n + 1) }  // trap: StackOverflow
print(down(0))
