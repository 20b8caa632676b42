public import NeuralNet
public import Outputs
import Plotting

/// A network drawn from its input to its output: each layer as a box with its activation, shape and number of weights.
public struct NetworkDiagram: Sendable {
    package let svg: String
    public let description: String
}

extension NetworkDiagram: CustomStringConvertible, Showable {
    public func show() -> MIMEBundle { MIMEBundle([MIME.text: .string(description), MIME.svg: .string(svg)]) }
}

extension Sequential {
    /// The layers as a drawing. Shapes that depend on data the network has not met are shown as `?`.
    public func diagram() -> NetworkDiagram {
        let language = LessonLanguage.current
        let words: (input: String, weights: String, title: String) =
            switch language {
            case "ko": ("입력", "가중치", "신경망의 층")
            case "ja": ("入力", "重み", "ネットワークの層")
            default: ("Input", "weights", "Layers of the network")
            }
        let rows = layerRows
        let shape = inputShape.map { "(None, \($0.map(String.init).joined(separator: ", ")))" } ?? "?"
        var boxes = [(title: words.input, detail: shape, isInput: true)]
        for row in rows {
            let activation = row.activation.map { " · \($0)" } ?? ""
            let count = row.parameters.map { $0 == 0 ? "" : " · \(words.weights) \(Sequential.grouped($0))" } ?? ""
            boxes.append((title: row.kind + activation, detail: row.output + count, isInput: false))
        }
        let (width, height, gap, margin) = (330.0, 50.0, 24.0, 15.0)
        let middle = XML.number(margin + width / 2)
        var parts: [String] = []
        for (number, box) in boxes.enumerated() {
            let y = 14 + Double(number) * (height + gap)
            parts.append(
                """
                <rect class="hf-axis" x="\(XML.number(margin))" y="\(XML.number(y))" width="\(XML.number(width))" \
                height="\(XML.number(height))" rx="\(box.isInput ? 25 : 7)" fill="none" stroke="\(Theme.axis.light)" \
                stroke-width="1.5"/>
                <text x="\(middle)" y="\(XML.number(y + 21))" text-anchor="middle" font-size="15" \
                font-weight="600">\(XML.escape(box.title))</text>
                <g class="hf-muted" color="\(Theme.muted.light)" fill="currentColor"><text x="\(middle)" \
                y="\(XML.number(y + 40))" text-anchor="middle" font-size="13">\(XML.escape(box.detail))</text></g>
                """)
            guard number + 1 < boxes.count else { continue }
            parts.append(
                """
                <path class="hf-axis" fill="none" stroke="\(Theme.axis.light)" stroke-width="1.5" \
                d="M\(middle) \(XML.number(y + height))v\(XML.number(gap - 2))m-5 -6l5 6l5 -6"/>
                """)
        }
        let text = boxes.map { "\($0.title) \($0.detail)" }.joined(separator: " → ")
        let svg = Frame.svg(
            width: width + 2 * margin, height: 28 + Double(boxes.count) * (height + gap) - gap, language: language,
            title: words.title,
            description: text, body: parts.joined(separator: "\n"))
        return NetworkDiagram(svg: svg, description: text)
    }
}
