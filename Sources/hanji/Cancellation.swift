import Dispatch
import Foundation

/// Ends what is under way when the user interrupts the command, and then the command as the signal would have.
enum Cancellation {
    static func whileRunning(_ body: @escaping @Sendable () async -> ExitStatus) async -> ExitStatus {
        let task = Task { await body() }
        let caught = SignalBox()
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                caught.set(number)
                task.cancel()
            }
            source.resume()
            return source
        }
        let status = await task.value
        for source in sources { source.cancel() }
        if let number = caught.value { die(of: number) }
        return status
    }

    /// Ends the process by the signal itself, so that a shell knows why. Dispatch has blocked the signal.
    private static func die(of number: Int32) -> Never {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        signal(number, SIG_DFL)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(number)
        exit(128 + number)
    }

    private final class SignalBox: @unchecked Sendable {
        private let lock = NSLock()
        private var number: Int32?
        var value: Int32? { lock.withLock { number } }
        func set(_ number: Int32) { lock.withLock { self.number = number } }
    }
}
