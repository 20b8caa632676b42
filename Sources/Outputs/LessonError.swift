import Synchronization

/// An error of the library that a lesson can meet. Wording in three languages, because learners read it.
public protocol LessonError: Error, Sendable, CustomStringConvertible {
    /// The kind in upper camel case, recorded as the error's name: `ShapeMismatch`.
    var name: String { get }
    /// One or two sentences: what is wrong and what to do. `language` is `ko`, `ja` or `en`.
    func message(in language: String) -> String
}

extension LessonError {
    public var description: String { "\(name): \(message(in: LessonLanguage.current))" }
}

/// The language in which the library's errors are worded: the notebook's, English in compiled programs.
public enum LessonLanguage {
    public static var current: String {
        get { storage.withLock { $0 } }
        set { storage.withLock { $0 = newValue } }
    }
    private static let storage = Mutex("en")
}
