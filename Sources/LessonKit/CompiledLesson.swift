import Datasets
import Foundation
import Outputs
import Synchronization

/// Does for a lesson compiled by Swift what `hanji run` does before the first cell. Reads the program's arguments:
/// `--data DIR` as `hanji run` has it, and `--figures DIR` for a folder that the figures are written to.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __begin(language: String, seed: UInt64) {
    CompiledLesson.restartWithFixedHashing()
    LessonLanguage.current = language
    RandomStream.reseed(seed)
    CompiledLesson.obey(Array(CommandLine.arguments.dropFirst()))
}

enum CompiledLesson {
    /// Dictionaries iterate in the same order in every run, which Swift decides when a process starts; and a crash says
    /// its reason in a line and not in a page.
    static func restartWithFixedHashing() {
        let variable = "SWIFT_DETERMINISTIC_HASHING"
        guard getenv(variable) == nil, let program = Bundle.main.executablePath else { return }
        setenv(variable, "1", 1)
        setenv("SWIFT_BACKTRACE", "enable=no", 0)
        // Returns only when it fails; then the lesson runs as it is.
        execv(program, CommandLine.unsafeArgv)
    }

    static func obey(_ arguments: [String]) {
        var rest = arguments[...]
        while let option = rest.popFirst() {
            switch (option, rest.popFirst()) {
            case ("--data", let directory?): DataDirectories.named.append(directory)
            case ("--figures", let directory?): Outputs.current = FigureFiles(directory: directory)
            default:
                FileHandle.standardError.write(Data((usage + "\n").utf8))
                exit(2)
            }
        }
    }

    private static var usage: String {
        let name = CommandLine.arguments.first.map { ($0 as NSString).lastPathComponent } ?? "lesson"
        let options = "\(name) [--data DIR]… [--figures DIR]"
        return switch LessonLanguage.current {
        case "ko": "사용법: \(options)"
        case "ja": "使い方: \(options)"
        default: "usage: \(options)"
        }
    }
}

/// The console, with every figure in a file of its own: `figure-1.svg`, `figure-2.svg`, …
private final class FigureFiles: OutputSink {
    private let directory: URL
    private let console = ConsoleSink()
    private let count = Mutex(0)

    init(directory: String) { self.directory = URL(fileURLWithPath: directory, isDirectory: true) }

    func emit(_ output: Output) {
        console.emit(output)
        switch output {
        case .display(let bundle), .result(let bundle): bundle.data[MIME.svg]?.asString.map(write)
        case .stream, .progress, .error: break
        }
    }

    private func write(_ svg: String) {
        let number = count.withLock { count in
            count += 1
            return count
        }
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            let file = directory.appendingPathComponent("figure-\(number).svg")
            try Data(svg.utf8).write(to: file, options: .atomic)
        } catch {
            FileHandle.standardError.write(Data("\(directory.path): \(error.localizedDescription)\n".utf8))
        }
    }

    func used(_ dataset: DatasetUse) { console.used(dataset) }
}
