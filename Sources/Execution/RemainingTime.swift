/// How long a computation will go on, from how long it has taken so far.
package struct RemainingTime: Sendable {
    private var start: Duration?
    private var doneAtStart = 0

    package init() {}

    /// The seconds left at `now`, on any clock; `nil` while it is too early to tell.
    package mutating func estimate(done: Int, total: Int, now: Duration) -> Double? {
        guard let start, done >= doneAtStart else {
            start = now
            doneAtStart = done
            return nil
        }
        let elapsed = (now - start) / .seconds(1)
        let steps = done - doneAtStart
        guard steps > 0, elapsed >= 0.5 else { return nil }
        return elapsed / Double(steps) * Double(max(0, total - done))
    }
}
