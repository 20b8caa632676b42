import Foundation
import Outputs
import Synchronization

/// A thread for code that may trap: the trap ends, for good, the thread and not the process. That is safe enough for a
/// lesson that is about to show the error: the thread holds no lock of the library, because a trap happens in the
/// lesson's own code, and what it was changing is left as the trap found it.
enum FailingThread {
    enum Ending {
        case completed
        case threw(any Error)
        case trapped(signal: Int32)
    }

    private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT]
    /// Address space, as much as interpreted cells have; memory is taken as it is used.
    private static let stackSize = 512 << 20
    /// Signal handlers need a stack of their own where the stack itself has overflowed.
    private static let handlerStackSize = 64 << 10

    private static let error = Mutex<(any Error)?>(nil)

    /// Runs `body` on a thread of its own while the caller waits.
    static func run(_ body: @escaping () throws -> Void) -> Ending {
        var ends: [Int32] = [-1, -1]
        precondition(pipe(&ends) == 0, "no file descriptors are left")
        defer { for end in ends { close(end) } }
        descriptor = ends[1]
        Failure.end { error in
            Self.error.withLock { $0 = error }
            tell(0)
            stay()
        }
        var handlers = signals.map(handle)
        let work = UncheckedBox(body)
        let thread = Thread {
            prepareForSignals()
            do { try work.value() } catch { Self.error.withLock { $0 = error } }
            tell(0)
        }
        thread.stackSize = stackSize
        thread.start()
        // A byte comes when the thread is at its end.
        var signal: UInt8 = 0
        while read(ends[0], &signal, 1) < 0, errno == EINTR {}
        for index in signals.indices { sigaction(signals[index], &handlers[index], nil) }
        Failure.end(by: nil)
        if signal != 0 { return .trapped(signal: Int32(signal)) }
        return error.withLock { error in
            defer { error = nil }
            return error.map(Ending.threw) ?? .completed
        }
    }

    private static func prepareForSignals() {
        var stack = stack_t()
        stack.ss_sp = .allocate(byteCount: handlerStackSize, alignment: 16)
        stack.ss_size = handlerStackSize
        sigaltstack(&stack, nil)
        thread = pthread_self()
    }

    /// From now on; returns what was done before.
    private static func handle(_ signal: Int32) -> sigaction {
        var action = sigaction()
        action.setHandler { number in
            // Another thread's trap is none of the cell's: it happens again, unhandled.
            guard let thread, pthread_equal(pthread_self(), thread) != 0 else {
                Foundation.signal(number, SIG_DFL)
                return
            }
            tell(UInt8(truncatingIfNeeded: number))
            stay()
        }
        action.sa_flags = SA_ONSTACK
        var before = sigaction()
        sigaction(signal, &action, &before)
        return before
    }

    private struct UncheckedBox: @unchecked Sendable {
        let value: () throws -> Void
        init(_ value: @escaping () throws -> Void) { self.value = value }
    }
}

/// What the handler needs, where it can be read without any call: one cell runs at a time.
private nonisolated(unsafe) var descriptor: Int32 = -1
private nonisolated(unsafe) var thread: pthread_t?

/// Says how the thread ended, as a signal handler may: 0, or the signal that ended it.
private func tell(_ ending: UInt8) {
    var byte = ending
    _ = write(descriptor, &byte, 1)
}

private func stay() -> Never { while true { pause() } }

extension sigaction {
    fileprivate mutating func setHandler(_ handler: @escaping @convention(c) (Int32) -> Void) {
        #if canImport(Darwin)
            __sigaction_u.__sa_handler = handler
        #else
            __sigaction_handler.sa_handler = handler
        #endif
    }
}
