import Datasets
import Outputs
import Testing

@Suite struct MessageTests {
    private static let place = FilePlace(file: "imdb.npz", member: "x_train.npy", offset: 120)

    private static let plain: [DatasetError] = [
        .unreadableFile(path: "imdb.npz", reason: "no permission"), .notAFile(path: "imdb.npz"),
        .fileTooLarge(path: "imdb.npz", bytes: 2, limit: 1),
        .missingCompanion(path: "imdb.npz", companion: "imdb_word_index.json"),
        .labelCountMismatch(path: "imdb.npz", sequences: "x", sequenceCount: 1, labels: "y", labelCount: 2),
        .invalidArgument(name: "numWords", value: -1, allowed: 0...Int.max),
        .invalidArgument(name: "seed", value: -1, allowed: 0...5), .noSequenceLeft(maxLength: 3),
    ]
    private static let archiveFaults: [ArchiveFault] = [
        .notZip, .truncated, .severalDisks, .tooManyMembers(2, limit: 1), .missingMember(present: ["a"]),
        .duplicateMember, .encrypted, .unsupportedMethod(9), .tooLarge(2, limit: 1), .damagedStream,
        .wrongSize(declared: 1), .wrongChecksum(declared: 1, found: 2),
    ]
    private static let arrayFaults: [ArrayFault] = [
        .notNPY, .unsupportedVersion(9, 0), .malformedHeader, .unsupportedType("<f4", expected: "|O"),
        .notOneDimensional([1, 2]), .tooManyElements(2, limit: 1), .endsEarly, .trailingBytes,
    ]
    private static let pickleFaults: [PickleFault] = [
        .forbiddenOpcode, .forbiddenGlobal("os.system"), .unsupportedProtocol(9), .endsEarly, .trailingBytes,
        .emptyStack, .noMark, .unknownMemo(1), .tooDeep, .tooMany(.stackEntries, limit: 1),
        .tooMany(.memoEntries, limit: 1), .tooMany(.tuples, limit: 1), .tooMany(.tupleItems, limit: 1),
        .tooMany(.lists, limit: 1), .tooMany(.integers, limit: 1), .tooMany(.bytes, limit: 1), .unexpectedOperand,
        .brokenText, .frameTooLong(9), .wrongListCount(declared: 1, found: 2),
    ]
    private static let wordIndexFaults: [WordIndexFault] = [
        .expected("{"), .invalidEscape, .invalidUTF8, .integerTooLarge, .trailingText,
    ]

    private static var errors: [DatasetError] {
        var errors = plain
        errors += archiveFaults.map { .invalidArchive(place, $0) }
        errors += arrayFaults.map { .invalidArray(place, $0) }
        errors += pickleFaults.map { .refusedPickle(place, opcode: PickleOpcode(rawValue: 0x52), $0) }
        errors += wordIndexFaults.map { .invalidWordIndex(place, $0) }
        return errors
    }

    @Test func everyErrorIsWordedInThreeLanguages() {
        var seen: Set<String> = []
        for error in Self.errors {
            let korean = error.message(in: "ko")
            let japanese = error.message(in: "ja")
            let english = error.message(in: "en")
            #expect(korean.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) })
            #expect(japanese.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) })
            #expect(english.unicodeScalars.allSatisfy { $0.isASCII || $0 == "…" })
            for text in [korean, japanese, english] { #expect(seen.insert(text).inserted, "\(text)") }
            #expect(!error.name.isEmpty && error.name.allSatisfy(\.isLetter))
        }
    }

    @Test func aPickleIsRefusedWithItsPlace() {
        let error = DatasetError.refusedPickle(
            Self.place, opcode: PickleOpcode(rawValue: 0x93), .forbiddenGlobal("os.system"))
        #expect(
            error.message(in: "en") == """
                imdb.npz, member x_train.npy, byte 120, opcode STACK_GLOBAL: It refers to `os.system`, which could run \
                code, so it is refused. Check that this is the file that Keras distributes, and fetch it again.
                """)
    }

    @Test func textOutOfFilesIsMadeSafe() {
        let hostile = "\u{1B}[31m" + String(repeating: "x", count: 4_000)
        let text = DatasetError.refusedPickle(
            Self.place, opcode: PickleOpcode(rawValue: 0x63), .forbiddenGlobal(hostile)
        ).message(in: "en")
        #expect(!text.contains("\u{1B}"))
        #expect(text.count < 500)
    }
}

@Suite struct LabeledSequencesTests {
    @Test func showsASummary() {
        let data = LabeledSequences(sequences: [[1, 2, 3], [1], [1, 5]], labels: [1, 0, 1])
        #expect(data.description == "LabeledSequences(count: 3, lengths: 1...3, labels: [0: 1, 1: 2])")
        #expect(data.show().text == data.description)
        #expect(LabeledSequences(sequences: [], labels: []).description.contains("count: 0"))
    }
}
