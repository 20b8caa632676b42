struct Point {}  // error: declarations of structs, enums, classes, protocols and extensions cannot be used in cells
import Darwin  // error: 'Darwin': this module cannot be used in cells; LessonKit and Foundation's mathematics are there without an import
defer { print(1) }  // error: defer cannot be used in cells
func generic<T>(_ x: T) {}  // error: declarations of generic functions cannot be used in cells
let task = Task { 1 }  // error: 'Task': concurrency (async, await, actors) cannot be used in cells; a notebook runs in one fixed order, so that its results are the same every time
let text = FileManager.default  // error: 'FileManager': files and the network cannot be used in cells; its results depend on the notebook and the named data alone
