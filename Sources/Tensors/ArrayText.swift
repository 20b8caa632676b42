/// A tensor as `repr(numpy.ndarray)` writes it: at most 1,000 elements in full, else three at each edge of an axis.
/// NumPy 2.2 adds `shape=(…)` to an abbreviated array; the older and shorter form without it is ours.
struct ArrayText {
    private static let threshold = 1000
    private static let edge = 3
    /// NumPy's 75 columns, less one for the closing parenthesis.
    private static let lineWidth = 74
    private static let prefix = "array("

    private let tensor: Tensor
    private let isShort: Bool
    private let format: ElementFormat
    private let strides: [Int]

    init(_ tensor: Tensor) {
        self.tensor = tensor
        isShort = tensor.count > Self.threshold
        let strides = Selection.strides(of: tensor.shape)
        self.strides = strides
        var places = tensor.count == 0 ? [] : [0]
        if tensor.count > 0 {
            for axis in tensor.shape.indices {
                let shown = Self.shown(tensor.shape[axis], isShort).flatMap { $0 }
                places = places.flatMap { place in shown.map { place + $0 * strides[axis] } }
            }
        }
        format = ElementFormat(tensor, places: places)
    }

    var text: String {
        // Below `array(` and the first bracket.
        let indent = String(repeating: " ", count: Self.prefix.count + 1)
        let body = tensor.count == 0 ? "[]" : nested(axis: 0, place: 0, indent: indent, Self.lineWidth)
        var extras: [String] = []
        if tensor.count == 0, tensor.shape != [0] {
            let lengths = tensor.shape.map(String.init).joined(separator: ", ")
            extras.append("shape=(\(lengths)\(tensor.rank == 1 ? "," : ""))")
        }
        if tensor.count == 0 || ![.float64, .int64, .bool].contains(tensor.dtype) {
            extras.append("dtype=\(tensor.dtype.rawValue)")
        }
        let start = Self.prefix + body
        if extras.isEmpty { return start + ")" }
        let extra = extras.joined(separator: ", ") + ")"
        let lastLine = (start + ",").split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        let isBroken = lastLine.count + extra.count + 1 > Self.lineWidth + 1
        return start + "," + (isBroken ? "\n" + String(repeating: " ", count: Self.prefix.count) : " ") + extra
    }

    /// The shown positions of an axis; two groups where some between them are left out.
    private static func shown(_ length: Int, _ isShort: Bool) -> [Range<Int>] {
        isShort && length > 2 * edge ? [0..<edge, length - edge..<length] : [0..<length]
    }

    private func nested(axis: Int, place: Int, indent: String, _ width: Int) -> String {
        guard axis < tensor.rank else { return format.text(tensor, at: place) }
        let isLast = axis == tensor.rank - 1
        let groups = Self.shown(tensor.shape[axis], isShort)
        // The words of this axis; nil stands for the dots.
        let words = groups.enumerated().flatMap { number, group -> [String?] in
            (number > 0 ? [nil] : [])
                + group.map {
                    nested(axis: axis + 1, place: place + $0 * strides[axis], indent: indent + " ", width - 1)
                }
        }
        var text = ""
        if isLast {
            var line = indent
            for (number, word) in words.enumerated() {
                let word = word ?? "..."
                if line.count + word.count > width - 1, line.count > indent.count {
                    while line.last == " " { line.removeLast() }
                    text += line + "\n"
                    line = indent
                }
                line += word + (number < words.count - 1 ? ", " : "")
            }
            text += line
        } else {
            let separator = "," + String(repeating: "\n", count: tensor.rank - axis - 1)
            text = words.map { indent + ($0 ?? "...") }.joined(separator: separator)
        }
        return "[" + text.dropFirst(indent.count) + "]"
    }
}
