import Foundation
import Plotting
import Testing

@Suite struct ThemeTests {
    private typealias Vector = [Double]

    /// Linear sRGB of `#rgb` or `#rrggbb`.
    private func linear(_ color: String) throws -> Vector {
        var digits = Array(color.dropFirst())
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        return try (0..<3).map { index in
            let value = try #require(Int(String(digits[2 * index...2 * index + 1]), radix: 16))
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
    }

    /// WCAG 2.2's relative luminance and contrast ratio.
    private func contrast(_ a: String, _ b: String) throws -> Double {
        let levels = try [a, b].map { color in
            let rgb = try linear(color)
            return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2] + 0.05
        }.sorted()
        return levels[1] / levels[0]
    }

    @Test(arguments: [false, true])
    func everythingIsReadable(_ isDark: Bool) throws {
        func value(_ pair: Theme.Pair) -> String { isDark ? pair.dark : pair.light }
        let paper = value(Theme.paper)
        #expect(try contrast(value(Theme.ink), paper) >= 7)
        #expect(try contrast(value(Theme.muted), paper) >= 4.5)
        #expect(try contrast(value(Theme.grid), paper) < 1.5)
        for color in SeriesColor.allCases {
            #expect(try contrast(value(Theme.color(color)), paper) >= 3, "\(color)")
        }
    }

    /// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009,
    /// severity 1.
    private static let vision: [String: [[Double]]] = [
        "normal": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        "protanopia": [
            [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
        ],
        "deuteranopia": [
            [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881],
        ],
        "tritanopia": [
            [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039],
        ],
    ]

    private func lab(_ color: String, _ matrix: [[Double]]) throws -> Vector {
        let source = try linear(color)
        let rgb = matrix.map { row in min(max(zip(row, source).map(*).reduce(0, +), 0), 1) }
        func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
        let x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047)
        let y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2])
        let z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    @Test(arguments: [false, true])
    func coloursStayApartForEveryEye(_ isDark: Bool) throws {
        func value(_ pair: Theme.Pair) -> String { isDark ? pair.dark : pair.light }
        for (name, matrix) in Self.vision {
            let colors = try SeriesColor.cycle.map { try lab(value(Theme.color($0)), matrix) }
            for (index, a) in colors.enumerated() {
                for (other, b) in colors.enumerated().dropFirst(index + 1) {
                    let distance = zip(a, b).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
                    #expect(distance >= 15, "\(name): \(SeriesColor.cycle[index]), \(SeriesColor.cycle[other])")
                }
            }
        }
    }
}
