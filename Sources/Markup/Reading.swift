import Diagnostics

/// What the builders of blocks and inlines know of the text beside libcmark's tree.
struct Reading {
    /// The file's text.
    let source: [UInt8]
    /// Empty if none was put into the text.
    let marker: [UInt8]
    let extensions: MarkdownExtensions
    let placeholder: Placeholder?
    /// By number, as placeholders have it.
    let formulas: [PlannedFormula]
    /// By number, as HTML blocks have it.
    let tokens: [BlockScan.Token?]

    /// The text as the author wrote it, of bytes that libcmark gives back.
    func text(_ bytes: [UInt8]) -> String {
        guard !formulas.isEmpty, let placeholder else { return bytes.text(without: marker) }
        return String(decoding: placeholder.restored(bytes), as: UTF8.self)
    }

    /// The formula for which an image with this address stands.
    func formula(at address: [UInt8]) -> PlannedFormula? {
        guard !formulas.isEmpty, let number = placeholder?.number(in: address) else { return nil }
        return formulas[number]
    }

    /// The line of a division or the formula for which an HTML block with this literal stands.
    func token(in literal: [UInt8]) -> BlockScan.Token? {
        guard !tokens.isEmpty, let number = BlockScan.number(of: literal, marker: marker), number < tokens.count else {
            return nil
        }
        return tokens[number]
    }

    /// Whether the file has `text` as it is at `offset`, no character of it escaped.
    func holds(_ text: some StringProtocol, at offset: Int) -> Bool { source.holds(Array(text.utf8), at: offset) }
}
