/// Why a figure is not drawn on the page.
package enum SVGProblem: Hashable, Sendable {
    case notWellFormed(line: Int)
    /// The outermost element is not `svg`.
    case notSVG
    /// A document type could declare entities.
    case documentType
    case tooLarge(bytes: Int, limit: Int)
    case tooDeep(limit: Int)
    /// Elements that draw nothing: scripts, foreign content, pictures from elsewhere.
    case element(String)
    /// Attributes that do something: event handlers, addresses.
    case attribute(String, element: String)
    /// A style that loads something.
    case style
}
