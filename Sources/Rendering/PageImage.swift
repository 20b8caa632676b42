import Foundation

/// A picture as a page shows it.
package struct PageImage: Hashable, Sendable {
    /// Where the page finds it: `data:` for one that the page holds itself, or an address beside the page.
    package var address: String
    /// In pixels, where the file says so: the page keeps room for the picture before it is there.
    package var size: ImageSize?

    package init(address: String, size: ImageSize?) {
        self.address = address
        self.size = size
    }

    /// A picture that the page holds itself; `nil` for a file that is no picture.
    package init?(inlining bytes: [UInt8]) {
        guard let type = ImageType(bytes) else { return nil }
        self.init(
            address: "data:\(type.mime);base64,\(Data(bytes).base64EncodedString())",
            size: ImageSize(bytes, type))
    }
}

/// What a file of a picture is, by its first bytes and not by its name.
package enum ImageType: String, CaseIterable, Sendable {
    case png, jpeg, gif, webp, avif, svg

    package init?(_ bytes: [UInt8]) {
        func holds(_ text: String, at offset: Int) -> Bool {
            bytes.count >= offset + text.utf8.count && bytes[offset...].starts(with: Array(text.utf8))
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if holds("GIF8", at: 0) {
            self = .gif
        } else if holds("RIFF", at: 0), holds("WEBP", at: 8) {
            self = .webp
        } else if holds("ftypavif", at: 4) {
            self = .avif
        } else if String(decoding: bytes.prefix(1024), as: UTF8.self).contains("<svg") {
            self = .svg
        } else {
            return nil
        }
    }

    package var mime: String { self == .svg ? "image/svg+xml" : "image/\(rawValue)" }
}

package struct ImageSize: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// As the file's head says; `nil` where it does not or in a way that is not known here.
    package init?(_ bytes: [UInt8], _ type: ImageType) {
        func number(_ offset: Int, _ count: Int, isBig: Bool) -> Int? {
            guard offset + count <= bytes.count else { return nil }
            let digits = bytes[offset..<offset + count]
            return (isBig ? Array(digits) : digits.reversed()).reduce(0) { $0 << 8 | Int($1) }
        }
        var size: (Int?, Int?)
        switch type {
        case .png: size = (number(16, 4, isBig: true), number(20, 4, isBig: true))
        case .gif: size = (number(6, 2, isBig: false), number(8, 2, isBig: false))
        case .jpeg:
            var offset = 2
            while let marker = number(offset, 2, isBig: true), let length = number(offset + 2, 2, isBig: true),
                marker >> 8 == 0xFF, length >= 2
            {
                let kind = marker & 0xFF
                // The frame headers, of all the kinds of coding.
                if 0xC0...0xCF ~= kind, ![0xC4, 0xC8, 0xCC].contains(kind) {
                    size = (number(offset + 7, 2, isBig: true), number(offset + 5, 2, isBig: true))
                    break
                }
                offset += 2 + length
            }
        case .webp, .avif, .svg: return nil
        }
        guard let width = size.0, let height = size.1, 1..<65_536 ~= width, 1..<65_536 ~= height else { return nil }
        self.init(width: width, height: height)
    }
}
