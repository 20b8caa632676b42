public import Outputs

/// Figures side by side and one below the other: `Subplots([loss, accuracy], columns: 2)`.
public struct Subplots: Hashable, Sendable {
    package let figures: [Figure]
    package let columns: Int

    public init(_ figures: [Figure], columns: Int = 2) {
        self.figures = figures
        self.columns = max(1, min(columns, max(figures.count, 1)))
    }
}

extension Subplots: CustomStringConvertible, Showable {
    public var description: String { figures.map(\.description).joined(separator: "\n") }

    public func show() -> MIMEBundle {
        let language = LessonLanguage.current
        // All together are as wide as a page's column, so that their text is read at its size.
        let gap = 24.0
        let width =
            columns == 1
            ? FigureLayout.fullWidth : max(300, ((720 - gap * Double(columns - 1)) / Double(columns)).rounded())
        let layouts = figures.map { FigureLayout($0, width: width, language: language) }
        var y = 0.0
        var parts: [String] = []
        for start in stride(from: 0, to: figures.count, by: columns) {
            let row = start..<min(start + columns, figures.count)
            for (column, index) in row.enumerated() {
                parts.append(
                    FigureSVG(figures[index], language: language, width: width).render(
                        x: Double(column) * (width + gap), y: y))
            }
            y += (row.map { layouts[$0].height }.max() ?? 0) + gap
        }
        let total = Double(columns) * (width + gap) - gap
        let titles = figures.map { FigureDescription($0, language: language).title }.joined(separator: ", ")
        let svg = Frame.svg(
            width: total, height: max(y - gap, 10), language: language, title: titles, description: titles,
            body: parts.joined(separator: "\n"))
        return MIMEBundle([
            MIME.text: .string(description), MIME.svg: .string(svg),
            MIME.figure: ["figures": .array(figures.map(\.payload))],
        ])
    }
}
