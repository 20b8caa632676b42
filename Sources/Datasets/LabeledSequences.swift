package import Keeping
public import Outputs

/// Reviews as lists of word ranks with their labels: `sequences[i]` has the label `labels[i]`.
public struct LabeledSequences: Sendable {
    /// One list of word ranks per review, in reading order.
    public let sequences: [[Int]]
    /// 0 for a negative review, 1 for a positive one.
    public let labels: [Int]

    /// How many reviews there are.
    public var count: Int { sequences.count }

    /// `sequences` and `labels` have the same length.
    package init(sequences: [[Int]], labels: [Int]) {
        precondition(sequences.count == labels.count, "every sequence has its label")
        self.sequences = sequences
        self.labels = labels
    }
}

extension LabeledSequences: CustomStringConvertible, Showable {
    /// A summary in one line; 25,000 lists would help nobody.
    public var description: String {
        var tally: [Int: Int] = [:]
        for label in labels { tally[label, default: 0] += 1 }
        let labels = tally.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let lengths = sequences.map(\.count)
        let shortest = lengths.min() ?? 0
        let longest = lengths.max() ?? 0
        return "LabeledSequences(count: \(count), lengths: \(shortest)...\(longest), labels: [\(labels)])"
    }

    public func show() -> MIMEBundle { MIMEBundle(text: description) }
}

extension LabeledSequences: Keepable {
    package func keep(in writer: KeptWriter) throws {
        try writer.list(sequences, writer.array)
        try writer.array(labels)
    }

    package static func restored(from reader: KeptReader) throws -> LabeledSequences {
        LabeledSequences(sequences: try reader.list { try reader.array() }, labels: try reader.array())
    }
}
