// Sorting: the library's, by several keys, and sorts written by hand.
var numbers = [5, 2, 9, 1, 5, 6]
print(numbers.sorted(), numbers.sorted(by: >), numbers)  // expect: [1, 2, 5, 5, 6, 9] [9, 6, 5, 5, 2, 1] [5, 2, 9, 1, 5, 6]
numbers.sort()
print(numbers)  // expect: [1, 2, 5, 5, 6, 9]
numbers.sort { $0 % 3 == $1 % 3 ? $0 > $1 : $0 % 3 < $1 % 3 }
print(numbers)  // expect: [9, 6, 1, 5, 5, 2]
let words = ["바나나", "사과", "딸기", "수박", "귤"]
print(words.sorted { $0.count < $1.count }, words.sorted { ($0.count, $0) > ($1.count, $1) })  // expect: ["귤", "사과", "딸기", "수박", "바나나"] ["바나나", "수박", "사과", "딸기", "귤"]
let people = [("김", 30), ("이", 25), ("박", 30), ("최", 25)]
let ordered = people.sorted { $0.1 != $1.1 ? $0.1 < $1.1 : $0.0 < $1.0 }
print(ordered.map { "\($0.0)\($0.1)" })  // expect: ["이25", "최25", "김30", "박30"]
func insertionSort(_ values: inout [Int]) -> Int {
    var moves = 0
    for i in values.indices.dropFirst() {
        var j = i
        while j > 0 && values[j] < values[j - 1] {
            values.swapAt(j, j - 1)
            moves += 1
            j -= 1
        }
    }
    return moves
}
var list = [4, 3, 2, 1]
print(insertionSort(&list), list, insertionSort(&list))  // expect: 6 [1, 2, 3, 4] 0
func quickSort(_ values: [Int]) -> [Int] {
    guard let pivot = values.first else { return [] }
    let rest = values.dropFirst()
    return quickSort(rest.filter { $0 < pivot }) + [pivot] + quickSort(rest.filter { $0 >= pivot })
}
print(quickSort([3, 6, 1, 8, 2, 9, 2]))  // expect: [1, 2, 2, 3, 6, 8, 9]
func mergeSort(_ values: [String]) -> [String] {
    guard values.count > 1 else { return values }
    let middle = values.count / 2
    let left = mergeSort(Array(values[..<middle])), right = mergeSort(Array(values[middle...]))
    var merged: [String] = [], i = 0, j = 0
    while i < left.count && j < right.count {
        if left[i] <= right[j] {
            merged.append(left[i])
            i += 1
        } else {
            merged.append(right[j])
            j += 1
        }
    }
    return merged + left[i...] + right[j...]
}
print(mergeSort(["라", "나", "다", "가", "마"]))  // expect: ["가", "나", "다", "라", "마"]
func partition(_ values: inout [Int], _ low: Int, _ high: Int) -> Int {
    let pivot = values[high]
    var store = low
    for i in low..<high where values[i] < pivot {
        values.swapAt(i, store)
        store += 1
    }
    values.swapAt(store, high)
    return store
}
func quickSort(_ values: inout [Int], _ low: Int, _ high: Int) {
    guard low < high else { return }
    let p = partition(&values, low, high)
    quickSort(&values, low, p - 1)
    quickSort(&values, p + 1, high)
}
var data = [7, 2, 1, 6, 8, 5, 3, 4]
quickSort(&data, 0, data.count - 1)
print(data)  // expect: [1, 2, 3, 4, 5, 6, 7, 8]
let divider = data.partition { $0 > 5 }
print(divider, data[..<divider].sorted(), data[divider...].sorted())  // expect: 5 [1, 2, 3, 4, 5] [6, 7, 8]
func countingSort(_ values: [Int], limit: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: limit)
    for value in values { counts[value] += 1 }
    return counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
}
print(countingSort([3, 1, 0, 3, 2, 1], limit: 4))  // expect: [0, 1, 1, 2, 3, 3]
var heap: [Int] = []
func push(_ value: Int) {
    heap.append(value)
    var i = heap.count - 1
    while i > 0, heap[i] < heap[(i - 1) / 2] {
        heap.swapAt(i, (i - 1) / 2)
        i = (i - 1) / 2
    }
}
func pop() -> Int? {
    guard !heap.isEmpty else { return nil }
    heap.swapAt(0, heap.count - 1)
    let top = heap.removeLast()
    var i = 0
    while true {
        let smallest = [i, 2 * i + 1, 2 * i + 2].filter { $0 < heap.count }.min { heap[$0] < heap[$1] } ?? i
        if smallest == i { return top }
        heap.swapAt(i, smallest)
        i = smallest
    }
}
for value in [5, 3, 8, 1, 9, 2] { push(value) }
while let value = pop() { print(value, terminator: " ") }
print(heap.isEmpty)  // expect: 1 2 3 5 8 9 true
