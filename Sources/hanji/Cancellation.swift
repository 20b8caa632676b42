import Dispatch
import Foundation
import Synchronization

/// Ends what is under way when the user interrupts the command, and then the command as the signal would have. As long as
/// nothing is held, as while notebooks are read and checked, there is nothing to end and the command goes at once.
enum Cancellation {
    private static let held = Atomic(0)

    /// From here on an interruption must be answered by those who are at work, until ``release()``: a worker runs, a
    /// record is to be written.
    static func hold() { held.add(1, ordering: .sequentiallyConsistent) }
    static func release() { held.subtract(1, ordering: .sequentiallyConsistent) }

    static func whileRunning(_ body: @escaping @Sendable () async -> ExitStatus) async -> ExitStatus {
        let task = Task { await body() }
        let caught = SignalBox()
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if held.load(ordering: .sequentiallyConsistent) == 0 { die(of: number) }
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
