/// What can be wrong with a notebook's file, types and running apart.
package enum NotebookMessage: Sendable, Hashable {
    // Front matter
    case unclosedFrontMatter
    /// With the YAML reader's own words.
    case brokenYAML(problem: String)
    case frontMatterNotMapping
    case frontMatterTooComplex
    case duplicateFrontMatterKey(String)
    case unknownFrontMatterKey(String, nearest: String?)
    case badTitle
    case badLanguage(String)
    case badSeed(String)

    // Fences
    case unclosedFence
    case nestedCell
    /// An info string that looks like a cell's and is none: `Swift`, `{swift}`.
    case notACell(info: String)
    case noSpaceBeforeAttributes

    // Attributes and option lines
    case textAfterLanguage(String)
    case unclosedAttributes
    case unclosedQuote
    case textAfterAttributes(String)
    case unexpectedAttribute(String)
    case unknownClass(String, nearest: String?)
    case unknownOption(String, nearest: String?)
    /// A class without its dot.
    case classWithoutDot(String)
    /// An option that wants a value.
    case missingValue(option: String)
    /// A class that has a value, or stands in an option line.
    case classAsOption(String)
    case badValue(option: String, value: String, expected: Expectation)
    case duplicateOption(String)
    case firstOption(String)
    case contradictoryOptions(String, String)
    case malformedOptionLine
    case unquotedValue(option: String)
    case lateOptionLine

    // Labels
    case illegalLabel(String)
    case labelTooLong(limit: Int)
    case emptyLabel
    case secondLabel(String)
    case duplicateLabel(String)
    case firstLabel(String)

    package enum Expectation: Sendable, Hashable {
        case seconds
        case tolerance
        case text
        case width
        case oneOf([String])
        /// One or more of them.
        case someOf([String])
    }
}
