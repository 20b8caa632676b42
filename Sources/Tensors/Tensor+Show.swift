public import Outputs

extension Tensor: CustomStringConvertible {
    /// As NumPy writes it: `array([0., 1., 1., ..., 0., 0., 0.])`.
    public var description: String { ArrayText(self).text }
}

extension Tensor: Showable {
    /// The text, and the numbers for comparing runs: all of up to 1,000, else a sample and four statistics.
    public func show() -> MIMEBundle {
        var payload: [String: JSON] = [
            "dtype": .string(dtype.rawValue), "shape": .array(shape.map { .int($0) }),
        ]
        if count <= 1000 {
            payload["data"] = .array((0..<count).map(json))
        } else {
            let places = (0..<Self.samples).map { $0 * (count - 1) / (Self.samples - 1) }
            payload["sample"] = [
                "indices": .array(places.map { .int($0) }), "values": .array(places.map(json)),
            ]
            payload["min"] = .number(min())
            payload["max"] = .number(max())
            payload["mean"] = .number(mean())
            payload["std"] = .number(std())
        }
        return MIMEBundle([MIME.text: .string(description), MIME.array: .object(payload)])
    }

    /// How many elements of a large tensor are sampled, evenly from the first to the last.
    private static let samples = 100

    private func json(_ place: Int) -> JSON {
        switch dtype {
        case .float64, .float32: .number(double(at: place))
        case .int64, .int32, .uint8: .int(Int(integer(at: place)))
        case .bool: .bool(integer(at: place) != 0)
        }
    }
}
