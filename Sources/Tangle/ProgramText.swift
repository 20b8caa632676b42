import CellLanguage
import Diagnostics
import Notebook

/// The program of a notebook: what `hanji run` sets, then the cells in order, each under a comment that names it. Errors
/// of the compiler and of a running program are told by the lines of the notebook.
struct ProgramText {
    private let notebook: Notebook
    private let showing: Set<CellID>
    private let names: NewNames
    private var language: Language { notebook.frontMatter.language }

    init(_ notebook: Notebook, names: [TopLevelName], showing: Set<CellID>, library: Library) {
        self.notebook = notebook
        self.showing = showing
        let outlines = notebook.cells.filter(\.isProgram).map { CellOutline($0.source) }
        self.names = NewNames(names, outlines, library: library)
    }

    var text: String {
        let front = notebook.frontMatter
        let head = """
            // \(notebook.fileName), \(TangledLesson.mark)
            import Foundation
            import LessonKit

            __begin(language: \(language.rawValue.literal), seed: \(front.seed))

            """
        return notebook.cells.reduce(head) { $0 + "\n" + text(of: $1) }
    }

    private func text(of cell: Cell) -> String {
        let heading = "// \(CellHeading.text(of: cell, in: language))\n"
        switch cell.options.evaluation {
        case .run:
            return heading + located(cell.textRange, edits(of: cell))
        case .raisesException:
            return heading + failing(cell)
        case .failsCheck, .none:
            let lines = cell.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            let code = lines.last == "" ? lines.dropLast() : lines[...]
            return heading + code.map { $0.isEmpty ? "//\n" : "// \($0)\n" }.joined()
        }
    }

    /// A function, so that its names are its own and the program outlives it. Types and what belongs to them stand before
    /// it, where they are printed as they should be and may be extended. Not optimised, because the optimiser leaves out
    /// what a function changes on the way to a trap.
    private func failing(_ cell: Cell) -> String {
        var edits = edits(of: cell)
        var types = ""
        for item in CellOutline(cell.source).items {
            switch item.kind {
            case .type, .extension, .otherDeclaration:
                types += located(item.range, edits)
                fallthrough
            case .import:
                let lineBreaks = notebook.source.slice(item.range).filter(\.isNewline)
                edits.remove(in: item.range)
                edits.replace(item.range, with: lineBreaks)
            case .expression, .statement: break
            }
        }
        let function = names.unused("cell_\(cell.number ?? 0)")
        return types
            + "@_optimize(none)\nfunc \(function)() throws {\n\(located(cell.textRange, edits))}\n"
            + "__mustFail(\(function))\n"
    }

    /// A part of the notebook under its own lines.
    private func located(_ range: SourceRange, _ edits: SourceEdits) -> String {
        let line = notebook.source.line(at: range.lower)
        let text = edits.applied(to: notebook.source, in: range)
        return """
            #sourceLocation(file: \(notebook.fileName.literal), line: \(line))
            \(text)\(text.last?.isNewline == true ? "" : "\n")#sourceLocation()

            """
    }

    private func edits(of cell: Cell) -> SourceEdits {
        let outline = CellOutline(cell.source)
        var edits = SourceEdits()
        if showing.contains(cell.id), let last = outline.items.last, last.kind == .expression {
            edits.insert("__show(", at: last.range.lower)
            edits.insert(")", at: last.range.upper)
        }
        for item in outline.items where item.kind == .type {
            guard let change = item.name.flatMap({ names.definitions[$0] }) else { continue }
            edits.insert("enum \(change.new) { ", at: item.range.lower)
            edits.insert(" }", at: item.range.upper)
            if let privacy = item.privacy { edits.replace(privacy, with: "fileprivate") }
        }
        for place in Set(names.definitions.keys).union(names.uses.keys) where cell.textRange.contains(place) {
            rename(place, isShorthand: outline.shorthands.contains(place), &edits)
        }
        return edits
    }

    private func rename(_ place: SourceRange, isShorthand: Bool, _ edits: inout SourceEdits) {
        let definition = names.definitions[place]
        let use = names.uses[place]
        guard let old = (definition ?? use)?.old else { return }
        // The place of a function's name with its labels, `f(x:)`, begins with the name.
        let written = notebook.source.slice(place).hasPrefix("`") ? "`\(old)`" : old
        let word = SourceRange(place.lower, place.lower + written.utf8.count)
        if isShorthand {
            edits.replace(word, with: "\(definition?.new ?? written) = \(use?.use ?? written)")
        } else if let use {
            edits.replace(word, with: use.use)
        } else if let definition, !definition.isType {
            edits.replace(word, with: definition.new)
        }
    }
}

extension Cell {
    /// Whether it is checked together with the others.
    var isProgram: Bool { options.evaluation == .run || options.evaluation == .raisesException }

    var source: CellSource { CellSource(id: id.rawValue, text: text, offset: textRange.lower) }
}
