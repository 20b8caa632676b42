import Datasets
import Foundation
import Testing

@Suite struct NPZFileTests {
    @Test(arguments: [2, 3, 4, 5])
    func readsWhatNumPyPickles(version: Int) throws {
        let name = "lists-protocol\(version).npz"
        let lists = try NPZFile(path: name, bytes: try Support.bytes(of: name)).integerLists("x")
        #expect(lists.count == 1_104)
        #expect(Array(lists[0]) == (0..<2_501).map { Int32($0 * 37 % 90_000) })
        #expect(Array(lists[1]) == [])
        #expect(Array(lists[2]) == [5])
        #expect(Array(lists[3]) == [-1, .max, 65_536, 255, 256, 65_535])
        for n in 0..<1_100 { #expect(Array(lists[4 + n]) == Array(repeating: Int32(n), count: n % 7)) }
    }

    @Test(arguments: ["reviews-stored.npz", "reviews-deflated.npz"])
    func readsStoredAndDeflatedMembers(name: String) throws {
        let file = try NPZFile(path: name, bytes: try Support.bytes(of: name))
        let lists = try file.integerLists("x_train")
        #expect(lists.count == 12)
        #expect(Array(lists[1]) == [70_000])
        #expect(Array(lists[2]) == [1, 300])
        #expect(try file.integers("y_test") == [0, 1, 0, 1, 0, 1, 0, 1])
    }

    @Test func readsArchivesMadeByHand() throws {
        #expect(try NPY.read(NPY.pickle()) == [[1, 2], [300]])
        let array = NPY.array(NPY.pickle())
        let commented = ArchiveBuilder(x: array).bytes(comment: Array("PK\u{5}\u{6} a comment".utf8))
        #expect(try NPZFile(path: "x.npz", bytes: commented).integerLists("x").count == 2)
        let wide = ArchiveBuilder([.init(name: "x.npy", data: array, isWide: true)]).bytes(wideEnd: true)
        #expect(try NPZFile(path: "x.npz", bytes: wide).integerLists("x").count == 2)
        let second = NPY.header("{'shape':(2,),\"descr\":'|O','fortran_order':True}", version: [2, 0]) + NPY.pickle()
        #expect(try NPZFile(path: "x.npz", bytes: ArchiveBuilder(x: second).bytes()).integerLists("x").count == 2)
    }

    @Test(
        arguments: [
            ("<i8", [254, 255, 255, 255, 255, 255, 255, 255, 1, 0, 0, 0, 0, 0, 0, 0], [-2, 1]),
            ("<i4", [254, 255, 255, 255, 1, 0, 0, 0], [-2, 1]), ("<u2", [254, 255, 1, 0], [65_534, 1]),
            ("|i1", [254, 1], [-2, 1]), ("|u1", [254, 1], [254, 1]),
        ] as [(String, [UInt8], [Int])])
    func readsIntegersOfEverySize(type: String, body: [UInt8], expected: [Int]) throws {
        let archive = ArchiveBuilder(x: NPY.array(type: type, body)).bytes()
        #expect(try NPZFile(path: "x.npz", bytes: archive).integers("x") == expected)
    }

    // MARK: Damaged archives

    private func archiveFault(_ bytes: [UInt8]) throws -> ArchiveFault {
        let error = try Support.error { _ = try NPZFile(path: "x.npz", bytes: bytes).integerLists("x") }
        guard case .invalidArchive(let place, let fault) = error else {
            Issue.record("\(error)")
            return .notZip
        }
        #expect(place.file == "x.npz")
        return fault
    }

    private func archiveFault(_ member: ArchiveBuilder.Member) throws -> ArchiveFault {
        try archiveFault(ArchiveBuilder([member]).bytes())
    }

    private let array = NPY.array(NPY.pickle())

    @Test func refusesWhatIsNoArchive() throws {
        #expect(try archiveFault([]) == .truncated)
        #expect(try archiveFault(Array("not a zip archive, only some text".utf8)) == .notZip)
        #expect(try archiveFault(ArchiveBuilder(x: array).bytes().dropLast(1)) == .notZip)
    }

    @Test func refusesDamagedMembers() throws {
        #expect(try archiveFault(.init(name: "y.npy", data: array)) == .missingMember(present: ["y.npy"]))
        #expect(try archiveFault(.init(name: "x.npy", data: array, method: 12)) == .unsupportedMethod(12))
        #expect(try archiveFault(.init(name: "x.npy", data: array, flags: 1)) == .encrypted)
        #expect(try archiveFault(.init(name: "x.npy", data: array, headerOffset: 1 << 31)) == .truncated)
        #expect(try archiveFault(.init(name: "x.npy", data: array, headerOffset: 7)) == .truncated)
        let found = ArchiveBuilder.crc32(array)
        #expect(
            try archiveFault(.init(name: "x.npy", data: array, checksum: 1))
                == .wrongChecksum(declared: 1, found: found))
        let twice = ArchiveBuilder([.init(name: "x.npy", data: array), .init(name: "x.npy", data: array)])
        #expect(try archiveFault(twice.bytes()) == .duplicateMember)
    }

    @Test func refusesWrongSizes() throws {
        #expect(
            try archiveFault(.init(name: "x.npy", data: array, size: array.count + 1))
                == .wrongSize(declared: array.count + 1))
        #expect(try archiveFault(.init(name: "x.npy", data: array, compressedSize: 1 << 30)) == .truncated)
        let huge = Int(Int32.max)
        let bomb = ArchiveBuilder.Member(name: "x.npy", data: array, method: 8, size: huge)
        #expect(try archiveFault(bomb) == .tooLarge(huge, limit: 64 << 20))
        let overflowing = ArchiveBuilder.Member(
            name: "x.npy", data: array, compressedSize: Int.max, headerOffset: Int.max, isWide: true)
        #expect(try archiveFault(overflowing) == .truncated)
    }

    /// A deflated member that inflates to more, or to less, than its entry says.
    @Test(arguments: [-1, 1]) func refusesBombsThatLieAboutTheirSize(difference: Int) throws {
        var bytes = try Support.bytes(of: "lists-protocol4.npz")
        let entry = try #require(bytes.indices.last { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        let declared = (0..<4).reduce(0) { $0 | Int(bytes[entry + 24 + $1]) << (8 * $1) } + difference
        bytes.replaceSubrange(entry + 24..<entry + 28, with: ArchiveBuilder.little(declared, 4))
        let fault = try archiveFault(bytes)
        #expect(fault == .wrongSize(declared: declared) || fault == .damagedStream)
    }

    @Test func refusesDamagedDeflate() throws {
        let member = ArchiveBuilder.Member(name: "x.npy", data: [0xFF, 0xFF, 0xFF, 0xFF], method: 8, size: 100)
        #expect(try archiveFault(member) == .damagedStream)
        #expect(try archiveFault(.init(name: "x.npy", data: [], method: 8, size: 100)) == .damagedStream)
    }

    /// Whatever byte is changed or wherever the file ends: an error of ours or the right lists, never a trap.
    @Test func survivesEveryDamage() throws {
        let bytes = try Support.bytes(of: "reviews-deflated.npz")
        var refused = 0
        func attempt(_ bytes: [UInt8]) throws {
            do {
                let file = try NPZFile(path: "x.npz", bytes: bytes)
                _ = try file.integerLists("x_train")
                _ = try file.integers("y_train")
            } catch is DatasetError { refused += 1 }
        }
        for index in bytes.indices {
            for change in [0x01, 0x80, 0xFF] as [UInt8] {
                var damaged = bytes
                damaged[index] ^= change
                try attempt(damaged)
            }
            try attempt(Array(bytes[..<index]))
        }
        #expect(refused > bytes.count)
    }

    // MARK: Damaged arrays

    @Test(
        arguments: [
            (Array("no array at all".utf8), .notNPY), ([0x93], .notNPY),
            (NPY.header("{'descr': '|O', 'fortran_order': False, 'shape': (2,)", version: [1, 0]), .malformedHeader),
            (NPY.header("{'descr': [('a', '<i8')], 'fortran_order': False, 'shape': (2,)}"), .malformedHeader),
            (NPY.header("{'descr': '|O', 'fortran_order': False, 'shape': (99999999999999999999,)}"), .malformedHeader),
            (NPY.header("{'descr': '|O', 'fortran_order': False}"), .malformedHeader),
            (NPY.header("{'descr': '|O', 'descr': '|O', 'fortran_order': False, 'shape': (2,)}"), .malformedHeader),
            (NPY.header("{'descr': '|O', 'fortran_order': False, 'shape': (2, 3)}"), .notOneDimensional([2, 3])),
            (
                NPY.header("{'descr': '|O', 'fortran_order': False, 'shape': (2000000,)}"),
                .tooManyElements(2_000_000, limit: 1_000_000)
            ),
            (
                NPY.header("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}"),
                .unsupportedType("<f4", expected: "|O")
            ),
            (NPY.header("{}", version: [9, 0]), .unsupportedVersion(9, 0)),
            ([0x93] + Array("NUMPY".utf8) + [2, 0, 255, 255, 255, 255], .malformedHeader),
            ([0x93] + Array("NUMPY".utf8) + [1, 0, 200, 0], .endsEarly),
        ] as [([UInt8], ArrayFault)])
    func refusesDamagedHeaders(array: [UInt8], expected: ArrayFault) throws {
        let archive = ArchiveBuilder(x: array).bytes()
        let error = try Support.error { _ = try NPZFile(path: "x.npz", bytes: archive).integerLists("x") }
        guard case .invalidArray(let place, let fault) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(fault == expected)
        #expect(place.member == "x.npy")
    }

    @Test func refusesIntegersThatAreTooFewOrTooMany() throws {
        let cases: [([UInt8], ArrayFault)] = [([1, 2, 3], .endsEarly), ([1, 2, 3, 4, 5], .trailingBytes)]
        for (body, expected) in cases {
            let archive = ArchiveBuilder(x: NPY.array(type: "<i2", body)).bytes()
            let error = try Support.error { _ = try NPZFile(path: "x.npz", bytes: archive).integers("x") }
            guard case .invalidArray(_, let fault) = error else {
                Issue.record("\(error)")
                continue
            }
            #expect(fault == expected)
        }
    }
}
