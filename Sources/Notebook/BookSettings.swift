package import Diagnostics
import Yams

/// What `book.yaml` says of a book. All of it may be left out.
///
///     title: {ko: 신경망 첫걸음, ja: はじめてのニューラルネット}
///     site: https://example.org/book/
///     chapters: [01-start, 03-4-movie-reviews]
package struct BookSettings: Hashable, Sendable {
    /// In all languages.
    package var title: String?
    package var titles: [Language: String] = [:]
    /// Where the site will stand, with a final slash: absolute addresses and the site map need it.
    package var site: String?
    /// In the order of reading, without the language's folder and without `.md`; others follow in the order of names.
    package var chapters: [String] = []

    package init() {}

    private static let keys = ["title", "site", "chapters"]

    /// Reads the file. What is wrong is a diagnostic at its line, and left out.
    package static func read(_ source: SourceText) -> (settings: BookSettings, diagnostics: [Diagnostic]) {
        var settings = BookSettings()
        var diagnostics: [Diagnostic] = []
        let places = YAMLPlaces(source, from: SourceRange(0, source.utf8.count))
        func report(_ severity: Severity, _ message: BookSettingsMessage, _ node: Node?) {
            let range = node?.mark.map { places.token(at: $0) } ?? SourceRange(at: 0)
            diagnostics.append(Diagnostic(severity, message, at: range))
        }
        do {
            guard
                let node = try Parser(yaml: source.text + "\n# The end of the settings.\n", resolver: .basic)
                    .singleRoot()
            else {
                return (settings, [])
            }
            guard let mapping = node.mapping else {
                report(.error, .notMapping, node)
                return (settings, diagnostics)
            }
            for (key, value) in mapping {
                switch key.scalar?.string {
                case "title":
                    if let title = value.scalar?.string {
                        settings.title = title
                    } else if let titles = value.mapping {
                        for (tag, title) in titles {
                            guard let language = tag.scalar.flatMap({ Language(tag: $0.string) }),
                                let text = title.scalar?.string
                            else {
                                report(.error, .badTitle, tag)
                                continue
                            }
                            settings.titles[language] = text
                        }
                    } else {
                        report(.error, .badTitle, value)
                    }
                case "site":
                    guard let site = value.scalar?.string, site.hasPrefix("https://") || site.hasPrefix("http://")
                    else {
                        report(.error, .badSite, value)
                        continue
                    }
                    settings.site = site.hasSuffix("/") ? site : site + "/"
                case "chapters":
                    guard let list = value.sequence else {
                        report(.error, .badChapters, value)
                        continue
                    }
                    for item in list {
                        guard let name = item.scalar?.string else {
                            report(.error, .badChapters, item)
                            continue
                        }
                        settings.chapters.append(name.hasSuffix(".md") ? String(name.dropLast(3)) : name)
                    }
                case let name:
                    let name = name ?? ""
                    report(.warning, .unknownKey(name, nearest: Spelling.nearest(to: name, among: keys)), key)
                }
            }
        } catch {
            report(.error, .brokenYAML("\(error)".split(separator: "\n").first.map(String.init) ?? ""), nil)
        }
        return (settings, diagnostics)
    }
}

package enum BookSettingsMessage: Hashable, Sendable, DiagnosticMessage {
    case brokenYAML(String)
    case notMapping
    case badTitle
    case badSite
    case badChapters
    case unknownKey(String, nearest: String?)

    package var id: String {
        switch self {
        case .brokenYAML: "broken-book-yaml"
        case .notMapping: "book-not-mapping"
        case .badTitle: "bad-book-title"
        case .badSite: "bad-book-site"
        case .badChapters: "bad-book-chapters"
        case .unknownKey: "unknown-book-key"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .brokenYAML(let problem):
            language.choose(
                ko: "book.yaml을 읽을 수 없습니다: \(problem)", ja: "book.yaml を読めません: \(problem)",
                en: "book.yaml cannot be read: \(problem)")
        case .notMapping:
            language.choose(
                ko: "book.yaml은 `이름: 값`의 모음이어야 합니다", ja: "book.yaml は `名前: 値` の集まりでなければなりません",
                en: "book.yaml must be a mapping, `name: value`")
        case .badTitle:
            language.choose(
                ko: "title은 글이거나 `{ko: …, ja: …}`여야 합니다", ja: "title は文字列か `{ko: …, ja: …}` でなければなりません",
                en: "title must be a text or `{ko: …, ja: …}`")
        case .badSite:
            language.choose(
                ko: "site는 http:// 또는 https://로 시작하는 주소여야 합니다",
                ja: "site は http:// か https:// で始まるアドレスでなければなりません",
                en: "site must be an address that begins with http:// or https://")
        case .badChapters:
            language.choose(
                ko: "chapters는 파일 이름의 목록이어야 합니다", ja: "chapters はファイル名のリストでなければなりません",
                en: "chapters must be a list of names of files")
        case .unknownKey(let name, let nearest?):
            language.choose(
                ko: "`\(name)`은(는) 모르는 항목입니다. `\(nearest)`을(를) 뜻했습니까?",
                ja: "`\(name)` は知らない項目です。`\(nearest)` のことですか?",
                en: "unknown key `\(name)`; did you mean `\(nearest)`?")
        case .unknownKey(let name, nil):
            language.choose(
                ko: "`\(name)`은(는) 모르는 항목입니다(title, site, chapters)",
                ja: "`\(name)` は知らない項目です(title、site、chapters)",
                en: "unknown key `\(name)` (title, site, chapters)")
        }
    }
}
