/// matplotlib's format string: colour, marker and line style, each at most once and in any order.
package struct FormatString: Hashable, Sendable {
    package var color: SeriesColor?
    package var marker: Marker?
    package var line: LineStyle?

    /// Reads `text`; throws ``PlottingError`` when a character means nothing or a part is given twice.
    ///
    /// As in matplotlib `-.` is one line style wherever it stands, so points on a solid line are `.-`.
    package init(parsing text: String) throws {
        var rest = Substring(text)
        while let character = rest.first {
            if let style = LineStyle.longestFirst.first(where: { rest.hasPrefix($0.rawValue) }) {
                try Self.set(&line, to: style, part: .line, in: text)
                rest = rest.dropFirst(style.rawValue.count)
                continue
            }
            if let value = Marker(rawValue: character) {
                try Self.set(&marker, to: value, part: .marker, in: text)
            } else if let value = SeriesColor(rawValue: character) {
                try Self.set(&color, to: value, part: .color, in: text)
            } else {
                throw PlottingError.unknownFormatCharacter(character, format: text)
            }
            rest = rest.dropFirst()
        }
        if marker == nil && line == nil { line = .solid }
    }

    private static func set<Part: RawRepresentable>(
        _ slot: inout Part?, to value: Part, part: PlottingError.FormatPart, in text: String
    ) throws {
        if let slot {
            throw PlottingError.repeatedFormatPart(
                part, first: "\(slot.rawValue)", second: "\(value.rawValue)", format: text)
        }
        slot = value
    }
}

/// How the points of a series are joined.
package enum LineStyle: String, CaseIterable, Sendable {
    case solid = "-"
    case dashed = "--"
    case dashDotted = "-."
    case dotted = ":"

    fileprivate static let longestFirst: [LineStyle] = [.dashed, .dashDotted, .solid, .dotted]
}

/// The shape drawn at each point of a series.
package enum Marker: Character, CaseIterable, Sendable {
    case point = "."
    case circle = "o"
    case square = "s"
    case diamond = "D"
    case thinDiamond = "d"
    case triangleUp = "^"
    case triangleDown = "v"
    case triangleLeft = "<"
    case triangleRight = ">"
    case plus = "+"
    case cross = "x"
    case star = "*"
}

/// The colours by matplotlib's letters. Their values stand in ``Theme``.
package enum SeriesColor: Character, CaseIterable, Sendable {
    case blue = "b"
    case green = "g"
    case red = "r"
    case cyan = "c"
    case magenta = "m"
    case yellow = "y"
    /// The colour of the text: black on a light page, white on a dark one.
    case black = "k"
    /// A quiet grey, because white could not be seen.
    case white = "w"

    /// The order for series that name no colour: neighbours differ in hue and in lightness.
    package static let cycle: [SeriesColor] = [.blue, .red, .green, .magenta, .yellow, .cyan, .black]
}
