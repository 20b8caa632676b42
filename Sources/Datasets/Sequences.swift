import Outputs
public import Tensors

/// Which end of a sequence is filled or cut.
public enum SequenceEnd: String, Equatable, Sendable {
    /// In front.
    case pre
    /// Behind.
    case post
}

/// Sequences of one length as an int32 tensor `[count, maxLength]`: short ones are filled with `value`, long ones are cut,
/// both in front by default, because a recurrent layer remembers the end best.
///
/// Without `maxLength` the longest sequence decides. Source: `keras.utils.pad_sequences`.
///
/// Errors: a `maxLength` below 0.
public func padSequences(
    _ sequences: [[Int]], maxLength: Int? = nil, padding: SequenceEnd = .pre, truncating: SequenceEnd = .pre,
    value: Int = 0
) -> Tensor {
    Failure.guarded(Tensor.zeros([0, 0], dtype: .int32)) {
        if let maxLength, maxLength < 0 {
            throw DatasetError.invalidArgument(name: "maxLength", value: maxLength, allowed: 0...Int(Int32.max))
        }
        let length = maxLength ?? sequences.map(\.count).max() ?? 0
        var values = [Int32](repeating: Int32(truncatingIfNeeded: value), count: sequences.count * length)
        for (row, sequence) in sequences.enumerated() {
            if row % 4_096 == 0 { try Interruption.check() }
            let kept = truncating == .pre ? sequence.suffix(length) : sequence.prefix(length)
            let start = row * length + (padding == .pre ? length - kept.count : 0)
            for (position, number) in kept.enumerated() {
                values[start + position] = Int32(truncatingIfNeeded: number)
            }
        }
        return Tensor(int32: values, shape: [sequences.count, length])
    }
}

/// Class numbers as rows with a one at the number's place: float64 `[count, classes]`. Without `classes` there are as many
/// as the largest number asks for. Source: `keras.utils.to_categorical`.
///
/// Errors: a number below 0 or not below `classes`.
public func toCategorical(_ labels: [Int], classes: Int? = nil) -> Tensor {
    Failure.guarded(Tensor.zeros([0, 0])) {
        let classes = classes ?? (labels.max() ?? -1) + 1
        var values = [Double](repeating: 0, count: labels.count * max(classes, 0))
        for (position, label) in labels.enumerated() {
            guard label >= 0, label < classes else {
                throw DatasetError.labelOutOfRange(value: label, classes: classes, position: position)
            }
            values[position * classes + label] = 1
        }
        return Tensor(values).reshaped([labels.count, max(classes, 0)])
    }
}

/// ``toCategorical(_:classes:)-([Int],_)`` of a tensor of whole numbers `[count]` or `[count, 1]`.
public func toCategorical(_ labels: Tensor, classes: Int? = nil) -> Tensor {
    Failure.guarded(Tensor.zeros([0, 0])) { toCategorical(try labels.classNumbers(), classes: classes) }
}
