import Diagnostics
import Notebook
import Rendering
import Testing

@Suite struct BookTests {
    private static func chapter(_ path: String, _ text: String) -> BookChapter {
        BookChapter(path: path, notebook: NotebookReader.read(SourceText(path: path, text: text)))
    }

    private static let chapters = [
        chapter("ko/2-둘.md", "# 둘\n\n[하나](1-하나.md#절) 신경망을 만듭니다.\n"), chapter("ko/10-열.md", "# 열\n"),
        chapter("ko/1-하나.md", "# 하나\n\n## 절\n"), chapter("ja/2-둘.md", "# 二\n"),
    ]

    @Test func pagesStandInTheOrderOfTheirNumbers() {
        let plan = BookPlan(Self.chapters, settings: BookSettings())
        #expect(plan.pages.map(\.path) == ["ko/1-하나.html", "ko/2-둘.html", "ko/10-열.html", "ja/2-둘.html"])
        #expect(plan.pages.map(\.title) == ["하나", "둘", "열", "二"])
    }

    @Test func theSettingsOrderComesFirst() {
        var settings = BookSettings()
        settings.chapters = ["10-열", "2-둘"]
        let plan = BookPlan(Self.chapters, settings: settings)
        #expect(plan.pages.map(\.title) == ["열", "둘", "하나", "二"])
    }

    @Test func aPageKnowsItsNeighboursAndTranslations() throws {
        let site = try BookSite(Self.chapters, settings: BookSettings(), options: PageOptions())
        let page = site.render(Self.chapters[0], record: nil) { _ in nil }
        let html = try #require(page).html
        #expect(html.contains("rel=\"prev\" href=\"1-하나.html\"") && html.contains("rel=\"next\" href=\"10-열.html\""))
        #expect(html.contains("<link rel=\"alternate\" hreflang=\"ja\" href=\"../ja/2-둘.html\">"))
        #expect(html.contains("<a href=\"1-하나.html#절\">하나</a>"))
        #expect(PageTag.firstMisnested(in: html) == nil)
        #expect(!html.contains("<style>"))
    }

    @Test func theIndexHoldsWhatIsSearched() throws {
        let site = try BookSite(Self.chapters, settings: BookSettings(), options: PageOptions())
        let index = try #require(site.assets.searchIndices[.korean].flatMap { site.shared[$0] })
        let text = String(decoding: index, as: UTF8.self)
        #expect(text.hasPrefix("hanjiSearch({") && text.contains("신경망을 만듭니다."))
    }

    @Test func namesOfAssetsFollowTheirContent() {
        let first = BookSite.assetPath("a", "js", [1])
        #expect(first == BookSite.assetPath("a", "js", [1]) && first != BookSite.assetPath("a", "js", [2]))
        #expect(first.wholeMatch(of: #/assets/a\.[0-9a-f]{12}\.js/#) != nil)
    }

    @Test func namesThatEndAnAddressAreEncodedInLinks() throws {
        let chapters = [Self.chapter("C#.md", "# 가\n\n[나](100%25.md)"), Self.chapter("100%.md", "# 나\n\n[가](C%23.md)")]
        let site = try BookSite(chapters, settings: BookSettings(), options: PageOptions())
        let html = try #require(site.render(chapters[1], record: nil) { _ in nil }).html
        #expect(html.contains("<a href=\"C%23.html\">가</a>") && html.contains("rel=\"next\" href=\"C%23.html\""))
        let other = try #require(site.render(chapters[0], record: nil) { _ in nil }).html
        #expect(other.contains("<a href=\"100%25.html\">나</a>"))
    }

    @Test func filesThatLinksLeadToGoWithThePage() {
        let chapters = [
            Self.chapter("ko/a.md", "[자료](../data/자료.csv) [쪽](b.md) [없음](x.csv)"), Self.chapter("ko/b.md", "나"),
        ]
        let check = BookLinkCheck(chapters) { $0 == "data/자료.csv" }
        #expect(check.linkedFiles(of: chapters[0]) == ["data/자료.csv"])
        #expect(check.diagnostics(of: chapters[0]).map(\.message.id) == ["broken-link"])
    }

    @Test(arguments: [
        ("@loss-curv", ["unknown-reference"]), ("@loss-curve @loss-curve- @절", []), ("@fig-x", ["unknown-reference"]),
        ("@someone a@fig-x.org `@fig-x`", []), ("**@tbl-1**", ["unknown-reference"]),
    ])
    func referencesToNothingAreNamed(_ text: String, _ wanted: [String]) {
        let notebook = Self.chapter("x.md", text + "\n\n```swift {#loss-curve fig-cap=\"가\"}\n1\n```\n").notebook
        let found = BookLinkCheck.unknownReferences(in: notebook)
        #expect(found.map(\.message.id) == wanted && found.allSatisfy { $0.severity == .warning })
        #expect(found.allSatisfy { notebook.source.utf8[$0.range.lower] == UInt8(ascii: "@") })
    }

    @Test(arguments: [
        ("# 나\n\n[a](#나)", []), ("[a](#절)", ["broken-anchor"]), ("[a](없음.md)", []), ("[a](b.md#절)", []),
        ("가[^1]\n\n[^1]: [a](#fn-1) [b](#fn-2)", ["broken-anchor"]),
    ])
    func linksWithinAPageAreCheckedWithoutABook(_ text: String, _ wanted: [String]) {
        let notebook = Self.chapter("x.md", text).notebook
        #expect(BookLinkCheck.brokenAnchors(within: notebook).map(\.message.id) == wanted)
    }

    @Test(arguments: [
        ("[a](없음.md)", ["broken-link"]), ("[a](1-하나.md)", []), ("[a](1-하나.md#없음)", ["broken-anchor"]),
        ("[a](#절)", ["broken-anchor"]), ("# 나\n\n[a](#나)", []), ("[a](../ja/2-둘.md)", []), ("[a](1-하나.html#절)", []),
        ("[a](https://example.org/x)", []), ("![a](x.png)", ["missing-picture"]), ("![a](da.png)", []),
        ("[a](../../out.md)", ["broken-link"]), ("[^1]\n\n[^1]: [a](no.md)", ["broken-link"]),
    ])
    func linksThatLeadNowhereAreFound(_ text: String, _ wanted: [String]) {
        let page = Self.chapter("ko/x.md", text)
        let check = BookLinkCheck(Self.chapters + [page]) { $0 == "ko/da.png" }
        #expect(check.diagnostics(of: page).map(\.message.id) == wanted)
    }

    @Test(arguments: [
        ("a/b.html", "a/c.html", "c.html"), ("a/b.html", "c.html", "../c.html"), ("a.html", "b/c.html", "b/c.html"),
        ("a/b/c.html", "a/d/e.html", "../d/e.html"), ("a/b.html", "a/b.html", "b.html"),
    ])
    func addressesAreRelative(_ page: String, _ target: String, _ address: String) {
        #expect(RelativeAddress.from(page, to: target) == address)
        #expect(RelativeAddress.resolve(address, from: page) == target)
    }

    @Test(arguments: [
        ("title: 책\nsite: https://a.b/c\nchapters: [x.md, y]", []), ("titel: x", ["unknown-book-key"]),
        ("site: a.b", ["bad-book-site"]), ("title: {xx: a}", ["bad-book-title"]), ("- a", ["book-not-mapping"]),
        ("a: [", ["broken-book-yaml"]), ("", []),
    ])
    func settingsAreReadAndCriticised(_ text: String, _ wanted: [String]) {
        let (settings, diagnostics) = BookSettings.read(SourceText(path: "book.yaml", text: text))
        #expect(diagnostics.map(\.message.id) == wanted)
        if text.hasPrefix("title: 책") {
            #expect(settings.title == "책" && settings.site == "https://a.b/c/" && settings.chapters == ["x", "y"])
        }
    }
}
