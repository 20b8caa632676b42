import Foundation
import Testing

private let lesson = """
    ---
    lang: en
    ---

    ```swift {#mean}
    let values = [0.25, 0.5, 0.75]
    print("mean", (values[0] + values[1] + values[2]) / 3)
    values
    ```

    """

@Suite(.needsBinary) struct CheckTests {
    @Test func aRecordOfTheSameRunIsFine() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let before = folder.read("lesson.ipynb")
        let outcome = try folder.run("check", ".")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
        #expect(outcome.output.contains("as recorded"))
        #expect(folder.read("lesson.ipynb") == before)
    }

    @Test func aNumberChangedByHandIsFound() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let record = try #require(folder.read("lesson.ipynb"))
        let changed = record.replacingOccurrences(of: "mean 0.5", with: "mean 0.625")
        #expect(changed != record)
        try folder.write(changed, "lesson.ipynb")
        let outcome = try folder.run("check", "lesson.md")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("cell 1 (mean), output 1"), "\(outcome.output)")
        #expect(outcome.output.contains("0.625"))
        #expect(outcome.output.contains("0.5"))
        #expect(folder.read("lesson.ipynb") == changed, "check writes no record")
    }

    @Test func theReportForToolsIsJSON() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        try folder.write("---\nlang: en\n---\n```swift\nlet x: Int = \"a\"\n```\n", "wrong.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let record = try #require(folder.read("lesson.ipynb")?.replacingOccurrences(of: "mean 0.5", with: "mean 0.625"))
        try folder.write(record, "lesson.ipynb")
        let outcome = try folder.run("check", ".", "--format", "json", "--quiet")
        #expect(outcome.status == 1)
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let notebooks = try #require(json?["notebooks"] as? [[String: Any]])
        #expect(notebooks.compactMap { $0["outcome"] as? String } == ["different", "type-error"])
        let finding = try #require((notebooks[0]["findings"] as? [[String: Any]])?.first)
        #expect(finding["cell"] as? String == "mean")
        #expect(finding["output"] as? Int == 1)
        #expect((finding["expected"] as? String)?.contains("0.625") == true)
        let diagnostic = try #require((notebooks[1]["diagnostics"] as? [[String: Any]])?.first)
        #expect((diagnostic["place"] as? [String: Any])?["line"] as? Int == 5)
    }

    @Test func aCellThatFailsNowIsTheOnlyNews() throws {
        let folder = try Folder()
        let tail = "\n```swift {#after}\nprint(2)\n```\n"
        try folder.write(lesson + tail, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let broken = lesson.replacingOccurrences(of: "\nvalues\n", with: "\nvalues[3]\n")
        try folder.write(broken + tail, "lesson.md")
        let outcome = try folder.run("check", "lesson.md")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("IndexOutOfRange"), "\(outcome.output)")
        #expect(!outcome.output.contains("after"))
    }

    @Test func aPageIsMadeOfSourceAndRecord() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let outcome = try folder.run("render", ".", "-o", "pages", "--strict")
        #expect(outcome.status == 0, "\(outcome.error)")
        let page = try #require(folder.read("pages/lesson.html"))
        #expect(page.contains("mean 0.5"))
        try folder.write(lesson.replacingOccurrences(of: "0.25", with: "0.3"), "lesson.md")
        #expect(try folder.run("render", "lesson.md", "-o", "pages", "--strict").status == 1)
    }
}
