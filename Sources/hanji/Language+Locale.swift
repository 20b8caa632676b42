import ArgumentParser
import Diagnostics
import Foundation

extension Language {
    /// The language of the user's locale, for what is said before a notebook is read.
    static let ofLocale: Language = {
        // POSIX: the first of these that is set and not empty decides.
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { (name: String) in
            getenv(name).map { String(cString: $0) }
        }
        return names.first { !$0.isEmpty }.flatMap { Language(tag: $0) } ?? .english
    }()
}

extension Language: ExpressibleByArgument {}
