import ArgumentParser
import Diagnostics
import Foundation
import Records

/// The store of what cells have computed.
struct CacheCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cache", abstract: CommandText.cacheAbstract(in: .ofLocale),
            subcommands: [List.self, Clear.self])
    }

    /// The store of this user; ends the command when there can be none.
    private static func store(_ language: Language) throws -> CellStore {
        guard let directory = CellStore.standardDirectory(ProcessInfo.processInfo.environment) else {
            Terminal.error.write(CommandText.noCacheDirectory(in: language) + "\n")
            throw ExitStatus.unusable
        }
        return CellStore(directory: directory)
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: CommandText.cacheListAbstract(in: .ofLocale))
        }

        @OptionGroup var common: CommonOptions

        func run() throws {
            let store = try CacheCommand.store(common.language)
            let entries = store.entries()
            let now = Date().timeIntervalSince1970
            let lines = entries.map { entry in
                let days = max(0, Int((now - entry.lastUse) / 86_400))
                return "\(entry.key.prefix(16))  \(CommandText.size(entry.size))  "
                    + CommandText.daysAgo(days, in: common.language) + "\n"
            }
            let total = entries.reduce(0) { $0 + $1.size }
            let summary = CommandText.cacheSummary(
                store.directory, count: entries.count, size: total, limit: store.sizeLimit, in: common.language)
            Terminal.output.write(lines.joined() + summary + "\n")
        }
    }

    struct Clear: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "clear", abstract: CommandText.cacheClearAbstract(in: .ofLocale))
        }

        @OptionGroup var common: CommonOptions

        func run() throws {
            let store = try CacheCommand.store(common.language)
            let count = store.clear()
            Terminal.output.write(
                CommandText.cacheCleared(store.directory, count: count, in: common.language) + "\n")
        }
    }
}
