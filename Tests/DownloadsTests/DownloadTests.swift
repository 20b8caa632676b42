import Diagnostics
import Downloads
import Foundation
import Testing

/// Downloads from a server on this machine that does what servers do: ends half way, sends other bytes, knows no ranges.
@Suite(.enabled(if: Server.isPossible, "needs python3 and curl")) struct DownloadTests {
    private let folder = Folder()

    private func download(
        _ kind: String, _ server: Server, sum: Checksum = Server.sum, replaces: Bool = false
    ) -> Download {
        Download(
            PublishedFile(name: "set.bin", url: "\(server.address)/\(kind)/set.bin", sum: sum), to: folder.url,
            replaces: replaces)
    }

    @Test func aFileIsFetchedCheckedAndThenThere() throws {
        let server = try Server()
        var last: (done: Int, total: Int?) = (0, nil)
        #expect(try download("good", server).run { last = ($0, $1) } == .fetched)
        #expect(last.done == 200_000 && last.total == 200_000)
        #expect(folder.names == ["set.bin"] && folder.size("set.bin") == 200_000)
        #expect(try download("good", server).run() == .wasThere)
        #expect(server.requests.count == 1)
    }

    @Test func sumsMayBeMD5() throws {
        let server = try Server()
        #expect(try download("good", server, sum: Server.md5).run() == .fetched)
    }

    @Test func aMirrorIsAnAddressThatNamesArePutBehind() throws {
        let server = try Server()
        let file = PublishedFile(name: "set.bin", url: "http://127.0.0.1:1/nowhere", sum: Server.sum)
        #expect(try Download(file, to: folder.url, mirror: server.address + "/good").run() == .fetched)
    }

    @Test func whatWasCutOffGoesOnWhereItEnded() throws {
        let server = try Server()
        #expect(throws: DownloadError.cutOff(address: server.address + "/cut/set.bin")) {
            try download("cut", server).run()
        }
        #expect(folder.names == ["set.bin.part"] && folder.size("set.bin.part") == 100_000)
        var first: Int?
        #expect(try download("good", server).run { done, _ in first = first ?? done } == .fetched)
        #expect(server.requests.last == "good bytes=100000-")
        #expect((first ?? 0) >= 100_000 && folder.names == ["set.bin"])
    }

    @Test func withoutRangesItBeginsAnew() throws {
        let server = try Server()
        try folder.write(Server.content.prefix(5000), "set.bin.part")
        #expect(try download("plain", server).run() == .fetched)
        #expect(server.requests == ["plain bytes=5000-", "plain None"])
    }

    @Test func aPartOfAnotherFileBeginsAnew() throws {
        let server = try Server()
        try folder.write(Data(count: 5000), "set.bin.part")
        #expect(try download("good", server).run() == .fetched)
        #expect(server.requests == ["good bytes=5000-", "good None"])
    }

    @Test func aPartThatIsWholeIsTaken() throws {
        let server = try Server()
        try folder.write(Server.content, "set.bin.part")
        #expect(try download("good", server).run() == .fetched)
        #expect(folder.names == ["set.bin"])
    }

    @Test func aWrongSumIsSaidWithBothAndNothingIsReplaced() throws {
        let server = try Server()
        try folder.write(Data("mine".utf8), "set.bin")
        let error = #expect(throws: DownloadError.self) { try download("other", server, replaces: true).run() }
        let message = error?.message(in: .english) ?? ""
        #expect(message.contains(Server.sum.description))
        // Of 200,000 zeros.
        #expect(message.contains("SHA-256 4cbbd9be0cba685835755f827758705db5a413c5494c34262cd25946a73e7582"))
        #expect(folder.names == ["set.bin"] && folder.size("set.bin") == 4)
    }

    @Test func anotherFileOfTheNameStaysUnlessForced() throws {
        let server = try Server()
        try folder.write(Data("mine".utf8), "set.bin")
        guard case .keptOther = try download("good", server).run() else {
            Issue.record("was replaced")
            return
        }
        #expect(folder.size("set.bin") == 4 && server.requests.isEmpty)
        #expect(try download("good", server, replaces: true).run() == .fetched)
        #expect(folder.size("set.bin") == 200_000)
    }

    @Test func withoutANetworkTheMessageSaysWhatToDo() throws {
        let file = PublishedFile(name: "set.bin", url: "http://127.0.0.1:1/set.bin", sum: Server.sum)
        let error = #expect(throws: DownloadError.self) { try Download(file, to: folder.url).run() }
        for (language, words) in [(.korean, "네트워크"), (.japanese, "ネットワーク"), (.english, "check the network")]
            as [(Language, String)]
        {
            #expect(error?.message(in: language).contains(words) == true)
        }
        #expect(folder.names.isEmpty)
    }

    @Test func whatTheServerDoesNotHaveIsSaid() throws {
        let server = try Server()
        #expect(throws: DownloadError.refused(address: server.address + "/none/set.bin", status: 404)) {
            try download("none", server).run()
        }
    }

    @Test func aFolderThatCannotBeWrittenIsSaid() throws {
        try folder.write(Data(), "file")
        let file = PublishedFile(name: "set.bin", url: "http://127.0.0.1:1/set.bin", sum: Server.sum)
        let error = #expect(throws: DownloadError.self) {
            try Download(file, to: folder.url.appendingPathComponent("file/below")).run()
        }
        guard case .unwritable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func everySetNamesItsFilesAndSums() {
        let files = PublishedSet.allCases.flatMap(\.files)
        #expect(files.count == 10 && Set(files.map(\.name)).count == 10)
        for file in files {
            #expect(file.url.hasPrefix("https://") && file.url.hasSuffix("/" + file.name))
            switch file.sum {
            case .sha256(let digits): #expect(digits.count == 64 && digits.allSatisfy(\.isHexDigit))
            case .md5(let digits): #expect(digits.count == 32 && digits.allSatisfy(\.isHexDigit))
            }
        }
    }
}
