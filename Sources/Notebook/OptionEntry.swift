import Diagnostics

/// One attribute or option line as written, with its places in the file.
struct OptionEntry {
    enum Kind {
        /// `#label`
        case label
        /// `.class`
        case `class`
        /// `name=value` or `//| name: value`
        case value
        /// A word alone.
        case bare
    }

    var kind: Kind
    /// Without its mark.
    var name: String
    /// Of the name with its mark.
    var nameRange: SourceRange
    var value: String
    /// Of the value as written, quotation marks included.
    var valueRange: SourceRange

    var range: SourceRange { kind == .value ? nameRange.union(valueRange) : nameRange }
}
