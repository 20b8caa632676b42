/// What stands in libcmark's text for something that libcmark must not read: an image without a text whose address is
/// the marker and a number. An image may stand in a link, in another image and at the beginning of a line. (A code span
/// may as well, but libcmark 0.30.2 loses code spans behind a run of backticks that nothing closes.)
struct Placeholder: Sendable {
    let marker: [UInt8]
    /// What each number stands for, in the file.
    var originals: [[UInt8]] = []

    private static let opening = Array("![](".utf8)

    init(marker: [UInt8]) { self.marker = marker }

    /// The image for an original. Markers must stand around it.
    func image(_ number: Int) -> [UInt8] { Self.opening + marker + Array("\(number))".utf8) }

    /// The number that an image's address holds.
    func number(in address: [UInt8]) -> Int? {
        guard address.holds(marker, at: 0), address.count > marker.count else { return nil }
        guard let number = Int(String(decoding: address[marker.count...], as: UTF8.self)) else { return nil }
        return originals.indices.contains(number) ? number : nil
    }

    /// The placeholder that begins at `index` with a marker: its number and where it ends.
    private func placeholder(in bytes: [UInt8], at index: Int) -> (number: Int, end: Int)? {
        let digits = index + 2 * marker.count + Self.opening.count
        guard bytes.holds(Self.opening + marker, at: index + marker.count) else { return nil }
        var end = digits
        while end < bytes.count, 0x30...0x39 ~= bytes[end] { end += 1 }
        guard end > digits, let number = Int(String(decoding: bytes[digits..<end], as: UTF8.self)),
            originals.indices.contains(number), bytes.holds([0x29] + marker, at: end)
        else { return nil }
        return (number, end + 1 + marker.count)
    }

    /// The text as the author wrote it: originals in the place of placeholders, markers left out.
    func restored(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = marker.first, bytes.contains(first) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == first, bytes.holds(marker, at: index) {
                if !originals.isEmpty, let (number, end) = placeholder(in: bytes, at: index) {
                    result += originals[number]
                    index = end
                } else {
                    index += marker.count
                }
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
