/// An opcode of Python's pickle machine (the module `pickletools` documents them all).
package struct PickleOpcode: RawRepresentable, Hashable, Sendable {
    package var rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    private init(_ character: Unicode.Scalar) { rawValue = UInt8(ascii: character) }

    // What NumPy writes for object arrays of lists of integers, in protocols 2 to 5.
    static let proto = PickleOpcode(rawValue: 0x80)
    static let frame = PickleOpcode(rawValue: 0x95)
    static let stop = PickleOpcode(".")
    static let mark = PickleOpcode("(")
    static let none = PickleOpcode("N")
    static let newTrue = PickleOpcode(rawValue: 0x88)
    static let newFalse = PickleOpcode(rawValue: 0x89)
    static let binInt = PickleOpcode("J")
    static let binInt1 = PickleOpcode("K")
    static let binInt2 = PickleOpcode("M")
    static let shortBinString = PickleOpcode("U")
    static let shortBinBytes = PickleOpcode("C")
    static let binUnicode = PickleOpcode("X")
    static let shortBinUnicode = PickleOpcode(rawValue: 0x8C)
    static let emptyTuple = PickleOpcode(")")
    static let tuple = PickleOpcode("t")
    static let tuple1 = PickleOpcode(rawValue: 0x85)
    static let tuple2 = PickleOpcode(rawValue: 0x86)
    static let tuple3 = PickleOpcode(rawValue: 0x87)
    static let emptyList = PickleOpcode("]")
    static let append = PickleOpcode("a")
    static let appends = PickleOpcode("e")
    static let binPut = PickleOpcode("q")
    static let longBinPut = PickleOpcode("r")
    static let memoize = PickleOpcode(rawValue: 0x94)
    static let binGet = PickleOpcode("h")
    static let longBinGet = PickleOpcode("j")
    static let global = PickleOpcode("c")
    static let stackGlobal = PickleOpcode(rawValue: 0x93)
    static let reduce = PickleOpcode("R")
    static let build = PickleOpcode("b")

    /// The name in `pickletools`, for messages; names of refused opcodes tell the reader what the file tried.
    package var name: String { Self.names[rawValue] ?? "0x" + String(rawValue, radix: 16, uppercase: true) }

    private static let names: [UInt8: String] = [
        0x80: "PROTO", 0x95: "FRAME", 0x2E: "STOP", 0x28: "MARK", 0x4E: "NONE", 0x88: "NEWTRUE", 0x89: "NEWFALSE",
        0x4A: "BININT", 0x4B: "BININT1", 0x4D: "BININT2", 0x55: "SHORT_BINSTRING", 0x43: "SHORT_BINBYTES",
        0x58: "BINUNICODE", 0x8C: "SHORT_BINUNICODE", 0x29: "EMPTY_TUPLE", 0x74: "TUPLE", 0x85: "TUPLE1",
        0x86: "TUPLE2", 0x87: "TUPLE3", 0x5D: "EMPTY_LIST", 0x61: "APPEND", 0x65: "APPENDS", 0x71: "BINPUT",
        0x72: "LONG_BINPUT", 0x94: "MEMOIZE", 0x68: "BINGET", 0x6A: "LONG_BINGET", 0x63: "GLOBAL",
        0x93: "STACK_GLOBAL", 0x52: "REDUCE", 0x62: "BUILD",
        // Refused ones.
        0x30: "POP", 0x31: "POP_MARK", 0x32: "DUP", 0x46: "FLOAT", 0x47: "BINFLOAT", 0x49: "INT", 0x4C: "LONG",
        0x50: "PERSID", 0x51: "BINPERSID", 0x53: "STRING", 0x54: "BINSTRING", 0x56: "UNICODE", 0x64: "DICT",
        0x67: "GET", 0x69: "INST", 0x6C: "LIST", 0x6F: "OBJ", 0x70: "PUT", 0x73: "SETITEM", 0x75: "SETITEMS",
        0x7D: "EMPTY_DICT", 0x42: "BINBYTES", 0x81: "NEWOBJ", 0x82: "EXT1", 0x83: "EXT2", 0x84: "EXT4",
        0x8A: "LONG1", 0x8B: "LONG4", 0x8D: "BINUNICODE8", 0x8E: "BINBYTES8", 0x8F: "EMPTY_SET", 0x90: "ADDITEMS",
        0x91: "FROZENSET", 0x92: "NEWOBJ_EX", 0x96: "BYTEARRAY8", 0x97: "NEXT_BUFFER", 0x98: "READONLY_BUFFER",
    ]
}
