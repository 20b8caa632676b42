package import Diagnostics
import Foundation

/// Reads a notebook's file.
package enum NotebookFile {
    /// No lesson is as long; more is a mistake in the command line.
    package static let sizeLimit = 64 << 20

    /// The text of the file at `path`, which messages name as it is given here.
    package static func load(path: String) throws(NotebookFileError) -> SourceText {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .noSuchFile(path: path)
        }
        if isDirectory.boolValue { throw .isDirectory(path: path) }
        if path.lowercased().hasSuffix(".ipynb") { throw .isJupyter(path: path) }
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            data = try handle.read(upToCount: sizeLimit + 1) ?? Data()
        } catch {
            throw .unreadable(path: path, reason: reason(error))
        }
        if data.count > sizeLimit { throw .tooLarge(path: path, limit: sizeLimit) }
        return try decode(Array(data), path: path)
    }

    /// The text of a file with these bytes.
    package static func decode(_ bytes: [UInt8], path: String) throws(NotebookFileError) -> SourceText {
        if let text = String(validating: bytes, as: UTF8.self) { return SourceText(path: path, text: text) }
        let offset = lengthOfValidPrefix(bytes)
        let before = SourceText(path: path, text: String(decoding: bytes[..<offset], as: UTF8.self))
        let place = before.position(at: offset)
        throw .notUTF8(path: path, line: place.line, column: place.column, offset: offset)
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        guard let code = underlying?.code, underlying?.domain == NSPOSIXErrorDomain else {
            return (error as NSError).localizedDescription
        }
        return String(cString: strerror(Int32(code)))
    }

    /// How many bytes are well formed as the Unicode Standard's table 3-7 has it.
    private static func lengthOfValidPrefix(_ bytes: [UInt8]) -> Int {
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            let length =
                first < 0x80 ? 1 : 0xC2...0xDF ~= first ? 2 : 0xE0...0xEF ~= first ? 3 : 0xF0...0xF4 ~= first ? 4 : 0
            guard length > 0, index + length <= bytes.count else { return index }
            for next in 1..<max(length, 1) {
                let low: UInt8 = next == 1 && first == 0xE0 ? 0xA0 : next == 1 && first == 0xF0 ? 0x90 : 0x80
                let high: UInt8 = next == 1 && first == 0xED ? 0x9F : next == 1 && first == 0xF4 ? 0x8F : 0xBF
                guard low...high ~= bytes[index + next] else { return index }
            }
            index += length
        }
        return index
    }
}
