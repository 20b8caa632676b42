// Sorting and searching as extensions of Array: insertion, quick, merge and counting sort, binary search, quick select.
extension Array where Element: Comparable {
    mutating func insertionSort() {
        for i in indices.dropFirst() {
            let value = self[i]
            var j = i
            while j > 0 && self[j - 1] > value {
                self[j] = self[j - 1]
                j -= 1
            }
            self[j] = value
        }
    }

    func quickSorted() -> [Element] {
        guard let pivot = first else { return [] }
        let rest = dropFirst()
        return rest.filter { $0 < pivot }.quickSorted() + [pivot] + rest.filter { $0 >= pivot }.quickSorted()
    }

    mutating func quickSortInPlace() { quickSort(0, count - 1) }

    private mutating func quickSort(_ low: Int, _ high: Int) {
        guard low < high else { return }
        let pivot = self[(low + high) / 2]
        var (i, j) = (low, high)
        while i <= j {
            while self[i] < pivot { i += 1 }
            while self[j] > pivot { j -= 1 }
            if i <= j {
                swapAt(i, j)
                i += 1
                j -= 1
            }
        }
        quickSort(low, j)
        quickSort(i, high)
    }

    func binarySearch(_ wanted: Element) -> Int? {
        var range = 0..<count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if self[middle] == wanted { return middle }
            range = self[middle] < wanted ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    func smallest(_ n: Int) -> Element? {
        guard indices.contains(n) else { return nil }
        let pivot = self[n]
        let less = filter { $0 < pivot }
        if n < less.count { return less.smallest(n) }
        let equal = filter { $0 == pivot }
        if n < less.count + equal.count { return pivot }
        return filter { $0 > pivot }.smallest(n - less.count - equal.count)
    }
}

extension Array {
    func mergeSorted(by comes: (Element, Element) -> Bool) -> [Element] {
        guard count > 1 else { return self }
        let left = Array(self[..<(count / 2)]).mergeSorted(by: comes)
        let right = Array(self[(count / 2)...]).mergeSorted(by: comes)
        var result: [Element] = []
        result.reserveCapacity(count)
        var (i, j) = (0, 0)
        while i < left.count && j < right.count {
            if comes(right[j], left[i]) {
                result.append(right[j])
                j += 1
            } else {
                result.append(left[i])
                i += 1
            }
        }
        return result + left[i...] + right[j...]
    }
}

extension [Int] {
    func countingSorted() -> [Int] {
        guard let low = self.min(), let high = self.max() else { return [] }
        var counts = [Int](repeating: 0, count: high - low + 1)
        for n in self { counts[n - low] += 1 }
        return counts.enumerated().flatMap { [Int](repeating: $0.offset + low, count: $0.element) }
    }
}

let numbers = [38, 27, 43, 3, 9, 82, 10, 3, -5]
var sorted = numbers
sorted.insertionSort()
print(sorted)  // expect: [-5, 3, 3, 9, 10, 27, 38, 43, 82]
print(numbers.quickSorted() == sorted, numbers.mergeSorted(by: <) == sorted, numbers.countingSorted() == sorted)
// expect: true true true
var inPlace = ["다", "나", "가", "라", "나"]
inPlace.quickSortInPlace()
print(inPlace, inPlace.binarySearch("다") ?? -1, inPlace.binarySearch("마") == nil)
// expect: ["가", "나", "나", "다", "라"] 3 true
print(numbers.mergeSorted(by: >))  // expect: [82, 43, 38, 27, 10, 9, 3, 3, -5]
let people = [("b", 2), ("a", 2), ("c", 1), ("d", 2)]
print(people.mergeSorted { $0.1 < $1.1 }.map(\.0))  // expect: ["c", "b", "a", "d"]
print(sorted.binarySearch(27) ?? -1, sorted.binarySearch(-5) ?? -1, sorted.binarySearch(0) == nil)  // expect: 5 0 true
print((0..<numbers.count).compactMap { numbers.smallest($0) } == sorted, numbers.smallest(99) == nil)
// expect: true true
print([Int]().quickSorted(), [Int]().countingSorted(), [1.5].mergeSorted(by: <))  // expect: [] [] [1.5]
var reversed = Array((1...50).reversed())
reversed.quickSortInPlace()
print(reversed == Array(1...50), reversed.binarySearch(37) ?? -1)  // expect: true 36
