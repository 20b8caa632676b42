import Diagnostics
import Notebook
import Tangle
import Testing

/// The program that a notebook becomes. That such programs print what cells show is for `make conformance`.
@Suite struct ProgramTests {
    @Test func theHeadSetsWhatARunSets() {
        let notebook = NotebookReader.read(
            SourceText(path: "a/b/수업.md", text: "---\nlang: ko\nseed: 42\n---\n\n```swift\nprint(1)\n```\n"))
        let tangled = Tangling.tangled(notebook)
        #expect(
            tangled.program == """
                // 수업.md, tangled by Hanji
                import Foundation
                import LessonKit

                __begin(language: "ko", seed: 42)

                // 셀 1
                #sourceLocation(file: "수업.md", line: 7)
                print(1)
                #sourceLocation()

                """)
        #expect(tangled.manifest.contains(#"name: "수업""#))
        #expect(tangled.manifest.contains(#".package(name: "hanji", path: "/houses/hanji")"#))
    }

    @Test func thePackageMayComeFromAURL() {
        let notebook = NotebookReader.read(SourceText(path: "lesson.md", text: "```swift\n1\n```\n"))
        for url in ["https://example.org/hanji.git", "git@example.org:hanji.git"] {
            let manifest = Tangling.tangled(notebook, dependency: Dependency(url)).manifest
            #expect(manifest.contains(".package(url: \"\(url)\", branch: \"main\")"))
        }
        #expect(Dependency("../hanji") == .path("../hanji"))
    }

    @Test func theLastExpressionIsShown() {
        let text = "```swift {#a}\nlet x = 1\nx + 1  // 2\n```\n\n```swift {#b}\nprint(x)\n```\n"
        #expect(
            Tangling.cells(of: text) == """
                // cell 1 (a)
                #sourceLocation(file: "lesson.md", line: 2)
                let x = 1
                __show(x + 1)  // 2
                #sourceLocation()

                // cell 2 (b)
                #sourceLocation(file: "lesson.md", line: 7)
                print(x)
                #sourceLocation()

                """)
    }

    @Test func whatEarlierCellsMeantStays() {
        let text = """
            ```swift {#a}
            var rate = 0.5
            let halve = { (x: Double) in x * rate }
            func twice(_ x: Int) -> Int { 2 * x }
            ```

            ```swift {#b}
            let rate = "\\(rate) per step"
            func twice(_ x: Int) -> Int { twice(x, 2) }
            func twice(_ x: Int, _ n: Int) -> Int { n * x }
            print(halve(1), rate.count, twice(3))
            ```

            """
        let cells = Tangling.cells(of: text)
        #expect(cells.contains("let halve = { (x: Double) in x * rate }"))
        #expect(cells.contains(#"let rate_2 = "\(rate) per step""#))
        #expect(cells.contains("func twice_2(_ x: Int) -> Int { twice_2(x, 2) }"))
        #expect(cells.contains("func twice_2(_ x: Int, _ n: Int) -> Int { n * x }"))
        #expect(cells.contains("print(halve(1), rate_2.count, twice_2(3))"))
    }

    @Test func newNamesAreNobodysNames() {
        let text =
            "```swift\nlet x = 1, x_2 = 2\n```\n\n```swift\nlet x = 3\n({ (x_3: Int) in x + x_3 + x_2 })(4)\n```\n"
        #expect(Tangling.cells(of: text).contains("let x_4 = 3\n__show(({ (x_3: Int) in x_4 + x_3 + x_2 })(4))"))
    }

    @Test func aWordThatReadsAndDeclaresBecomesTwo() {
        let text = """
            ```swift
            let score: Int? = 1
            if let score { print(score) }
            ```

            ```swift
            let score: Double? = 1
            if let score, score > 0 { print(score) }
            ```

            """
        let cells = Tangling.cells(of: text)
        #expect(cells.contains("if let score { print(score) }"))
        #expect(cells.contains("if let score = score_2, score > 0 { print(score) }"))
    }

    /// `guard let x` at the top level declares for the notebook what it reads from an earlier cell.
    @Test func aGuardAtTheTopLevelReadsTheOldNameAndDeclaresTheNew() {
        let text = """
            ```swift {#a}
            let score: Int? = 1
            ```

            ```swift {#b}
            guard let score else { fatalError() }
            print(score)
            ```

            """
        let cells = Tangling.cells(of: text, names: [("score", "a", [0, 1]), ("score", "b", [1, 2])])
        #expect(cells.contains("guard let score_2 = score else { fatalError() }\nprint(score_2)"))
    }

    /// A function of the library stays what it is in the cells before one that declares its name.
    @Test func aNameOfTheLibraryIsNotTakenFromEarlierCells() {
        let use = "print(relu(Tensor([-1.0])))"
        let own = "func relu(_ x: Double) -> Double { x > 0 ? x : 0 }\nprint(relu(2))"
        let both = Tangling.cells(of: "```swift\n\(use)\n```\n\n```swift\n\(own)\n```\n")
        #expect(both.contains(use))
        #expect(both.contains("func relu_2(_ x: Double) -> Double { x > 0 ? x : 0 }\nprint(relu_2(2))"))
        #expect(Tangling.cells(of: "```swift\n\(own)\n```\n").contains(own))
    }

    @Test func aTypeDeclaredAgainKeepsTheNameThatIsPrinted() {
        let text = """
            ```swift {#a}
            struct Point { var x = 1 }
            ```

            ```swift {#b}
            /// With two coordinates.
            @MainActor private struct Point: Equatable {
                var x = 1, y = 2
                static let zero = Point(x: 0, y: 0)
            }
            extension Point { func norm() -> Int { x + y } }
            let points: [Point] = [.zero, Point()]
            ```

            """
        let cells = Tangling.cells(
            of: text, names: [("Point", "a", [0]), ("Point", "b", [1, 2, 3, 4, 5])])
        #expect(
            cells.contains(
                """
                /// With two coordinates.
                enum Point_2 { @MainActor fileprivate struct Point: Equatable {
                    var x = 1, y = 2
                    static let zero = Point_2.Point(x: 0, y: 0)
                } }
                extension Point_2.Point { func norm() -> Int { x + y } }
                let points: [Point_2.Point] = [.zero, Point_2.Point()]
                """))
    }

    @Test func aCellThatMustFailIsRunApart() {
        let text = """
            ```swift {#a}
            let x = 1
            ```

            ```swift {#b .raises-exception}
            import Foundation
            let x = [1]
            x[3]
            ```

            ```swift {#c}
            print(x)
            ```

            """
        #expect(
            Tangling.cells(of: text) == """
                // cell 1 (a)
                #sourceLocation(file: "lesson.md", line: 2)
                let x = 1
                #sourceLocation()

                // cell 2 (b): ends with an error
                @_optimize(none)
                func cell_2() throws {
                #sourceLocation(file: "lesson.md", line: 6)

                let x_2 = [1]
                __show(x_2[3])
                #sourceLocation()
                }
                __mustFail(cell_2)

                // cell 3 (c)
                #sourceLocation(file: "lesson.md", line: 12)
                print(x)
                #sourceLocation()

                """)
    }

    @Test func typesOfACellThatMustFailStandBeforeIt() {
        let text = """
            ```swift {#a .raises-exception}
            enum Oops: Error {
                case soon
            }
            throw Oops.soon
            ```

            """
        #expect(
            Tangling.cells(of: text, names: [("Oops", "a", [0, 1])]) == """
                // cell 1 (a): ends with an error
                #sourceLocation(file: "lesson.md", line: 2)
                enum Oops: Error {
                    case soon
                }
                #sourceLocation()
                @_optimize(none)
                func cell_1() throws {
                #sourceLocation(file: "lesson.md", line: 2)



                throw Oops.soon
                #sourceLocation()
                }
                __mustFail(cell_1)

                """)
    }

    @Test func cellsThatDoNotRunAreComments() {
        let text = """
            ```swift {#a .fails-check}
            let x: Int = ""

            x
            ```

            ```swift {.noeval}
            output = relu(dot(W, input) + b)
            ```

            """
        #expect(
            Tangling.cells(of: text) == """
                // cell 1 (a): refused by the type checker
                // let x: Int = ""
                //
                // x

                // cell: only shown
                // output = relu(dot(W, input) + b)

                """)
    }
}
