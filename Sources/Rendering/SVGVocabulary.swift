/// The part of SVG that draws (SVG 2), and nothing that loads, links or runs.
enum SVGVocabulary {
    static let elements: Set<String> = [
        "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker", "mask", "path",
        "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "symbol", "text",
        "textPath",
        "title", "tspan", "use",
    ]

    static let attributes: Set<String> = [
        // Identity, language and what assistive technology reads.
        "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "class", "direction", "id", "lang", "role",
        "xml:lang", "xml:space",
        // Geometry.
        "cx", "cy", "d", "dx", "dy", "fx", "fy", "height", "href", "markerHeight", "markerUnits", "markerWidth",
        "offset", "orient", "pathLength", "patternContentUnits", "patternTransform", "patternUnits", "points",
        "preserveAspectRatio", "r", "refX", "refY", "rotate", "rx", "ry", "startOffset", "textLength", "transform",
        "version", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2", "lengthAdjust", "clipPathUnits", "maskUnits",
        "gradientTransform", "gradientUnits", "spreadMethod",
        // Presentation.
        "alignment-baseline", "baseline-shift", "clip-path", "clip-rule", "color", "display", "dominant-baseline",
        "fill", "fill-opacity", "fill-rule", "font", "font-family", "font-size", "font-stretch", "font-style",
        "font-variant", "font-weight", "letter-spacing", "marker-end", "marker-mid", "marker-start", "mask", "opacity",
        "overflow", "paint-order", "shape-rendering", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
        "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width",
        "style", "text-anchor", "text-decoration", "text-rendering", "vector-effect", "visibility", "word-spacing",
        "writing-mode",
    ]

    /// HTML knows the namespace by the element's name and needs no declaration.
    static func isNamespace(_ attribute: String) -> Bool { attribute == "xmlns" || attribute.hasPrefix("xmlns:") }

    /// Whether a style sheet or an attribute's value loads nothing. Backslashes could spell a forbidden word.
    static func isHarmless(style: String) -> Bool {
        // Nearly all values are numbers, names and paths.
        guard style.utf8.contains(where: { $0 == 0x28 || $0 == 0x3A || $0 == 0x40 || $0 == 0x5C }) else { return true }
        let style = style.lowercased()
        let forbidden: [StaticString] = [
            "\\", "@import", "image-set(", "src(", "image(", "expression(", "javascript:",
        ]
        guard !forbidden.contains(where: { style.holds(bytesOf: $0) }) else { return false }
        var start = 0
        while let found = style.byteOffset(of: "url(", from: start) {
            start = found + 4
            guard style.utf8.dropFirst(start).first == UInt8(ascii: "#") else { return false }
        }
        return true
    }
}
