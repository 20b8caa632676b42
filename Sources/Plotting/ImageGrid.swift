public import Outputs
public import Tensors

/// Pictures side by side, each with a name if there are names: `ImageGrid(train.images[..<10], titles: names)`.
///
/// Images are `[height, width]`, or several `[count, height, width]`; the least number of all is black and the largest
/// white, or the other way round with `inverted`. Source: `matplotlib.pyplot.imshow` with `cmap="gray"` (`"gray_r"`).
public struct ImageGrid: Sendable {
    package let images: [[Double]]
    package let height, width: Int
    package let titles: [String]
    package let columns: Int
    package let ramp: ColorRamp
    package var caption: String?
    package let bounds: (low: Double, high: Double)

    /// Errors: ``PlottingError/imageShape(_:)``, ``PlottingError/nameCount(expected:found:)``.
    public init(_ images: Tensor, titles: [String] = [], columns: Int? = nil, inverted: Bool = false) {
        let shape = images.shape
        let isRight = (shape.count == 2 || shape.count == 3) && images.count > 0
        if !isRight { Failure.raise(PlottingError.imageShape(shape), ()) }
        let count = isRight ? (shape.count == 3 ? shape[0] : 1) : 0
        if isRight, !titles.isEmpty, titles.count != count {
            Failure.raise(PlottingError.nameCount(expected: count, found: titles.count), ())
        }
        height = isRight ? shape[shape.count - 2] : 0
        width = isRight ? shape[shape.count - 1] : 0
        let values = isRight ? images.doubles() : []
        let size = height * width
        self.images = (0..<count).map { Array(values[$0 * size..<($0 + 1) * size]) }
        self.titles = titles.count == count ? titles : []
        self.columns = max(1, min(columns ?? min(count, 10), max(count, 1)))
        ramp = inverted ? .reversedGray : .gray
        let finite = values.filter(\.isFinite)
        bounds = (finite.min() ?? 0, finite.max() ?? 1)
    }

    /// The pictures with a text above them.
    public func title(_ text: String) -> ImageGrid {
        var copy = self
        copy.caption = text.isEmpty ? nil : text
        return copy
    }
}

extension ImageGrid: CustomStringConvertible, Showable {
    public var description: String { "ImageGrid: \(images.count) of \(width) × \(height)" }

    public func show() -> MIMEBundle {
        MIMEBundle([
            MIME.text: .string(description),
            MIME.svg: .string(ImageGridSVG(self, language: LessonLanguage.current).render()),
        ])
    }
}

/// Pictures as runs of equal shades: one path for each shade, so that no raster is needed and the bytes are few.
struct ImageGridSVG {
    private let grid: ImageGrid
    private let language: String
    private static let margin = 8.0
    private static let gap = 8.0
    private static let fontSize = 13.0

    init(_ grid: ImageGrid, language: String) {
        self.grid = grid
        self.language = language
    }

    func render() -> String {
        let columns = Double(grid.columns)
        // Small pictures are not blown up beyond what shows their pixels well.
        let cell = min((640 - 2 * Self.margin - Self.gap * (columns - 1)) / columns, Double(grid.width) * 9)
        let scale = cell / Double(max(grid.width, 1))
        let cellHeight = Double(grid.height) * scale
        let titleHeight = grid.titles.isEmpty ? 0 : Self.fontSize * 1.6
        let top = Self.margin + (grid.caption == nil ? 0 : 26)
        let rows = (grid.images.count + grid.columns - 1) / grid.columns
        let height = top + Double(rows) * (cellHeight + titleHeight + Self.gap) - Self.gap + Self.margin
        var parts: [String] = []
        if let caption = grid.caption {
            parts.append(
                "<text x=\"320\" y=\"\(XML.number(Self.margin + 16))\" text-anchor=\"middle\" font-size=\"16\""
                    + " font-weight=\"600\">\(XML.escape(caption))</text>")
        }
        let left = (640 - cell * columns - Self.gap * (columns - 1)) / 2
        for (number, image) in grid.images.enumerated() {
            let x = left + Double(number % grid.columns) * (cell + Self.gap)
            let y = top + Double(number / grid.columns) * (cellHeight + titleHeight + Self.gap)
            if !grid.titles.isEmpty {
                let label = TextMetrics.shortened(grid.titles[number], size: Self.fontSize, width: cell + Self.gap - 4)
                parts.append(
                    "<text x=\"\(XML.number(x + cell / 2))\" y=\"\(XML.number(y + Self.fontSize))\""
                        + " text-anchor=\"middle\" font-size=\"13\">\(XML.escape(label))</text>")
            }
            let place = "translate(\(XML.number(x)) \(XML.number(y + titleHeight)))scale(\(Self.factor(scale)))"
            parts.append("<g transform=\"\(place)\">\(shades(image))</g>")
        }
        return Frame.svg(
            width: 640, height: max(height, 20), language: language, title: title, description: words,
            body: parts.joined(separator: "\n"))
    }

    /// Six decimals: the pixels of a picture must meet.
    private static func factor(_ value: Double) -> String {
        let millionths = Int((value * 1e6).rounded())
        let fraction = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - fraction.count))\(fraction)"
    }

    private func shades(_ image: [Double]) -> String {
        let steps = image.map { ColorRamp.step($0, grid.bounds.low, grid.bounds.high) }
        // The most frequent shade lies under all.
        var counts = [Int](repeating: 0, count: ColorRamp.steps)
        for step in steps { counts[step] += 1 }
        let ground = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        var paths = [String](repeating: "", count: ColorRamp.steps)
        for row in 0..<grid.height {
            var column = 0
            while column < grid.width {
                let step = steps[row * grid.width + column]
                var end = column + 1
                while end < grid.width, steps[row * grid.width + end] == step { end += 1 }
                if step != ground { paths[step] += "M\(column) \(row)h\(end - column)v1h-\(end - column)z" }
                column = end
            }
        }
        let base = "<path fill=\"\(grid.ramp.color(ground))\" d=\"M0 0h\(grid.width)v\(grid.height)h-\(grid.width)z\"/>"
        let shades = paths.enumerated().filter { !$0.element.isEmpty }
            .map { "<path fill=\"\(grid.ramp.color($0.offset))\" d=\"\($0.element)\"/>" }
        return "<g shape-rendering=\"crispEdges\">" + base + shades.joined() + "</g>"
    }

    private var title: String {
        if let caption = grid.caption { return FigureDescription.oneLine(caption) }
        return switch language {
        case "ko": "이미지 \(grid.images.count)개"
        case "ja": "画像 \(grid.images.count) 枚"
        default: grid.images.count == 1 ? "An image" : "\(grid.images.count) images"
        }
    }

    private var words: String {
        let size = "\(grid.width) × \(grid.height)"
        let names = grid.titles.isEmpty ? "" : " " + grid.titles.joined(separator: ", ") + "."
        return switch language {
        case "ko": "크기가 \(size)인 이미지 \(grid.images.count)개.\(names)"
        case "ja": "大きさ \(size) の画像 \(grid.images.count) 枚。\(names)"
        default: "\(grid.images.count) images of \(size) pixels.\(names)"
        }
    }
}
