/// One value in several forms, by MIME type, as Jupyter keeps it. Text forms are ``JSON/string(_:)``.
public struct MIMEBundle: Hashable, Sendable, Codable {
    public var data: [String: JSON]
    /// Display metadata, by nbformat's rules: `{"image/svg+xml": {"width": …}}`.
    public var metadata: [String: JSON]

    public init(_ data: [String: JSON], metadata: [String: JSON] = [:]) {
        self.data = data
        self.metadata = metadata
    }

    /// A bundle of text only.
    public init(text: String) { self.init([MIME.text: .string(text)]) }

    public var text: String? { data[MIME.text]?.asString }
}

/// The MIME types that the product writes.
public enum MIME {
    public static let text = "text/plain"
    public static let html = "text/html"
    public static let svg = "image/svg+xml"
    /// `{"dtype": "float32", "shape": [2, 3], "data": […]}`: all elements in row-major order when there are at most
    /// 1,000; else `"sample": {"indices": […], "values": […]}` (flat indices) and `"min" "max" "mean" "std"`.
    public static let array = "application/vnd.hanji.array+json"
    /// `{"epochs": 20, "samples": 15000, "validationSamples": 10000, "keys": ["loss", …], "values": {"loss": […], …}}`.
    public static let history = "application/vnd.hanji.history+json"
    /// `{"columns": ["id", …], "index": [0, 1, null, …], "rows": [["7", …], …, null, …], "shape": [150000, 3]}`: the rows
    /// shown, `null` for those left out between; an empty field is a missing value. Without `index` the rows have no numbers.
    public static let table = "application/vnd.hanji.table+json"
    /// `{"title": …, "xLabel": …, "yLabel": …, "series": [{"kind": "line", "label": …, "x": […], "y": […]}, …]}`.
    public static let figure = "application/vnd.hanji.figure+json"
    /// `[diagnostic, …]` as the JSON renderer writes them: the output of a cell that must not type-check.
    public static let diagnostics = "application/vnd.hanji.diagnostics+json"
}

/// Why a cell failed while it ran.
public struct OutputError: Hashable, Sendable, Codable, Error {
    /// The kind, as nbformat's `ename`: `IndexOutOfRange`, `UnknownHistoryKey`.
    public var name: String
    /// The sentence shown to the reader, as nbformat's `evalue`.
    public var message: String
    /// Lines for the reader: the excerpt of the source with the place, the call stack.
    public var traceback: [String]

    public init(name: String, message: String, traceback: [String] = []) {
        self.name = name
        self.message = message
        self.traceback = traceback
    }
}

/// Live progress of a long computation. Never recorded.
public struct Progress: Hashable, Sendable, Codable {
    public var label: String
    /// Units done and units in all: batches over all epochs, bytes, files.
    public var done: Int
    public var total: Int
    /// What to show beside it: `epoch 3/20`, `loss 0.2179`.
    public var detail: String

    public init(label: String, done: Int, total: Int, detail: String) {
        self.label = label
        self.done = done
        self.total = total
        self.detail = detail
    }
}

/// What a cell says while it runs.
public enum Output: Hashable, Sendable, Codable {
    public enum Stream: String, Sendable, Codable { case stdout, stderr }

    case stream(Stream, String)
    /// Shown by `display` or by the library (an epoch log).
    case display(MIMEBundle)
    /// The value of the cell's last expression.
    case result(MIMEBundle)
    case progress(Progress)
    case error(OutputError)
}
