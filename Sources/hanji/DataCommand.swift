import ArgumentParser
import Datasets
import Diagnostics
import Downloads
import Foundation

/// The files of the data sets.
struct DataCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "data", abstract: CommandText.dataAbstract(in: .ofLocale), subcommands: [Get.self, List.self])
    }

    /// Where lessons look for data and downloads go.
    private static var standardDirectory: String { DataDirectories.searched.last ?? "." }

    struct Get: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "get", abstract: CommandText.dataGetAbstract(in: .ofLocale))
        }

        @Argument(
            help: ArgumentHelp(
                CommandText.dataSetsHelp(in: .ofLocale),
                valueName: PublishedSet.allCases.map(\.rawValue).joined(separator: "|")))
        var sets: [PublishedSet]

        @Option(help: ArgumentHelp(CommandText.dataToHelp(in: .ofLocale), valueName: "dir"))
        var to: String?

        @Option(help: ArgumentHelp(CommandText.dataFromHelp(in: .ofLocale), valueName: "url"))
        var from: String?

        @Flag(help: ArgumentHelp(CommandText.dataForceHelp(in: .ofLocale)))
        var force = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let language = common.language
            let directory = URL(fileURLWithPath: to ?? DataCommand.standardDirectory, isDirectory: true)
            var status = ExitStatus.fine
            for file in sets.flatMap(\.files) {
                var progress = DownloadProgress(file.name, language)
                do {
                    let outcome = try Download(file, to: directory, mirror: from, replaces: force)
                        .run { progress.show($0, $1) }
                    progress.finish()
                    Terminal.output.write(CommandText.downloaded(file, outcome, in: language) + "\n")
                } catch {
                    progress.finish()
                    Terminal.error.write("hanji: " + error.message(in: language) + "\n")
                    status = .unusable
                    // The next file would wait for the same network.
                    if case .noConnection = error { break }
                    if case .noCurl = error { break }
                }
            }
            if status == .fine {
                Terminal.output.write(CommandText.dataIsIn(directory.path, in: language) + "\n")
            }
            try status.leave()
        }
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: CommandText.dataListAbstract(in: .ofLocale))
        }

        @OptionGroup var common: CommonOptions

        func run() {
            for set in PublishedSet.allCases {
                Terminal.output.write(set.rawValue + "\n")
                for file in set.files {
                    let place = DataDirectories.locate(file.name)?.path
                    let text = place ?? CommandText.dataIsMissing(in: common.language)
                    Terminal.output.write("  \(file.name)  \(text)\n")
                }
            }
        }
    }
}

extension PublishedSet: ExpressibleByArgument {}

/// How far a download is: one line that is rewritten on a terminal, a line every few seconds elsewhere.
private struct DownloadProgress {
    private let name: String
    private let language: Language
    private let start = ContinuousClock.now
    private var lastReport = ContinuousClock.now
    private var first: Int?

    private static let plainPeriod = Duration.seconds(10)

    init(_ name: String, _ language: Language) {
        self.name = name
        self.language = language
    }

    mutating func show(_ done: Int, _ total: Int?) {
        let now = ContinuousClock.now
        let first = self.first ?? done
        self.first = first
        var line = "\(name)  \(CommandText.size(done))"
        if let total, total > 0 {
            line += " / \(CommandText.size(total)) (\(done * 100 / total)%)"
            let seconds = Double((now - start).components.seconds)
            // After two seconds the rate says something.
            if done > first, done < total, seconds >= 2 {
                let left = seconds * Double(total - done) / Double(done - first)
                line += " · " + CommandText.remaining(left, in: language)
            }
        }
        if Terminal.error.isInteractive {
            Terminal.error.write("\r\u{1B}[K" + line.fitting(columns: Terminal.error.width - 1))
        } else if now - lastReport >= Self.plainPeriod {
            lastReport = now
            Terminal.error.write(line + "\n")
        }
    }

    func finish() {
        if Terminal.error.isInteractive { Terminal.error.write("\r\u{1B}[K") }
    }
}
