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

    /// A folder with a lesson whose record says `mean 0.625` where it is 0.5.
    private func checked(_ arguments: String...) throws -> (Folder, Command.Outcome) {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let record = try #require(folder.read("lesson.ipynb"))
        try folder.write(record.replacingOccurrences(of: "mean 0.5", with: "mean 0.625"), "lesson.ipynb")
        return (folder, try Command.run(["check", "lesson.md", "--quiet"] + arguments, in: folder.url))
    }

    @Test func reportsForContinuousIntegration() throws {
        let (folder, gitHub) = try checked("--format", "github")
        #expect(gitHub.status == 1)
        #expect(gitHub.output.hasPrefix("::error file=lesson.md,line=5,col=1,title=number::"), "\(gitHub.output)")
        #expect(gitHub.output.split(separator: "\n").count == 1)
        let junit = try folder.run("check", "lesson.md", "--quiet", "--format", "junit", "--output", "report.xml")
        #expect(junit.status == 1)
        #expect(junit.output.contains("0.625"), "the terminal shows text")
        let xml = try #require(folder.read("report.xml"))
        #expect(xml.contains("<testsuite name=\"lesson.md\" tests=\"1\" failures=\"1\""), "\(xml)")
        let html = try folder.run("check", "lesson.md", "--quiet", "--format", "html")
        #expect(html.output.hasPrefix("<!DOCTYPE html>") && html.output.contains("0.625"))
        #expect(try folder.run("check", "lesson.md", "--format", "junit", "--output", "no/such.xml").status == 2)
    }

    @Test func whatWasCheckedIsAcceptedWithoutARun() throws {
        let (folder, outcome) = try checked()
        #expect(outcome.status == 1)
        let accepted = try folder.run("accept", "lesson.md", "mean")
        #expect(accepted.status == 0, "\(accepted.error)")
        #expect(folder.read("lesson.ipynb")?.contains("mean 0.5") == true)
        #expect(try folder.run("accept").status == 0)
        #expect(try folder.run("accept").status == 2, "nothing is left to accept")
        #expect(try folder.run("check", "lesson.md").status == 0)
    }

    @Test func nothingIsAcceptedForCodeThatHasChanged() throws {
        let (folder, _) = try checked()
        let before = folder.read("lesson.ipynb")
        #expect(try folder.run("accept", "lesson.md", "meen").error.contains("did you mean `mean`"))
        try folder.write(lesson.replacingOccurrences(of: "0.25", with: "0.3"), "lesson.md")
        let outcome = try folder.run("accept", "lesson.md")
        #expect(outcome.status == 2)
        #expect(outcome.error.contains("has changed since"), "\(outcome.error)")
        #expect(folder.read("lesson.ipynb") == before)
    }

    @Test func twoRunsAreAlike() throws {
        let folder = try Folder()
        try folder.write(lesson, "lesson.md")
        #expect(try folder.run("run", "lesson.md").status == 0)
        let outcome = try folder.run("check", "lesson.md", "--twice")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("as recorded"))
    }

    @Test func optionsOfTheCommandHoldForCellsThatSayNothing() throws {
        let (folder, outcome) = try checked("--rtol", "0.5")
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(try folder.run("check", "lesson.md", "--compare", "shape").status == 0)
        #expect(try folder.run("check", "lesson.md", "--compare", "exact").status == 1)
        #expect(try folder.run("check", "lesson.md", "--rtol", "-1").status == 2)
        let unknown = try folder.run("check", "lesson.md", "--normalize", "duration")
        #expect(unknown.status == 2)
        #expect(unknown.error.contains("durations"), "\(unknown.error)")
        try folder.write("---\nrtol: 0.5\n" + lesson.dropFirst(4), "lesson.md")
        #expect(try folder.run("check", "lesson.md").status == 0, "the notebook's own tolerance")
    }

    @Test func twoRecordsAreCompared() throws {
        let folder = try Folder()
        try folder.write(lesson, "a.md")
        try folder.write(lesson.replacingOccurrences(of: "mean\",", with: "median\","), "b.md")
        #expect(try folder.run("run", "a.md", "b.md", "--quiet").status == 0)
        #expect(try folder.run("diff", "a.ipynb", "a.ipynb").status == 0)
        let outcome = try folder.run("diff", "a.ipynb", "b.ipynb", "--format", "json")
        #expect(outcome.status == 1)
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let findings = try #require(json?["findings"] as? [[String: Any]])
        #expect(findings.compactMap { $0["id"] as? String } == ["source-changed", "text"])
        #expect(try folder.run("diff", "a.ipynb", "c.ipynb").status == 2)
    }
}
