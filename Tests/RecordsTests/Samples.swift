import Diagnostics
import Foundation
import Notebook
import Outputs
import Records

/// Makers of small records and lessons.
enum Sample {
    static func run(datasets: [DatasetUse] = [], seed: UInt64 = 42) -> Record.Run {
        Record.Run(engine: "0.1.0", instructionSet: "avx2", language: .korean, seed: seed, datasets: datasets)
    }

    static func record(_ cells: [Record.Code], datasets: [DatasetUse] = []) -> Record {
        Record(title: nil, run: run(datasets: datasets), parts: cells.map(Record.Part.code))
    }

    static func code(
        _ id: String, _ source: String = "cell()", number: Int? = 1, options: CellOptions = CellOptions(),
        _ outputs: [Output] = []
    ) -> Record.Code {
        Record.Code(id: CellID(id), number: number, source: source, options: options, outputs: outputs)
    }

    static func code(_ id: String, _ outputs: [Output]) -> Record.Code { code(id, "cell()", outputs) }

    static func options(_ change: (inout CellOptions) -> Void) -> CellOptions {
        var options = CellOptions()
        change(&options)
        return options
    }

    static func dataset(_ name: String, _ digit: Character, sample: Bool = false) -> DatasetUse {
        DatasetUse(name: name, sha256: String(repeating: digit, count: 64), isSample: sample)
    }

    /// A lesson made by hand: the parts' ranges do not matter to records.
    static func notebook(_ parts: [Notebook.Part], change: (inout FrontMatter) -> Void = { _ in }) -> Notebook {
        var frontMatter = FrontMatter()
        frontMatter.language = .korean
        frontMatter.seed = 42
        change(&frontMatter)
        return Notebook(
            source: SourceText(path: "lesson.md", text: ""), frontMatter: frontMatter, parts: parts, footnotes: [],
            diagnostics: [])
    }

    static func cell(
        _ id: String, _ text: String, number: Int?, label: String? = nil, options: CellOptions = CellOptions()
    ) -> Notebook.Part {
        .cell(
            Cell(
                id: CellID(id), label: label, number: number, code: text, text: text, textRange: SourceRange(at: 0),
                range: SourceRange(at: 0), options: options))
    }

    static func prose(_ id: String, _ text: String) -> Notebook.Part {
        .prose(Prose(id: CellID(id), blocks: [], text: text, range: SourceRange(at: 0)))
    }
}

enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
        return Array(try Data(contentsOf: file))
    }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "hanji-records-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/" + name }
    var content: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }
}

extension String {
    var bytes: [UInt8] { Array(utf8) }
}
