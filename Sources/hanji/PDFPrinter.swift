import Foundation

/// Prints pages to PDF by a Chromium that is installed.
struct PDFPrinter {
    enum Failure: Error {
        case noBrowser
        case failed(String)
    }

    private let browser: String

    /// Names under which Chromium is installed; `HANJI_CHROMIUM` comes first.
    private static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]

    init() throws(Failure) {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let candidates = (environment["HANJI_CHROMIUM"].map { [$0] } ?? []) + Self.names
        let found = candidates.lazy.flatMap { name in
            name.contains("/") ? [name] : folders.map { RelativePath.join($0, name) }
        }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw .noBrowser }
        browser = found
    }

    func print(page: String, to pdf: String) throws(Failure) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        var arguments = [
            "--headless", "--disable-gpu", "--no-pdf-header-footer", "--virtual-time-budget=2000",
            "--print-to-pdf=\(URL(fileURLWithPath: pdf).path)", URL(fileURLWithPath: page).absoluteString,
        ]
        // Chromium's sandbox refuses to run as root.
        if geteuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .failed(error.localizedDescription)
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0, FileManager.default.fileExists(atPath: pdf) else {
            throw .failed("\(browser): \(process.terminationStatus)")
        }
    }
}
