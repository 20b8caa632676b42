// Undoing more often than anything was done.
struct Editor {
    var steps: [String] = []
    mutating func undo() -> String {
        steps.removeLast()  // trap: EmptyCollection
    }
}
var editor = Editor(steps: ["쓰기"])
print(editor.undo())  // expect: 쓰기
print(editor.undo())
