// Finding elements, indices, extremes, and testing all or some.
struct Student { let name: String, grade: Int, score: Double }
let students = [
    Student(name: "지우", grade: 1, score: 88.5), Student(name: "하준", grade: 2, score: 92),
    Student(name: "서연", grade: 1, score: 79), Student(name: "도윤", grade: 3, score: 92),
]
print(students.first { $0.grade == 1 }!.name, students.last { $0.grade == 1 }!.name)  // expect: 지우 서연
print(students.firstIndex { $0.score > 90 } ?? -1, students.lastIndex { $0.score > 90 } ?? -1)  // expect: 1 3
print(students.max { $0.score < $1.score }!.name, students.min { $0.score < $1.score }!.name)  // expect: 하준 서연
print(students.contains { $0.name == "서연" }, students.allSatisfy { $0.score > 70 }, students.first { $0.score > 99 } == nil)  // expect: true true true
print(students.filter { $0.grade == 1 }.map(\.name), students.map(\.score).max() ?? 0)  // expect: ["지우", "서연"] 92.0
let numbers = [3, 8, 5, 8, 1]
print(numbers.firstIndex(of: 8) ?? -1, numbers.lastIndex(of: 8) ?? -1, numbers.firstIndex(of: 7) ?? -1)  // expect: 1 3 -1
print(numbers.min()!, numbers.max()!, numbers.contains(5), numbers.filter { $0 == 8 }.count, [Int]().min() ?? 0)  // expect: 1 8 true 2 0
print(numbers.prefix { $0 != 5 }, numbers.drop { $0 != 5 }, numbers.prefix { $0 > 100 })  // expect: [3, 8] [5, 8, 1] []
print(numbers.indices.filter { numbers[$0] == 8 }, numbers.enumerated().filter { $0.element > 4 }.map(\.offset))  // expect: [1, 3] [1, 2, 3]
let largest = numbers.indices.max { numbers[$0] < numbers[$1] }!
let smallest = numbers.enumerated().min { $0.element < $1.element }!
print(largest, numbers[largest], smallest.offset, smallest.element)  // expect: 1 8 4 1
let order = numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
print(order, order.map { numbers[$0] })  // expect: [4, 0, 2, 1, 3] [1, 3, 5, 8, 8]
func lowerBound(_ target: Int, in sorted: [Int]) -> Int {
    var low = 0, high = sorted.count
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low
}
let sorted = numbers.sorted()
print([0, 5, 8, 9].map { lowerBound($0, in: sorted) })  // expect: [0, 2, 3, 5]
print(zip(numbers, sorted).allSatisfy { $0 == $1 }, zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 })  // expect: false true
let best = students.sorted { $0.score == $1.score ? $0.name < $1.name : $0.score > $1.score }
for (rank, student) in best.enumerated().prefix(3) { print(rank + 1, student.name, student.score) }  // expect: 1 도윤 92.0
// expect: 2 하준 92.0
// expect: 3 지우 88.5
let primes = (2...30).filter { n in !(2..<n).contains { n.isMultiple(of: $0) } }
print(primes, primes.starts(with: [2, 3, 5]), primes.elementsEqual([2, 3]), [1, 2].lexicographicallyPrecedes([1, 3]))  // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] true false true
