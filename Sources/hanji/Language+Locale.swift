import ArgumentParser
import Diagnostics
import Foundation

extension Language {
    /// The language of the user's locale, for what is said before a notebook is read.
    static var ofLocale: Language {
        let environment = ProcessInfo.processInfo.environment
        // POSIX: the first of these that is set and not empty decides.
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return name.flatMap { Language(tag: $0) } ?? .english
    }
}

extension Language: ExpressibleByArgument {}
