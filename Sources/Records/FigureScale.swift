import Outputs

/// How far a tolerated change of a figure's data can move what is drawn.
struct FigureScale {
    /// The largest magnitude of the data as a multiple of the range that the axis spans.
    private let magnification: Double

    /// The longer side of a figure in user units.
    private static let side = 640.0

    /// - Parameter figure: The data behind the drawing, if there are some.
    init(_ figure: JSON?) {
        let series = figure?["series"]?.asArray ?? []
        var largest = 0.0
        for axis in ["x", "y"] {
            let values = series.flatMap { $0[axis]?.asArray ?? [] }.compactMap(\.asDouble).filter(\.isFinite)
            guard let low = values.min(), let high = values.max(), high > low else { continue }
            largest = max(largest, max(low.magnitude, high.magnitude) / (high - low))
        }
        magnification = largest
    }

    /// What the data may differ by, in user units: a point moves, and so do the two ends of its axis.
    func tolerance(for data: Tolerance) -> Tolerance {
        let shift = 3 * Self.side * data.rtol * magnification
        return Tolerance(rtol: 0, atol: max(DrawingComparison.invisible.atol, shift))
    }
}
