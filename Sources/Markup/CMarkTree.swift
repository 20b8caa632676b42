import CCMark

/// A tree that libcmark built, freed with its owner.
final class CMarkTree {
    private(set) var root: CMarkNode
    /// `nil` once another tree has it.
    private var arena: UnsafeMutablePointer<cmark_arena>?

    /// The tree of `text`, in the memory of `previous`, which has no nodes from then on.
    init(_ text: [UInt8], inPlaceOf previous: CMarkTree? = nil) {
        let arena = previous?.arena ?? cmark_arena_new()
        if let previous {
            previous.arena = nil
            previous.root = CMarkNode(pointer: nil)
            cmark_arena_clear(arena)
        }
        // Options only concern typography and HTML; the tree is CommonMark's. Nothing is printed, so nothing is unsafe.
        let node = text.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                cmark_arena_parse(characters.baseAddress, characters.count, arena)
            }
        }
        root = CMarkNode(pointer: node)
        self.arena = arena
    }

    deinit { cmark_arena_free(arena) }
}

/// A node of a ``CMarkTree``, which must outlive it.
struct CMarkNode: Equatable {
    enum Kind {
        case document, quote, list, item, code, html, thematicBreak, paragraph, heading
        case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, link, image, other
    }

    let pointer: OpaquePointer?

    var kind: Kind {
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .code
        case CMARK_NODE_HTML_BLOCK: .html
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .inlineCode
        case CMARK_NODE_HTML_INLINE: .inlineHTML
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        default: .other
        }
    }

    var firstChild: CMarkNode? { CMarkNode(optional: cmark_node_first_child(pointer)) }
    var next: CMarkNode? { CMarkNode(optional: cmark_node_next(pointer)) }
    var parent: CMarkNode? { CMarkNode(optional: cmark_node_parent(pointer)) }

    var literal: [UInt8] { bytes(cmark_node_get_literal(pointer)) }
    var destination: [UInt8] { bytes(cmark_node_get_url(pointer)) }
    var fenceInfo: [UInt8] { bytes(cmark_node_get_fence_info(pointer)) }
    var title: [UInt8] { bytes(cmark_node_get_title(pointer)) }

    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    /// `nil` for a bullet list.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// 1-based lines and the 1-based column in bytes; to be trusted for blocks only.
    var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }

    init(pointer: OpaquePointer?) { self.pointer = pointer }

    private init?(optional pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    private func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        var count = 0
        while text[count] != 0 { count += 1 }
        return Array(UnsafeRawBufferPointer(start: text, count: count))
    }
}

/// A walk through a tree that needs no stack of the machine, however deep the tree.
struct CMarkWalk: IteratorProtocol, Sequence {
    enum Event {
        case enter(CMarkNode)
        /// Comes for every node, leaves too, after its children.
        case leave(CMarkNode)
    }

    private let root: CMarkNode
    private var upcoming: Event?

    /// The events of `root`'s descendants, `root` apart.
    init(below root: CMarkNode) {
        self.root = root
        upcoming = root.firstChild.map { .enter($0) }
    }

    /// The events after those of `node`, a descendant of `root`.
    init(below root: CMarkNode, after node: CMarkNode) {
        self.root = root
        upcoming = after(node)
    }

    mutating func next() -> Event? {
        guard let event = upcoming else { return nil }
        switch event {
        case .enter(let node): upcoming = node.firstChild.map { .enter($0) } ?? .leave(node)
        case .leave(let node): upcoming = after(node)
        }
        return event
    }

    /// Leaves out the children of the node that was entered last.
    mutating func skipChildren(of node: CMarkNode) { upcoming = .leave(node) }

    private func after(_ node: CMarkNode) -> Event? {
        if let next = node.next { return .enter(next) }
        guard let parent = node.parent, parent != root else { return nil }
        return .leave(parent)
    }
}
