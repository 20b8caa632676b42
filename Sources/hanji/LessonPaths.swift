import Diagnostics
import Foundation
import Notebook
import Records

/// The notebooks that paths on the command line stand for.
enum LessonPaths {
    /// A file stands for itself; a directory for all `.md` files with cells in it and below, in the order of their
    /// names. Each file once.
    static func expand(_ paths: [String]) -> [String] {
        var found: [String] = []
        for path in paths {
            var isDirectory: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
                found += notebooks(in: path)
            } else {
                found.append(path)
            }
        }
        // By bytes: names that differ in nothing but their normal form are two files.
        var seen: Set<[UInt8]> = []
        return found.filter { seen.insert(Array($0.utf8)).inserted }
    }

    static func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    /// The pages of the book in a folder, by their paths from it: all `.md` files but those that introduce the folder
    /// itself.
    static func bookPages(in directory: String) -> [String] {
        let names = (FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }) ?? []
        return names.filter { name in
            let parts = name.split(separator: "/")
            return name.hasSuffix(".md") && !parts.contains { $0.hasPrefix(".") }
                && !(parts.last?.uppercased().hasPrefix("README") ?? true)
        }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func notebooks(in directory: String) -> [String] {
        let base = directory.hasSuffix("/") ? directory : directory + "/"
        // Hidden folders hold build products and caches; symbolic links are not followed.
        let names = (FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String }) ?? []
        return
            names
            .filter { name in
                name.hasSuffix(".md") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            .map { base + $0 }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .filter(hasCells)
    }

    /// A file that cannot be read counts, so that it is reported and not passed over.
    private static func hasCells(_ path: String) -> Bool {
        guard let source = try? NotebookFile.load(path: path) else { return true }
        return !NotebookReader.read(source).cells.isEmpty
    }

    /// Where the files go that are made of one notebook: beside it.
    static func withoutExtension(_ path: String) -> String {
        path.hasSuffix(".md") ? String(path.dropLast(3)) : path + "-lesson"
    }

    /// Reports notebooks whose products would be one file.
    static func reportCollisions(_ paths: [String], in directory: String?, language: Language) -> Bool {
        let collisions = RecordPath.collisions(among: paths, in: directory)
        for group in collisions { Terminal.error.write(CommandText.collision(group, in: language) + "\n") }
        return !collisions.isEmpty
    }

    /// Makes a folder for products; whether it is there now.
    static func makeDirectory(_ path: String, language: Language) -> Bool {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            return true
        } catch {
            let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            let reason = underlying.map { String(cString: strerror(Int32($0.code))) } ?? "\(error)"
            Terminal.error.write(CommandText.directoryFailed(path, reason, in: language) + "\n")
            return false
        }
    }
}
