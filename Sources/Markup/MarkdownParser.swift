package import Diagnostics

/// Markdown as lessons are written in it: CommonMark by libcmark, the emphasis and line breaks of Chinese, Japanese and
/// Korean, and what ``MarkdownExtensions`` lists.
///
/// libcmark reads an edited copy of the text, in which rare marker characters, list items and headings stand for what
/// it does not know; the tree it returns is freed of them, and every place is given in the file's own offsets.
package enum MarkdownParser {
    /// Parses the text from `offset` on, where a front matter ends. Every text has a meaning: nothing throws, and the
    /// document's diagnostics are warnings. Takes time in proportion to the text, apart from libcmark's own.
    package static func parse(
        _ source: SourceText, from offset: Int = 0, extensions: MarkdownExtensions = .all
    ) -> Document {
        let bytes = source.utf8
        var start = min(max(offset, 0), bytes.count)
        if start == 0, bytes.holds([0xEF, 0xBB, 0xBF], at: 0) { start = 3 }
        let marker = extensions.isEmpty ? nil : MarkerCharacter.unused(in: bytes[start...])
        // Without a marker nothing can be put into the text or kept apart in it.
        let extensions = marker == nil ? extensions.intersection(.tables) : extensions
        let scan = SourceScan(bytes, from: start, marker: marker, extensions)
        let placeholder = marker.map { Placeholder(marker: $0) }
        let tokens = placeholder.map { BlockScan(bytes, from: start, marker: $0.marker, extensions).tokens } ?? []

        var plan = ParsePlan(bytes, from: start, scan, tokens, placeholder, extensions)
        var parsed = ParsedText(plan.editedText())
        if plan.revise(after: parsed) {
            parsed = ParsedText(plan.editedText(), inPlaceOf: parsed)
            plan.findCells(in: parsed)
        }

        var state = DocumentState(plan.definitions)
        let reading = Reading(
            source: bytes, marker: marker ?? [], extensions: extensions, placeholder: plan.placeholder,
            formulas: plan.formulas, tokens: plan.tokens)
        let builder = BlockBuilder(
            parsed, reading, tables: plan.tables, definitions: Set(plan.definitions.map(\.range.lower)))
        // The nodes point into the tree.
        let (blocks, footnotes) = withExtendedLifetime(parsed) {
            (builder.blocks(below: parsed.tree.root, &state), Self.footnotes(by: builder, &state))
        }
        let diagnostics = state.footnotes.diagnostics + state.footnotes.unused() + state.diagnostics
        return Document(blocks: blocks, footnotes: footnotes, diagnostics: diagnostics.sortedByPlace())
    }

    /// The notes by number. Notes may refer to further notes, which are numbered after them.
    private static func footnotes(by builder: BlockBuilder, _ state: inout DocumentState) -> [Footnote] {
        guard !state.footnotes.order.isEmpty else { return [] }
        let items = builder.definitionItems()
        var notes: [(key: String, footnote: Footnote)] = []
        while notes.count < state.footnotes.order.count {
            let key = state.footnotes.order[notes.count]
            guard let definition = state.footnotes.entries[key]?.definition else { break }
            let item = items[definition.range.lower]
            let blocks = item.map { builder.blocks(below: $0, &state) } ?? []
            let range = blocks.reduce(definition.labelRange) { $0.union($1.range) }
            notes.append(
                (
                    key,
                    Footnote(
                        label: definition.label, number: notes.count + 1, references: 0, blocks: blocks, range: range)
                ))
        }
        return notes.map { note in
            var footnote = note.footnote
            footnote.references = state.footnotes.entries[note.key]?.references ?? 0
            return footnote
        }
    }
}
