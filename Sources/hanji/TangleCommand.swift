import ArgumentParser
import Bytecode
import Diagnostics
import Execution
import Foundation
import Notebook
import Records
import Tangle

/// Writes a notebook as a Swift package that prints what its cells show, or lists the bytecode of its cells.
struct TangleCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "tangle", abstract: CommandText.tangleAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.fileHelp(in: .ofLocale), valueName: "file"))
    var file: String

    @Option(name: [.short, .long], help: ArgumentHelp(CommandText.packageOutputHelp(in: .ofLocale), valueName: "dir"))
    var output: String?

    @Option(help: ArgumentHelp(CommandText.packageHelp(in: .ofLocale), valueName: "path|url"))
    var package: String?

    @Flag(help: ArgumentHelp(CommandText.bytecodeHelp(in: .ofLocale)))
    var bytecode = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let lesson: Lesson
        do throws(NotebookFileError) {
            lesson = try Lesson(path: file, language: common.lang)
        } catch {
            Terminal.error.write(CommandText.error(error, in: common.language))
            throw ExitStatus.unusable
        }
        Terminal.error.write(lesson.diagnosticText(for: .error))
        guard let program = lesson.check.program else { throw ExitStatus.finding }
        if lesson.notebook.cells.isEmpty {
            Terminal.error.write(CommandText.noCells(file, in: lesson.language) + "\n")
            throw ExitStatus.unusable
        }
        if bytecode {
            Terminal.output.write(Self.listing(of: lesson.notebook, program))
        } else {
            try write(lesson)
        }
    }

    /// The cells in order, each with the functions that it is the first to need.
    private static func listing(of notebook: Notebook, _ program: Program) -> String {
        var listed: Set<Int> = []
        let parts = notebook.cells.compactMap { cell -> String? in
            guard let function = program.cells[cell.id.rawValue] else { return nil }
            let functions = program.functions(neededBy: function).filter { listed.insert($0).inserted }
            let heading = CellHeading.text(of: cell, in: notebook.frontMatter.language)
            return "# \(heading)\n" + functions.map { Disassembler.text(ofFunction: $0, in: program) }.joined()
        }
        return parts.joined(separator: "\n")
    }

    // MARK: The package

    private func write(_ lesson: Lesson) throws {
        guard let dependency = (package ?? HousePackage.path).map(Dependency.init) else {
            Terminal.error.write(CommandText.noPackage(in: lesson.language) + "\n")
            throw ExitStatus.unusable
        }
        let tangled = lesson.tangled(dependency)
        let directory = output ?? LessonPaths.withoutExtension(lesson.path)
        let files = [(TangledLesson.manifestPath, tangled.manifest), (TangledLesson.programPath, tangled.program)]
            .map { (path: (directory as NSString).appendingPathComponent($0), text: $1) }
        if !Self.isTangled(files[0].path), let other = files.map(\.path).first(where: Self.exists) {
            Terminal.error.write(CommandText.notTangled(other, in: lesson.language) + "\n")
            throw ExitStatus.unusable
        }
        for file in files {
            let folder = (file.path as NSString).deletingLastPathComponent
            guard LessonPaths.makeDirectory(folder, language: lesson.language) else { throw ExitStatus.unusable }
            do throws(AtomicFile.Failure) {
                try AtomicFile.write(Array(file.text.utf8), to: file.path)
            } catch {
                let reason = String(cString: strerror(error.code))
                Terminal.error.write(CommandText.writeFailed(file.path, reason, in: lesson.language) + "\n")
                throw ExitStatus.unusable
            }
        }
        Terminal.output.write(CommandText.tangled(lesson.path, directory, in: lesson.language) + "\n")
    }

    /// Whether a manifest is of our making; a package that somebody has written by hand is not written over.
    private static func isTangled(_ manifest: String) -> Bool {
        let text = (try? String(contentsOfFile: manifest, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", maxSplits: 2).prefix(2).contains { $0.hasSuffix(TangledLesson.mark) }
    }

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}

extension Lesson {
    fileprivate func tangled(_ dependency: Dependency) -> TangledLesson {
        // A notebook that was checked on a large stack may need one again.
        LargeStack.run {
            TangledLesson(
                notebook, names: check.names, showing: check.showingCells, library: NotebookCheck.library,
                dependency: dependency)
        }
    }
}

/// The package that this program was built from, where it still stands around it.
enum HousePackage {
    static let path: String? = {
        guard let program = Bundle.main.executablePath else { return nil }
        var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path != "/" {
            let isHouse = ["Package.swift", "Sources/LessonKit"].allSatisfy {
                FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
            }
            if isHouse { return folder.path }
            folder.deleteLastPathComponent()
        }
        return nil
    }()
}
