/// Why a formula is not understood, with its place in the formula's source in UTF-8 bytes.
struct TeXProblem: Error, Hashable {
    enum Kind: Hashable, Sendable {
        case unknownCommand(String, nearest: String?)
        case unknownEnvironment(String)
        /// `{`, `\left` or `\begin{…}` without its end.
        case unclosed(String)
        /// `}`, `\right`, `\end{…}` or `&` without its beginning.
        case unexpected(String)
        case missingArgument(of: String)
        /// `a^b^c`.
        case doubleScript
        case tooDeep
    }
    var kind: Kind
    var lower: Int
    var upper: Int
}
