import Dispatch
import Synchronization

/// Independent pieces of work at the same time; the results do not depend on how many processors there are.
enum Parallel {
    /// `body(0)`, `body(1)`, …, in this order. Throws the first error by index.
    static func map<T: Sendable>(count: Int, _ body: @Sendable (Int) throws -> T) throws -> [T] {
        let results = Mutex<[Result<T, any Error>?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = Result { try body(index) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }
}
