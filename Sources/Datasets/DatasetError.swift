import Outputs

/// A place in a data file: a byte of the file itself, or of one member of an archive after inflating it.
package struct FilePlace: Hashable, Sendable {
    package var file: String
    package var member: String?
    package var offset: Int

    package init(file: String, member: String?, offset: Int) {
        self.file = file
        self.member = member
        self.offset = offset
    }
}

/// What can go wrong between naming a data set and having it.
package enum DatasetError: LessonError, Hashable {
    case unreadableFile(path: String, reason: String)
    case notAFile(path: String)
    case fileTooLarge(path: String, bytes: Int, limit: Int)
    /// `path` stands beside no file called `companion`, and the two belong together.
    case missingCompanion(path: String, companion: String)
    case invalidArchive(FilePlace, ArchiveFault)
    case invalidArray(FilePlace, ArrayFault)
    case refusedPickle(FilePlace, opcode: PickleOpcode, PickleFault)
    case invalidWordIndex(FilePlace, WordIndexFault)
    case labelCountMismatch(path: String, sequences: String, sequenceCount: Int, labels: String, labelCount: Int)
    case invalidArgument(name: String, value: Int, allowed: ClosedRange<Int>)
    case noSequenceLeft(maxLength: Int)
    case shareOutOfRange(name: String, value: Double)
    case invalidImages(path: String, ImageFault)
    case unknownColumn(String, columns: [String])
    case columnLength(String, Int, rows: Int)
    case notNumeric(column: String, row: Int, text: String)
    case unevenRow(path: String, line: Int, expected: Int, found: Int)
    case emptyTable(path: String)
    case lengthsDiffer(x: Int, y: Int)
    case emptyPart(samples: Int, testSize: Double)
    case tokenizerNotFitted
    case labelOutOfRange(value: Int, classes: Int, position: Int)

    package var name: String {
        switch self {
        case .unreadableFile: "UnreadableFile"
        case .notAFile: "NotAFile"
        case .fileTooLarge: "FileTooLarge"
        case .missingCompanion: "MissingDataFile"
        case .invalidArchive: "InvalidArchive"
        case .invalidArray: "InvalidArray"
        case .refusedPickle: "RefusedPickle"
        case .invalidWordIndex: "InvalidWordIndex"
        case .labelCountMismatch: "LabelCountMismatch"
        case .invalidArgument: "InvalidArgument"
        case .noSequenceLeft: "NoSequenceLeft"
        case .shareOutOfRange: "InvalidArgument"
        case .lengthsDiffer: "ShapeMismatch"
        case .emptyPart: "NoSamples"
        case .invalidImages: "InvalidImageFile"
        case .unknownColumn: "UnknownColumn"
        case .tokenizerNotFitted: "NotFitted"
        case .columnLength: "ShapeMismatch"
        case .notNumeric: "NotANumber"
        case .unevenRow, .emptyTable: "InvalidTable"
        case .labelOutOfRange: "LabelOutOfRange"
        }
    }
}

/// What is wrong with a zip archive.
package enum ArchiveFault: Hashable, Sendable {
    case notZip
    case truncated
    case severalDisks
    case tooManyMembers(Int, limit: Int)
    case missingMember(present: [String])
    case duplicateMember
    case encrypted
    case unsupportedMethod(Int)
    case tooLarge(Int, limit: Int)
    case damagedStream
    case wrongSize(declared: Int)
    case wrongChecksum(declared: UInt32, found: UInt32)
}

/// What is wrong with a `.npy` array.
package enum ArrayFault: Hashable, Sendable {
    case notNPY
    case unsupportedVersion(Int, Int)
    case malformedHeader
    case unsupportedType(String, expected: String)
    case notOneDimensional([Int])
    case tooManyElements(Int, limit: Int)
    case endsEarly
    case trailingBytes
}

/// Why a pickle is refused.
package enum PickleFault: Hashable, Sendable {
    case forbiddenOpcode
    case forbiddenGlobal(String)
    case unsupportedProtocol(Int)
    case endsEarly
    case trailingBytes
    case emptyStack
    case noMark
    case unknownMemo(Int)
    case tooDeep
    case tooMany(Quantity, limit: Int)
    case unexpectedOperand
    case brokenText
    case frameTooLong(Int)
    case wrongListCount(declared: Int, found: Int)

    package enum Quantity: Hashable, Sendable {
        case stackEntries, memoEntries, tuples, tupleItems, lists, integers, bytes
    }
}

/// What is wrong with a JSON file of word ranks.
package enum WordIndexFault: Hashable, Sendable {
    case expected(String)
    case invalidEscape
    case invalidUTF8
    case integerTooLarge
    case trailingText
}

/// What is wrong with a gzipped IDX file of images or labels.
package enum ImageFault: Hashable, Sendable {
    case notGzip
    case damagedStream
    case wrongChecksum
    case wrongMagic(UInt32, expected: UInt32)
    case wrongSize(expected: Int, found: Int)
    case countsDiffer(images: Int, labels: Int)
}
