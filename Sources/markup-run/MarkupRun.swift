import ArgumentParser
import Diagnostics
import Foundation
import Markup
import Notebook
import Records
import Rendering

/// A tool of the house: reads files of Markdown and says how long each took. Benchmarks compare it with other parsers.
@main
struct MarkupRun: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "markup-run",
            abstract: "Parses Markdown files and prints a line for each: milliseconds, tab, name.")
    }

    @Argument(help: ArgumentHelp("Files of Markdown.", valueName: "file.md"))
    var files: [String]

    @Flag(help: "Plain CommonMark, with no extension.")
    var plain = false

    @Flag(help: "Makes a page of each file and its record, in one process: what reading and writing take together.")
    var page = false

    @Option(help: "How many times each file is read; the best time counts.")
    var rounds = 1

    func run() throws {
        let renderer = try PageRenderer()
        for file in files {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let record = page ? try? RecordFile.read(RecordPath.record(ofLesson: file)) : nil
            var best = Duration.seconds(Int64.max)
            for _ in 0..<max(1, rounds) {
                best = min(
                    best,
                    ContinuousClock().measure {
                        let source = SourceText(path: file, text: text)
                        if page {
                            let notebook = NotebookReader.read(source)
                            _ = renderer.render(notebook, record: record)
                        } else {
                            _ = MarkdownParser.parse(source, extensions: plain ? [] : .all)
                        }
                    })
            }
            print("\(Int((best / .milliseconds(1)).rounded(.up)))\t\(file)")
        }
    }
}
