import Diagnostics
import Notebook

/// The numbers of figures, tables and listings. They follow from the source alone, so that a page without its record
/// has the same ones.
struct Captions {
    enum Kind: Hashable { case figure, table, listing }

    private var numbers: [CellID: [Kind: Int]] = [:]
    /// What a label refers to: the figure before the table before the listing.
    private var targets: [String: (kind: Kind, number: Int, cell: CellID)] = [:]

    init(_ notebook: Notebook) {
        var counts: [Kind: Int] = [:]
        for cell in notebook.cells where !cell.options.isRemoved {
            for kind in Self.kinds(of: cell) {
                let number = counts[kind, default: 0] + 1
                counts[kind] = number
                numbers[cell.id, default: [:]][kind] = number
                if let label = cell.label, targets[label] == nil { targets[label] = (kind, number, cell.id) }
            }
        }
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

    func number(of kind: Kind, in cell: CellID) -> Int? { numbers[cell]?[kind] }

    func target(of label: some StringProtocol) -> (kind: Kind, number: Int, cell: CellID)? { targets[String(label)] }
}
