import Foundation
import Outputs
import Plotting
import Testing

/// Figures byte for byte, beside this file. `HANJI_RECORD=1 swift test` writes them anew and fails, so that nobody
/// records by accident; a missing snapshot fails too.
@Suite struct SnapshotTests {
    private static let cases: [(name: String, language: String, figure: Figure)] = [
        ("loss-ko", "ko", Fixtures.korean), ("loss-ja", "ja", Fixtures.japanese), ("styles-en", "en", Fixtures.styles),
        ("gaps-en", "en", Fixtures.gaps), ("powers-ko", "ko", Fixtures.powers), ("empty-ko", "ko", Figure()),
        ("bars-ja", "ja", Fixtures.bars), ("histogram-ko", "ko", Fixtures.histogram), ("band-en", "en", Fixtures.band),
        ("logarithms-en", "en", Fixtures.logarithms),
    ]

    @Test(arguments: cases.indices) func figuresAreAsRecorded(_ index: Int) throws {
        let (name, language, figure) = Self.cases[index]
        try Self.compare(name, FigureSVG(figure, language: language).render())
    }

    @Test func picturesAreAsRecorded() throws {
        LessonLanguage.current = "en"
        let pictures: [(String, any Showable)] = [
            ("images", Fixtures.images), ("confusion", Fixtures.confusion),
            ("subplots", Subplots([Fixtures.korean, Fixtures.band, Fixtures.histogram])),
        ]
        for (name, picture) in pictures {
            try Self.compare(name, try #require(picture.show().data[MIME.svg]?.asString))
        }
    }

    private static func compare(_ name: String, _ svg: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).svg")
        if ProcessInfo.processInfo.environment["HANJI_RECORD"] != nil {
            try Data(svg.utf8).write(to: file)
            Issue.record("recorded \(name).svg; look at it, then run again without HANJI_RECORD")
            return
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(recorded == svg, "\(name).svg differs from what is drawn now")
    }
}
