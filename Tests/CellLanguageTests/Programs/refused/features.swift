import Darwin  // error: 'Darwin': this module cannot be used in cells; LessonKit and Foundation's mathematics are there without an import
let task = Task { 1 }  // error: 'Task': concurrency (async, await, actors) cannot be used in cells; a notebook runs in one fixed order, so that its results are the same every time
let text = FileManager.default  // error: 'FileManager': files and the network cannot be used in cells; its results depend on the notebook and the named data alone
func later() async -> Int { 1 }  // error: concurrency (async, await, actors) cannot be used in cells; a notebook runs in one fixed order, so that its results are the same every time
weak var nobody: AnyObject?  // error: weak cannot be used in cells
class Watched { deinit { print("gone") } }  // error: deinit cannot be used in cells; the values of a notebook live as long as it does
@propertyWrapper struct Clamped { var wrappedValue: Int }  // error: this attribute cannot be used in cells
func opaque() -> some Equatable { 1 }  // error: 'some' as the type of a result or property cannot be used in cells
class Base { class var kind: String { "base" } }
class Derived: Base { override class var kind: String { "derived" } }  // error: overriding class members cannot be used in cells
func cast(_ value: Any) -> Bool { value is (Int) -> Int }  // error: casts to function types cannot be used in cells
protocol Unit { static var symbol: String { get } }
func symbol(_ unit: any Unit) -> String { type(of: unit).symbol }  // error: members of a type known only at run time (any P.Type) cannot be used in cells
func typed() throws(CancellationError) {}  // error: typed throws cannot be used in cells
let line = #line  // error: #line cannot be used in cells
let name = \String.count  // error: key paths as values cannot be used in cells
let date = Date()  // error: 'Date': files and the network cannot be used in cells; its results depend on the notebook and the named data alone
let pointer: UnsafePointer<Int>? = nil  // error: 'UnsafePointer': unsafe pointers cannot be used in cells; its results depend on the notebook and the named data alone
