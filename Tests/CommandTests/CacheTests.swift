import Foundation
import Testing

/// `hanji run` runs the cells that changed and those that depend on them, and the record says the same as if all had run.
@Suite("The cache of cells", .needsBinary)
struct CacheTests {
    /// Runs `text` with the folder's store; the ids of the cells that ran are in the order in which they did.
    ///
    /// - Parameter keepsValues: Whether the values of all cells are kept, or of none, however quick they are.
    func run(
        _ text: String, in folder: Folder, _ arguments: [String] = [], keepsValues: Bool = true,
        environment: [String: String] = [:]
    ) throws -> (ran: [String], repeated: [String], record: String, output: String) {
        try folder.write(text, "a.md")
        let result = try Command.run(
            ["run", "a.md"] + arguments, in: folder.url,
            environment: environment.merging(["HANJI_CACHE_AFTER": keepsValues ? "0" : "1e9"]) { own, _ in own })
        #expect(result.status == 0, "\(result.output)\(result.error)")
        let lines = result.error.split(separator: "\n").map(String.init)
        let ran = lines.filter { $0.contains("] ") }.compactMap { $0.split(separator: " ").last.map(String.init) }
        let repeated = lines.filter { $0.contains("computing") }.compactMap {
            $0.split(separator: " ").dropLast().last.map(String.init)
        }
        return (ran, repeated, try #require(folder.read("a.ipynb")), result.output)
    }

    /// What a run without any store records.
    func fresh(_ text: String) throws -> String {
        let folder = try Folder()
        return try run(text, in: folder, ["--no-cache"]).record
    }

    /// Runs both texts one after the other and holds the second record to a fresh one. Returns what the second run ran.
    func rerun(
        _ first: String, _ second: String, keepsValues: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> (ran: [String], repeated: [String]) {
        let folder = try Folder()
        _ = try run(first, in: folder, keepsValues: keepsValues)
        let again = try run(second, in: folder, keepsValues: keepsValues)
        #expect(try again.record == fresh(second), sourceLocation: sourceLocation)
        return (again.ran, again.repeated)
    }

    func cell(_ id: String, _ code: String, _ options: String = "") -> String {
        "```swift {#\(id)\(options)}\n\(code)\n```\n\n"
    }

    // MARK: What runs

    @Test("a notebook that has not changed runs nothing, and its record is the same byte by byte")
    func unchanged() throws {
        let text = cell("a", "let x = 2\nx") + "The value is `{swift} x * 2`.\n\n" + cell("b", "print(x + 1)")
        let folder = try Folder()
        let first = try run(text, in: folder)
        #expect(first.ran == ["a", "b"])
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("a.ipynb"))
        let second = try run(text, in: folder)
        #expect(second.ran == [] && second.repeated == [])
        #expect(second.record == first.record)
        #expect(second.output.contains("2 from the cache"))
        #expect(try second.record == fresh(text))
    }

    @Test("--no-cache runs everything and keeps nothing")
    func noCache() throws {
        let folder = try Folder()
        #expect(try run(cell("a", "1 + 1"), in: folder, ["--no-cache"]).ran == ["a"])
        #expect(!folder.exists(".cache/hanji"))
        #expect(try run(cell("a", "1 + 1"), in: folder, ["--no-cache"]).ran == ["a"])
    }

    @Test("check runs everything")
    func check() throws {
        let folder = try Folder()
        _ = try run(cell("a", "1 + 1"), in: folder)
        let entries = try folder.run("cache", "list").output
        #expect(entries.contains("1 entry"))
        let result = try folder.run("check", "a.md")
        #expect(result.status == 0 && result.error.contains("] a"))
        #expect(try folder.run("cache", "list").output == entries)
    }

    @Test("only the changed cell and those that read it run")
    func changed() throws {
        func text(_ value: Int) -> String {
            cell("a", "let x = 1") + cell("b", "let y = \(value)") + cell("c", "print(x)") + cell("d", "print(y)")
                + cell("e", "print(x + y)")
        }
        let again = try rerun(text(1), text(2), keepsValues: false)
        #expect(again.ran == ["b", "d", "e"])
        #expect(again.repeated == ["a"], "its value was not kept")
    }

    @Test("prose, captions, comments, folds and moves in the file change nothing")
    func captions() throws {
        let first =
            "# One\n\n" + cell("a", "//| fig-cap: A line\nlet x = 1\nx") + cell("b", "func f() -> Int { x }\nf()")
        let second =
            "# Two\n\nMore.\n\n"
            + cell("a", "//| fig-cap: Another\n// A word.\nlet x = 1\nx", " .hide-input rtol=1e-3")
            + "Prose.\n\n" + cell("b", "func f() -> Int { x }\nf()")
        let folder = try Folder()
        _ = try run(first, in: folder)
        let again = try run(second, in: folder)
        #expect(again.ran == [])
        #expect(try again.record == fresh(second))
    }

    @Test("a cell between others runs alone")
    func inserted() throws {
        let (a, b) = (cell("a", "let x = 1\nx"), cell("b", "let y = x + 1\ny"))
        #expect(try rerun(a + b, a + cell("new", "let z = 7\nz") + b).ran == ["new"])
        #expect(try rerun(a + b, a + cell("new", "let x = 7\nx") + b).ran == ["new", "b"])
    }

    @Test("two cells that say the same have one entry, each under its own id")
    func twins() throws {
        let text = cell("a", "1 + 1") + cell("b", "1 + 1")
        let folder = try Folder()
        #expect(try run(text, in: folder).ran == ["a"])
        let again = try run(cell("c", "1 + 1") + text, in: folder)
        #expect(again.ran == [])
        #expect(try again.record == fresh(cell("c", "1 + 1") + text))
    }

    @Test("prose around a value changes nothing")
    func proseAroundValue() throws {
        let text = cell("a", "let x = 2")
        let folder = try Folder()
        _ = try run(text + "So much: `{swift} x + 1`.\n", in: folder)
        let second = text + "It is `{swift} x + 1`, as we know: `{swift} x + 1`.\n"
        let again = try run(second, in: folder)
        #expect(again.ran == [] && again.repeated == [])
        #expect(try again.record == fresh(second))
    }

    @Test("a function's text counts where it is called")
    func functions() throws {
        func text(_ body: String) -> String {
            cell("a", "func f(_ x: Int) -> Int { \(body) }") + cell("b", "f(2)") + cell("c", "40 + 2")
        }
        #expect(try rerun(text("x + 1"), text("x + 2")).ran == ["b"], "a declaration computes nothing")
    }

    // MARK: Cells that fail

    @Test("a cell that must fail keeps its error, and its place when the file moves")
    func failing() throws {
        let cells = cell("a", "let list = [1]") + cell("b", "print(list[3])", " .raises-exception")
        #expect(try rerun(cells, cells).ran == [])
        #expect(try rerun(cells, "A line above.\n\n" + cells).ran == ["b"])
        let check = cell("x", "let y: Int = \"no\"", " .fails-check") + cell("z", "1")
        #expect(try rerun(check, check).ran == ["x"], "what the checker says is there already")
    }

    @Test("a cell that has failed is run again")
    func failed() throws {
        let folder = try Folder()
        try folder.write(cell("a", "let x = [1][4]"), "a.md")
        #expect(try folder.run("run", "a.md").status != 0)
        #expect(try folder.run("run", "a.md").error.contains("] a"))
    }

    @Test("with --keep-going what depends on a failed cell is not taken from the store")
    func keepGoing() throws {
        let folder = try Folder()
        func text(_ index: Int) -> String {
            cell("a", "let x = [1, 2][\(index)]") + cell("b", "print(x)") + cell("c", "print(9)")
        }
        _ = try run(text(0), in: folder)
        try folder.write(text(5), "a.md")
        let result = try folder.run("run", "--keep-going", "a.md")
        #expect(result.status != 0 && result.error.contains("not run") && !result.error.contains("] c"))
    }

    // MARK: The store

    private func entries(_ folder: Folder) -> [URL] {
        let files = FileManager.default.enumerator(
            at: folder.url.appendingPathComponent(".cache/hanji"), includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "cell" }
    }

    @Test("what is damaged is run again")
    func damage() throws {
        let folder = try Folder()
        let text = cell("a", "let total = 5") + cell("b", "print(total)")
        _ = try run(text, in: folder)
        for entry in entries(folder) {
            var bytes = try Data(contentsOf: entry)
            bytes[bytes.count - 1] ^= 1
            try bytes.write(to: entry)
        }
        let again = try run(text, in: folder)
        #expect(again.ran == ["a", "b"])
        #expect(try again.record == fresh(text))
    }

    @Test("values that were forgotten are computed again")
    func forgotten() throws {
        let folder = try Folder()
        let text = cell("a", "let total = 5") + cell("b", "print(total)")
        _ = try run(text, in: folder)
        for entry in entries(folder)
        where try !String(decoding: Data(contentsOf: entry).dropFirst(95).prefix(1), as: UTF8.self).hasPrefix("{") {
            try FileManager.default.removeItem(at: entry)
        }
        let second = cell("a", "let total = 5") + cell("b", "print(total + 1)")
        let again = try run(second, in: folder)
        #expect(again.ran == ["b"] && again.repeated == ["a"])
        #expect(try again.record == fresh(second))
    }

    @Test("cache clear forgets everything")
    func clear() throws {
        let folder = try Folder()
        _ = try run(cell("a", "1"), in: folder)
        #expect(try folder.run("cache", "clear").status == 0)
        #expect(try run(cell("a", "1"), in: folder).ran == ["a"])
    }

    @Test("a place for the store that cannot be written costs nothing but the store")
    func unwritable() throws {
        let folder = try Folder()
        try folder.write("no directory", "file")
        let place = ["HANJI_CACHE": folder.url.appendingPathComponent("file").path]
        #expect(try run(cell("a", "1"), in: folder, environment: place).ran == ["a"])
        #expect(try run(cell("a", "1"), in: folder, environment: place).ran == ["a"])
    }
}
