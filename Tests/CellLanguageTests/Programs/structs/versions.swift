// Comparable written by hand: one `<` gives the other comparisons, sorting, minimum and ranges.
struct Version: Comparable, CustomStringConvertible {
    let major: Int
    let minor: Int
    let patch: Int

    init(_ major: Int, _ minor: Int = 0, _ patch: Int = 0) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    init?(_ text: String) {
        let parts = text.split(separator: ".").map { Int($0) }
        guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
        let numbers = parts.compactMap { $0 } + [0, 0]
        self.init(numbers[0], numbers[1], numbers[2])
    }

    static func < (a: Version, b: Version) -> Bool {
        (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
    }

    var description: String { "v\(major).\(minor).\(patch)" }
}

let texts = ["1.2", "1.10.3", "0.9.12", "x.1", "2", "", "1.2.0"]
let versions = texts.compactMap { Version($0) }
print(versions)  // expect: [v1.2.0, v1.10.3, v0.9.12, v2.0.0, v1.2.0]
print(versions.sorted())  // expect: [v0.9.12, v1.2.0, v1.2.0, v1.10.3, v2.0.0]
print(versions.sorted(by: >).first!, versions.min()!, versions.max() ?? Version(0))  // expect: v2.0.0 v0.9.12 v2.0.0
print(versions[0] == versions[4], versions[0] >= versions[4], versions[0] > versions[4])  // expect: true true false
let supported = Version(1)..<Version(2)
print(versions.filter { supported.contains($0) }.count, supported)  // expect: 3 v1.0.0..<v2.0.0
print(max(Version(1, 2), Version(1, 1, 9)), min(Version(3), Version(2, 9)))  // expect: v1.2.0 v2.9.0
print(Version("1.2.3.4") == nil, Version("7")! == Version(7))  // expect: true true

struct Result: Comparable {
    let name: String
    let accuracy: Double
    // Better first, names in order where the accuracy is the same.
    static func < (a: Self, b: Self) -> Bool {
        a.accuracy != b.accuracy ? a.accuracy > b.accuracy : a.name < b.name
    }
}
var results = [("knn", 0.8), ("tree", 0.9), ("bayes", 0.9), ("선형", 0.7)].map(Result.init)
results.sort()
print(results.map { $0.name })  // expect: ["bayes", "tree", "knn", "선형"]
print(results[0] < results[1], results[1] <= results[0], results.max()!.name)  // expect: true false 선형
