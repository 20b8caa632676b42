/// An element of a figure after its check: names and values from fixed lists only.
struct SVGElement: Hashable, Sendable {
    enum Node: Hashable, Sendable {
        case element(SVGElement)
        case text(String)
    }

    struct Attribute: Hashable, Sendable {
        var name: String
        var value: String
    }

    var name: String
    /// Sorted by name.
    var attributes: [Attribute]
    var children: [Node] = []

    subscript(name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            attributes.removeAll { $0.name == name }
            guard let newValue else { return }
            let place = attributes.firstIndex { $0.name > name } ?? attributes.endIndex
            attributes.insert(Attribute(name: name, value: newValue), at: place)
        }
    }

    /// The element as it stands in an HTML document. It is written anew from the checked tree, so that what was checked
    /// by the rules of XML cannot read differently by those of HTML.
    var html: HTML {
        var html = HTML(trusted: "<" + name)
        for attribute in attributes {
            html += HTML(trusted: " \(attribute.name)=\"")
            html += HTML(text: attribute.value)
            html += "\""
        }
        html += ">"
        for child in children {
            switch child {
            case .element(let element): html += element.html
            case .text(let text): html += HTML(text: text)
            }
        }
        html += HTML(trusted: "</\(name)>")
        return html
    }

    /// All ids become those that `claim` gives out, and so do the references to them.
    mutating func renameIDs(_ claim: (String) -> String) {
        var names: [String: String] = [:]
        collectIDs { names[$0] = claim($0) }
        if names.contains(where: { $0.key != $0.value }) { replaceIDs(names) }
    }

    private func collectIDs(_ visit: (String) -> Void) {
        if let id = self["id"] { visit(id) }
        for case .element(let child) in children { child.collectIDs(visit) }
    }

    private mutating func replaceIDs(_ names: [String: String]) {
        for index in attributes.indices {
            let value = attributes[index].value
            switch attributes[index].name {
            case "id": attributes[index].value = names[value] ?? value
            case "aria-labelledby", "aria-describedby":
                let ids = value.split(separator: " ").map { names[String($0)] ?? String($0) }
                attributes[index].value = ids.joined(separator: " ")
            case "href":
                if let name = names[String(value.dropFirst())] { attributes[index].value = "#" + name }
            default:
                if value.hasPrefix("url(#"), value.hasSuffix(")"),
                    let name = names[String(value.dropFirst(5).dropLast())]
                {
                    attributes[index].value = "url(#\(name))"
                }
            }
        }
        for index in children.indices {
            if case .element(var child) = children[index] {
                child.replaceIDs(names)
                children[index] = .element(child)
            }
        }
    }
}
