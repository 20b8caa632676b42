import CellLanguage
import CellLibrary
import Diagnostics
import Testing

/// What tools that rewrite notebooks are told of the names that cells declare for each other.
@Suite struct TopLevelNameTests {
    /// Cells in one file, each behind an empty line.
    private func check(_ cells: (text: String, mode: CellSource.Mode)...) -> (CheckedNotebook, SourceText) {
        var text = ""
        var sources: [CellSource] = []
        for (index, cell) in cells.enumerated() {
            text += "\n"
            sources.append(CellSource(id: "\(index)", text: cell.text, offset: text.utf8.count, mode: cell.mode))
            text += cell.text
        }
        return (FrontEnd.check(sources, library: CellLibrary.library), SourceText(path: "test.md", text: text))
    }

    /// `name in cell: place of each use`, places as line and column.
    private func described(_ checked: CheckedNotebook, _ source: SourceText) -> [String] {
        checked.topLevelNames.map { name in
            #expect(name.uses.contains(name.definition))
            let places = name.uses.map { use in
                #expect(source.slice(use) == name.name)
                let place = source.position(at: use.lower)
                return "\(place.line):\(place.column)"
            }
            return "\(name.name) in \(name.cell): " + places.joined(separator: " ")
        }
    }

    @Test func eachNameHasItsOwnUses() {
        let (checked, source) = check(
            ("let x = 1\nfunc f(_ y: Int) -> Int { x + y }", .run),
            ("let x = x + f(x)\nlet g = { (x: Int) in x }\nprint(x, g(2), \"\\(x)\")", .run))
        #expect(
            described(checked, source) == [
                "x in 0: 2:5 3:27 4:9 4:15", "f in 0: 3:6 4:13", "x in 1: 4:5 6:7 6:19", "g in 1: 5:5 6:10",
            ])
        #expect(checked.showingCells.isEmpty)
    }

    @Test func aWordThatReadsAndDeclaresIsAUse() {
        let (checked, source) = check(("let x: Int? = 1\nif let x { print(x) }", .run))
        #expect(described(checked, source) == ["x in 0: 2:5 3:8"])
    }

    @Test func namesOfCellsThatFailAreTheirOwn() {
        let (checked, source) = check(
            ("let x = 1", .run), ("let x: Int = \"\"\nx", .failsCheck), ("let x = [1]\nx[2]", .raisesException),
            ("x", .run))
        #expect(described(checked, source) == ["x in 0: 2:5 7:1", "x in 2: 5:5 6:1"])
        #expect(checked.showingCells == ["2", "3"])
    }

    @Test func onlyWhatHasAValueIsShown() {
        let (checked, _) = check(
            ("1 + 1", .run), ("let x = 1", .run), ("print(1)", .run), ("var y = 1\ny = 2", .run), ("[x, y].max()", .run)
        )
        #expect(checked.showingCells == ["0", "4"])
    }

    @Test func anOutlineIsOfTheSyntaxAlone() {
        let text = """
            import Foundation
            private struct A { var b = c.d }
            extension A {}
            protocol P {}
            if let e { f(g: h) }
            // last
            k.l { [m] (n: O) in m }  // behind
            """
        let outline = CellOutline(CellSource(id: "a", text: text, offset: 100))
        let source = SourceText(path: "test.md", text: text)
        #expect(
            outline.items.map(\.kind) == [
                .import, .type, .extension, .otherDeclaration, .statement, .expression,
            ])
        let local = { (range: SourceRange?) in range.map { source.slice($0.shifted(by: -100)) } }
        #expect(local(outline.items[1].name) == "A")
        #expect(local(outline.items[1].privacy) == "private")
        #expect(local(outline.items[5].range) == "k.l { [m] (n: O) in m }")
        #expect(outline.shorthands.compactMap(local).sorted() == ["e", "m"])
        #expect(outline.references.keys.sorted() == ["A", "O", "c", "f", "h", "k", "m"])
        #expect(outline.identifiers.isSuperset(of: ["Foundation", "A", "b", "d", "g", "l", "n"]))
    }
}
