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

    public var name: String {
        switch self {
        case .unknownFormatCharacter, .repeatedFormatPart: "InvalidFormat"
        case .unequalLengths: "UnequalLengths"
        }
    }
}
