let n = -1
for i in 0..<n { print(i) }  // trap: InvalidRange
