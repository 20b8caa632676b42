/// What can lie on the stack of ``IntegerListUnpickler``. Everything is plain data; nothing is ever called.
enum PickleValue {
    case none
    case bool(Bool)
    case integer(Int32)
    case text(String)
    case bytes([UInt8])
    case tuple([PickleValue], depth: Int)
    /// An index into the unpickler's table of lists.
    case list(Int)
    case global(PickleGlobal)
    /// `numpy.dtype` of Python objects.
    case objectType
    /// The one array, before or after it got its elements.
    case array

    /// 0 for anything but a tuple.
    var depth: Int { if case .tuple(_, let depth) = self { depth } else { 0 } }
}

/// The only names that a pickle may mention, as constants without behaviour.
enum PickleGlobal: Equatable {
    case reconstruct, arrayType, typeType
    /// How protocol 2 of Python 3 writes bytes: `_codecs.encode("b", "latin1")`.
    case encode

    init?(module: String, name: String) {
        switch (module, name) {
        case ("numpy.core.multiarray", "_reconstruct"), ("numpy._core.multiarray", "_reconstruct"): self = .reconstruct
        case ("numpy", "ndarray"): self = .arrayType
        case ("numpy", "dtype"): self = .typeType
        case ("_codecs", "encode"): self = .encode
        default: return nil
        }
    }

    /// What calling it with these arguments would give in Python; `nil` when NumPy would not have written that.
    func reduced(with arguments: [PickleValue]) -> PickleValue? {
        switch (self, arguments.count) {
        case (.reconstruct, 3):
            guard case .global(.arrayType) = arguments[0], case .tuple(let shape, _) = arguments[1],
                shape.count == 1, case .integer(0) = shape[0], case .bytes(let kind) = arguments[2],
                kind == [UInt8(ascii: "b")]
            else { return nil }
            return .array
        case (.typeType, 3):
            let name: String
            switch arguments[0] {
            case .text(let text): name = text
            case .bytes(let bytes): name = String(decoding: bytes, as: UTF8.self)
            default: return nil
            }
            return ["O", "O4", "O8"].contains(name) ? .objectType : nil
        case (.encode, 2):
            guard case .text(let text) = arguments[0], case .text("latin1") = arguments[1] else { return nil }
            let bytes = text.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
            return bytes.count == text.unicodeScalars.count ? .bytes(bytes) : nil
        default: return nil
        }
    }
}

/// Lists of integers, one after the other in one buffer.
package struct IntegerLists: Sendable {
    /// May be longer than the lists need.
    var values: [Int32]
    /// Where each list stands in `values`.
    var ranges: [Range<Int>]

    package var count: Int { ranges.count }

    package subscript(_ index: Int) -> ArraySlice<Int32> { values[ranges[index]] }
}
