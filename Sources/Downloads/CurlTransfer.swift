package import Foundation

/// Brings bytes over the network.
package protocol Transfer {
    /// Appends to `file`, which has `offset` bytes of what `address` has. Throws ``DownloadError/cannotResume`` when the
    /// server will not send the rest alone.
    func fetch(_ address: String, to file: URL, from offset: Int, _ progress: Download.Progress) throws(DownloadError)
}

/// Transfers by curl, which every system has or can have: it knows proxies, certificates and HTTP's versions.
package struct CurlTransfer: Transfer {
    /// How often the progress is looked at, in seconds.
    private static let period = 0.1

    package init() {}

    package func fetch(
        _ address: String, to file: URL, from offset: Int, _ progress: Download.Progress
    ) throws(DownloadError) {
        let headers = file.appendingPathExtension("headers")
        defer { try? FileManager.default.removeItem(at: headers) }
        var arguments = [
            // First, so that nothing comes from the user's own configuration.
            "--disable", "--fail", "--location", "--silent", "--show-error", "--proto", "=http,https",
            // A connection on which nothing moves for half a minute is given up; what has arrived stays.
            "--connect-timeout", "20", "--speed-limit", "1", "--speed-time", "30", "--dump-header", headers.path,
            "--output", file.path,
        ]
        if offset > 0 { arguments += ["--continue-at", "\(offset)"] }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["curl"] + arguments + ["--", address]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        do { try process.run() } catch { throw .noCurl }
        var total: Int?
        func report() {
            total = total ?? Self.length(headers).map { $0 + offset }
            progress(Self.size(file), total)
        }
        while process.isRunning {
            Thread.sleep(forTimeInterval: Self.period)
            report()
        }
        // At most a line: the pipe cannot have filled up.
        let said = String(decoding: (try? errors.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
        report()
        guard process.terminationStatus != 0 else { return }
        throw Self.error(
            process.terminationStatus, address, said.trimmingCharacters(in: .whitespacesAndNewlines),
            status: Self.status(headers), isResumed: offset > 0)
    }

    /// What curl's exit status says: https://curl.se/libcurl/c/libcurl-errors.html
    private static func error(
        _ code: Int32, _ address: String, _ said: String, status: Int?, isResumed: Bool
    ) -> DownloadError {
        // 416 Range Not Satisfiable: nothing is left, or the file is another one now.
        if isResumed, code == 33 || status == 416 { return .cannotResume }
        return switch code {
        case 5, 6, 7, 28, 35, 52, 55, 56, 60: .noConnection(address: address, reason: said)
        case 18: .cutOff(address: address)
        case 22: .refused(address: address, status: status ?? 0)
        case 23: .unwritable(path: address, reason: said)
        case 126, 127: .noCurl
        default: .failed(address: address, reason: said)
        }
    }

    /// The lines of the last answer, after redirections.
    private static func answer(_ headers: URL) -> [Substring] {
        let text = (try? String(contentsOf: headers, encoding: .utf8)) ?? ""
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Array(lines[(lines.lastIndex { $0.hasPrefix("HTTP/") } ?? lines.startIndex)...])
    }

    private static func status(_ headers: URL) -> Int? {
        answer(headers).first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    }

    /// How many bytes the server is about to send.
    private static func length(_ headers: URL) -> Int? {
        guard let status = status(headers), (200..<300).contains(status) else { return nil }
        return answer(headers).lazy.compactMap { line -> Int? in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
            return Int(parts[1].trimmingCharacters(in: .whitespaces))
        }.first
    }

    private static func size(_ file: URL) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? NSNumber)?.intValue ?? 0
    }
}
