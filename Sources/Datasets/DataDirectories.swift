package import Foundation
import Synchronization

/// Where the files of data sets are looked for: first in the directories that the user named on the command line, then
/// in the one that `HANJI_DATA` names, then where Keras keeps its downloads. Nothing is fetched from a network here.
package enum DataDirectories {
    /// The directory named by this environment variable is searched after those in ``named``.
    package static let environmentVariable = "HANJI_DATA"

    private static let storage = Mutex<[String]>([])

    /// The directories named by `--data`, in the order given. One setting for the whole process.
    package static var named: [String] {
        get { storage.withLock { $0 } }
        set { storage.withLock { $0 = newValue } }
    }

    /// Every directory that is searched, in this order, whether it exists or not.
    package static var searched: [String] {
        var directories = named
        if let path = ProcessInfo.processInfo.environment[environmentVariable], !path.isEmpty {
            directories.append(path)
        }
        directories.append(FileManager.default.homeDirectoryForCurrentUser.path + "/.keras/datasets")
        return directories
    }

    /// The first file called `name` in `directories`, in ``searched`` when `nil`.
    package static func locate(_ name: String, in directories: [String]? = nil) -> URL? {
        let found = search(name, in: directories ?? searched)
        lookups.withLock {
            $0?.append(Lookup(name: name, directories: directories, path: found?.path, stamp: found.flatMap(stamp)))
        }
        return found
    }

    private static func search(_ name: String, in directories: [String]) -> URL? {
        for directory in directories {
            let file = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: file.path) { return file }
        }
        return nil
    }

    /// A file that was looked for, and what tells its state from another without reading it; `nil` where there was none.
    package struct Lookup: Hashable, Sendable {
        package var name: String
        /// `nil` for ``searched``.
        package var directories: [String]?
        package var path: String?
        package var stamp: String?

        package init(name: String, directories: [String]?, path: String?, stamp: String?) {
            self.name = name
            self.directories = directories
            self.path = path
            self.stamp = stamp
        }

        /// Whether the search would now find the same file in the same state.
        package var isCurrent: Bool {
            search(name, in: directories ?? searched).flatMap(DataDirectories.stamp) == stamp
        }
    }

    private static let lookups = Mutex<[Lookup]?>(nil)

    /// From now on every search is noted, until ``endLookups()``.
    package static func beginLookups() { lookups.withLock { $0 = [] } }

    package static func endLookups() -> [Lookup] {
        lookups.withLock { list in
            defer { list = nil }
            return list ?? []
        }
    }

    /// Path, size, time of the last change and number of a file.
    private static func stamp(_ file: URL) -> String? {
        var status = stat()
        guard stat(file.path, &status) == 0 else { return nil }
        #if os(Linux)
            let (changed, renamed) = (status.st_mtim, status.st_ctim)
        #else
            let (changed, renamed) = (status.st_mtimespec, status.st_ctimespec)
        #endif
        let times = "\(changed.tv_sec).\(changed.tv_nsec) \(renamed.tv_sec).\(renamed.tv_nsec)"
        return "\(file.path) \(status.st_size) \(times) \(status.st_ino) \(status.st_dev)"
    }
}
