import CellLanguage
import Diagnostics

/// A file of several cells.
enum CellFile {
    /// A line that begins with it begins a cell.
    static let mark = "// %% cell"

    /// The cells of a file in order; what stands before the first mark is one too, if it is not blank.
    static func cells(of source: SourceText) -> [CellSource] {
        let marked = (1...source.lineCount).filter { source.slice(source.range(ofLine: $0)).hasPrefix(mark) }
        let starts = ([1] + marked).map(source.start)
        let ends = starts.dropFirst() + [source.utf8.count]
        return zip(starts, ends).enumerated().compactMap { index, bounds in
            let text = source.slice(SourceRange(bounds.0, bounds.1))
            if index == 0, text.allSatisfy(\.isWhitespace) { return nil }
            return CellSource(id: "cell-\(index)", text: text, offset: bounds.0)
        }
    }
}
