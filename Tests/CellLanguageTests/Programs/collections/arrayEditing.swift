// Adding, inserting, removing and replacing elements of an array.
var list = [10, 20, 30]
list.append(40)
list += [50, 60]
list.insert(5, at: 0)
list.insert(contentsOf: [1, 2], at: 1)
print(list, list.count)  // expect: [5, 1, 2, 10, 20, 30, 40, 50, 60] 9
print(list.remove(at: 1), list.removeFirst(), list.removeLast(), list)  // expect: 1 5 60 [2, 10, 20, 30, 40, 50]
list.removeFirst(2)
list.removeLast(1)
print(list, list.first!, list.last!)  // expect: [20, 30, 40] 20 40
list[0] *= 10
list[list.count - 1] -= 1
print(list)  // expect: [200, 30, 39]
list.removeAll { $0 > 100 }
list.append(contentsOf: 7...9)
print(list)  // expect: [30, 39, 7, 8, 9]
list.replaceSubrange(0..<2, with: [0])
list[1...2] = [70, 80, 90]
print(list, list.count)  // expect: [0, 70, 80, 90, 9] 5
list.removeSubrange(1..<3)
print(list, list.isEmpty)  // expect: [0, 90, 9] false
list.swapAt(0, list.count - 1)
print(list, list.popLast() ?? -1, list)  // expect: [9, 90, 0] 0 [9, 90]
list.reverse()
list.removeAll()
print(list, list.isEmpty, list.popLast() == nil, list.first == nil)  // expect: [] true true true
var names = [String](repeating: "?", count: 2)
names[1] = "둘"
names = ["영"] + names + ["셋"]
print(names, names.contains("?"), names.firstIndex(of: "둘") ?? -1)  // expect: ["영", "?", "둘", "셋"] true 2
var copy = names
copy[0] = "바뀜"
copy.sort()
print(names[0], copy[0], names == copy, names.count == copy.count)  // expect: 영 ? false true
var rows = [[1, 2], [3]]
rows[1].append(4)
rows[0][1] += 40
rows.append([])
rows[2].insert(9, at: 0)
print(rows, rows.map(\.count))  // expect: [[1, 42], [3, 4], [9]] [2, 2, 1]
var stack: [Character] = []
for character in "(a[b]{c})" {
    switch character {
    case "(", "[", "{": stack.append(character)
    case ")", "]", "}": print(stack.removeLast(), character, terminator: " ")
    default: break
    }
}
print(stack.isEmpty)  // expect: [ ] { } ( ) true
var queue = ["가", "나"]
queue.append("다")
while !queue.isEmpty { print(queue.removeFirst(), queue.count, terminator: " ") }
print("끝")  // expect: 가 2 나 1 다 0 끝
