import Foundation
import Testing

/// `--memory` holds for whatever grows, and what is changed where it stands is not copied.
@Suite struct MemoryTests {
    /// Each would take all that there is.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "var s = \"ab\"\nwhile true { s = s + s }",
            "var s = \"ab\"\nwhile true { s += s }",
            "var a = [1, 2]\nwhile true { a = a + a }",
            "var a: [(Int, String)] = []\nwhile true { a.append((a.count, \"x\")) }",
            "var a: [[Int]] = []\nwhile true { a.append([1, 2, 3, 4, 5, 6, 7, 8]) }",
            "var d: [Int: Int] = [:]\nwhile true { d[d.count] = 1 }",
            "final class Node { let next: Node?; init(_ next: Node?) { self.next = next } }\nvar n: Node?\n"
                + "while true { n = Node(n) }",
            "var t = Tensor([1.0, 2.0])\nwhile true { t = concatenate([t, t], axis: 0) }",
            "let a = Array(repeating: 0.0, count: 1 << 40)\nprint(a.count)",
            "var s = \"a b \"\nfor _ in 0..<22 { s += s }\nvar all: [[Substring]] = []\n"
                + "while true { all.append(s.split(separator: \" \")) }",
        ])
    func whatGrowsWithoutEndIsStopped(code: String) throws {
        let folder = try Folder()
        try folder.write("---\nlang: en\n---\n```swift\n\(code)\n```\n", "a.md")
        let outcome = try folder.run("run", "a.md", "--quiet", "--memory", "200")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("took more memory than its 200 MiB"), "\(outcome.error)")
    }

    /// A register that was only asked for a length, or for an element, kept the array, and the next change copied it:
    /// loops that fill arrays took quadratic time. Here is room for one array and not for its copy.
    @Test(
        arguments: [
            "if box.items.count > 0 { box.items[1] = 2 }", "print(\"length\", box.items.count)\nbox.items[1] = 2",
            "box.fill()", "print(box.items.first!, box.items[3])\nbox.fill()",
            "let change = { box.items[1] = 2 }\nprint(box.items.count)\nchange()",
            "if row.items.count > 0 && row.first == 0 { row.items.swapAt(0, 1) }",
            "row.append()\nprint(row.first)\nrow.append()",
        ])
    func whatNobodyElseReadsIsNotCopied(code: String) throws {
        let folder = try Folder()
        let cell = """
            final class Box {
                var items = [Int](repeating: 0, count: \(code.contains("row") ? 1 : 20_000_000))
                func fill() { for i in 0..<2 { if items.count > i { items[i] = items.count } } }
            }
            struct Row {
                var items = [Int](repeating: 0, count: \(code.contains("row") ? 20_000_000 : 1))
                var first: Int { items[0] }
                mutating func append() { if items.last == 0 { items[items.count - 1] = items.count } }
            }
            let box = Box()
            var row = Row()
            for _ in 0..<2 {
            \(code)
            }
            """
        try folder.write("---\nlang: en\n---\n```swift\n\(cell)\n```\n", "a.md")
        let outcome = try folder.run("run", "a.md", "--quiet", "--memory", "260")
        #expect(outcome.status == 0, "\(outcome.error)")
    }
}
