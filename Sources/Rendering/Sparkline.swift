import Foundation

/// A series as a small line without axes.
struct Sparkline {
    static let width = 132.0
    static let height = 26.0
    private static let margin = 3.0

    var values: [Double]
    /// What stands for the bottom and the top; several lines drawn on one scale can be compared.
    var scale: ClosedRange<Double>
    var className: String

    /// The scale of all finite values of some series; `nil` without any.
    static func scale(of series: [[Double]]) -> ClosedRange<Double>? {
        let finite = series.joined().filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return nil }
        return low...high
    }

    /// Hidden from assistive technology: the numbers stand beside it.
    var html: HTML {
        let points = values.enumerated().map { index, value in value.isFinite ? point(index, value) : nil }
        var path = ""
        var isDrawing = false
        for point in points {
            guard let point else {
                isDrawing = false
                continue
            }
            // A lone point is a line without length, which round ends make a dot.
            path += isDrawing ? "L\(point)" : "M\(point)h0"
            if !isDrawing { path += "M\(point)" }
            isDrawing = true
        }
        let end = values.last.flatMap { $0.isFinite ? dot(values.count - 1, $0) : nil }
        return """
            <svg class="spark \(className)" viewBox="0 0 132 26" width="132" height="26" aria-hidden="true" \
            focusable="false"><path d="\(path)"></path>\(end)</svg>
            """
    }

    private func place(_ index: Int, _ value: Double) -> (x: Double, y: Double) {
        let step = values.count > 1 ? (Self.width - 2 * Self.margin) / Double(values.count - 1) : 0
        // Halves first: the difference of two great numbers could overflow.
        let span = scale.upperBound / 2 - scale.lowerBound / 2
        let share = span > 0 ? (value / 2 - scale.lowerBound / 2) / span : 0.5
        let x = values.count > 1 ? Self.margin + Double(index) * step : Self.width / 2
        return (x, Self.height - Self.margin - share * (Self.height - 2 * Self.margin))
    }

    private func point(_ index: Int, _ value: Double) -> String {
        let (x, y) = place(index, value)
        return String(format: "%.2f %.2f", x, y)
    }

    private func dot(_ index: Int, _ value: Double) -> HTML {
        let (x, y) = place(index, value)
        return HTML(trusted: String(format: "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"2.5\"></circle>", x, y))
    }
}
