import Notebook
import Outputs
import Rendering
import Testing

@Suite struct FreshnessTests {
    private static let lesson = """
        ---
        seed: 1
        ---

        ```swift {#a}
        let x = 1
        ```

        ```swift {#b}
        x
        ```

        ```swift {.noeval #c}
        y
        ```
        """

    private static let outputs: [String: [Output]] = ["b": [SamplePage.result("1")]]

    private func page(_ markdown: String, recorded: String? = lesson) throws -> RenderedPage {
        var page = SamplePage(markdown, outputs: Self.outputs)
        page.recordedMarkdown = recorded
        page.hasRecord = recorded != nil
        return try page.render()
    }

    private func states(_ page: RenderedPage) -> [CellFreshness] {
        ["a", "b"].map { page.freshness[CellID($0)] }
    }

    @Test func aFreshRecordIsSaidNothingOf() throws {
        let page = try page(Self.lesson + "\nMore prose.\n")
        #expect(!page.freshness.isStale)
        #expect(states(page) == [.current, .current])
        #expect(!page.shows("<div class=\"notice") && !page.shows("<p class=\"notice"))
    }

    @Test func aChangedCellMakesTheCellsBelowDoubtful() throws {
        let page = try page(Self.lesson.replacing("let x = 1", with: "let x = 2"))
        #expect(page.freshness.isStale)
        #expect(states(page) == [.changed, .afterChange])
        #expect(page.shows("This cell was changed after its output was recorded."))
        #expect(page.shows("Something above was changed"))
        #expect(page.shows("<pre><code>hanji run lesson.md</code></pre>\n<p>Cells concerned: [1]–[2]</p>"))
        // The old output is still there to be read.
        #expect(page.shows("<samp>1</samp>"))
    }

    @Test func captionsAndFoldingDoNotMakeARecordOld() throws {
        let page = try page(Self.lesson.replacing("{#b}", with: "{#b .hide-input}"))
        #expect(!page.freshness.isStale)
    }

    @Test func aMissingRecordIsSaidAtTheTopAndAtTheCells() throws {
        let page = try page(Self.lesson, recorded: nil)
        #expect(page.freshness.isStale && page.freshness.isMissing)
        #expect(states(page) == [.notRecorded, .notRecorded])
        #expect(page.shows("This notebook has not been run"))
        #expect(page.html.matches(of: #/No output of this cell has been recorded yet/#).count == 2)
    }

    @Test func aNewCellHasNoOutputAndMakesTheRestDoubtful() throws {
        let page = try page(Self.lesson, recorded: Self.lesson.replacing("```swift {#a}\nlet x = 1\n```\n", with: ""))
        #expect(states(page) == [.notRecorded, .afterChange])
    }

    @Test func aRemovedCellMakesTheCellsBelowItDoubtful() throws {
        let more = Self.lesson.replacing("```swift {#b}", with: "```swift {#gone}\nprint(2)\n```\n\n```swift {#b}")
        let page = try page(Self.lesson, recorded: more)
        #expect(states(page) == [.current, .afterChange])
    }

    @Test func anotherOrderIsAnotherLesson() throws {
        let swapped = """
            ```swift {#b}
            x
            ```

            ```swift {#a}
            let x = 1
            ```
            """
        #expect(try page("---\nseed: 1\n---\n\n" + swapped).freshness.isStale)
    }

    @Test func anotherSeedMakesEverythingDoubtful() throws {
        let page = try page(Self.lesson.replacing("seed: 1", with: "seed: 2"))
        #expect(page.freshness.settingsChanged)
        #expect(states(page) == [.afterChange, .afterChange])
    }

    @Test func aLessonWithoutCellsNeedsNoRecord() throws {
        #expect(try !page("Only prose.", recorded: nil).freshness.isStale)
    }
}
