import Outputs
import Plotting
import Testing

/// What the library collects in ``Failure`` is one per process: these tests run one after another, and no other test of
/// the room makes a mistake.
@Suite(.serialized) struct FigureFailureTests {
    private func failure(_ make: () -> Figure) -> (PlottingError?, Figure) {
        Failure.collect()
        let figure = make()
        return (Failure.take() as? PlottingError, figure)
    }

    @Test func lengthsMustAgree() {
        let cases: [(() -> Figure, Int, Int)] = [
            ({ Figure().plot([1, 2, 3], [1, 2]) }, 3, 2), ({ Figure().plot(1...20, [0.5]) }, 20, 1),
            ({ Figure().plot(0..<2, []) }, 2, 0), ({ Figure().plot(0...Int.max, [1]) }, Int.max, 1),
            ({ Figure().plot(Int.min...Int.max, [1]) }, Int.max, 1),
            ({ Figure().plot(Int.min..<Int.max, [1]) }, Int.max, 1),
        ]
        for (make, x, y) in cases {
            let (error, figure) = failure(make)
            #expect(error == .unequalLengths(x: x, y: y))
            #expect(figure == Figure())
        }
    }

    @Test func formatsAreChecked() {
        #expect(failure { Figure().plot([1], "bz") }.0 == .unknownFormatCharacter("z", format: "bz"))
        let overloads: [() -> Figure] = [
            { Figure().plot([1], [1], "!") }, { Figure().plot(1...1, [1], "!") }, { Figure().plot(0..<1, [1], "!") },
        ]
        for overload in overloads { #expect(failure(overload).0 == .unknownFormatCharacter("!", format: "!")) }
    }

    @Test func mistakesLeaveTheFigureAsItWas() {
        let (error, figure) = failure { Fixtures.korean.plot([1], "bb") }
        #expect(error?.name == "InvalidFormat" && figure == Fixtures.korean)
    }

    @Test func messagesAreInThreeLanguages() {
        let errors: [PlottingError] = [
            .unequalLengths(x: 20, y: 19), .unknownFormatCharacter("z", format: "bz"),
            .repeatedFormatPart(.line, first: "-", second: ":", format: "-:"),
            .repeatedFormatPart(.color, first: "b", second: "r", format: "br"),
            .repeatedFormatPart(.marker, first: "o", second: "s", format: "os"),
        ]
        for error in errors {
            #expect(Set(["ko", "ja", "en"].map { error.message(in: $0) }).count == 3)
        }
        #expect(
            errors[0].message(in: "ko") == "x와 y의 길이가 다릅니다: x는 20개, y는 19개입니다. y의 값 하나마다 x의 값이 하나씩 있어야 합니다.")
    }
}

@Suite struct FigureTests {
    @Test func aFigureIsAValue() {
        let empty = Figure()
        let titled = empty.title("제목")
        #expect(empty == Figure() && titled != empty)
        #expect(titled.plot([1]).series.count == 1 && titled.series.isEmpty)
    }

    @Test func textForm() {
        #expect(Fixtures.korean.description == "Figure: 훈련과 검증 손실 (2 series)")
        #expect("\(Figure().plot([1]))" == "Figure (1 series)")
        #expect(Figure().title("a\nb").description == "Figure: a b (0 series)")
    }

    @Test func showsItselfInThreeForms() {
        let bundle = Fixtures.korean.show()
        #expect(Set(bundle.data.keys) == [MIME.text, MIME.svg, MIME.figure])
        #expect(bundle.text == "Figure: 훈련과 검증 손실 (2 series)")
        #expect(
            bundle.data[MIME.svg]?.asString == FigureSVG(Fixtures.korean, language: LessonLanguage.current).render())
    }

    @Test func payloadHoldsTheDataAsGiven() {
        let figure = Figure()
            .plot(1...2, [0.5, .nan], "bo", label: "훈련")
            .plot([0.5, .infinity], [1, -.infinity])
            .plot([3], "s--").title("제목").xLabel("x")
        let expected: JSON = [
            "title": "제목", "xLabel": "x", "yLabel": .null,
            "series": [
                ["kind": "points", "label": "훈련", "x": [1, 2], "y": [.double(0.5), "NaN"]],
                ["kind": "line", "label": .null, "x": [.double(0.5), "Infinity"], "y": [.double(1), "-Infinity"]],
                ["kind": "line+points", "label": .null, "x": [0], "y": [.double(3)]],
            ],
        ]
        #expect(figure.show().data[MIME.figure] == expected)
        #expect(Figure().show().data[MIME.figure] == ["title": .null, "xLabel": .null, "yLabel": .null, "series": []])
    }

    @Test func coloursNotAskedForAreNotTakenTwice() {
        let figure = Figure().plot([1]).plot([1], "b").plot([1]).plot([1], "r").plot([1])
        #expect(figure.colors == [.green, .blue, .magenta, .red, .yellow])
        let many = (0..<9).reduce(Figure()) { figure, _ in figure.plot([1]) }
        #expect(many.colors == SeriesColor.cycle + SeriesColor.cycle.prefix(2))
        let all = SeriesColor.cycle.reduce(Figure()) { $0.plot([1], String($1.rawValue)) }.plot([1])
        #expect(all.colors.last == .blue)
    }
}
