import Bytecode
import Diagnostics
import Execution
import Notebook
import Testing

/// Which cells read what which others leave.
@Suite struct CellVersionsTests {
    /// The producers of what each cell reads, by cell: `["b": ["x": "a"]]`, without globals that have no value yet.
    private func reads(_ cells: [(id: String, code: String)]) throws -> [String: [String: String]] {
        let text = cells.map { "```swift {#\($0.id)}\n\($0.code)\n```\n" }.joined(separator: "\n")
        let check = NotebookCheck.read(SourceText(path: "lesson.md", text: text))
        let program = try #require(check.program, "\(check.diagnostics)")
        var versions = CellVersions(program)
        var result: [String: [String: String]] = [:]
        for (id, _) in cells {
            let inputs = versions.next(id).inputs.filter { $0.value >= 0 }
            result[id] = Dictionary(
                uniqueKeysWithValues: inputs.map { (program.globalTable[$0.key].name, cells[$0.value].id) })
        }
        return result
    }

    @Test func aValueComesFromTheLastCellThatWroteIt() throws {
        let reads = try reads([
            ("a", "var x = 1"), ("b", "x += 1"), ("c", "print(x)"), ("d", "let y = 2"), ("e", "x + y"),
        ])
        #expect(reads["b"] == ["x": "a"] && reads["c"] == ["x": "b"] && reads["d"] == [:])
        #expect(reads["e"] == ["x": "b", "y": "d"])
    }

    @Test func functionsReachWhatTheyUse() throws {
        let reads = try reads([
            ("a", "var x = 1\nfunc f() -> Int { g() }\nfunc g() -> Int { x }"), ("b", "f()"),
            ("c", "[1, 2].map { $0 + f() }"),
        ])
        #expect(reads["b"] == ["x": "a"] && reads["c"] == ["x": "a"])
    }

    @Test func whoSharesAnObjectChangesWithIt() throws {
        let reads = try reads([
            ("class", "final class Box { var n = 0; func add() { n += 1 } }"), ("a", "let one = Box()"),
            ("b", "let list = [one]"), ("c", "list[0].add()"), ("d", "print(one.n)"), ("e", "let other = Box()"),
            ("f", "print(one.n)"),
        ])
        #expect(reads["c"] == ["one": "b", "list": "b"])
        #expect(reads["d"] == ["one": "c", "list": "c"], "changed through the list")
        #expect(reads["f"] == ["one": "c", "list": "c"], "reading changes nothing, and neither does another object")
    }

    @Test func aClosureReachesWhatItReads() throws {
        let reads = try reads([
            ("a", "var x = 1\nvar unused = 2"), ("b", "let f = { x }"), ("c", "x = 3"), ("d", "f()"),
        ])
        #expect(reads["d"]?["x"] == "c" && reads["d"]?["unused"] == nil)
    }

    @Test func aModelThatIsLookedAtStaysWhatItWas() throws {
        let reads = try reads([
            ("a", "let model = Sequential { Dense(1, inputShape: [1]) }"), ("b", "model.summary()"),
            ("c", "model.compile(loss: .mse)"), ("d", "model.weights.count"),
        ])
        #expect(reads["c"] == ["model": "a"] && reads["d"] == ["model": "c"])
    }

    @Test func aStaticPropertyIsReadWhereItIsUsed() throws {
        let reads = try reads([
            ("a", "enum Options { static var rate = 0.1 }"), ("b", "Options.rate = 0.2"), ("c", "Options.rate"),
        ])
        #expect(reads["c"]?["rate"] == "b")
    }
}
