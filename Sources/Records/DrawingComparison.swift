import Outputs

/// Compares two SVG drawings as XML: elements and words exactly, geometry by tolerance. Ids are digests of what is
/// drawn; only which element refers to which counts.
struct DrawingComparison {
    /// A coordinate or length, in user units of the drawing.
    var geometry: Tolerance
    /// Numbers in text: tick labels, titles.
    var text: TextComparison

    struct Deviation: Hashable {
        /// `svg/g[2]/path[1]/@d`.
        var place: String
        var expected: String
        var got: String
    }

    /// A tenth of a user unit cannot be seen.
    static let invisible = Tolerance(rtol: 0, atol: 0.1)

    /// `nil` when they count as the same.
    func compare(expected: XMLTree, got: XMLTree) -> Deviation? {
        difference(Self.renamingIDs(expected), Self.renamingIDs(got), at: "")
    }

    private func deviation(_ place: String, _ expected: String, _ got: String) -> Deviation {
        Deviation(place: place, expected: Self.excerpt(expected), got: Self.excerpt(got))
    }

    private func difference(_ expected: XMLTree, _ got: XMLTree, at place: String) -> Deviation? {
        switch (expected, got) {
        case (.text(let left), .text(let right)):
            return text.accepts(expected: left, got: right) ? nil : deviation(place, left, right)
        case (.element(let name, let attributes, let children), .element(let other, let otherAttributes, let others))
        where name == other:
            let place = place.isEmpty ? name : place
            if let found = attributeDifference(attributes, otherAttributes, at: place) { return found }
            return childDifference(children, others, at: place)
        default:
            return deviation(place, expected.title, got.title)
        }
    }

    private func attributeDifference(
        _ expected: [String: String], _ got: [String: String], at place: String
    ) -> Deviation? {
        for name in Set(expected.keys).union(got.keys).sorted() {
            let (left, right) = (expected[name], got[name])
            if left == right { continue }
            if let left, let right, accepts(name, left, right) { continue }
            return deviation("\(place)/@\(name)", left ?? "–", right ?? "–")
        }
        return nil
    }

    private func childDifference(_ expected: [XMLTree], _ got: [XMLTree], at place: String) -> Deviation? {
        var counts: [String: Int] = [:]
        for index in 0..<max(expected.count, got.count) {
            let left = index < expected.count ? expected[index] : nil
            let right = index < got.count ? got[index] : nil
            let name = (left ?? right)?.name ?? "text()"
            counts[name, default: 0] += 1
            let inner = "\(place)/\(name)[\(counts[name] ?? 1)]"
            guard let left, let right else { return deviation(inner, left?.title ?? "–", right?.title ?? "–") }
            if let found = difference(left, right, at: inner) { return found }
        }
        return nil
    }

    private func accepts(_ attribute: String, _ expected: String, _ got: String) -> Bool {
        let isGeometry = Self.geometric.contains(attribute)
        guard isGeometry || Self.numeric.contains(attribute) else { return false }
        let (left, right) = (DrawingNumbers.tokens(expected), DrawingNumbers.tokens(got))
        let tolerance = isGeometry ? geometry : text.tolerance
        return left.count == right.count
            && zip(left, right).allSatisfy { pair in
                switch pair {
                case (.word(let one), .word(let other)): one == other
                case (.number(let one), .number(let other)): tolerance.accepts(other, for: one)
                default: false
                }
            }
    }

    private static let geometric: Set = [
        "d", "points", "transform", "viewBox", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx",
        "dy",
        "width", "height", "textLength",
    ]
    private static let numeric: Set = [
        "stroke-width", "stroke-dasharray", "font-size", "opacity", "fill-opacity", "stroke-opacity", "offset",
        "letter-spacing", "gradientTransform",
    ]

    private static func excerpt(_ text: String) -> String { text.count <= 60 ? text : text.prefix(59) + "…" }

    // MARK: Ids

    private static let references: Set = [
        "id", "aria-labelledby", "aria-describedby", "aria-controls", "for", "href", "xlink:href",
    ]

    /// The tree with `id-1`, `id-2`, … for its ids, in the order of the document.
    private static func renamingIDs(_ tree: XMLTree) -> XMLTree {
        var names: [String: String] = [:]
        collectIDs(tree, &names)
        return names.isEmpty ? tree : renaming(tree, names)
    }

    private static func collectIDs(_ tree: XMLTree, _ names: inout [String: String]) {
        guard case .element(_, let attributes, let children) = tree else { return }
        if let id = attributes["id"], names[id] == nil { names[id] = "id-\(names.count + 1)" }
        for child in children { collectIDs(child, &names) }
    }

    private static func renaming(_ tree: XMLTree, _ names: [String: String]) -> XMLTree {
        guard case .element(let name, var attributes, let children) = tree else { return tree }
        for (key, value) in attributes where references.contains(key) || value.contains("url(#") {
            attributes[key] = renaming(value, names)
        }
        return .element(name: name, attributes: attributes, children: children.map { renaming($0, names) })
    }

    /// Every word of `value` that is an id.
    private static func renaming(_ value: String, _ names: [String: String]) -> String {
        var (result, word) = ("", "")
        for character in value {
            if " #()\"'".contains(character) {
                result += (names[word] ?? word) + String(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return result + (names[word] ?? word)
    }
}

extension XMLTree {
    fileprivate var name: String {
        switch self {
        case .element(let name, _, _): name
        case .text: "text()"
        }
    }

    fileprivate var title: String {
        switch self {
        case .element(let name, _, _): "<\(name)>"
        case .text(let text): text
        }
    }
}

/// The numbers of path data, point lists and transforms. A command's letter may stand right before a number.
enum DrawingNumbers {
    enum Token: Hashable {
        case word(String)
        case number(Double)
    }

    static func tokens(_ text: String) -> [Token] {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        var offset = 0
        var word: [UInt8] = []
        func isDigit(_ index: Int) -> Bool { index < bytes.count && 0x30...0x39 ~= bytes[index] }
        func isPoint(_ index: Int) -> Bool { index < bytes.count && bytes[index] == 0x2E }
        func endWord() {
            if !word.isEmpty { tokens.append(.word(String(decoding: word, as: UTF8.self))) }
            word = []
        }
        while offset < bytes.count {
            let isSign = bytes[offset] == 0x2B || bytes[offset] == 0x2D
            let first = isSign ? offset + 1 : offset
            if isDigit(first) || (isPoint(first) && isDigit(first + 1)) {
                endWord()
                var end = first
                while isDigit(end) { end += 1 }
                if isPoint(end) {
                    end += 1
                    while isDigit(end) { end += 1 }
                }
                if end < bytes.count, bytes[end] | 0x20 == 0x65 {
                    let digits =
                        end + 1 < bytes.count && (bytes[end + 1] == 0x2B || bytes[end + 1] == 0x2D) ? end + 2 : end + 1
                    if isDigit(digits) {
                        end = digits
                        while isDigit(end) { end += 1 }
                    }
                }
                let digits = String(decoding: bytes[offset..<end], as: UTF8.self)
                tokens.append(.number(Double(digits.hasSuffix(".") ? digits + "0" : digits) ?? .nan))
                offset = end
            } else {
                // Commas and spaces only part numbers.
                if bytes[offset] == 0x2C || bytes[offset] <= 0x20 { endWord() } else { word.append(bytes[offset]) }
                offset += 1
            }
        }
        endWord()
        return tokens
    }
}
