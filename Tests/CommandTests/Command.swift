import Foundation
import Testing

/// The built command, driven as a user would.
struct Command {
    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var error: String
    }

    /// Named by `HANJI_BINARY`, else the release build beside this package's manifest; `nil` when there is none.
    static let binary: String? = {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = ProcessInfo.processInfo.environment["HANJI_BINARY"] ?? package.path + "/.build/release/hanji"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    static let isBuilt = binary != nil

    /// Runs the command in `directory`, in English unless `environment` says otherwise, without any data set.
    static func run(
        _ arguments: [String], in directory: URL, environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = try start(arguments, in: directory, environment: environment)
        return process.finish()
    }

    static func start(
        _ arguments: [String], in directory: URL, environment: [String: String] = [:]
    ) throws -> Running {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(binary))
        process.arguments = arguments
        process.currentDirectoryURL = directory
        var variables = ProcessInfo.processInfo.environment
        for name in ["LC_ALL", "LC_MESSAGES", "HANJI_DATA", "HOME"] { variables[name] = nil }
        variables["LANG"] = "en_GB.UTF-8"
        variables["HOME"] = directory.path
        process.environment = variables.merging(environment) { $1 }
        let running = Running(process: process, directory: directory)
        try running.begin()
        return running
    }

    /// A command whose output goes to files, so that neither pipe can fill up.
    final class Running {
        let process: Process
        private let files: [URL]

        fileprivate init(process: Process, directory: URL) {
            self.process = process
            let name = UUID().uuidString
            files = ["output", "error"].map {
                FileManager.default.temporaryDirectory.appendingPathComponent("hanji-\(name)-\($0)")
            }
        }

        fileprivate func begin() throws {
            for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
            process.standardOutput = try FileHandle(forWritingTo: files[0])
            process.standardError = try FileHandle(forWritingTo: files[1])
            process.standardInput = FileHandle.nullDevice
            try process.run()
        }

        func finish() -> Outcome {
            process.waitUntilExit()
            let texts = files.map { file in
                defer { try? FileManager.default.removeItem(at: file) }
                return (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
            }
            return Outcome(status: process.terminationStatus, output: texts[0], error: texts[1])
        }
    }
}

/// A folder of its own for each test, removed at its end.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("hanji-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    func write(_ text: String, _ name: String) throws -> URL { try write(Array(text.utf8), name) }

    @discardableResult
    func write(_ bytes: [UInt8], _ name: String) throws -> URL {
        let file = url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }

    func read(_ name: String) -> String? {
        (try? Data(contentsOf: url.appendingPathComponent(name))).map { String(decoding: $0, as: UTF8.self) }
    }

    func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Outcome {
        try Command.run(arguments, in: url, environment: environment)
    }
}

extension Trait where Self == ConditionTrait {
    static var needsBinary: Self {
        .enabled(if: Command.isBuilt, "the command is not built: name it by HANJI_BINARY or build it in release")
    }
}
