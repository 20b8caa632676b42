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
        let (files, leftOut) = try converted(from, to: wanted, result)
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
        if !leftOut.isEmpty {
            Terminal.error.write(CommandText.leftOut(leftOut, source, result, in: common.language) + "\n")
        }
    }

    private static func form(of path: String) -> Form? {
        path.split(separator: ".").last.flatMap { Form(rawValue: $0.lowercased()) }
    }

    /// The files that the conversion makes, by their paths, and what has no place in them.
    private func converted(
        _ from: Form, to form: Form, _ result: String
    ) throws -> (files: [String: [UInt8]], leftOut: LeftOut) {
        let folder = RelativePath.directory(result)
        let name = result.split(separator: "/").last.map(String.init) ?? result
        let stem = name.hasSuffix("." + form.rawValue) ? String(name.dropLast(form.rawValue.count + 1)) : name
        func files(_ written: MarkdownWriter.Result) -> ([String: [UInt8]], LeftOut) {
            var files = written.files.reduce(into: [:]) { $0[RelativePath.join(folder, $1.key)] = $1.value }
            files[result] = Array(written.text.utf8)
            return (files, written.leftOut)
        }
        do {
            if from == .ipynb {
                guard let record = try RecordFile.read(source) else {
                    throw NotebookFileError.noSuchFile(path: source)
                }
                return files(
                    form == .qmd
                        ? QuartoWriter.write(record, stem: stem) : MarkdownWriter.write(record, stem: stem))
            }
            let notebook = NotebookReader.read(try NotebookFile.load(path: source))
            let recorded = try RecordFile.read(RecordPath.record(ofLesson: source))
            if form == .qmd { return files(QuartoWriter.write(notebook, record: recorded, stem: stem)) }
            let record = RecordBuilder.record(of: notebook, recorded: recorded, engine: Worker.engine)
            return ([result: NotebookFormat.encode(record)], LeftOut())
        } catch let error as NotebookFileError {
            Terminal.error.write(CommandText.error(error, in: common.language))
        } catch let error as RecordError {
            Terminal.error.write(CommandText.error(error, in: common.language))
        }
        throw ExitStatus.unusable
    }
}

extension CommandText {
    fileprivate static func leftOut(
        _ leftOut: LeftOut, _ source: String, _ target: String, in language: Language
    ) -> String {
        var things: [String] = []
        if leftOut.outputs > 0 {
            let count = leftOut.outputs
            things.append(
                language.choose(
                    ko: "출력 \(count)개", ja: "出力 \(count) 件", en: count == 1 ? "1 output" : "\(count) outputs"))
        }
        if !leftOut.tags.isEmpty {
            let tags = leftOut.tags.sorted().joined(separator: ", ")
            things.append(language.choose(ko: "태그 \(tags)", ja: "タグ \(tags)", en: "tags \(tags)"))
        }
        let list = things.joined(separator: language.choose(ko: ", ", ja: "、", en: ", "))
        return language.choose(
            ko: "\(source): \(target)에 담을 자리가 없어 옮기지 않은 것: \(list)",
            ja: "\(source): \(target) に置く場所がなく、移さなかったもの: \(list)",
            en: "\(source): left out, because \(target) has no place for it: \(list)")
    }
}
