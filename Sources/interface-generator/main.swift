// Writes the checker's table and the typed host functions from the interface files.
// usage: interface-generator INTERFACE_FOLDER OUTPUT_FILE; make interface calls it.
import Foundation
import InterfaceGenerator

func fail(_ text: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((text + "\n").utf8))
    exit(status)
}

guard CommandLine.arguments.count == 3 else {
    fail("usage: interface-generator INTERFACE_FOLDER OUTPUT_FILE", status: 2)
}
let folder = URL(filePath: CommandLine.arguments[1])
func interface(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name + ".swiftinterface"), encoding: .utf8)
}
do {
    let text = try InterfaceGenerator.text(standard: interface("Standard"), lessonKit: interface("LessonKit"))
    try text.write(toFile: CommandLine.arguments[2], atomically: true, encoding: .utf8)
} catch let problems as InterfaceGenerator.Problems {
    fail(problems.descriptions.joined(separator: "\n"), status: 1)
} catch {
    fail("\(error)", status: 1)
}
