import ArgumentParser
import Diagnostics
import Execution
import Foundation

/// The command: one file for each subcommand.
@main
struct Hanji: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "hanji",
            abstract: CommandText.abstract(in: .ofLocale),
            version: Worker.engine,
            subcommands: [
                RunCommand.self, RenderCommand.self, CheckCommand.self, AcceptCommand.self, DiffCommand.self,
                CacheCommand.self, DataCommand.self, ConvertCommand.self, TangleCommand.self, WorkerCommand.self,
            ])
    }

    static func main() async {
        // The hidden subcommand needs no parser of arguments and none of what it costs to start.
        if CommandLine.arguments.dropFirst().elementsEqual([NotebookRunner.workerArgument]) {
            let status = Worker.main()
            fflush(nil)
            // Nothing is left to be done: the libraries' clean-up takes longer than a small notebook.
            _exit(status)
        }
        // `hanji check … | head` ends quietly, and a worker that dies while it is told its job is reported.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            Foundation.exit(report(error))
        }
    }

    /// Help and version are answers; anything else is a mistake in the command line.
    private static func report(_ error: any Error) -> Int32 {
        let message = fullMessage(for: error)
        if exitCode(for: error) == .success {
            print(message)
            return ExitStatus.fine.rawValue
        }
        Terminal.error.write(message + "\n")
        return ExitStatus.unusable.rawValue
    }
}
