import ArgumentParser
import Conversion
import Diagnostics
import Execution
import Foundation
import Notebook
import Records

/// Converts a notebook between its forms. Runs nothing.
struct ConvertCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "convert", abstract: CommandText.convertAbstract(in: .ofLocale))
    }

    enum Form: String, ExpressibleByArgument { case md, ipynb, qmd }

    @Argument(help: ArgumentHelp(CommandText.convertSourceHelp(in: .ofLocale), valueName: "file"))
    var source: String

    @Argument(help: ArgumentHelp(CommandText.convertTargetHelp(in: .ofLocale), valueName: "result"))
    var target: String?

    @Option(help: ArgumentHelp(CommandText.convertToHelp(in: .ofLocale), valueName: "md|ipynb|qmd"))
    var to: Form?

    @Flag(help: ArgumentHelp(CommandText.forceHelp(in: .ofLocale)))
    var force = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let from = Self.form(of: source)
        let wanted = to ?? target.flatMap { Self.form(of: $0) } ?? (from == .md ? .ipynb : .md)
        let stem =
            source.hasSuffix(".\(from?.rawValue ?? "")")
            ? String(source.dropLast((from?.rawValue.count ?? 0) + 1)) : source
        let result = target ?? "\(stem).\(wanted.rawValue)"
        guard let from, from != .qmd, from != wanted else {
            Terminal.error.write(CommandText.cannotConvert(source, result, in: common.language) + "\n")
            throw ExitStatus.unusable
        }
        let files = try converted(from, to: wanted, result)
        if FileManager.default.fileExists(atPath: result), !force {
            Terminal.error.write(CommandText.wouldOverwrite(result, in: common.language) + "\n")
            throw ExitStatus.unusable
        }
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            guard LessonPaths.makeDirectory(RelativePath.directory(path), language: common.language) else {
                throw ExitStatus.unusable
            }
            do throws(AtomicFile.Failure) {
                try AtomicFile.write(bytes, to: path)
            } catch {
                let reason = String(cString: strerror(error.code))
                Terminal.error.write(CommandText.writeFailed(path, reason, in: common.language) + "\n")
                throw ExitStatus.unusable
            }
        }
        Terminal.output.write(CommandText.converted(source, result, in: common.language) + "\n")
    }

    private static func form(of path: String) -> Form? {
        path.split(separator: ".").last.flatMap { Form(rawValue: $0.lowercased()) }
    }

    /// The files that the conversion makes, by their paths.
    private func converted(_ from: Form, to form: Form, _ result: String) throws -> [String: [UInt8]] {
        let folder = RelativePath.directory(result)
        let name = result.split(separator: "/").last.map(String.init) ?? result
        let stem = name.hasSuffix("." + form.rawValue) ? String(name.dropLast(form.rawValue.count + 1)) : name
        func files(_ written: MarkdownWriter.Result) -> [String: [UInt8]] {
            var files = written.files.reduce(into: [:]) { $0[RelativePath.join(folder, $1.key)] = $1.value }
            files[result] = Array(written.text.utf8)
            return files
        }
        do {
            if from == .ipynb {
                guard let record = try RecordFile.read(source) else {
                    throw NotebookFileError.noSuchFile(path: source)
                }
                let written = MarkdownWriter.write(record, stem: stem)
                guard form == .qmd else { return files(written) }
                let notebook = NotebookReader.read(SourceText(path: source, text: written.text))
                return files(QuartoWriter.write(notebook, record: record, stem: stem))
            }
            let notebook = NotebookReader.read(try NotebookFile.load(path: source))
            let recorded = try RecordFile.read(RecordPath.record(ofLesson: source))
            if form == .qmd { return files(QuartoWriter.write(notebook, record: recorded, stem: stem)) }
            let record = RecordBuilder.record(of: notebook, recorded: recorded, engine: Worker.engine)
            return [result: NotebookFormat.encode(record)]
        } catch let error as NotebookFileError {
            Terminal.error.write(CommandText.error(error, in: common.language))
        } catch let error as RecordError {
            Terminal.error.write(CommandText.error(error, in: common.language))
        }
        throw ExitStatus.unusable
    }
}
