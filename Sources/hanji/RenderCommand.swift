import ArgumentParser
import Diagnostics
import Execution
import Foundation
import Notebook
import Records
import Rendering

/// Makes pages of notebooks and their records. Runs nothing.
struct RenderCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "render", abstract: CommandText.renderAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.pathsHelp(in: .ofLocale), valueName: "path"))
    var paths: [String]

    @Option(name: [.short, .long], help: ArgumentHelp(CommandText.pageOutputHelp(in: .ofLocale), valueName: "dir"))
    var output: String

    @Flag(help: ArgumentHelp(CommandText.renderStrictHelp(in: .ofLocale)))
    var strict = false

    @Flag(help: ArgumentHelp(CommandText.rawHTMLHelp(in: .ofLocale)))
    var rawHTML = false

    @Flag(help: ArgumentHelp(CommandText.pdfHelp(in: .ofLocale)))
    var pdf = false

    @OptionGroup var common: CommonOptions

    private var options: PageOptions { PageOptions(generator: Worker.engine, allowsRawHTML: rawHTML) }

    func run() throws {
        if paths.count == 1, LessonPaths.isDirectory(paths[0]), !pdf {
            if LessonPaths.bookPages(in: paths[0]).isEmpty {
                Terminal.error.write(CommandText.nothingToDo(in: common.language) + "\n")
                throw ExitStatus.unusable
            }
            if !LessonPaths.makeDirectory(output, language: common.language) { throw ExitStatus.unusable }
            let book = BookRender(
                root: paths[0], output: output, options: options, strict: strict, language: common.lang)
            return try book.run().leave()
        }
        let files = LessonPaths.expand(paths)
        if files.isEmpty {
            Terminal.error.write(CommandText.nothingToDo(in: common.language) + "\n")
            throw ExitStatus.unusable
        }
        if LessonPaths.reportCollisions(files, in: output, language: common.language) { throw ExitStatus.unusable }
        if !LessonPaths.makeDirectory(output, language: common.language) { throw ExitStatus.unusable }
        let renderer = try PageRenderer(options: options)
        var status = ExitStatus.fine
        for file in files { status.worsen(to: render(file, renderer)) }
        try status.leave()
    }

    private func render(_ path: String, _ renderer: PageRenderer) -> ExitStatus {
        let lesson: Lesson
        do throws(NotebookFileError) {
            lesson = try Lesson(path: path, language: common.lang)
        } catch {
            Terminal.error.write(CommandText.error(error, in: common.language))
            return .unusable
        }
        let record: Record?
        do throws(RecordError) {
            record = try RecordFile.read(RecordPath.record(ofLesson: path))
        } catch {
            Terminal.error.write(CommandText.error(error, in: lesson.language))
            return .unusable
        }
        Terminal.error.write(lesson.diagnosticText(for: .error))
        // Warnings are for the author; the page shows what keeps a cell from running.
        let errors = lesson.check.cellDiagnostics.filter { $0.severity == .error }
        let folder = RelativePath.directory(path)
        let page = renderer.render(
            lesson.notebook, record: record, diagnostics: errors + lesson.links,
            surroundings: PageSurroundings(picture: { address in
                let (name, _) = NotebookLinks.divided(address)
                return RelativePath.existing(RelativePath.join(folder, name))
                    .flatMap { FileManager.default.contents(atPath: $0) }.flatMap { PageImage(inlining: Array($0)) }
            }))
        guard write(page, lesson) else { return .unusable }
        var status = report(page, lesson)
        if lesson.links.hasErrors { status.worsen(to: .finding) }
        if pdf { status.worsen(to: printed(page, lesson)) }
        return status
    }

    private func printed(_ page: RenderedPage, _ lesson: Lesson) -> ExitStatus {
        let html = RelativePath.join(output, page.fileName)
        let target = String(html.dropLast("html".count)) + "pdf"
        do throws(PDFPrinter.Failure) {
            try PDFPrinter().print(page: html, to: target)
            Terminal.output.write(CommandText.rendered(lesson.path, target, in: lesson.language) + "\n")
            return .fine
        } catch {
            Terminal.error.write(CommandText.notPrinted(target, error, in: lesson.language) + "\n")
            return .unusable
        }
    }

    private func write(_ page: RenderedPage, _ lesson: Lesson) -> Bool {
        let target = (output.hasSuffix("/") ? output : output + "/") + page.fileName
        do throws(AtomicFile.Failure) {
            try AtomicFile.write(Array(page.html.utf8), to: target)
        } catch {
            let reason = String(cString: strerror(error.code))
            Terminal.error.write(CommandText.writeFailed(target, reason, in: lesson.language) + "\n")
            return false
        }
        Terminal.output.write(CommandText.rendered(lesson.path, target, in: lesson.language) + "\n")
        return true
    }

    private func report(_ page: RenderedPage, _ lesson: Lesson) -> ExitStatus {
        var status = lesson.hasErrors ? ExitStatus.finding : .fine
        for refused in page.refused {
            let cell = lesson.notebook.cells.first { $0.id == refused.cell }
            let place = cell.map { $0.name(in: lesson.language) } ?? refused.cell.rawValue
            let reason = refused.reason.text(in: lesson.language)
            Terminal.error.write("\(lesson.path): \(place): \(reason)\n")
            status.worsen(to: .finding)
        }
        if page.freshness.isStale {
            let text = CommandText.stale(lesson.path, isMissing: page.freshness.isMissing, in: lesson.language)
            Terminal.error.write(text + "\n")
            if strict { status.worsen(to: .finding) }
        }
        return status
    }
}
