import Conversion
import Diagnostics
import FuzzSupport
import Notebook
import Records
import Rendering

/// Any bytes as a record, or two of them divided by a zero byte. What can be read is the same when it is written and read
/// again, differs from itself in nothing, and comes out on a page as text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecords(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let records = Input(start, count).bytes.split(separator: 0, maxSplits: 1).compactMap { read(Array($0)) }
    guard let first = records.first else { return 0 }
    let last = records[records.count - 1]

    let written = NotebookFormat.encode(first)
    guard let again = read(written) else { found("what was written cannot be read") }
    if NotebookFormat.encode(again) != written { found("written again it differs") }
    if let difference = Determinism.firstDifference(first, first) { found("differs from itself: \(difference)") }
    let verdict = RecordComparison().verdict(expected: first, got: last)
    _ = RecordComparison().verdict(expected: last, got: first)
    for language in Language.allCases {
        let report = FindingReport(language: language)
        _ = report.render(verdict, lesson: "lesson.md")
    }

    let markdown = MarkdownWriter.write(first, stem: "lesson").text
    let notebook = NotebookReader.read(SourceText(path: "lesson.md", text: markdown))
    guard let renderer = try? PageRenderer() else { found("the page's template does not parse") }
    if let fault = PageScan.fault(in: renderer.render(notebook, record: first).html) { found(fault) }
    return 0
}

private func read(_ bytes: [UInt8]) -> Record? { try? NotebookFormat.decode(bytes, file: "lesson.ipynb") }

@_cdecl("fuzz_records_main")
public func startRecordsFuzzer(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    runFuzzer(count, arguments, fuzzRecords)
}
