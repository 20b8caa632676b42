import ArgumentParser
import Bytecode
import CellLanguage
import CellLibrary
import Datasets
import Diagnostics
import Execution
import Foundation
import Outputs

/// A tool of the house: checks and runs a file of plain Swift as cells, without notebook, worker and record.
/// Conformance tests and benchmarks compare it with the same file compiled.
@main
struct CellRun: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cell-run",
            abstract: "Checks a Swift file as one cell and runs it: errors to standard error, exit status 1.")
    }

    @Argument(help: ArgumentHelp("A program in the cell language.", valueName: "file.swift"))
    var file: String

    @Flag(help: "Several cells: each begins at a line '\(CellFile.mark)'.")
    var cells = false

    @Flag(help: "Shows no cell's last expression, as a compiled program shows none: only what is printed.")
    var noResults = false

    @Flag(help: "Runs the code as it was emitted: slower, and the same.")
    var unoptimized = false

    @Flag(help: "Prints the code that would run instead of running it.")
    var code = false

    @Option(help: ArgumentHelp("Where data sets are looked for first; may be given several times.", valueName: "dir"))
    var data: [String] = []

    func run() throws {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            say("cell-run: \(file): cannot be read as UTF-8\n")
            throw ExitCode(2)
        }
        DataDirectories.named = data
        Failure.collect()
        if noResults { Outputs.current = PrintedOnly() }
        let source = SourceText(path: file, text: text)
        let cells = cells ? CellFile.cells(of: source) : [CellSource(id: "cell", text: text, offset: 0)]
        let optimizes = !unoptimized
        let prints = code
        if !LargeStack.run({ Self.run(cells, of: source, optimizes, prints) }) { throw ExitCode(1) }
    }

    /// Whether all cells ran to their end.
    private static func run(_ cells: [CellSource], of source: SourceText, _ optimizes: Bool, _ prints: Bool) -> Bool {
        let checked = FrontEnd.check(cells, library: CellLibrary.library)
        say(TerminalRenderer(language: .english).render(checked.diagnostics, in: source))
        guard let program = checked.program else { return false }
        if prints {
            print(Disassembler.text(optimizes ? CodeOptimizer.optimized(program) : program), terminator: "")
            return true
        }
        let machine: Machine
        do {
            machine = try CellLibrary.machine(for: program, optimizes: optimizes)
        } catch {
            say("cell-run: unsound code: \(error)\n")
            return false
        }
        for cell in cells {
            do {
                try machine.run(cell: cell.id)
            } catch {
                let failure = FailureText(source, language: .english).error(error, inCellAt: cell.offset)
                let place = failure.traceback.first ?? source.path
                let excerpt = failure.traceback.dropFirst().map { $0 + "\n" }.joined()
                say("\(place): error: \(failure.name): \(failure.message)\n\(excerpt)")
                return false
            }
        }
        return true
    }
}

/// What was printed before stands before it where both go to one place.
private func say(_ text: String) {
    fflush(nil)
    FileHandle.standardError.write(Data(text.utf8))
}

/// Lets through what the program prints and displays itself.
private struct PrintedOnly: OutputSink {
    private let console = ConsoleSink()

    func emit(_ output: Output) {
        if case .result = output { return }
        console.emit(output)
    }

    func used(_ dataset: DatasetUse) {}
}
