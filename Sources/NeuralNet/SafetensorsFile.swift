import Foundation
import Outputs
import Tensors

/// Named arrays in a file: eight bytes with the length of a header, little-endian, the header as JSON, then the numbers,
/// little-endian and without gaps. Source: https://github.com/huggingface/safetensors, "Format".
struct SafetensorsFile: Equatable {
    struct Entry: Equatable {
        let name: String
        let shape: [Int]
        let values: Values

        var count: Int { shape.reduce(1, *) }
    }

    /// Numbers as a network keeps them. Half precision is read as single.
    enum Values: Equatable {
        case float32([Float])
        case float64([Double])
    }

    var entries: [Entry]
    /// Free text beside the arrays.
    var metadata: [String: String]

    /// A header longer than this is taken for damage, as the format's own library does.
    static let longestHeader = 100_000_000

    // MARK: Writing

    /// The file's bytes, with the arrays in their order.
    func encoded() throws -> Data {
        var header: [String: Header] = [:]
        var body = Data()
        for entry in entries {
            let start = body.count
            let dtype: String
            switch entry.values {
            case .float32(let values):
                dtype = "F32"
                for value in values { body.append(littleEndian: value.bitPattern) }
            case .float64(let values):
                dtype = "F64"
                for value in values { body.append(littleEndian: value.bitPattern) }
            }
            header[entry.name] = .array(.init(dtype: dtype, shape: entry.shape, offsets: [start, body.count]))
        }
        if !metadata.isEmpty { header["__metadata__"] = .metadata(metadata) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var text = try encoder.encode(header)
        // Spaces behind the header align the numbers.
        text.append(contentsOf: [UInt8](repeating: 0x20, count: (8 - text.count % 8) % 8))
        var file = Data()
        file.append(littleEndian: UInt64(text.count))
        return file + text + body
    }

    init(entries: [Entry], metadata: [String: String] = [:]) {
        self.entries = entries
        self.metadata = metadata
    }

    // MARK: Reading

    /// Throws a ``SafetensorsFault`` for bytes that are not such a file.
    init(decoding file: Data) throws {
        let bytes = [UInt8](file)
        guard bytes.count >= 8 else { throw SafetensorsFault.tooShort(bytes.count) }
        let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(min(bytes.count - 8, Self.longestHeader)) else {
            throw SafetensorsFault.headerLength(length)
        }
        let start = 8 + Int(length)
        guard let header = try? JSONDecoder().decode([String: Header].self, from: Data(bytes[8..<start])) else {
            throw SafetensorsFault.header
        }
        var metadata: [String: String] = [:]
        var places: [(name: String, place: Header.Place)] = []
        for (name, item) in header {
            switch item {
            case .metadata(let texts): metadata = texts
            case .array(let place): places.append((name, place))
            }
        }
        // One behind the other, from the first byte to the last: nothing overlaps and nothing is hidden.
        places.sort { ($0.place.offsets[0], $0.name) < ($1.place.offsets[0], $1.name) }
        var end = 0
        entries = try places.map { name, place in
            guard place.offsets[0] == end, place.offsets[1] >= end,
                place.offsets[1] <= bytes.count - start
            else { throw SafetensorsFault.offsets(name) }
            let range = start + end..<start + place.offsets[1]
            end = place.offsets[1]
            return Entry(name: name, shape: place.shape, values: try Self.values(bytes[range], place, name))
        }
        guard end == bytes.count - start else { throw SafetensorsFault.unusedBytes(bytes.count - start - end) }
        self.metadata = metadata
    }

    private static func values(_ bytes: ArraySlice<UInt8>, _ place: Header.Place, _ name: String) throws -> Values {
        let widths = ["F64": 8, "F32": 4, "F16": 2, "BF16": 2]
        guard let width = widths[place.dtype] else { throw SafetensorsFault.type(name, place.dtype) }
        var size = width
        for side in place.shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: side)
            guard side >= 0, !overflow else { throw SafetensorsFault.offsets(name) }
            size = product
        }
        guard size == bytes.count else { throw SafetensorsFault.offsets(name) }
        func words<T: FixedWidthInteger>(_ type: T.Type) -> [T] {
            stride(from: bytes.startIndex, to: bytes.endIndex, by: width).map { first in
                bytes[first..<first + width].reversed().reduce(T(0)) { $0 << 8 | T(truncatingIfNeeded: $1) }
            }
        }
        return switch place.dtype {
        case "F64": .float64(words(UInt64.self).map(Double.init(bitPattern:)))
        case "F16": .float32(words(UInt16.self).map { Float(half: $0) })
        case "BF16": .float32(words(UInt16.self).map { Float(bitPattern: UInt32($0) << 16) })
        default: .float32(words(UInt32.self).map(Float.init(bitPattern:)))
        }
    }

    /// What a header says under a name.
    private enum Header: Codable {
        case array(Place)
        case metadata([String: String])

        struct Place: Codable {
            let dtype: String
            let shape: [Int]
            let offsets: [Int]

            enum CodingKeys: String, CodingKey {
                case dtype, shape
                case offsets = "data_offsets"
            }
        }

        init(from decoder: any Decoder) throws {
            if decoder.codingPath.last?.stringValue == "__metadata__" {
                self = .metadata(try [String: String](from: decoder))
                return
            }
            let place = try Place(from: decoder)
            guard place.offsets.count == 2, place.offsets[0] >= 0 else { throw SafetensorsFault.header }
            self = .array(place)
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .array(let place): try place.encode(to: encoder)
            case .metadata(let texts): try texts.encode(to: encoder)
            }
        }
    }
}

extension Data {
    fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

extension Float {
    /// IEEE 754 half precision, which not every machine computes with.
    fileprivate init(half bits: UInt16) {
        let sign: Float = bits >> 15 == 0 ? 1 : -1
        let exponent = Int(bits >> 10 & 31)
        let fraction = Float(bits & 0x3FF)
        let magnitude: Float =
            switch exponent {
            case 0: fraction * 0x1p-24
            case 31: fraction == 0 ? .infinity : .nan
            default: Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
            }
        self = sign * magnitude
    }
}
