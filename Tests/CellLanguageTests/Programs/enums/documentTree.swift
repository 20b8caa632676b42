// A document as a tree of enum cases with arrays of itself inside, rendered in two ways.
enum Node {
    case text(String)
    case bold([Node])
    case heading(level: Int, title: String)
    case list(items: [Node], ordered: Bool = false)
    case section([Node])

    var markdown: String {
        switch self {
        case .text(let text): return text
        case .bold(let children): return "**" + children.map { $0.markdown }.joined() + "**"
        case .heading(let level, let title): return String(repeating: "#", count: level) + " " + title
        case .list(let items, let ordered):
            return items.enumerated().map { i, item in
                (ordered ? "\(i + 1). " : "- ") + item.markdown
            }.joined(separator: "\n")
        case .section(let children): return children.map { $0.markdown }.joined(separator: "\n")
        }
    }

    var words: Int {
        switch self {
        case .text(let text), .heading(_, let text):
            text.split(separator: " ").count
        case .bold(let children), .list(let children, _), .section(let children):
            children.reduce(0) { $0 + $1.words }
        }
    }

    var titles: [String] {
        switch self {
        case .heading(level: 1...2, let title): [title]
        case .section(let children): children.flatMap { $0.titles }
        default: []
        }
    }

    mutating func append(_ node: Node) {
        switch self {
        case .section(var children):
            children.append(node)
            self = .section(children)
        case .list(var items, let ordered):
            items.append(node)
            self = .list(items: items, ordered: ordered)
        default: self = .section([self, node])
        }
    }

    func mapText(_ change: (String) -> String) -> Node {
        switch self {
        case .text(let text): .text(change(text))
        case .bold(let children): .bold(children.map { $0.mapText(change) })
        case .heading(let level, let title): .heading(level: level, title: change(title))
        case .list(let items, let ordered): .list(items: items.map { $0.mapText(change) }, ordered: ordered)
        case .section(let children): .section(children.map { $0.mapText(change) })
        }
    }
}

var steps = Node.list(items: [.text("load the data"), .bold([.text("train"), .text("!")])], ordered: true)
steps.append(.text("평가"))
var page = Node.heading(level: 1, title: "Lesson one")
page.append(.text("What we do:"))
page.append(steps)
page.append(.section([.heading(level: 2, title: "Notes"), .heading(level: 3, title: "small"), .list(items: [])]))
print(page.markdown)
// expect: # Lesson one
// expect: What we do:
// expect: 1. load the data
// expect: 2. **train!**
// expect: 3. 평가
// expect: ## Notes
// expect: ### small
// expect: 
print(page.words, page.titles)  // expect: 13 ["Lesson one", "Notes"]
print(page.mapText { $0.uppercased() }.titles, steps.mapText { String($0.prefix(2)) }.markdown.split(separator: "\n"))
// expect: ["LESSON ONE", "NOTES"] ["1. lo", "2. **tr!**", "3. 평가"]
print(steps)
// expect: list(items: [Notebook.Node.text("load the data"), Notebook.Node.bold([Notebook.Node.text("train"), Notebook.Node.text("!")]), Notebook.Node.text("평가")], ordered: true)
