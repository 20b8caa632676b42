// A text editor with undo and redo: commands as objects with their own memory.
class Document {
    var lines: [String] = []
    var cursor = 0
}

class Command {
    var name: String { "command" }
    init() {}
    func run(on document: Document) {}
    func undo(on document: Document) {}
}

class Insert: Command {
    private let text: String
    private var place: Int?

    init(_ text: String) { self.text = text }

    override var name: String { "insert \"\(text)\"" }
    override func run(on document: Document) {
        place = document.cursor
        document.lines.insert(text, at: document.cursor)
        document.cursor += 1
    }
    override func undo(on document: Document) {
        guard let place else { return }
        document.lines.remove(at: place)
        document.cursor = place
    }
}

class Delete: Command {
    private var removed: (index: Int, text: String)?

    override var name: String { removed.map { "delete \"\($0.text)\"" } ?? "delete" }
    override func run(on document: Document) {
        guard document.cursor > 0 else {
            removed = nil
            return
        }
        document.cursor -= 1
        removed = (document.cursor, document.lines.remove(at: document.cursor))
    }
    override func undo(on document: Document) {
        guard let (index, text) = removed else { return }
        document.lines.insert(text, at: index)
        document.cursor = index + 1
    }
}

class Macro: Command {
    private let commands: [Command]
    init(_ commands: [Command]) { self.commands = commands }

    override var name: String { "macro of \(commands.count)" }
    override func run(on document: Document) { commands.forEach { $0.run(on: document) } }
    override func undo(on document: Document) { commands.reversed().forEach { $0.undo(on: document) } }
}

class Editor {
    let document = Document()
    private var done: [Command] = []
    private var undone: [Command] = [] {
        didSet { if undone.count > oldValue.count { undoes += 1 } }
    }
    private(set) var undoes = 0

    func perform(_ command: Command) {
        command.run(on: document)
        done.append(command)
        undone = []
    }

    @discardableResult
    func undo() -> String? {
        guard let last = done.popLast() else { return nil }
        last.undo(on: document)
        undone.append(last)
        return last.name
    }

    @discardableResult
    func redo() -> String? {
        guard let next = undone.popLast() else { return nil }
        next.run(on: document)
        done.append(next)
        return next.name
    }

    var text: String { document.lines.joined(separator: "|") + "@\(document.cursor)" }
}

let editor = Editor()
editor.perform(Insert("첫째"))
editor.perform(Insert("둘째"))
editor.document.cursor = 1
editor.perform(Insert("between"))
print(editor.text)  // expect: 첫째|between|둘째@2
editor.perform(Macro([Delete(), Delete(), Delete(), Insert("new")]))
print(editor.text)  // expect: new|둘째@1
print(editor.undo() ?? "-", editor.text)  // expect: macro of 4 첫째|between|둘째@2
print(editor.undo() ?? "-", editor.undo() ?? "-", editor.text)  // expect: insert "between" insert "둘째" 첫째@1
print(editor.redo() ?? "-", editor.text)  // expect: insert "둘째" 첫째|둘째@2
editor.perform(Delete())
print(editor.text, editor.redo() == nil)  // expect: 첫째@1 true
while let name = editor.undo() { print(name, editor.text) }
// expect: delete "둘째" 첫째|둘째@2
// expect: insert "둘째" 첫째@1
// expect: insert "첫째" @0
print(editor.undoes, editor.redo()!, editor.text)  // expect: 6 insert "첫째" 첫째@1
