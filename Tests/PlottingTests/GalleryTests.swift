import Foundation
import Outputs
import Plotting
import Testing

/// `docs/gallery.html`: every kind of figure, light and dark, with Korean and Japanese words. `HANJI_RECORD=1 swift test`
/// writes it anew; it is looked at in a browser by whoever does so.
@Suite(.serialized) struct GalleryTests {
    @Test func theGalleryIsAsDrawn() throws {
        let before = LessonLanguage.current
        defer { LessonLanguage.current = before }
        var sections = ""
        for (number, kind) in GalleryFigures.kinds.enumerated() {
            sections += "<h2>\(kind)</h2>\n"
            for language in ["ko", "ja"] {
                LessonLanguage.current = language
                let svg = try #require(GalleryFigures(language).all[number].show().data[MIME.svg]?.asString)
                sections += "<div class=\"pair\" lang=\"\(language)\">"
                for theme in ["light", "dark"] { sections += "<div class=\"\(theme)\">\n\(svg)</div>" }
                sections += "</div>\n"
            }
        }
        func properties(_ value: (Theme.Pair) -> String) -> String {
            let named: [(String, Theme.Pair)] =
                [
                    ("paper", Theme.paper), ("ink", Theme.ink), ("muted", Theme.muted), ("axis", Theme.axis),
                    ("grid", Theme.grid),
                ] + SeriesColor.allCases.map { (String($0.rawValue), Theme.color($0)) }
            return named.map { "--hanji-fig-\($0.0):\(value($0.1))" }.joined(separator: ";")
        }
        let page = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Hanji: every kind of figure</title>
            <style>
            body{font-family:system-ui,sans-serif;max-width:1400px;margin:2rem auto;padding:0 1rem}
            .pair{display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin-bottom:1rem}
            .light{background:#fff;padding:8px;\(properties(\.light))}
            .dark{background:#17191c;padding:8px;\(properties(\.dark))}
            </style></head><body>
            <h1>Every kind of figure</h1>
            <p>Drawn by the tests of Plotting, in Korean and Japanese, in light and dark.</p>
            \(sections)</body></html>

            """
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/gallery.html")
        if ProcessInfo.processInfo.environment["HANJI_RECORD"] != nil {
            try Data(page.utf8).write(to: file)
            Issue.record("recorded docs/gallery.html; look at it, then run again without HANJI_RECORD")
            return
        }
        #expect(
            try String(contentsOf: file, encoding: .utf8) == page, "docs/gallery.html differs from what is drawn now")
    }
}
