import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebook
import Records

/// Checks notebooks: first the text of all, then each is run afresh and compared with its record.
struct CheckCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: CommandText.checkAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.pathsHelp(in: .ofLocale), valueName: "path"))
    var paths: [String]

    @Flag(name: .customLong("static"), help: ArgumentHelp(CommandText.staticHelp(in: .ofLocale)))
    var isStatic = false

    @Option(help: ArgumentHelp(CommandText.formatHelp(in: .ofLocale)))
    var format = Format.text

    @Flag(help: ArgumentHelp(CommandText.checkStrictHelp(in: .ofLocale)))
    var strict = false

    @OptionGroup var running: RunOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let files = LessonPaths.expand(paths)
        if files.isEmpty {
            Terminal.error.write(CommandText.nothingToDo(in: common.language) + "\n")
            throw ExitStatus.unusable
        }
        let command = self
        try await Cancellation.whileRunning { await command.check(files) }.leave()
    }

    private func check(_ files: [String]) async -> ExitStatus {
        var entries = files.map(examine)
        if format == .text {
            for entry in entries { Terminal.output.write(entry.diagnosticText) }
        }
        if !isStatic {
            let runnable = entries.indices.filter { entries[$0].outcome == nil }
            let isAlone = running.jobs == 1 || runnable.count == 1
            let examined = entries
            await OrderedTasks.run(runnable, jobs: running.jobs) { index in
                await compare(examined[index], isAlone: isAlone)
            } consume: { index, outcome in
                entries[index].outcome = outcome
                if format == .text { Terminal.output.write(entries[index].outcomeText) }
                return true
            }
        }
        if format == .json { Terminal.output.write(CheckReport.json(entries, language: common.lang)) }
        return entries.map { $0.status(isStatic: isStatic, isStrict: strict) }.max() ?? .fine
    }

    /// The check that needs no run.
    private func examine(_ path: String) -> CheckEntry {
        let lesson: Lesson
        do throws(NotebookFileError) {
            lesson = try Lesson(path: path, language: common.lang)
        } catch {
            let text = CommandText.error(error, in: common.language)
            Terminal.error.write(text)
            return CheckEntry(path: path, lesson: nil, outcome: .unreadable(error.text(in: common.language)))
        }
        var entry = CheckEntry(path: path, lesson: lesson)
        if lesson.hasErrors {
            entry.outcome = .refused
        } else if lesson.notebook.cells.isEmpty {
            let text = CommandText.noCells(path, in: lesson.language)
            Terminal.error.write(text + "\n")
            entry.outcome = .unreadable(text)
        }
        return entry
    }

    /// Runs a lesson and compares it with its record.
    private func compare(_ entry: CheckEntry, isAlone: Bool) async -> CheckEntry.Outcome {
        guard let lesson = entry.lesson else { return .refused }
        let record: Record?
        do throws(RecordError) {
            record = try RecordFile.read(RecordPath.record(ofLesson: lesson.path))
        } catch {
            Terminal.error.write(CommandText.error(error, in: lesson.language))
            return .unreadable(error.text(in: lesson.language))
        }
        guard let record else { return .unrecorded }
        switch await LessonRun.result(of: lesson, running.runner, isQuiet: running.quiet, isAlone: isAlone) {
        case .failure(let error):
            let text = CommandText.workerFailed(error, in: lesson.language)
            Terminal.error.write(text + "\n")
            return .unreadable(text)
        case .success(let result):
            if result.ending == .cancelled { return .cancelled }
            let verdict = RecordComparison().verdict(expected: record, got: result.record(of: lesson.notebook))
            return .compared(verdict, result)
        }
    }
}
