import Datasets
import Foundation
import Testing

@Suite struct LegacyRandomStateTests {
    private struct Expected: Decodable {
        struct Shuffle: Decodable {
            var count: Int
            var first: [Int]
            var sum: Int
        }
        var seed: UInt32
        var last: [UInt32]
        var shuffles: [Shuffle]
    }

    private func expectations() throws -> [Expected] {
        try JSONDecoder().decode([Expected].self, from: Data(try Support.bytes(of: "random_state.json")))
    }

    @Test func drawsAsNumPy() throws {
        for expected in try expectations() {
            var random = LegacyRandomState(seed: expected.seed)
            let draws = (0..<700).map { _ in random.next() }
            #expect(Array(draws.suffix(10)) == expected.last)
        }
    }

    @Test func shufflesAsNumPy() throws {
        for expected in try expectations() {
            var random = LegacyRandomState(seed: expected.seed)
            for shuffle in expected.shuffles {
                let indices = random.shuffledIndices(count: shuffle.count)
                #expect(Array(indices.prefix(20)) == shuffle.first)
                #expect(zip(indices, 1...).reduce(0) { $0 + $1.0 * $1.1 } == shuffle.sum)
                #expect(indices.sorted() == Array(0..<shuffle.count))
            }
        }
    }
}
