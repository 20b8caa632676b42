import CellLanguage
import CellLibrary
import Diagnostics
import FuzzSupport

/// Any text as cells, divided where a program for conformance is: check, emit, verify, optimize, verify.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCells(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Input(start, count).text
    let source = SourceText(path: "cells.swift", text: text)
    var cells: [CellSource] = []
    var offset = 0
    let mark = "// cell"
    for part in text.split(separator: mark, omittingEmptySubsequences: false) {
        cells.append(CellSource(id: "cell-\(cells.count)", text: String(part), offset: offset, mode: mode(of: part)))
        offset += part.utf8.count + mark.utf8.count
    }
    let checked = FrontEnd.check(cells, library: CellLibrary.library)
    RangeCheck(source).check(checked.diagnostics)
    for language in Language.allCases {
        _ = TerminalRenderer(language: language).render(checked.diagnostics, in: source)
    }
    guard let program = checked.program else {
        if !checked.diagnostics.hasErrors { found("no program and no error") }
        return 0
    }
    do {
        _ = try CellLibrary.machine(for: program)
    } catch {
        found("unsound code: \(error)")
    }
    return 0
}

/// What follows the mark says how the cell is checked.
private func mode(of part: Substring) -> CellSource.Mode {
    switch part.first {
    case "!": .raisesException
    case "?": .failsCheck
    case "=": .inline
    default: .run
    }
}

@_cdecl("fuzz_cells_main")
public func startCellsFuzzer(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    runFuzzer(count, arguments, fuzzCells)
}
