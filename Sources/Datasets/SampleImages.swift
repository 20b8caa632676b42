import Digest
import Foundation
import Outputs
import Tensors

/// Drawn pictures that stand in for Fashion-MNIST where the real files are absent: ten kinds of clothes as outlines
/// filled with a grey and a weave, shifted, stretched and noisy, so that some are taken for others.
enum SampleImages {
    private static let seed: UInt64 = 0x4841_4E4A_4946_4D4E
    private static let counts = [60_000, 10_000]

    static var identity: String { Digest.sha256("hanji sample corpus fashion, version 1, seed \(seed)") }

    static func generate(part: Int) throws -> LabeledImages {
        var random = Xoshiro256(seed: seed &+ UInt64(part))
        let (count, side) = (counts[part], FashionMNIST.side)
        var pixels = [UInt8](repeating: 0, count: count * side * side)
        var labels: [Int] = []
        for image in 0..<count {
            if image % 256 == 0 { try Interruption.check() }
            let label = Int(random.unit() * 10)
            labels.append(label)
            draw(label, into: &pixels, at: image * side * side, &random)
        }
        return LabeledImages(images: Tensor(uint8: pixels, shape: [count, side, side]), labels: labels)
    }

    /// For each class, half widths of the piece from top (0) to bottom (1), and of what hangs beside it.
    private struct Outline {
        var top: Double
        var bottom: Double
        var body: [Double]
        /// Sleeves: how far they reach out and down.
        var sleeve = (width: 0.0, length: 0.0)
        /// A gap in the middle from this height on: legs.
        var gap = 2.0
        var shift = 0.0
    }

    private static let outlines: [Outline] = [
        Outline(top: 0.12, bottom: 0.88, body: [0.16, 0.25, 0.25, 0.25, 0.25], sleeve: (0.20, 0.22)),
        Outline(top: 0.06, bottom: 0.95, body: [0.17, 0.18, 0.19, 0.18, 0.17], gap: 0.3),
        Outline(top: 0.10, bottom: 0.92, body: [0.15, 0.24, 0.24, 0.24, 0.25], sleeve: (0.17, 0.68)),
        Outline(top: 0.05, bottom: 0.96, body: [0.11, 0.15, 0.13, 0.19, 0.25], sleeve: (0.05, 0.14)),
        Outline(top: 0.06, bottom: 0.95, body: [0.14, 0.24, 0.25, 0.26, 0.27], sleeve: (0.15, 0.74)),
        Outline(top: 0.48, bottom: 0.78, body: [0.12, 0.26, 0.38, 0.44, 0.46], shift: 0.04),
        Outline(top: 0.09, bottom: 0.92, body: [0.13, 0.22, 0.23, 0.24, 0.24], sleeve: (0.16, 0.52)),
        Outline(top: 0.42, bottom: 0.76, body: [0.20, 0.30, 0.42, 0.46, 0.47]),
        Outline(top: 0.30, bottom: 0.90, body: [0.36, 0.42, 0.43, 0.44, 0.42]),
        Outline(top: 0.14, bottom: 0.86, body: [0.20, 0.21, 0.24, 0.40, 0.45], shift: -0.06),
    ]

    private static func draw(_ label: Int, into pixels: inout [UInt8], at start: Int, _ random: inout Xoshiro256) {
        let (outline, side) = (outlines[label], FashionMNIST.side)
        func jitter(_ size: Double) -> Double { (random.unit() * 2 - 1) * size }
        let (dx, dy) = (outline.shift + jitter(0.04), jitter(0.04))
        let (wide, tall) = (1 + jitter(0.14), 1 + jitter(0.08))
        let grey = 110 + 130 * random.unit()
        let weave = 30 * random.unit()
        let period = 1.5 + 5 * random.unit()
        let sleeve = (outline.sleeve.width * (1 + jitter(0.25)), outline.sleeve.length * (1 + jitter(0.3)))
        for row in 0..<side {
            let y = ((Double(row) + 0.5) / Double(side) - 0.5 - dy) / tall + 0.5
            let height = (y - outline.top) / (outline.bottom - outline.top)
            guard height >= 0, height <= 1 else { continue }
            let place = height * Double(outline.body.count - 1)
            let index = min(Int(place), outline.body.count - 2)
            let half = outline.body[index] + (outline.body[index + 1] - outline.body[index]) * (place - Double(index))
            for column in 0..<side {
                let x = abs((Double(column) + 0.5) / Double(side) - 0.5 - dx) / wide
                var isInside = x <= half
                if !isInside, height > 0.04, height < sleeve.1 { isInside = x <= half + sleeve.0 * (0.4 + height) }
                if height > outline.gap, x < 0.03 { isInside = false }
                // A bag has a handle.
                if label == 8, height < 0.02 { isInside = x < 0.3 }
                guard isInside else { continue }
                let value = grey + weave * sin(Double(row) * period) + 22 * (random.unit() - 0.5)
                pixels[start + row * side + column] = UInt8(min(255, max(1, value)))
            }
        }
    }
}
