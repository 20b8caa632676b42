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
        for directory in directories ?? searched {
            let file = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: file.path) { return file }
        }
        return nil
    }
}
