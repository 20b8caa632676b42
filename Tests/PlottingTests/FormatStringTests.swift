import Plotting
import Testing

@Suite struct FormatStringTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var color: SeriesColor?
        var marker: Marker?
        var line: LineStyle?
        init(_ text: String, _ color: SeriesColor? = nil, _ marker: Marker? = nil, _ line: LineStyle? = nil) {
            (self.text, self.color, self.marker, self.line) = (text, color, marker, line)
        }
        var testDescription: String { "\"\(text)\"" }
    }

    /// What `matplotlib.axes._base._process_plot_format` makes of the same strings.
    @Test(arguments: [
        Case("", nil, nil, .solid),
        Case("-", nil, nil, .solid),
        Case("b", .blue, nil, .solid),
        Case("bo", .blue, .circle, nil),
        Case("ob", .blue, .circle, nil),
        Case("r--", .red, nil, .dashed),
        Case("--r", .red, nil, .dashed),
        Case("g^:", .green, .triangleUp, .dotted),
        Case("ko-", .black, .circle, .solid),
        Case("c-.", .cyan, nil, .dashDotted),
        Case(".-", nil, .point, .solid),
        Case("-.", nil, nil, .dashDotted),
        Case("-.s", nil, .square, .dashDotted),
        Case("m.", .magenta, .point, nil),
        Case("y*", .yellow, .star, nil),
        Case("wD", .white, .diamond, nil),
        Case("d", nil, .thinDiamond, nil),
        Case("v", nil, .triangleDown, nil),
        Case("x:", nil, .cross, .dotted),
        Case("+", nil, .plus, nil),
    ])
    func reads(_ expected: Case) throws {
        let format = try FormatString(parsing: expected.text)
        #expect(format.color == expected.color)
        #expect(format.marker == expected.marker)
        #expect(format.line == expected.line)
    }

    @Test func everyCombinationReadsInEveryOrder() throws {
        for color in SeriesColor.allCases {
            for marker in Marker.allCases {
                for line in LineStyle.allCases {
                    let parts = [String(color.rawValue), String(marker.rawValue), line.rawValue]
                    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
                        let text = order.map { parts[$0] }.joined()
                        // Beside each other a hyphen and a point are a dash-dotted line, in matplotlib too.
                        if marker == .point && text.contains("-.") { continue }
                        let format = try FormatString(parsing: text)
                        #expect(format.color == color && format.marker == marker && format.line == line, "\(text)")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ("bz", "z" as Character), ("q", "q"), ("b o", " "), ("bo🎈", "🎈"), ("파랑", "파"), ("B", "B"), ("1", "1"),
        ("b—", "—"),
    ])
    func namesTheBadCharacter(_ text: String, _ character: Character) {
        #expect(throws: PlottingError.unknownFormatCharacter(character, format: text)) {
            try FormatString(parsing: text)
        }
        for language in ["ko", "ja", "en"] {
            let message = PlottingError.unknownFormatCharacter(character, format: text).message(in: language)
            #expect(message.contains("'\(character)'") && message.contains("\"\(text)\""))
            #expect(message.contains("b g r c m y k w") && message.contains("- -- -. :") && message.contains("o s D d"))
        }
    }

    @Test(arguments: [
        ("bro", PlottingError.FormatPart.color, "b", "r"), ("os", .marker, "o", "s"), ("-:", .line, "-", ":"),
        ("---", .line, "--", "-"), ("bb", .color, "b", "b"), ("b-.--", .line, "-.", "--"),
    ])
    func refusesAPartGivenTwice(_ text: String, _ part: PlottingError.FormatPart, _ first: String, _ second: String) {
        #expect(throws: PlottingError.repeatedFormatPart(part, first: first, second: second, format: text)) {
            try FormatString(parsing: text)
        }
    }
}
