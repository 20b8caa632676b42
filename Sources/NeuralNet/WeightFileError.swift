public import Outputs

/// What can be wrong with files of weights.
public enum WeightFileError: LessonError, Equatable {
    /// The network has no weights yet.
    case notBuilt
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    /// No safetensors file, or not whole.
    case damaged(path: String, SafetensorsFault)
    /// Weights of another network.
    case names(path: String, missing: [String], extra: [String])
    case shape(name: String, expected: [Int], found: [Int])

    public var name: String {
        switch self {
        case .notBuilt: "EmptyNetwork"
        case .unreadable: "UnreadableFile"
        case .unwritable: "UnwritableFile"
        case .damaged: "InvalidWeightFile"
        case .names, .shape: "ShapeMismatch"
        }
    }
}

/// Why bytes are no safetensors file.
public enum SafetensorsFault: Error, Equatable, Sendable {
    case tooShort(Int)
    case headerLength(UInt64)
    case header
    /// The array's place does not fit its shape, its neighbours or the file.
    case offsets(String)
    case unusedBytes(Int)
    case type(String, String)
}
