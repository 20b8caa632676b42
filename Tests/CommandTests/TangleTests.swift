import Foundation
import Testing

private let lesson = """
    ---
    lang: en
    seed: 5
    ---

    ```swift {#ask}
    let answer = 42
    func twice(_ x: Int) -> Int { 2 * x }
    twice(answer)
    ```

    ```swift {#again}
    print([1, 2].map { $0 + twice(1) })
    ```

    """

/// `hanji tangle` writes a package; `make conformance` builds such packages.
@Suite(.needsBinary) struct TangleTests {
    private let program = "Sources/Lesson/main.swift"

    @Test func aPackageIsWrittenBesideTheNotebook() throws {
        let folder = try Folder()
        try folder.write(lesson, "course/lesson.md")
        let outcome = try folder.run("tangle", "course/lesson.md", "--package", "/houses/hanji")
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(outcome.output.contains("swift run -c release --package-path course/lesson"))
        let manifest = try #require(folder.read("course/lesson/Package.swift"))
        #expect(manifest.hasPrefix("// swift-tools-version: "))
        #expect(manifest.contains(#"path: "/houses/hanji""#))
        let text = try #require(folder.read("course/lesson/" + program))
        #expect(text.contains("seed: 5"))
        #expect(text.contains("__show(twice(answer))"))
        #expect(!text.contains(folder.url.path), "nothing tells where it was made")
    }

    @Test func aPackageOfOnesOwnIsNotWrittenOver() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        let own = "// swift-tools-version: 6.2\nimport PackageDescription\n"
        try folder.write(own, "package/Package.swift")
        let outcome = try folder.run("tangle", "lesson.md", "-o", "package", "--package", "/houses/hanji")
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("package/Package.swift"))
        #expect(folder.read("package/Package.swift") == own)
        #expect(!folder.exists("package/" + program))
    }

    @Test func aPackageOfOursIsWrittenAnew() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        #expect(try folder.run("tangle", "lesson.md", "-o", "p", "--package", "a").status == 0)
        try folder.write(lesson.replacingOccurrences(of: "42", with: "43"), "lesson.md")
        #expect(try folder.run("tangle", "lesson.md", "-o", "p", "--package", "a").status == 0)
        #expect(folder.read("p/" + program)?.contains("let answer = 43") == true)
    }

    @Test func thePackageThatTheCommandWasBuiltInIsFound() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        let outcome = try folder.run("tangle", "lesson.md", "-o", "p")
        let house = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().resolvingSymlinksInPath()
        guard Command.binary?.hasPrefix(house.path + "/") == true else { return }
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(folder.read("p/Package.swift")?.contains(house.path) == true)
    }

    @Test(arguments: [
        ("ko_KR.UTF-8", "hanji tangle이 만든 파일이 아니므로"), ("ja_JP.UTF-8", "hanji tangle が作ったファイルではないため"),
        ("en_GB.UTF-8", "is not hanji tangle's work"),
    ])
    func itSpeaksTheReadersLanguage(_ locale: String, _ words: String) throws {
        let folder = try Folder()
        try folder.write("```swift\n1\n```\n", "lesson.md")
        try folder.write("", "lesson/Package.swift")
        let outcome = try folder.run("tangle", "lesson.md", "--package", "a", environment: ["LANG": locale])
        #expect(outcome.status == 2)
        #expect(outcome.error.contains(words), "\(outcome.error)")
    }

    @Test func whatDoesNotPassTheCheckIsNotTangled() throws {
        let folder = try Folder()
        try folder.write("---\nlang: en\n---\n```swift\nlet x: Int = \"\"\n```\n", "wrong.md")
        let outcome = try folder.run("tangle", "wrong.md", "--package", "a")
        #expect(outcome.status == 1)
        #expect(outcome.error.contains("wrong.md:5:"))
        #expect(!folder.exists("wrong"))
        try folder.write("# Only prose\n", "prose.md")
        #expect(try folder.run("tangle", "prose.md", "--package", "a").status == 2)
        #expect(try folder.run("tangle", "nowhere.md", "--package", "a").status == 2)
    }

    @Test func bytecodeIsListedByCells() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        let outcome = try folder.run("tangle", "lesson.md", "--bytecode")
        #expect(outcome.status == 0, "\(outcome.error)")
        let parts = outcome.output.components(separatedBy: "\n# ")
        #expect(parts.count == 2)
        #expect(parts[0].hasPrefix("# cell 1 (ask)\n"))
        #expect(parts[0].contains("\ntwice: "))
        #expect(parts.last?.hasPrefix("cell 2 (again)\n") == true)
        #expect(parts.last?.contains("call twice") == true)
        #expect(parts.last?.contains("\ntwice: ") == false, "listed once, where it is first needed")
        #expect(!folder.exists("lesson"))
    }
}
