import Bytecode
import CellLanguage
import CellLibrary
import Diagnostics
import Keeping
import Testing

/// Values of cells as bytes and back.
@Suite struct KeepingTests {
    private struct Notebook {
        let program: Program
        let code: CodeText

        init(_ cells: [String]) throws {
            var offset = 0
            let sources = cells.enumerated().map { index, text in
                defer { offset += text.utf8.count + 1 }
                return CellSource(id: "\(index)", text: text, offset: offset)
            }
            let checked = FrontEnd.check(sources, library: CellLibrary.library)
            program = try #require(checked.program, "\(checked.diagnostics.map { $0.message.text(in: .english) })")
            code = CodeText(program)
        }

        func machine() throws -> Machine { try CellLibrary.machine(for: program) }

        func global(_ name: String) throws -> Program.Global {
            try #require(program.globalTable.first { $0.name == name })
        }

        func bytes(of machine: Machine, limit: Int = .max) throws -> [UInt8] {
            var bytes: [UInt8] = []
            let writer = KeptWriter(limit: limit) { bytes.append(contentsOf: $0) }
            try machine.keep(Array(program.globalTable.indices), in: writer, code)
            try writer.finish()
            return bytes
        }

        func restore(_ bytes: [UInt8], in machine: Machine) throws {
            try bytes.withUnsafeBytes {
                try machine.restore(from: KeptReader($0), code, CellLibrary.hostTypes) { _ in true }
            }
        }
    }

    private static let values = """
        struct Point { var x = 0.5; var tags: [String: [Int]] = ["b": [2], "a": []] }
        indirect enum Tree { case leaf, node(Tree, Int, Tree) }
        final class Node { var next: Node?; var point = Point() }
        let number = -7
        let text = "가나다라마바사 and more than fits into a word"
        let part = text.split(separator: " ")
        let tree = Tree.node(.leaf, 1, .node(.leaf, 2, .leaf))
        let set: Set<String> = ["x", "y"]
        let anything: [Any] = [1, "two", Point(), Tensor([1.0, 2])]
        let node = Node()
        node.next = Node()
        node.next!.next = node
        let other = node.next!
        let tensor = Tensor([[1.0, 2], [3, 4]])
        let model = Sequential { Dense(2, inputShape: [2]) }
        let same = model
        let maybe: (Int?, Point?) = (nil, Point())
        """
    private static let judge = """
        let cycle = node.next! === other && other.next! === node
        same.setWeights([Tensor([[1.0, 2], [3, 4]]), Tensor([5.0, 6])])
        let shared = model.weights[0][1, 1] == 4
        let printed = "\\(number) \\(text) \\(part) \\(tree) \\(set) \\(anything) \\(node.point) \\(tensor) \\(maybe)"
        """

    @Test func theWholeGraphComesBackWithItsIdentities() throws {
        let notebook = try Notebook([Self.values, Self.judge])
        let first = try notebook.machine()
        try first.run(cell: "0")
        let bytes = try notebook.bytes(of: first)
        let second = try notebook.machine()
        try notebook.restore(bytes, in: second)
        // Not compared byte by byte: plain memory is written with its padding, which holds anything.
        let again = try notebook.bytes(of: second)
        #expect(again.count == bytes.count)
        let third = try notebook.machine()
        try notebook.restore(again, in: third)
        for machine in [first, second, third] {
            try machine.run(cell: "1")
            #expect(machine.value(of: try notebook.global("cycle")).bits == [1])
            #expect(machine.value(of: try notebook.global("shared")).bits == [1])
        }
        let printed = try notebook.global("printed")
        let texts = [first, second, third].map { $0.value(of: printed).describe(.string) }
        #expect(Set(texts).count == 1 && texts[0].hasPrefix("-7 가나다"))
    }

    @Test(arguments: [
        "let f = { 1 }", "let type = Int.self",
        "let metric = CustomMetric(\"m\") { _, _ in 0 }", "struct S { var f: () -> Int }\nlet list = [S { 1 }]",
    ])
    func whatHoldsCodeIsNotKept(cell: String) throws {
        let notebook = try Notebook([cell])
        let machine = try notebook.machine()
        try machine.run(cell: "0")
        #expect { try notebook.bytes(of: machine) } throws: { error in
            if case KeepingError.unkeepable? = error as? KeepingError { true } else { false }
        }
    }

    @Test func moreThanTheLimitIsNotKept() throws {
        let notebook = try Notebook(["let list = Array(0..<100_000)"])
        let machine = try notebook.machine()
        try machine.run(cell: "0")
        #expect(throws: KeepingError.tooLarge) { try notebook.bytes(of: machine, limit: 1000) }
    }

    @Test func bytesThatEndTooSoonAreDamaged() throws {
        let notebook = try Notebook([Self.values])
        let machine = try notebook.machine()
        try machine.run(cell: "0")
        let bytes = try notebook.bytes(of: machine)
        for length in stride(from: 0, to: bytes.count, by: 97) {
            let fresh = try notebook.machine()
            #expect(throws: KeepingError.damaged) { try notebook.restore(Array(bytes.prefix(length)), in: fresh) }
        }
    }

    @Test func whatTheProgramDoesNotHaveIsDamaged() throws {
        let notebook = try Notebook(["struct S { var x = 1 }\nlet s = S()"])
        let machine = try notebook.machine()
        try machine.run(cell: "0")
        let bytes = try notebook.bytes(of: machine)
        let other = try Notebook(["struct T { var x = 1 }\nlet s = T()"])
        let fresh = try other.machine()
        #expect(throws: KeepingError.damaged) { try other.restore(bytes, in: fresh) }
    }
}
