import Outputs

/// Pictures that a notebook holds inside itself, as files.
enum Attachments {
    /// The forms of a picture, the best one first, and how their files' names end.
    private static let pictures = [
        (MIME.svg, "svg"), ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"), ("image/webp", "webp"),
    ]

    /// The picture among the forms of an output; `nil` when there is none.
    static func picture(in bundle: [String: JSON]) -> (suffix: String, bytes: [UInt8])? {
        for (mime, suffix) in pictures {
            if let text = bundle[mime]?.asString, let bytes = bytes(text, mime) { return (suffix, bytes) }
        }
        return nil
    }

    /// What an attachment holds; `nil` when it cannot be read.
    static func content(of bundle: [String: JSON]) -> [UInt8]? {
        guard let (mime, form) = bundle.min(by: { $0.key < $1.key }) else { return nil }
        return form.asString.flatMap { bytes($0, mime) }
    }

    /// nbformat keeps SVG as text and all else in Base64; some tools encode SVG too.
    private static func bytes(_ text: String, _ mime: String) -> [UInt8]? {
        mime == MIME.svg && text.contains("<") ? Array(text.utf8) : Base64.decode(text)
    }

    /// The path as it is written into Markdown and HTML: letters of all scripts stay readable.
    static func address(_ path: String) -> String {
        var address = ""
        for scalar in path.unicodeScalars {
            if scalar.value <= 0x20 || "()<>[]\"'`\\%?#".unicodeScalars.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                address += "%" + (digits.count < 2 ? "0" : "") + digits
            } else {
                address.unicodeScalars.append(scalar)
            }
        }
        return address
    }

    /// The text with `attachment:name` replaced by the name's address, where the name stands as it is or
    /// percent-encoded.
    static func resolve(_ text: String, _ addresses: [String: String]) -> String {
        let scheme = Array("attachment:".utf8)
        // The longest first: one name may be the beginning of another.
        let names = addresses.keys.map { (name: $0, utf8: Array($0.utf8)) }.sorted { $0.utf8.count > $1.utf8.count }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var position = 0
        while position < bytes.count {
            guard bytes[position...].starts(with: scheme) else {
                result.append(bytes[position])
                position += 1
                continue
            }
            let start = position + scheme.count
            let found = names.lazy.compactMap { name in
                end(of: name.utf8, in: bytes, from: start).map { (name.name, $0) }
            }
            if let (name, end) = found.first, let address = addresses[name] {
                result += Array(address.utf8)
                position = end
            } else {
                result += scheme
                position = start
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Where the name ends that begins at `start`.
    private static func end(of name: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var position = start
        for byte in name {
            guard position < bytes.count else { return nil }
            let digits = String(decoding: bytes[position...].dropFirst().prefix(2), as: UTF8.self)
            if bytes[position] == UInt8(ascii: "%"), UInt8(digits, radix: 16) == byte {
                position += 3
            } else if bytes[position] == byte {
                position += 1
            } else {
                return nil
            }
        }
        return position
    }
}
