import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebook
import Records

/// Takes the outputs of the last check into the record, without running anything again.
struct AcceptCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "accept", abstract: CommandText.acceptAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.acceptFileHelp(in: .ofLocale), valueName: "file"))
    var file: String?

    @Argument(help: ArgumentHelp(CommandText.acceptCellsHelp(in: .ofLocale), valueName: "cell"))
    var cells: [String] = []

    @OptionGroup var common: CommonOptions

    func run() throws {
        if let file { return try accept(file, isNamed: true).leave() }
        let files = LessonPaths.expand(["."]).map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
        let checked = files.filter { FileManager.default.fileExists(atPath: LastCheck(ofLesson: $0).recordPath) }
        if checked.isEmpty {
            Terminal.error.write(CommandText.nothingToAccept(nil, in: common.language) + "\n")
            throw ExitStatus.unusable
        }
        var status = ExitStatus.fine
        for file in checked { status.worsen(to: accept(file, isNamed: false)) }
        try status.leave()
    }

    private func accept(_ path: String, isNamed: Bool) -> ExitStatus {
        let lesson: Lesson
        do throws(NotebookFileError) {
            lesson = try Lesson(path: path, language: common.lang)
        } catch {
            Terminal.error.write(CommandText.error(error, in: common.language))
            return .unusable
        }
        let language = lesson.language
        let lastCheck = LastCheck(ofLesson: path)
        do throws(RecordError) {
            guard let new = try lastCheck.load() else {
                Terminal.error.write(CommandText.nothingToAccept(path, in: language) + "\n")
                return .unusable
            }
            let target = RecordPath.record(ofLesson: path)
            let old = try RecordFile.read(target)
            let record: Record
            do throws(Acceptance.Refusal) {
                if new.isStale(for: lesson.notebook) { throw .changedSince }
                let chosen = cells.isEmpty ? nil : try Acceptance.cells(named: cells, in: new)
                record = try Acceptance.record(old: old, new: new, accepted: chosen)
            } catch {
                Terminal.error.write(CommandText.error(error, path, in: language))
                return .unusable
            }
            let outcome = try RecordFile.write(record, to: target)
            // What was not taken can still be taken.
            if cells.isEmpty { lastCheck.remove() }
            Terminal.output.write(
                CommandText.recorded(
                    path, target, isUnchanged: outcome == .unchanged,
                    cells: cells.isEmpty ? record.codeCells.filter { $0.number != nil }.count : Set(cells).count,
                    in: language) + "\n")
            return .fine
        } catch {
            Terminal.error.write(CommandText.error(error, in: language))
            return .unusable
        }
    }
}
