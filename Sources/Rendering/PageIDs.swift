/// The ids of a page's elements, each given out once.
struct PageIDs {
    private var taken: Set<String> = []

    /// `wanted` if it is free, else the first free one of `wanted-2`, `wanted-3`, …
    mutating func claim(_ wanted: String) -> String {
        var id = wanted
        var count = 1
        while !taken.insert(id).inserted {
            count += 1
            id = "\(wanted)-\(count)"
        }
        return id
    }
}
