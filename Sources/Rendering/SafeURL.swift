/// Which addresses a page may name.
enum SafeURL {
    /// The address of a link, percent-encoded where it must be; `nil` when following it could run something.
    static func link(_ destination: String) -> String? {
        guard let scheme = scheme(of: destination) else { return encoded(destination) }
        return ["http", "https", "mailto"].contains(scheme) ? encoded(destination) : nil
    }

    /// The address of a picture that lies beside the page; `nil` for any other, because a page needs nothing from the
    /// network.
    static func localImage(_ source: String) -> String? {
        let leading = trimmed(source).utf8.prefix(2)
        let isSlash = { (byte: UInt8) in byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
        let namesHost = leading.count == 2 && leading.allSatisfy(isSlash)
        guard scheme(of: source) == nil, !namesHost, !source.isEmpty else { return nil }
        return encoded(source)
    }

    /// Browsers take out these characters before they look for a scheme.
    private static func trimmed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView(text.unicodeScalars.drop { $0.value <= 0x20 })
        scalars.removeAll { $0 == "\t" || $0 == "\n" || $0 == "\r" }
        return String(scalars)
    }

    private static func scheme(of destination: String) -> String? {
        let address = trimmed(destination)
        guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = address[..<colon]
        // A colon behind a slash, a question mark or a number sign belongs to a path; anything else is suspect.
        return scheme.contains { "/?#".contains($0) } ? nil : scheme.lowercased()
    }

    /// Letters of all scripts stay readable; characters that no address may hold are encoded.
    private static func encoded(_ address: String) -> String {
        var result = ""
        for scalar in address.unicodeScalars {
            switch scalar {
            case "\0"..." ", "\u{7F}"..."\u{A0}", "\"", "<", ">", "\\", "^", "`", "{", "|", "}":
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    result += "%" + (digits.count < 2 ? "0" : "") + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
