import Diagnostics
import Foundation

/// Standard output or standard error.
struct Terminal: Sendable {
    static let output = Terminal(file: STDOUT_FILENO)
    static let error = Terminal(file: STDERR_FILENO)

    private let file: Int32
    /// Whether a person watches who can see lines rewritten.
    let isInteractive: Bool
    let hasColour: Bool

    private init(file: Int32) {
        self.file = file
        let environment = ProcessInfo.processInfo.environment
        let isDumb = environment["TERM"] == "dumb"
        isInteractive = isatty(file) == 1 && !isDumb
        // https://no-color.org
        hasColour = isInteractive && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// How many columns a line has.
    var width: Int {
        var size = winsize()
        return ioctl(file, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Written whole; a reader that has gone is not waited for.
    func write(_ text: String) {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress.map { $0 + sent }, $0.count - sent)
            }
            if count > 0 {
                sent += count
            } else if count < 0, errno != EINTR {
                return
            }
        }
    }
}

extension String {
    /// As many characters from the beginning as fit into `columns` of a terminal.
    func fitting(columns: Int) -> String {
        guard DisplayWidth.of(self) > columns else { return self }
        var width = 0
        var result = ""
        for character in self {
            width += DisplayWidth.of(String(character))
            if width >= columns { break }
            result.append(character)
        }
        return result + "…"
    }
}
