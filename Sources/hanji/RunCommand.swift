import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebook
import Records

/// Checks, runs and records notebooks.
struct RunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "run", abstract: CommandText.runAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.filesHelp(in: .ofLocale), valueName: "file"))
    var files: [String]

    @OptionGroup var running: RunOptions
    @OptionGroup var common: CommonOptions

    @Flag(help: ArgumentHelp(CommandText.resumeHelp(in: .ofLocale)))
    var resume = false

    @Flag(help: ArgumentHelp(CommandText.noCacheHelp(in: .ofLocale)))
    var noCache = false

    @Option(name: [.short, .long], help: ArgumentHelp(CommandText.outputHelp(in: .ofLocale), valueName: "dir"))
    var output: String?

    func run() async throws {
        if LessonPaths.reportCollisions(files, in: output, language: common.language) { throw ExitStatus.unusable }
        if let output, !LessonPaths.makeDirectory(output, language: common.language) { throw ExitStatus.unusable }
        let command = self
        try await Cancellation.whileRunning { await command.runAll() }.leave()
    }

    private func runAll() async -> ExitStatus {
        var status = ExitStatus.fine
        let isAlone = running.jobs == 1 || files.count == 1
        let journal = journal()
        var finished = 0
        await OrderedTasks.run(files, jobs: running.jobs) { path in
            await attempt(path, isAlone: isAlone, journal)
        } consume: { path, attempt in
            let outcome = finish(path, attempt, journal)
            status.worsen(to: outcome)
            finished += 1
            return outcome == .fine || !running.failFast
        }
        // What failed is run again by any run; what was not begun is what a journal is for.
        if finished == files.count, !Task.isCancelled { journal?.finish() }
        return status
    }

    /// Where runs of cells are kept, unless the user wants every cell to be run.
    private var store: String? {
        noCache ? nil : CellStore.standardDirectory(ProcessInfo.processInfo.environment)
    }

    /// Of a run over several files; one alone has nothing to go on with.
    private func journal() -> RunJournal? {
        guard files.count > 1 || resume else { return nil }
        let conditions = RunJournal.Conditions(
            engine: Worker.engine, dataDirectories: running.data, output: output)
        let journal = RunJournal(
            in: FileManager.default.currentDirectoryPath, conditions, isResumed: resume)
        do throws(AtomicFile.Failure) {
            try journal.begin()
            return journal
        } catch {
            return nil  // a folder that cannot be written keeps nobody from running
        }
    }

    /// How far one file came before anything is written or said.
    private enum Attempt: Sendable {
        case unreadable(NotebookFileError)
        /// With errors, or without cells.
        case unfit(Lesson)
        /// Recorded by the run that goes on.
        case done(Lesson)
        case ran(Lesson, Result<RunResult, WorkerStartError>)
    }

    private func attempt(_ path: String, isAlone: Bool, _ journal: RunJournal?) async -> Attempt {
        do throws(NotebookFileError) {
            let lesson = try Lesson(path: path, language: common.lang)
            if lesson.hasErrors || lesson.notebook.cells.isEmpty { return .unfit(lesson) }
            let record = RecordPath.record(ofLesson: path, in: output)
            if journal?.isDone(path, source: lesson.notebook.source.text, record: record) == true {
                return .done(lesson)
            }
            // Until it is recorded: ``finish``.
            Cancellation.hold()
            let result = await LessonRun.result(of: lesson, running, isAlone: isAlone, store: store)
            return .ran(lesson, result)
        } catch {
            return .unreadable(error)
        }
    }

    private func finish(_ path: String, _ attempt: Attempt, _ journal: RunJournal?) -> ExitStatus {
        switch attempt {
        case .unreadable(let error):
            Terminal.error.write(CommandText.error(error, in: common.language))
            return .unusable
        case .unfit(let lesson):
            Terminal.error.write(lesson.diagnosticText(for: .error))
            if lesson.hasErrors { return .finding }
            Terminal.error.write(CommandText.noCells(path, in: lesson.language) + "\n")
            return .unusable
        case .done(let lesson):
            let record = RecordPath.record(ofLesson: path, in: output)
            Terminal.output.write(CommandText.alreadyRecorded(path, record, in: lesson.language) + "\n")
            return .fine
        case .ran(let lesson, .failure(let error)):
            defer { Cancellation.release() }
            Terminal.error.write(CommandText.workerFailed(error, in: lesson.language) + "\n")
            return .unusable
        case .ran(let lesson, .success(let result)):
            defer { Cancellation.release() }
            Terminal.error.write(lesson.diagnosticText(for: .error))
            return record(result, of: lesson, journal)
        }
    }

    /// Only a run that came to its end is recorded: a mistake must not cost the outputs of the last good run.
    private func record(_ result: RunResult, of lesson: Lesson, _ journal: RunJournal?) -> ExitStatus {
        guard result.ending == .completed else {
            if let text = LessonRun.failureText(result, of: lesson) { Terminal.error.write(text) }
            Terminal.error.write(CommandText.notRecorded(lesson.path, in: lesson.language) + "\n")
            return LessonRun.status(of: result.ending)
        }
        let path = RecordPath.record(ofLesson: lesson.path, in: output)
        do throws(RecordError) {
            let outcome = try RecordFile.write(result.record(of: lesson.notebook), to: path)
            journal?.add(lesson.path, source: lesson.notebook.source.text, record: path)
            let text = CommandText.recorded(
                lesson.path, path, isUnchanged: outcome == .unchanged, cells: result.outputs.count,
                kept: result.kept.count, repeated: result.repeated.count, in: lesson.language)
            Terminal.output.write(text + "\n")
            return .fine
        } catch {
            Terminal.error.write(CommandText.error(error, in: lesson.language))
            return .unusable
        }
    }
}
