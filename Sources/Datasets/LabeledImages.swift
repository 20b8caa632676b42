package import Keeping
public import Outputs
public import Tensors

/// Images with their labels: `images[i]` has the label `labels[i]`.
public struct LabeledImages: Sendable {
    /// uint8 `[count, height, width]`, 0 for black to 255 for white.
    public let images: Tensor
    /// The number of each image's class.
    public let labels: [Int]

    /// How many images there are.
    public var count: Int { labels.count }

    package init(images: Tensor, labels: [Int]) {
        precondition(images.shape.first == labels.count, "every image has its label")
        self.images = images
        self.labels = labels
    }
}

extension LabeledImages: CustomStringConvertible, Showable {
    public var description: String {
        let sides = images.shape.dropFirst().map(String.init).joined(separator: " × ")
        return "LabeledImages(count: \(count), size: \(sides), classes: \(Set(labels).count))"
    }

    public func show() -> MIMEBundle { MIMEBundle(text: description) }
}

extension LabeledImages: Keepable {
    package func keep(in writer: KeptWriter) throws {
        try writer.value(images)
        try writer.array(labels)
    }

    package static func restored(from reader: KeptReader) throws -> LabeledImages {
        LabeledImages(images: try reader.value(), labels: try reader.array())
    }
}
