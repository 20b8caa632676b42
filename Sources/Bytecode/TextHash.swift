import Foundation

/// Hashes of keys. Nothing that is seen depends on them: dictionaries keep the order of insertion.
enum TextHash {
    /// Both factors' bits in all bits.
    @inline(__always)
    static func mix(_ a: Int, _ b: Int) -> Int {
        let product = (UInt64(UInt(bitPattern: a)) ^ 0x9E37_79B9_7F4A_7C15)
            .multipliedFullWidth(by: UInt64(UInt(bitPattern: b)) ^ 0xD6E8_FEB8_6659_FD93)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }

    /// Text that means the same has one hash, however its marks are put together: the hash is that of the composed form.
    static func hash(_ text: String) -> Int {
        var text = text
        if let hash = text.withUTF8({ isComposed($0) ? hash($0) : nil }) { return hash }
        var composed = text.precomposedStringWithCanonicalMapping
        return composed.withUTF8(hash)
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var result = bytes.count
        guard let base = bytes.baseAddress else { return mix(result, 1) }
        let raw = UnsafeRawPointer(base)
        var offset = 0
        while offset + 8 <= bytes.count {
            result = mix(result, raw.loadUnaligned(fromByteOffset: offset, as: Int.self))
            offset += 8
        }
        var rest = 0
        while offset < bytes.count {
            rest = rest << 8 | Int(bytes[offset])
            offset += 1
        }
        return mix(result, rest)
    }

    /// Whether the bytes are surely in composed form: ASCII, kana, Chinese characters and Hangul syllables, without
    /// marks that join what stands before them. Everything else is looked at properly.
    static func isComposed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            // Valid UTF-8: a lead byte of three has two more behind it.
            guard byte >= 0xE3, byte <= 0xED, byte != 0xEA || bytes[index + 1] >= 0xB0 else { return false }
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            switch byte {
            // U+3000-302F has marks, U+3099 and U+309A are the voicing marks of kana.
            case 0xE3:
                if second == 0x80 && third >= 0xAA || second == 0x82 && (third == 0x99 || third == 0x9A)
                    || second >= 0x84
                {
                    return false
                }
            case 0xED: if second > 0x9E || second == 0x9E && third > 0xA3 { return false }
            default: break
            }
            index += 3
        }
        return true
    }
}
