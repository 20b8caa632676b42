import Execution
import Testing

@Suite struct RemainingTimeTests {
    @Test func isProportionalToWhatIsLeft() throws {
        var time = RemainingTime()
        #expect(time.estimate(done: 10, total: 110, now: .seconds(100)) == nil, "nothing is known at the start")
        #expect(time.estimate(done: 11, total: 110, now: .seconds(100.1)) == nil, "too early to tell")
        let estimate = time.estimate(done: 60, total: 110, now: .seconds(105))
        let seconds = try #require(estimate)
        #expect(abs(seconds - 5) < 1e-9)
        #expect(time.estimate(done: 110, total: 110, now: .seconds(110)) == 0)
    }

    @Test func beginsAnewWithAnotherComputation() {
        var time = RemainingTime()
        _ = time.estimate(done: 50, total: 100, now: .seconds(0))
        _ = time.estimate(done: 100, total: 100, now: .seconds(10))
        #expect(time.estimate(done: 1, total: 100, now: .seconds(11)) == nil)
    }
}
