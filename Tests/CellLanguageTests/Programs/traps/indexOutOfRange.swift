let list = [1, 2]
print(list[0])  // expect: 1
print(list[2])  // trap: IndexOutOfRange
