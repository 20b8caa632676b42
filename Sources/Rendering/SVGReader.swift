import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Reads a figure and refuses whatever could do more than be looked at.
enum SVGReader {
    static let byteLimit = 8 << 20
    static let depthLimit = 64

    static func read(_ text: String) -> Result<SVGElement, SVGProblem> {
        guard text.utf8.count <= byteLimit else {
            return .failure(.tooLarge(bytes: text.utf8.count, limit: byteLimit))
        }
        // Before the parser sees it: entities could grow without bound or read files.
        guard !text.holds(bytesOf: "<!DOCTYPE"), !text.holds(bytesOf: "<!ENTITY") else {
            return .failure(.documentType)
        }
        let parser = XMLParser(data: Data(text.utf8))
        parser.shouldProcessNamespaces = false
        parser.shouldResolveExternalEntities = false
        let builder = SVGBuilder()
        parser.delegate = builder
        let isWellFormed = parser.parse()
        if let problem = builder.problem { return .failure(problem) }
        guard isWellFormed, let root = builder.root else { return .failure(.notWellFormed(line: parser.lineNumber)) }
        return .success(root)
    }
}

extension SVGProblem: Error {}

/// Builds the tree while it is parsed, and stops at the first thing that is not on the lists.
private final class SVGBuilder: NSObject, XMLParserDelegate {
    private(set) var root: SVGElement?
    private(set) var problem: SVGProblem?
    private var open: [SVGElement] = []

    private func refuse(_ problem: SVGProblem, _ parser: XMLParser) {
        if self.problem == nil { self.problem = problem }
        parser.abortParsing()
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        guard problem == nil else { return }
        if open.isEmpty, name != "svg" { return refuse(.notSVG, parser) }
        guard SVGVocabulary.elements.contains(name) else { return refuse(.element(name), parser) }
        guard open.count < SVGReader.depthLimit else { return refuse(.tooDeep(limit: SVGReader.depthLimit), parser) }
        var kept: [SVGElement.Attribute] = []
        for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) {
            if SVGVocabulary.isNamespace(attribute) { continue }
            let attribute = attribute == "xlink:href" ? "href" : attribute
            guard SVGVocabulary.attributes.contains(attribute) else {
                return refuse(.attribute(attribute, element: name), parser)
            }
            if attribute == "href", !value.hasPrefix("#") {
                return refuse(.attribute(attribute, element: name), parser)
            }
            guard SVGVocabulary.isHarmless(style: value) else { return refuse(.style, parser) }
            kept.append(SVGElement.Attribute(name: attribute, value: value))
        }
        open.append(SVGElement(name: name, attributes: kept.sorted { $0.name < $1.name }))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        guard problem == nil, !open.isEmpty else { return }
        // The parser hands text over in pieces.
        if case .text(let before)? = open[open.count - 1].children.last {
            open[open.count - 1].children[open[open.count - 1].children.count - 1] = .text(before + text)
        } else {
            open[open.count - 1].children.append(.text(text))
        }
    }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
        self.parser(parser, foundCharacters: String(decoding: block, as: UTF8.self))
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard problem == nil, let element = open.popLast() else { return }
        if element.name == "style" {
            for case .text(let text) in element.children where !SVGVocabulary.isHarmless(style: text) {
                return refuse(.style, parser)
            }
        }
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(.element(element))
        }
    }
}
