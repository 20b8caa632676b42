import Synchronization

/// A data set that was read: what the record needs to name it.
public struct DatasetUse: Hashable, Sendable, Codable {
    public var name: String
    /// SHA-256 of the file that was read, or of the generator's name and seed for a sample corpus.
    public var sha256: String
    /// Whether the embedded sample corpus stood in for the real data.
    public var isSample: Bool

    public init(name: String, sha256: String, isSample: Bool) {
        self.name = name
        self.sha256 = sha256
        self.isSample = isSample
    }
}

/// Where everything that speaks sends what it says. A notebook's worker sends it on as events; a compiled program prints.
public protocol OutputSink: Sendable {
    func emit(_ output: Output)
    func used(_ dataset: DatasetUse)
}

/// The sink of this process. One notebook runs per process, so there is one.
public enum Outputs {
    private static let sink = Mutex<any OutputSink>(ConsoleSink())

    public static var current: any OutputSink {
        get { sink.withLock { $0 } }
        set { sink.withLock { $0 = newValue } }
    }

    public static func emit(_ output: Output) { current.emit(output) }
    public static func used(_ dataset: DatasetUse) { current.used(dataset) }
}

/// The sink of a compiled program: text to standard output, errors and progress to standard error.
public struct ConsoleSink: OutputSink {
    public init() {}

    public func emit(_ output: Output) {
        switch output {
        case .stream(.stdout, let text): print(text, terminator: "")
        case .stream(.stderr, let text): StandardError.write(text)
        case .display(let bundle), .result(let bundle): print(bundle.text ?? "")
        case .progress: break
        case .error(let error): StandardError.write("\(error.name): \(error.message)\n")
        }
    }

    public func used(_ dataset: DatasetUse) {}
}
