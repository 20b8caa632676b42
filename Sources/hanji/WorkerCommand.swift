import ArgumentParser
import Execution
import Foundation

/// Hidden: the process that runs one notebook's cells. Normally caught before the arguments are parsed.
struct WorkerCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: NotebookRunner.workerArgument, shouldDisplay: false)
    }

    func run() throws { Foundation.exit(Worker.main()) }
}
