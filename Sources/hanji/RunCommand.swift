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

    @Flag(help: ArgumentHelp(CommandText.failFastHelp(in: .ofLocale)))
    var failFast = false

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
        await OrderedTasks.run(files, jobs: running.jobs) { path in
            await attempt(path, isAlone: isAlone)
        } consume: { path, attempt in
            let outcome = finish(path, attempt)
            status.worsen(to: outcome)
            return outcome == .fine || !failFast
        }
        return status
    }

    /// How far one file came before anything is written or said.
    private enum Attempt: Sendable {
        case unreadable(NotebookFileError)
        /// With errors, or without cells.
        case unfit(Lesson)
        case ran(Lesson, Result<RunResult, WorkerStartError>)
    }

    private func attempt(_ path: String, isAlone: Bool) async -> Attempt {
        do throws(NotebookFileError) {
            let lesson = try Lesson(path: path, language: common.lang)
            if lesson.hasErrors || lesson.notebook.cells.isEmpty { return .unfit(lesson) }
            let result = await LessonRun.result(
                of: lesson, running.runner, isQuiet: running.quiet, isAlone: isAlone)
            return .ran(lesson, result)
        } catch {
            return .unreadable(error)
        }
    }

    private func finish(_ path: String, _ attempt: Attempt) -> ExitStatus {
        switch attempt {
        case .unreadable(let error):
            Terminal.error.write(CommandText.error(error, in: common.language))
            return .unusable
        case .unfit(let lesson):
            Terminal.error.write(lesson.diagnosticText(for: .error))
            if lesson.hasErrors { return .finding }
            Terminal.error.write(CommandText.noCells(path, in: lesson.language) + "\n")
            return .unusable
        case .ran(let lesson, .failure(let error)):
            Terminal.error.write(CommandText.workerFailed(error, in: lesson.language) + "\n")
            return .unusable
        case .ran(let lesson, .success(let result)):
            Terminal.error.write(lesson.diagnosticText(for: .error))
            return record(result, of: lesson)
        }
    }

    /// Only a run that came to its end is recorded: a mistake must not cost the outputs of the last good run.
    private func record(_ result: RunResult, of lesson: Lesson) -> ExitStatus {
        guard result.ending == .completed else {
            if let text = LessonRun.failureText(result, of: lesson) { Terminal.error.write(text) }
            Terminal.error.write(CommandText.notRecorded(lesson.path, in: lesson.language) + "\n")
            return LessonRun.status(of: result.ending)
        }
        let path = RecordPath.record(ofLesson: lesson.path, in: output)
        do throws(RecordError) {
            let outcome = try RecordFile.write(result.record(of: lesson.notebook), to: path)
            let text = CommandText.recorded(
                lesson.path, path, isUnchanged: outcome == .unchanged, cells: result.outputs.count,
                in: lesson.language)
            Terminal.output.write(text + "\n")
            return .fine
        } catch {
            Terminal.error.write(CommandText.error(error, in: lesson.language))
            return .unusable
        }
    }
}
