import Foundation
import Records
import Testing

@Suite("The store of cells")
struct CellStoreTests {
    private static func key(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 2 - min(2, digits.count)) + digits
            + String(repeating: "a", count: 64 - max(2, digits.count))
    }

    private func files(_ store: CellStore) -> [String] {
        (FileManager.default.enumerator(atPath: store.directory)?.compactMap { $0 as? String } ?? [])
            .filter { $0.contains(".") }.map { store.directory + "/" + $0 }
    }

    @Test("what is put in comes out, replaced and forgotten")
    func content() throws {
        let folder = try TemporaryFolder()
        let store = CellStore(directory: folder.file("store"))
        #expect(store.content(of: Self.key(1)) == nil)
        try store.put([1, 2, 3], under: Self.key(1))
        try store.put([], under: Self.key(2))
        #expect(store.content(of: Self.key(1)) == [1, 2, 3])
        #expect(store.content(of: Self.key(2)) == [])
        try store.put([9], under: Self.key(1))
        #expect(store.content(of: Self.key(1)) == [9])
        #expect(Set(store.entries().map(\.key)) == [Self.key(1), Self.key(2)])
        #expect(store.clear() == 2)
        #expect(store.entries().isEmpty && store.content(of: Self.key(1)) == nil)
        #expect(files(store).isEmpty)
    }

    @Test("a damaged entry is no entry and is removed", arguments: [0, 5, 13, 40, 90, -1])
    func damage(at place: Int) throws {
        let folder = try TemporaryFolder()
        let store = CellStore(directory: folder.file("store"))
        let content = (0..<200).map { UInt8($0) }
        try store.put(content, under: Self.key(1))
        let file = try #require(files(store).first)
        var bytes = try #require(FileManager.default.contents(atPath: file))
        if place < 0 { bytes.removeLast() } else { bytes[place] ^= 1 }
        try bytes.write(to: URL(fileURLWithPath: file))
        #expect(store.content(of: Self.key(1)) == nil)
        #expect(files(store).isEmpty)
        try store.put(content, under: Self.key(1))
        #expect(store.content(of: Self.key(1)) == content)
    }

    @Test("what was not used for longest goes first")
    func limit() throws {
        let folder = try TemporaryFolder()
        let store = CellStore(directory: folder.file("store"), sizeLimit: 4000)
        for number in 1...3 {
            try store.put([UInt8](repeating: 0, count: 1000), under: Self.key(number))
            // The times of files are set here so that nothing depends on how fast the test runs.
            for file in files(store) where file.contains(Self.key(number)) {
                let times = [timeval(tv_sec: number, tv_usec: 0), timeval(tv_sec: number, tv_usec: 0)]
                utimes(file, times)
            }
        }
        #expect(store.content(of: Self.key(1)) != nil, "used now: the latest of all")
        try store.put([UInt8](repeating: 0, count: 1000), under: Self.key(4))
        #expect(Set(store.entries().map(\.key)) == [Self.key(1), Self.key(3), Self.key(4)])
        try store.put([UInt8](repeating: 0, count: 5000), under: Self.key(5))
        #expect(store.content(of: Self.key(5)) == nil, "larger than all may be")
        #expect(store.entries().count == 3)
    }

    @Test("several at once never see a part of an entry")
    func several() async throws {
        let folder = try TemporaryFolder()
        let store = CellStore(directory: folder.file("store"), sizeLimit: 200_000)
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<4 {
                group.addTask {
                    for round in 0..<50 {
                        let number = (worker * 7 + round) % 10
                        let content = [UInt8](repeating: UInt8(number), count: 10_000)
                        if round % 2 == 0 {
                            #expect(throws: Never.self) { try store.put(content, under: Self.key(number)) }
                        } else if let found = store.content(of: Self.key(number)) {
                            #expect(found == content)
                        }
                    }
                }
            }
        }
        #expect(files(store).allSatisfy { $0.hasSuffix(".cell") }, "nothing is left beside the entries")
    }

    @Test("where it is")
    func directory() {
        #expect(CellStore.standardDirectory(["HANJI_CACHE": "x", "HOME": "/h"]) == "x")
        #expect(CellStore.standardDirectory(["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/hanji")
        #expect(CellStore.standardDirectory(["XDG_CACHE_HOME": "c", "HOME": "/h"]) == "/h/.cache/hanji")
        #expect(CellStore.standardDirectory([:]) == nil)
    }
}
