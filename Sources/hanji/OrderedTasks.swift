/// Works on many things at once and takes the results in the order of the things.
enum OrderedTasks {
    /// Runs `work` for every item, at most `jobs` at a time, and gives each result to `consume` in the order of the
    /// items. When `consume` answers false, nothing new is begun and what runs is cancelled.
    static func run<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int, work: @escaping @Sendable (Item) async -> Result,
        consume: (Item, Result) -> Bool
    ) async {
        await withTaskGroup(of: (Int, Result).self) { group in
            var next = 0
            func begin() {
                guard next < items.count, !Task.isCancelled else { return }
                let (index, item) = (next, items[next])
                next += 1
                group.addTask { (index, await work(item)) }
            }
            for _ in 0..<max(1, jobs) { begin() }
            var waiting: [Int: Result] = [:]
            var position = 0
            while let (index, result) = await group.next() {
                waiting[index] = result
                while let ready = waiting.removeValue(forKey: position) {
                    guard consume(items[position], ready) else {
                        group.cancelAll()
                        return
                    }
                    position += 1
                }
                begin()
            }
        }
    }
}
