/// Where the record of a lesson stands.
package enum RecordPath {
    package static let fileExtension = "ipynb"

    /// `chapter/lesson.md` → `chapter/lesson.ipynb`, or `lesson.ipynb` in `outputDirectory`.
    package static func record(ofLesson lesson: String, in outputDirectory: String? = nil) -> String {
        let name = stem(of: name(of: lesson)) + "." + fileExtension
        return join(outputDirectory ?? directory(of: lesson), name)
    }

    /// Lessons whose records would be one file, in groups, each in the order given: `a/intro.md` and `b/intro.md` with
    /// one output directory, or `intro.md` and `intro.qmd`.
    package static func collisions(among lessons: [String], in outputDirectory: String? = nil) -> [[String]] {
        var groups: [[String]] = []
        var positions: [String: Int] = [:]
        for lesson in lessons {
            let record = record(ofLesson: lesson, in: outputDirectory)
            if let position = positions[record] {
                // By bytes: names that differ in nothing but their normal form are two files.
                if !groups[position].contains(where: { $0.utf8.elementsEqual(lesson.utf8) }) {
                    groups[position].append(lesson)
                }
            } else {
                positions[record] = groups.count
                groups.append([lesson])
            }
        }
        return groups.filter { $0.count > 1 }
    }

    static func name(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// The folder of a path, `.` for a bare name.
    static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func join(_ directory: String, _ name: String) -> String {
        if directory == "." || directory.isEmpty { return name }
        return directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }

    /// The name without its last extension; a leading dot is part of the name.
    private static func stem(of name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}
