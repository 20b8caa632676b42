package import Outputs

/// What a terminal would show of what a cell wrote.
package enum StreamText {
    /// The outputs as they are recorded: progress left out, pieces of one stream that follow each other made one,
    /// carriage returns applied, empty text dropped.
    package static func merged(_ outputs: [Output]) -> [Output] {
        var merged: [Output] = []
        for output in outputs {
            switch output {
            case .progress:
                continue
            case .stream(let stream, let text):
                if case .stream(stream, let before) = merged.last {
                    merged[merged.count - 1] = .stream(stream, before + text)
                } else {
                    merged.append(output)
                }
            case .display, .result, .error:
                merged.append(output)
            }
        }
        return merged.compactMap { output in
            guard case .stream(let stream, let text) = output else { return output }
            let applied = applyingCarriageReturns(text)
            return applied.isEmpty ? nil : .stream(stream, applied)
        }
    }

    /// A carriage return goes back to the start of its line, and what follows writes over as many characters as it has;
    /// one before a line feed is part of the line's end.
    package static func applyingCarriageReturns(_ text: String) -> String {
        guard text.unicodeScalars.contains("\r") else { return text }
        return text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { overwritten(String($0)) }.joined(separator: "\n")
    }

    private static func overwritten(_ line: String) -> String {
        var shown: [Character] = []
        for piece in line.unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false) {
            let characters = Array(String(piece))
            shown.replaceSubrange(0..<min(characters.count, shown.count), with: characters)
        }
        return String(shown)
    }
}
