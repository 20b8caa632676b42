let rows = [[1], []]
let firsts = rows.map { row in
    row[0]  // trap: IndexOutOfRange
}
print(firsts)
