import Diagnostics
import FuzzSupport
import Markup
import Notebook
import Rendering

/// Any bytes as a notebook: read it, hold all places to the text, write the page, and scan the page for what got out of
/// its place.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkup(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let source = SourceText(path: "lesson.md", text: Input(start, count).text)
    let ranges = RangeCheck(source)
    ranges.check(MarkdownParser.parse(source))
    ranges.check(MarkdownParser.parse(source, extensions: []))
    let notebook = NotebookReader.read(source)
    ranges.check(notebook.diagnostics)
    guard let renderer = try? PageRenderer() else { found("the page's template does not parse") }
    if let fault = PageScan.fault(in: renderer.render(notebook, record: nil).html) { found(fault) }
    return 0
}

@_cdecl("fuzz_markup_main")
public func startMarkupFuzzer(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    runFuzzer(count, arguments, fuzzMarkup)
}
