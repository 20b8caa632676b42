public import Outputs

/// What a lesson can get wrong when it draws.
public enum PlottingError: LessonError, Hashable {
    /// The parts of a format string.
    public enum FormatPart: Sendable { case color, marker, line }

    /// `Figure().plot(x, y, "bz")`: no colour, marker or line style begins with this character.
    case unknownFormatCharacter(Character, format: String)
    /// `Figure().plot(x, y, "bro")`: two colours, markers or line styles.
    case repeatedFormatPart(FormatPart, first: String, second: String, format: String)
    /// Not as many positions as values.
    case unequalLengths(x: Int, y: Int)
    /// A histogram of so many ranges.
    case noBins(Int)
    /// An axis from one value to another that is not above it; a logarithmic one must begin above zero.
    case limits(Double, Double, logarithmic: Bool)
    /// Images are `[height, width]`, or `[count, height, width]` for a grid.
    case imageShape([Int])
    /// A heat map is `[rows, columns]`.
    case heatMapShape([Int])
    /// Not as many names as images, rows or columns.
    case nameCount(expected: Int, found: Int)

    public var name: String {
        switch self {
        case .unknownFormatCharacter, .repeatedFormatPart: "InvalidFormat"
        case .unequalLengths, .nameCount: "UnequalLengths"
        case .noBins, .limits: "WrongArgument"
        case .imageShape, .heatMapShape: "ShapeMismatch"
        }
    }
}
