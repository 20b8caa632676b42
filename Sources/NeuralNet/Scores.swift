package import Keeping
public import Outputs

/// What an evaluation found: the loss and the metrics.
public struct Scores: Sendable {
    /// `loss`, then the metrics as they were asked for.
    public let keys: [String]
    private let values: [Double]

    init(keys: [String], values: [Double]) {
        self.keys = keys
        self.values = values
    }

    /// Errors: ``NetworkError/unknownKey(_:known:)`` with the keys that there are.
    public subscript(_ key: String) -> Double {
        guard let index = keys.firstIndex(of: key) else {
            return Failure.raise(NetworkError.unknownKey(key, known: keys), .nan)
        }
        return values[index]
    }

    public var loss: Double { values[0] }
}

extension Scores: CustomStringConvertible {
    /// `loss: 0.2947 - accuracy: 0.8838`
    public var description: String {
        zip(keys, values).map { "\($0): \(NumberText.short($1))" }.joined(separator: " - ")
    }
}

extension Scores: Showable {
    public func show() -> MIMEBundle { MIMEBundle(text: description) }
}

extension Scores: Keepable {
    package func keep(in writer: KeptWriter) throws {
        try writer.list(keys, writer.string)
        try writer.array(values)
    }

    package static func restored(from reader: KeptReader) throws -> Scores {
        Scores(keys: try reader.list(reader.string), values: try reader.array())
    }
}
