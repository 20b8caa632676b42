public import Outputs
public import Tensors

/// A matrix as coloured fields with its numbers: `HeatMap(confusionMatrix(yTrue, yPred), rows: names, columns: names)`.
public struct HeatMap: Sendable {
    package let values: [[Double]]
    package let rows: [String]
    package let columns: [String]
    package let isInteger: Bool
    package var caption: String?
    package var xLabel: String?
    package var yLabel: String?

    /// `rows` and `columns` are the names beside and below; without them the numbers from 0.
    ///
    /// Errors: ``PlottingError/heatMapShape(_:)``, ``PlottingError/nameCount(expected:found:)``.
    public init(_ matrix: Tensor, rows: [String]? = nil, columns: [String]? = nil) {
        let isRight = matrix.rank == 2 && matrix.count > 0
        if !isRight { Failure.raise(PlottingError.heatMapShape(matrix.shape), ()) }
        let (height, width) = isRight ? (matrix.shape[0], matrix.shape[1]) : (0, 0)
        let numbers = isRight ? matrix.doubles() : []
        values = (0..<height).map { Array(numbers[$0 * width..<($0 + 1) * width]) }
        isInteger = numbers.allSatisfy { $0 == $0.rounded() }
        for (names, count) in [(rows, height), (columns, width)] {
            if isRight, let names, names.count != count {
                Failure.raise(PlottingError.nameCount(expected: count, found: names.count), ())
            }
        }
        self.rows = rows.flatMap { $0.count == height ? $0 : nil } ?? (0..<height).map(String.init)
        self.columns = columns.flatMap { $0.count == width ? $0 : nil } ?? (0..<width).map(String.init)
    }

    /// A confusion matrix: rows are the true classes, columns the predicted ones.
    ///
    /// Errors as for the heat map of the matrix.
    public static func confusion(_ matrix: Tensor, names: [String]? = nil) -> HeatMap {
        let words: (String, String) =
            switch LessonLanguage.current {
            case "ko": ("예측한 클래스", "실제 클래스")
            case "ja": ("予測したクラス", "正解のクラス")
            default: ("Predicted class", "True class")
            }
        return HeatMap(matrix, rows: names, columns: names).xLabel(words.0).yLabel(words.1)
    }

    /// The map with a text above it.
    public func title(_ text: String) -> HeatMap { with { $0.caption = text.isEmpty ? nil : text } }
    /// The map with a text below it.
    public func xLabel(_ text: String) -> HeatMap { with { $0.xLabel = text.isEmpty ? nil : text } }
    /// The map with a text beside it.
    public func yLabel(_ text: String) -> HeatMap { with { $0.yLabel = text.isEmpty ? nil : text } }

    private func with(_ change: (inout HeatMap) -> Void) -> HeatMap {
        var copy = self
        change(&copy)
        return copy
    }
}

extension HeatMap: CustomStringConvertible, Showable {
    public var description: String { "HeatMap: \(rows.count) × \(columns.count)" }

    public func show() -> MIMEBundle {
        MIMEBundle([
            MIME.text: .string(description),
            MIME.svg: .string(HeatMapSVG(self, language: LessonLanguage.current).render()),
        ])
    }
}

struct HeatMapSVG {
    private let map: HeatMap
    private let language: String

    init(_ map: HeatMap, language: String) {
        self.map = map
        self.language = language
    }

    func render() -> String {
        let rowWidth = min(map.rows.map { TextMetrics.width($0, size: 12) }.max() ?? 0, 140)
        let columnWidth = min(map.columns.map { TextMetrics.width($0, size: 12) }.max() ?? 0, 140)
        let names = 14 + (map.yLabel == nil ? 0 : 22) + rowWidth + 8
        let top = 14 + (map.caption == nil ? 0 : 26.0)
        let cell = min((640 - names - 14) / Double(max(map.columns.count, 1)), 64)
        // A small map stands in the middle with its names.
        let margin = ((640 - names - 14 - cell * Double(map.columns.count)) / 2).rounded(.down)
        let left = margin + names
        let slants = columnWidth > cell - 6
        let plotWidth = cell * Double(map.columns.count)
        let cellHeight = min(cell, 40)
        let plotHeight = cellHeight * Double(map.rows.count)
        let nameHeight = slants ? 12 + columnWidth * 0.62 : 20
        let height = top + plotHeight + nameHeight + (map.xLabel == nil ? 0 : 24) + 10
        let all = map.values.joined().filter(\.isFinite)
        let (low, high) = (min(all.min() ?? 0, 0), all.max() ?? 1)
        var fields: [String] = []
        var numbers: [String] = []
        let fontSize = min(12, cell / 3.2)
        for (row, values) in map.values.enumerated() {
            for (column, value) in values.enumerated() {
                let step = ColorRamp.step(value, low, high)
                let (x, y) = (left + Double(column) * cell, top + Double(row) * cellHeight)
                fields.append(
                    "<rect x=\"\(XML.number(x))\" y=\"\(XML.number(y))\" width=\"\(XML.number(cell - 1))\""
                        + " height=\"\(XML.number(cellHeight - 1))\" fill=\"\(ColorRamp.blues.color(step))\"/>")
                guard fontSize >= 5 else { continue }
                let color = ColorRamp.blues.wantsLightText(step) ? "#fff" : "#1b2733"
                numbers.append(
                    "<text x=\"\(XML.number(x + cell / 2 - 0.5))\" y=\"\(XML.number(y + cellHeight / 2 + fontSize * 0.34))\""
                        + " fill=\"\(color)\">\(text(value))</text>")
            }
        }
        var parts = [
            fields.joined(), "<g font-size=\"\(XML.number(fontSize))\" text-anchor=\"middle\">\(numbers.joined())</g>",
        ]
        let rowNames = map.rows.enumerated().map { row, name in
            let label = XML.escape(TextMetrics.shortened(name, size: 12, width: 140))
            return
                "<text x=\"\(XML.number(left - 7))\" y=\"\(XML.number(top + (Double(row) + 0.5) * cellHeight + 4))\">\(label)</text>"
        }
        parts.append(Self.muted("end", rowNames))
        let columnNames = map.columns.enumerated().map { column, name in
            let label = XML.escape(TextMetrics.shortened(name, size: 12, width: 140))
            let x = left + (Double(column) + 0.5) * cell
            return slants
                ? "<text transform=\"translate(\(XML.number(x + 4)) \(XML.number(top + plotHeight + 12)))rotate(-38)\">\(label)</text>"
                : "<text x=\"\(XML.number(x))\" y=\"\(XML.number(top + plotHeight + 15))\">\(label)</text>"
        }
        parts.append(Self.muted(slants ? "end" : "middle", columnNames))
        if let caption = map.caption {
            parts.append(
                "<text x=\"\(XML.number(left + plotWidth / 2))\" y=\"24\" text-anchor=\"middle\" font-size=\"16\" font-weight=\"600\">\(XML.escape(caption))</text>"
            )
        }
        if let label = map.xLabel {
            parts.append(
                "<text x=\"\(XML.number(left + plotWidth / 2))\" y=\"\(XML.number(height - 12))\" text-anchor=\"middle\" font-size=\"14\">\(XML.escape(label))</text>"
            )
        }
        if let label = map.yLabel {
            parts.append(
                "<text transform=\"translate(\(XML.number(margin + 22)) \(XML.number(top + plotHeight / 2)))rotate(-90)\" text-anchor=\"middle\" font-size=\"14\">\(XML.escape(label))</text>"
            )
        }
        return Frame.svg(
            width: 640, height: height, language: language, title: map.caption ?? name, description: words,
            body: parts.joined(separator: "\n"))
    }

    private static func muted(_ anchor: String, _ texts: [String]) -> String {
        "<g class=\"hf-muted\" color=\"\(Theme.muted.light)\" fill=\"currentColor\" font-size=\"12\" text-anchor=\"\(anchor)\">"
            + texts.joined() + "</g>"
    }

    private func text(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        return map.isInteger ? String(Int(value)) : DecimalNumber(value).rounded(toSignificant: 3).text
    }

    private var name: String {
        switch language {
        case "ko": "히트맵"
        case "ja": "ヒートマップ"
        default: "Heat map"
        }
    }

    /// Every number in words would help nobody: the rows' largest fields.
    private var words: String {
        let best = zip(map.rows, map.values).map { name, values in
            let place = values.indices.max { values[$0] < values[$1] } ?? 0
            return "\(name): \(map.columns[place]) \(text(values[place]))"
        }.joined(separator: "; ")
        return switch language {
        case "ko": "\(map.rows.count)행 \(map.columns.count)열. 행마다 가장 큰 값: \(best)."
        case "ja": "\(map.rows.count) 行 \(map.columns.count) 列。各行の最大値：\(best)。"
        default: "\(map.rows.count) rows and \(map.columns.count) columns. The largest of each row: \(best)."
        }
    }
}
