import Foundation
import Synchronization

/// Runs work on a thread of its own whose stack has room for deep recursion: in the parser of a hostile text, and in
/// cells whose closures and library functions call each other.
package enum LargeStack {
    /// Address space; memory is taken as it is used.
    private static let size = 512 << 20

    package static func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
        let box = Box<Result>()
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            box.value.withLock { $0 = body() }
            done.signal()
        }
        thread.stackSize = size
        thread.start()
        done.wait()
        // The thread has signalled only after the value was there.
        return box.value.withLock { $0.unsafelyUnwrapped }
    }

    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
