/// What can be wrong with a JSON text.
package enum JSONProblem: Hashable, Sendable {
    case unexpectedEnd
    /// Something else than the grammar allows here; the argument is what stands there.
    case unexpected(String)
    case unclosedString
    /// A control character that must be written as an escape.
    case controlCharacter(UInt8)
    case invalidEscape
    /// `\ud800` without its other half.
    case loneSurrogate
    case invalidNumber(String)
    case numberOutOfRange(String)
    case duplicateKey(String)
    case tooDeep(limit: Int)
    case textAfterEnd
    /// The marks that version control leaves where it could not merge.
    case mergeConflict
}

package struct JSONSyntaxError: Error, Hashable {
    package var problem: JSONProblem
    /// In UTF-8 bytes from the start.
    package var offset: Int
}
