import Downloads
import Foundation

/// Fixtures/server.py, as long as this object lives.
final class Server {
    static let content = Data((0..<200_000).map { UInt8($0 * 7 % 251) })
    static let sum = Checksum.sha256("ff41b7e9cc397e9de1484b9ba8bd73b47c1bdfbc363d738bde401789cca5ef56")
    static let md5 = Checksum.md5("933a1d4cb15c704ff3ef254fd45ad4fc")

    static let isPossible = ["python3", "curl"].allSatisfy { program in
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "--version"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    private let process = Process()
    private let log: URL
    let address: String

    init() throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/server.py")
        log = FileManager.default.temporaryDirectory.appending(path: "hanji-server-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script.path]
        process.standardOutput = try FileHandle(forWritingTo: log)
        try process.run()
        var port: Substring?
        while port == nil, process.isRunning {
            Thread.sleep(forTimeInterval: 0.01)
            let text = try String(contentsOf: log, encoding: .utf8)
            port = text.contains("\n") ? text.split(separator: "\n").first : nil
        }
        guard let port else { throw CocoaError(.executableLoad) }
        address = "http://127.0.0.1:\(port)"
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: log)
    }

    /// What was asked for: the kind and the range.
    var requests: [String] {
        let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().map(String.init)
    }
}

/// A folder of its own for each test, removed at its end.
final class Folder {
    let url = FileManager.default.temporaryDirectory.appending(path: "hanji-download-\(UUID().uuidString)")

    init() { try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ data: Data, _ name: String) throws { try data.write(to: url.appending(path: name)) }
    func size(_ name: String) -> Int { (try? Data(contentsOf: url.appending(path: name)).count) ?? -1 }
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }
}
