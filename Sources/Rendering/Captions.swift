import Diagnostics
import Markup
import Notebook

/// The numbers of figures, tables, listings, equations and exercises, in cells and in prose. They follow from the
/// source alone, so that a page without its record has the same ones.
struct Captions {
    enum Kind: Hashable { case figure, table, listing, equation, exercise }

    /// What is numbered: a cell's output or code, or a block of prose by its offset in the file.
    enum Place: Hashable {
        case cell(CellID)
        case prose(Int)
    }
    struct Target {
        var kind: Kind
        var number: Int
        var place: Place
    }

    private var numbers: [Place: [Kind: Int]] = [:]
    /// What a label refers to: of a cell's the figure before the table before the listing.
    private var targets: [String: Target] = [:]
    /// The labelled blocks of prose in the order of the text.
    private(set) var labels: [(label: String, offset: Int)] = []
    private var counts: [Kind: Int] = [:]

    init(_ notebook: Notebook) {
        for part in notebook.parts {
            switch part {
            case .cell(let cell):
                guard !cell.options.isRemoved else { continue }
                for kind in Self.kinds(of: cell) { add(kind, .cell(cell.id), cell.label) }
            case .prose(let prose): add(prose.blocks)
            }
        }
    }

    private mutating func add(_ kind: Kind, _ place: Place, _ label: String?) {
        let number = counts[kind, default: 0] + 1
        counts[kind] = number
        numbers[place, default: [:]][kind] = number
        if let label, targets[label] == nil { targets[label] = Target(kind: kind, number: number, place: place) }
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines):
                guard let figure = ProseFigure(inlines), figure.isNumbered else { continue }
                add(.figure, block, figure.attributes.label)
            case .table(let table): if table.caption != nil { add(.table, block, table.label) }
            case .code(let code):
                if code.attributes["lst-cap"] != nil { add(.listing, block, code.attributes.label) }
            case .formula(_, let label): if let label { add(.equation, block, label) }
            case .division(let division):
                if division.kind == .exercise {
                    add(.exercise, block, division.label)
                } else if let label = division.label {
                    labels.append((label, block.range.lower))
                }
                add(division.blocks)
            case .quote(let blocks): add(blocks)
            case .list(_, _, let items): for item in items { add(item) }
            case .heading, .html, .thematicBreak: continue
            }
        }
    }

    private mutating func add(_ kind: Kind, _ block: Block, _ label: String?) {
        add(kind, .prose(block.range.lower), label)
        if let label { labels.append((label, block.range.lower)) }
    }

    /// What of the cell is numbered: what has a caption and is not left out of the page.
    private static func kinds(of cell: Cell) -> [Kind] {
        let options = cell.options
        let showsOutput = options.output != .removed && options.evaluation != .none
        var kinds: [Kind] = []
        if options.figureCaption != nil, showsOutput { kinds.append(.figure) }
        if options.tableCaption != nil, showsOutput { kinds.append(.table) }
        if options.listingCaption != nil, options.input != .removed { kinds.append(.listing) }
        return kinds
    }

    func number(of kind: Kind, in cell: CellID) -> Int? { numbers[.cell(cell)]?[kind] }

    func number(of kind: Kind, at block: Block) -> Int? { numbers[.prose(block.range.lower)]?[kind] }

    /// The labels that have a number.
    var referable: Set<String> { Set(targets.keys) }

    func target(of label: some StringProtocol) -> Target? { targets[String(label)] }
}

/// An image that is a paragraph of its own: a figure, whose caption is the image's title.
struct ProseFigure {
    var source: String
    var alt: String
    var caption: String
    var attributes: Attributes

    var isNumbered: Bool { !caption.isEmpty || attributes.label != nil }

    init?(_ inlines: [Inline]) {
        guard inlines.count == 1, case .image(let source, let title, let alt, let attributes) = inlines[0].kind else {
            return nil
        }
        self.source = source
        self.alt = alt
        caption = title
        self.attributes = attributes
    }
}
