import ArgumentParser
import Diagnostics
import Execution
import Foundation

/// What all subcommands understand.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp(CommandText.langHelp(in: .ofLocale), valueName: "ko|ja|en"))
    var lang: Language?

    /// Before a notebook is read, or about several.
    var language: Language { lang ?? .ofLocale }
}

/// What subcommands that run cells understand.
struct RunOptions: ParsableArguments {
    @Option(help: ArgumentHelp(CommandText.dataHelp(in: .ofLocale), valueName: "dir"))
    var data: [String] = []

    @Option(help: ArgumentHelp(CommandText.timeoutHelp(in: .ofLocale), valueName: "seconds"))
    var timeout: Double?

    @Option(help: ArgumentHelp(CommandText.notebookTimeoutHelp(in: .ofLocale), valueName: "seconds"))
    var notebookTimeout: Double?

    @Option(help: ArgumentHelp(CommandText.memoryHelp(in: .ofLocale), valueName: "mib"))
    var memory: Int?

    @Option(help: ArgumentHelp(CommandText.jobsHelp(in: .ofLocale), valueName: "n"))
    var jobs = 1

    @Flag(help: ArgumentHelp(CommandText.failFastHelp(in: .ofLocale)))
    var failFast = false

    @Flag(help: ArgumentHelp(CommandText.keepGoingHelp(in: .ofLocale)))
    var keepGoing = false

    @Flag(help: ArgumentHelp(CommandText.quietHelp(in: .ofLocale)))
    var quiet = false

    func validate() throws {
        let language = Language.ofLocale
        for (name, value) in [("--timeout", timeout), ("--notebook-timeout", notebookTimeout)] {
            guard let value, !(value > 0 && value.isFinite) else { continue }
            throw ValidationError(CommandText.mustBePositive(name, in: language))
        }
        if let memory, memory <= 0 { throw ValidationError(CommandText.mustBePositive("--memory", in: language)) }
        if jobs <= 0 { throw ValidationError(CommandText.mustBePositive("--jobs", in: language)) }
        for directory in data {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue
            else { throw ValidationError(CommandText.noSuchDirectory(directory, in: language)) }
        }
    }

    /// Starts this same program as worker.
    ///
    /// - Parameter store: The directory of the store of cells; `nil` to run every cell.
    func runner(store: String?) -> NotebookRunner {
        NotebookRunner(
            worker: Self.program, dataDirectories: data,
            limits: RunLimits(cellTime: timeout, notebookTime: notebookTimeout, memory: memory),
            threads: jobs > 1 ? max(1, ProcessInfo.processInfo.activeProcessorCount / jobs) : nil,
            keepsGoing: keepGoing, store: store)
    }

    private static let program: String = {
        #if os(Linux)
            // The kernel knows it without Foundation's bundle, which takes a while to find itself.
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let count = readlink("/proc/self/exe", &buffer, buffer.count)
            if count > 0 { return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) }
        #endif
        return Bundle.main.executablePath ?? CommandLine.arguments[0]
    }()
}
