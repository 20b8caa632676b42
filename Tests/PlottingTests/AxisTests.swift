import Plotting
import Testing

@Suite struct AxisTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var values: [Double]
        var direction = Axis.Direction.vertical
        var integersOnly = false
        var target = 6.0
        var labels: [String]
        var power = 0
        var testDescription: String { "\(values)" }
    }

    @Test(arguments: [
        Case(values: [0, 1], labels: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        Case(values: [0, 100], target: 5, labels: ["0", "25", "50", "75", "100"]),
        Case(values: [-1, 1], target: 5, labels: ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
        Case(
            values: [1, 20], direction: .horizontal, integersOnly: true, target: 9,
            labels: ["2", "4", "6", "8", "10", "12", "14", "16", "18", "20"]),
        Case(values: [1, 4], direction: .horizontal, integersOnly: true, target: 9, labels: ["1", "2", "3", "4"]),
        Case(values: [1, 2], direction: .horizontal, integersOnly: true, target: 9, labels: ["1", "2"]),
        Case(values: [7], direction: .horizontal, integersOnly: true, target: 9, labels: ["7"]),
        Case(values: [0, 100_000], target: 5, labels: ["0", "25,000", "50,000", "75,000", "100,000"]),
        Case(values: [0, 1000], target: 5, labels: ["0", "250", "500", "750", "1000"]),
        Case(values: [0, 10_000], target: 5, labels: ["0", "2,500", "5,000", "7,500", "10,000"]),
        Case(values: [0, 4e9], target: 5, labels: ["0", "1", "2", "3", "4"], power: 9),
        Case(values: [0, 2e-6], target: 5, labels: ["0.0", "0.5", "1.0", "1.5", "2.0"], power: -6),
        Case(values: [0, 2e300], target: 5, labels: ["0.0", "0.5", "1.0", "1.5", "2.0"], power: 300),
        Case(values: [0, 2e-300], target: 5, labels: ["0.0", "0.5", "1.0", "1.5", "2.0"], power: -300),
        Case(values: [.nan, 0, .infinity, 1, -.infinity], labels: ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    ])
    func places(_ expected: Case) throws {
        let axis = try #require(
            Axis(
                values: expected.values, direction: expected.direction, integersOnly: expected.integersOnly,
                targetCount: expected.target))
        #expect(axis.ticks.map(\.label) == expected.labels)
        #expect(axis.power == expected.power)
    }

    /// Korean and Japanese count by ten thousands; one unit for the whole axis.
    @Test(arguments: [
        (100_000.0, "ko", ["0", "2.5만", "5.0만", "7.5만", "10.0만"]), (200_000, "ja", ["0", "5万", "10万", "15万", "20万"]),
        (10_000, "ko", ["0", "2,500", "5,000", "7,500", "10,000"]), (40_000, "ko", ["0", "1만", "2만", "3만", "4만"]),
        (4e9, "ja", ["0", "10億", "20億", "30億", "40億"]),
        (20_000_000, "ko", ["0", "500만", "1,000만", "1,500만", "2,000만"]),
        (2e8, "ko", ["0", "0.5억", "1.0억", "1.5억", "2.0억"]), (1000, "ja", ["0", "250", "500", "750", "1000"]),
        (2e13, "ja", ["0", "5兆", "10兆", "15兆", "20兆"]),
    ])
    func largeNumbersByTenThousands(most: Double, language: String, labels: [String]) throws {
        let axis = try #require(Axis(values: [0, most], direction: .vertical, targetCount: 5, language: language))
        #expect(axis.ticks.map(\.label) == labels && axis.power == 0)
    }

    @Test func nothingFiniteHasNoAxis() {
        #expect(Axis(values: [], direction: .vertical, targetCount: 6) == nil)
        #expect(Axis(values: [.nan, .infinity], direction: .vertical, targetCount: 6) == nil)
    }

    /// Pairs of ends of every size and sign, from a fixed linear congruence.
    private static let ranges: [(Double, Double)] = {
        var state: UInt64 = 42
        func unit() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53
        }
        return (0..<600).map { _ in
            let scale = Double("1e\(Int(unit() * 24) - 12)") ?? 1
            let low = (unit() - 0.5) * scale
            return (low, low + unit() * scale * (unit() < 0.2 ? 0.001 : 1))
        }
    }()

    @Test(arguments: [3.0, 6, 9]) func everyRangeGetsGoodTicks(_ target: Double) throws {
        for (low, high) in Self.ranges {
            let axis = try #require(Axis(values: [low, high], direction: .vertical, targetCount: target))
            let count = Double(axis.ticks.count)
            #expect(count >= 2 && count <= 2 * target + 1, "\(low)…\(high): \(count)")
            #expect(axis.lower <= low && axis.upper >= high)
            // The axis does not waste more than a third of its length.
            #expect(axis.position(high) - axis.position(low) > 0.6, "\(low)…\(high)")
            expectEvenAndTrue(axis, "\(low)…\(high)")
        }
    }

    @Test func ticksOfAHorizontalAxisStayNearTheData() throws {
        for (low, high) in Self.ranges {
            let axis = try #require(Axis(values: [low, high], direction: .horizontal, targetCount: 9))
            #expect(abs(axis.position(low) - 0.04 / 1.08) < 1e-6 && abs(axis.position(high) - 1.04 / 1.08) < 1e-6)
            #expect(axis.ticks.allSatisfy { $0.position >= -1e-9 && $0.position <= 1 + 1e-9 })
            expectEvenAndTrue(axis, "\(low)…\(high)")
        }
    }

    @Test func integersGetIntegers() throws {
        for low in [-1000, -7, 0, 1, 3, 999, 123_456] {
            for span in [0, 1, 2, 3, 4, 5, 7, 10, 19, 20, 29, 50, 99, 100, 149, 1000, 4999] {
                let values = [Double(low), Double(low + span)]
                let axis = try #require(
                    Axis(values: values, direction: .horizontal, integersOnly: true, targetCount: 9))
                #expect(axis.ticks.count >= min(span + 1, 2) && axis.ticks.count <= 19)
                for tick in axis.ticks {
                    #expect(!tick.label.contains("."), "\(low)+\(span): \(tick.label)")
                }
                expectEvenAndTrue(axis, "\(low)+\(span)")
            }
        }
    }

    @Test func wideLabelsGetFewerTicks() throws {
        // Each character takes a fiftieth of the axis.
        func fit(_ labels: [String], _ share: Double) -> Bool {
            labels.allSatisfy { Double($0.count + 1) / 50 <= share }
        }
        for (low, high) in Self.ranges {
            let axis = try #require(
                Axis(values: [low, high], direction: .horizontal, targetCount: 9, accepts: fit))
            let share = axis.ticks.count < 2 ? 1 : axis.ticks[1].position - axis.ticks[0].position
            #expect(fit(axis.ticks.map(\.label), share + 1e-9), "\(axis.ticks)")
        }
    }

    private static let extremes: [[Double]] = [
        [-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude], [0, .leastNonzeroMagnitude],
        [.leastNormalMagnitude, 1], [1, 1 + Double.ulpOfOne], [1e15, 1e15 + 1], [-0.0, 0.0], [.leastNonzeroMagnitude],
        [1e308],
        [9_007_199_254_740_992, 9_007_199_254_740_994],
        [-1e3 * .leastNonzeroMagnitude, 1e3 * .leastNonzeroMagnitude],
    ]

    @Test(arguments: extremes)
    func extremeValuesHaveAnAxis(_ values: [Double]) throws {
        for integersOnly in [false, values.allSatisfy { $0 == $0.rounded() }] {
            for direction in [Axis.Direction.horizontal, .vertical] {
                let axis = try #require(
                    Axis(values: values, direction: direction, integersOnly: integersOnly, targetCount: 7))
                for value in values {
                    #expect((-1e-9...1 + 1e-9).contains(axis.position(value)))
                }
                #expect(axis.ticks.allSatisfy { (-1e-9...1 + 1e-9).contains($0.position) })
            }
        }
    }

    /// Ticks are evenly spaced, their labels differ, and each label says where its tick stands.
    private func expectEvenAndTrue(_ axis: Axis, _ place: String) {
        #expect(Set(axis.ticks.map(\.label)).count == axis.ticks.count, "\(place)")
        for (tick, next) in zip(axis.ticks, axis.ticks.dropFirst()) {
            let step = axis.ticks[1].position - axis.ticks[0].position
            #expect(abs(next.position - tick.position - step) < 1e-6 && step > 0, "\(place)")
        }
        for tick in axis.ticks {
            let digits = tick.label.replacing("−", with: "-").replacing(",", with: "")
            let value = Double("\(digits)e\(axis.power)")
            #expect(value.map { abs(axis.position($0) - tick.position) < 1e-6 } == true, "\(place): \(tick)")
        }
        // Not a digit more than needed: some label ends in something else than zero, if there are decimals at all.
        let labels = axis.ticks.map(\.label)
        if labels.contains(where: { $0.contains(".") }) {
            #expect(labels.contains { !$0.hasSuffix("0") }, "\(place): \(labels)")
        }
    }
}

@Suite struct DecimalNumberTests {
    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "−1.5"), (0.0123, "0.0123"), (1e-5, "0.00001"), (1e-6, "1×10^-6"),
        (1.5e20, "1.5×10^20"), (12345, "12,345"), (1234, "1234"), (1_234_567.25, "1,234,567.25"), (1e22, "1×10^22"),
    ])
    func readsAsPeopleWrite(_ value: Double, _ text: String) { #expect(DecimalNumber(value).text == text) }

    @Test(
        arguments: [
            (0.123456, "0.1235"), (0.99999, "1"), (123456, "123,500"), (-0.00012345, "−0.0001235"), (0.5, "0.5"),
            (0, "0"),
            (.greatestFiniteMagnitude, "1.798×10^308"), (.leastNonzeroMagnitude, "5×10^-324"),
        ] as [(Double, String)])
    func roundsToFourDigits(_ value: Double, _ text: String) {
        #expect(DecimalNumber(value).rounded(toSignificant: 4).text == text)
    }
}
