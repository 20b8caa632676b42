import Diagnostics

/// Values of options that cells, front matter and commands have in common.
package enum OptionValue {
    /// A decimal number; `Double` reads hexadecimal numbers and words such as `inf` too.
    package static func number(_ text: String) -> Double? {
        let isDecimal = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || [0x2E, 0x65, 0x45, 0x2B, 0x2D].contains($0) }
        guard isDecimal, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// A word that names no normaliser.
    package struct UnknownNormalizer: Error, Hashable {
        package var name: String
        package var nearest: String?
    }

    package static var normalizerNames: [String] { Normalizer.allCases.map(\.rawValue) }

    /// Names parted by spaces or commas; no name at all is a mistake.
    package static func normalizers(_ text: String) -> Result<[Normalizer], UnknownNormalizer> {
        var found: [Normalizer] = []
        for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init) {
            guard let normalizer = Normalizer(rawValue: word) else {
                let nearest = Spelling.nearest(to: word, among: normalizerNames)
                return .failure(UnknownNormalizer(name: word, nearest: nearest))
            }
            found.append(normalizer)
        }
        return found.isEmpty ? .failure(UnknownNormalizer(name: text, nearest: nil)) : .success(found)
    }
}
