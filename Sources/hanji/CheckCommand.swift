import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebook
import Records

/// Checks notebooks: first the text of all, then each is run afresh and compared with its record.
struct CheckCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, junit, github, html }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "check", abstract: CommandText.checkAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.pathsHelp(in: .ofLocale), valueName: "path"))
    var paths: [String]

    @Flag(name: .customLong("static"), help: ArgumentHelp(CommandText.staticHelp(in: .ofLocale)))
    var isStatic = false

    @Flag(help: ArgumentHelp(CommandText.twiceHelp(in: .ofLocale)))
    var twice = false

    @Option(help: ArgumentHelp(CommandText.formatHelp(in: .ofLocale), valueName: "text|json|junit|github|html"))
    var format = Format.text

    @Option(name: [.short, .long], help: ArgumentHelp(CommandText.reportOutputHelp(in: .ofLocale), valueName: "file"))
    var output: String?

    @Flag(help: ArgumentHelp(CommandText.checkStrictHelp(in: .ofLocale)))
    var strict = false

    @OptionGroup var comparing: ComparisonArguments
    @OptionGroup var running: RunOptions
    @OptionGroup var common: CommonOptions

    /// Whether people read along: a report for tools takes the terminal's place unless it goes to a file.
    private var showsText: Bool { format == .text || output != nil }

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
        if showsText {
            for entry in entries { Terminal.output.write(entry.diagnosticText) }
        }
        Cancellation.hold()
        defer { Cancellation.release() }
        if !isStatic {
            let runnable = entries.indices.filter { entries[$0].outcome == nil }
            let isAlone = running.jobs == 1 || runnable.count == 1
            let examined = entries
            await OrderedTasks.run(runnable, jobs: running.jobs) { index in
                await compare(examined[index], isAlone: isAlone)
            } consume: { index, outcome in
                entries[index].outcome = outcome
                if showsText { Terminal.output.write(entries[index].outcomeText) }
                return !running.failFast || entries[index].status(isStatic: false, isStrict: strict) == .fine
            }
            // What was not begun any more, after a failure or an interruption.
            for index in runnable where entries[index].outcome == nil { entries[index].outcome = .cancelled }
        }
        let status = entries.map { $0.status(isStatic: isStatic, isStrict: strict) }.max() ?? .fine
        return max(status, report(entries))
    }

    private func report(_ entries: [CheckEntry]) -> ExitStatus {
        let text: String
        let summaries = entries.map { $0.summary(in: common.lang) }
        switch format {
        case .text where output == nil: return .fine
        case .text: text = entries.map { $0.diagnosticText + $0.outcomeText }.joined()
        case .json: text = CheckReport.json(entries, language: common.lang)
        case .junit: text = JUnitReport.render(summaries)
        case .github: text = GitHubReport.render(summaries)
        case .html: text = HTMLReport(language: common.language).render(summaries)
        }
        guard let output else {
            Terminal.output.write(text)
            return .fine
        }
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(Array(text.utf8), to: output)
            return .fine
        } catch {
            let reason = String(cString: strerror(error.code))
            Terminal.error.write(CommandText.writeFailed(output, reason, in: common.language) + "\n")
            return .unusable
        }
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
        if lesson.diagnostics.hasErrors {
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
        switch await LessonRun.result(of: lesson, running, isAlone: isAlone) {
        case .failure(let error): return startFailed(error, lesson)
        case .success(let result):
            if result.ending == .cancelled { return .cancelled }
            let present = result.record(of: lesson.notebook)
            var comparison = CheckEntry.Comparison(
                verdict: RecordComparison(options: comparing.options).verdict(expected: record, got: present),
                result: result)
            if twice, result.ending == .completed {
                switch await LessonRun.result(of: lesson, running, isAlone: isAlone) {
                case .failure(let error): return startFailed(error, lesson)
                case .success(let second):
                    if second.ending == .cancelled { return .cancelled }
                    comparison.nondeterminism = Determinism.firstDifference(
                        present, second.record(of: lesson.notebook))
                }
            }
            keep(present, comparison, of: lesson)
            return .compared(comparison)
        }
    }

    private func startFailed(_ error: WorkerStartError, _ lesson: Lesson) -> CheckEntry.Outcome {
        let text = CommandText.workerFailed(error, in: lesson.language)
        Terminal.error.write(text + "\n")
        return .unreadable(text)
    }

    /// For `hanji accept`. A folder that cannot be written keeps nobody from checking.
    private func keep(_ record: Record, _ comparison: CheckEntry.Comparison, of lesson: Lesson) {
        let lastCheck = LastCheck(ofLesson: lesson.path)
        guard comparison.result.ending == .completed, comparison.verdict != .same else { return lastCheck.remove() }
        do throws(RecordError) {
            try lastCheck.save(record, findings: comparison.verdict.findings)
        } catch {
            Terminal.error.write(CommandText.error(error, in: lesson.language))
        }
    }
}
