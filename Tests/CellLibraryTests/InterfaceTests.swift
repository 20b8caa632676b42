import CellLanguage
import CellLibrary
import Diagnostics
import Foundation
import InterfaceGenerator
import Testing

@Suite struct InterfaceTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CellLibrary").standardized

    @Test func generatedFileIsWhatTheInterfaceSays() throws {
        func interface(_ name: String) throws -> String {
            try String(contentsOf: Self.folder.appending(path: "Interface/\(name).swiftinterface"), encoding: .utf8)
        }
        let text = try InterfaceGenerator.text(
            standard: interface("Standard"), lessonKit: interface("LessonKit"))
        let committed = try String(
            contentsOf: Self.folder.appending(path: "Generated/Library+Generated.swift"), encoding: .utf8)
        #expect(text == committed, "run make interface")
    }

    @Test func badInterfaceIsReported() {
        #expect(throws: InterfaceGenerator.Problems.self) {
            try InterfaceGenerator.text(standard: "let x = 1\nprint(2)", lessonKit: "")
        }
    }

    /// It once cost cells the weights of Dense: they stood inside the braces of the property above them.
    @Test func aMissingBraceIsReported() {
        let text = "public struct A {\n    public var x: Int { get \n    public var y: Int { get }\n}\n}"
        let problems = #expect(throws: InterfaceGenerator.Problems.self) {
            try InterfaceGenerator.text(standard: text, lessonKit: "")
        }
        #expect("\(problems.map { "\($0)" } ?? "")".contains("line "))
    }

    /// Bodies written in Swift are checked when they are used; here every one of them is used once.
    @Test func everyBodyOfTheStandardLibraryChecks() {
        let uses = """
            let a = [3, 1, 2]
            print(a.map { $0 }, a.compactMap { Int("\\($0)") }, a.flatMap { [$0] }, a.filter { $0 > 1 })
            print(a.reduce(0) { $0 + $1 }, a.allSatisfy { $0 > 0 }, a.contains { $0 == 2 }, a.contains(2))
            a.forEach { print($0) }
            print(a.first { $0 > 1 } ?? 0, a.max()!, a.min()!, a.max { $0 < $1 }!, a.min { $0 < $1 }!)
            print(a.sorted(), a.sorted { $0 > $1 }, a.prefix(2), a.suffix(2), a.dropFirst(), a.dropLast())
            print(Array(a.reversed()), ["a"].joined(), ["a", "b"].joined(separator: ","))
            var b = a
            b.append(contentsOf: [4])
            b.swapAt(0, 1)
            b.sort()
            b.sort { $0 > $1 }
            b.reverse()
            print(b.removeLast(), b.first!, b.last!, b.indices, b.isEmpty, b.firstIndex(of: 1) ?? -1)
            print(b.firstIndex { $0 == 1 } ?? -1, Array(repeating: 0, count: 2), Array(1...3))
            var d = Dictionary(uniqueKeysWithValues: zip(["a", "b"], [1, 2]))
            print(d.keys.sorted(), d.values.reduce(0) { $0 + $1 }, d.mapValues { $0 * 2 }.count, d.isEmpty)
            print(d.removeValue(forKey: "a") ?? 0)
            print(abs(-1), abs(-1.5), max(1, 2), min(1.5, 2), Int.max, Int.min, Double.pi, Double.infinity.isNaN)
            print(4.isMultiple(of: 2), (-3).signum(), (0..<3).contains(1), (0...3).contains(3), (1...).contains(2))
            print((..<3).contains(1), (...3).contains(4), Optional(1).map { $0 + 1 } ?? 0, "".isEmpty, String())
            print((0..<3).isEmpty, (0...3).count, a.prefix(1).first ?? 0, a.prefix(0).isEmpty)
            print(Optional("1").flatMap { Int($0) } ?? 0)
            var flag = true
            flag.toggle()
            """
        let result = FrontEnd.check([CellSource(id: "c", text: uses, offset: 0)], library: CellLibrary.library)
        let errors = result.diagnostics.filter { $0.severity == .error }.map { $0.message.text(in: .english) }
        #expect(errors == [])
        #expect(result.program != nil)
    }
}
