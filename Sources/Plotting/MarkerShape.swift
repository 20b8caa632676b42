/// The shapes of markers, centred on a point.
extension Marker {
    /// Plus and cross are strokes; the others are filled.
    var isStroked: Bool { self == .plus || self == .cross }

    /// One SVG element at (`x`, `y`); `size` is half the width of a square marker. Shapes are sized to look equally
    /// heavy.
    func element(x: Double, y: Double, size: Double) -> String {
        func path(_ points: [(Double, Double)]) -> String {
            var previous = points[0]
            var result = "M\(XML.number(x + previous.0 * size)) \(XML.number(y + previous.1 * size))l"
            result += points.dropFirst().map { point in
                defer { previous = point }
                let dx = XML.number((point.0 - previous.0) * size)
                let dy = XML.number((point.1 - previous.1) * size)
                return "\(dx) \(dy)"
            }.joined(separator: " ")
            return "<path d=\"\(result)z\"/>"
        }
        func strokes(_ d: String) -> String { "<path d=\"M\(d)\"/>" }
        switch self {
        case .point: return circle(x, y, radius: size * 0.7)
        case .circle: return circle(x, y, radius: size * 1.1)
        case .square:
            let side = XML.number(size * 2)
            return """
                <rect x="\(XML.number(x - size))" y="\(XML.number(y - size))" width="\(side)" height="\(side)"/>
                """
        case .diamond: return path([(0, -1.4), (1.4, 0), (0, 1.4), (-1.4, 0)])
        case .thinDiamond: return path([(0, -1.5), (0.9, 0), (0, 1.5), (-0.9, 0)])
        case .triangleUp: return path([(0, -1.35), (1.3, 0.95), (-1.3, 0.95)])
        case .triangleDown: return path([(0, 1.35), (1.3, -0.95), (-1.3, -0.95)])
        case .triangleLeft: return path([(-1.35, 0), (0.95, 1.3), (0.95, -1.3)])
        case .triangleRight: return path([(1.35, 0), (-0.95, 1.3), (-0.95, -1.3)])
        case .star:
            // Cosines and sines of multiples of 36°, outer radius 1.6, inner radius 0.64.
            return path([
                (0, -1.6), (0.376, -0.518), (1.522, -0.494), (0.609, 0.198), (0.94, 1.294), (0, 0.64),
                (-0.94, 1.294), (-0.609, 0.198), (-1.522, -0.494), (-0.376, -0.518),
            ])
        case .plus:
            let arm = size * 1.2
            let length = XML.number(arm * 2)
            let across = "\(XML.number(x - arm)) \(XML.number(y))h\(length)"
            return strokes("\(across)M\(XML.number(x)) \(XML.number(y - arm))v\(length)")
        case .cross:
            let left = XML.number(x - size)
            let length = XML.number(size * 2)
            let falling = "\(left) \(XML.number(y - size))l\(length) \(length)"
            return strokes("\(falling)M\(left) \(XML.number(y + size))l\(length) -\(length)")
        }
    }

    private func circle(_ x: Double, _ y: Double, radius: Double) -> String {
        "<circle cx=\"\(XML.number(x))\" cy=\"\(XML.number(y))\" r=\"\(XML.number(radius))\"/>"
    }
}
