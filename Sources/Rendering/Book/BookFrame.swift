import Diagnostics
import Foundation

/// What stands around the text on a page of a book.
struct BookFrame {
    var book: BookPlace
    var text: PageText
    var title: String

    /// Name, search and languages, above everything.
    var bar: HTML {
        """
        <header class="book-bar">
        <a class="book-title" href="\(book.home)">\(book.title)</a>
        <search class="book-search" hidden data-index="\(book.searchIndex)" data-none="\(text.nothingFound)">
        <input type="search" aria-label="\(text.search)" placeholder="\(text.search)" autocomplete="off">
        <output aria-live="polite"></output>
        </search>
        \(languages)
        </header>
        """
    }

    private var languages: HTML {
        guard book.translations.count > 1 else { return "" }
        let items = book.translations.map { translation -> HTML in
            let tag = translation.language.rawValue
            let isCurrent = translation.language == text.language
            return """
                <li><a href="\(translation.address)" hreflang="\(tag)" lang="\(tag)"\
                \(attribute: "aria-current", isCurrent ? "true" : nil)>\(PageText.name(of: translation.language))</a></li>
                """
        }
        return "<nav aria-label=\"\(text.languages)\"><ul class=\"languages\">\(items.joined())</ul></nav>"
    }

    var chapters: HTML {
        let items = book.entries.map { entry -> HTML in
            let name = "deep-\(entry.depth)"
            guard let address = entry.address else { return "<li class=\"\(name)\"><span>\(entry.title)</span></li>" }
            let current = entry.isCurrent ? "page" : nil
            return
                "<li class=\"\(name)\"><a href=\"\(address)\"\(attribute: "aria-current", current)>\(entry.title)</a></li>"
        }
        return "<ul class=\"chapters\">\n\(items.joined(separator: "\n"))\n</ul>"
    }

    var crumbs: HTML {
        let links = book.breadcrumbs.map { "<li><a href=\"\($0.address)\">\($0.title)</a></li>" as HTML }.joined()
        return """
            <nav aria-label="\(text.breadcrumbs)"><ol class="crumbs">\(links)\
            <li aria-current="page">\(title)</li></ol></nav>
            """
    }

    var turn: HTML {
        let previous: HTML? = book.previous.map {
            "<a class=\"previous\" rel=\"prev\" href=\"\($0.address)\"><small>\(text.previous)</small>\($0.title)</a>"
        }
        let next: HTML? = book.next.map {
            "<a class=\"next\" rel=\"next\" href=\"\($0.address)\"><small>\(text.next)</small>\($0.title)</a>"
        }
        guard previous != nil || next != nil else { return "" }
        return "<nav class=\"turn\" aria-label=\"\(text.turnPages)\">\(previous)\(next)</nav>"
    }

    /// For search engines and for cards of links; without a script and without a picture from the network.
    var head: HTML {
        func absolute(_ path: String) -> String { (book.site ?? "") + path }
        let directory = book.path.split(separator: "/").dropLast().joined(separator: "/")
        var lines: [HTML] =
            book.translations.count < 2
            ? []
            : book.translations.map { translation in
                let path = RelativeAddress.resolve(translation.address, from: book.path) ?? translation.address
                let address = book.site == nil ? translation.address : absolute(path)
                return "<link rel=\"alternate\" hreflang=\"\(translation.language.rawValue)\" href=\"\(address)\">"
            }
        if book.site != nil {
            lines.append("<link rel=\"canonical\" href=\"\(absolute(book.path))\">")
            lines.append("<meta property=\"og:url\" content=\"\(absolute(book.path))\">")
        }
        if let previous = book.previous { lines.append("<link rel=\"prev\" href=\"\(previous.address)\">") }
        if let next = book.next { lines.append("<link rel=\"next\" href=\"\(next.address)\">") }
        lines += [
            "<meta name=\"description\" content=\"\(book.summary)\">",
            "<meta property=\"og:type\" content=\"article\">",
            "<meta property=\"og:title\" content=\"\(title)\">",
            "<meta property=\"og:description\" content=\"\(book.summary)\">",
            "<meta property=\"og:site_name\" content=\"\(book.title)\">",
            "<meta property=\"og:locale\" content=\"\(text.locale)\">",
            "<meta name=\"twitter:card\" content=\"summary\">",
        ]
        _ = directory
        return lines.joined(separator: "\n")
    }
}

extension PageText {
    private func choose(ko: String, ja: String, en: String) -> String { language.choose(ko: ko, ja: ja, en: en) }

    var book: String { choose(ko: "책", ja: "本", en: "Book") }
    var search: String { choose(ko: "찾기", ja: "検索", en: "Search") }
    var nothingFound: String { choose(ko: "찾은 것이 없습니다", ja: "見つかりませんでした", en: "Nothing found") }
    var languages: String { choose(ko: "언어", ja: "言語", en: "Languages") }
    var breadcrumbs: String { choose(ko: "현재 위치", ja: "現在位置", en: "You are here") }
    var previous: String { choose(ko: "이전", ja: "前へ", en: "Previous") }
    var next: String { choose(ko: "다음", ja: "次へ", en: "Next") }
    var turnPages: String { choose(ko: "앞뒤 페이지", ja: "前後のページ", en: "Previous and next page") }
    var chapters: String { choose(ko: "책의 차례", ja: "本の目次", en: "Chapters") }
    var locale: String { choose(ko: "ko_KR", ja: "ja_JP", en: "en_GB") }

    /// In the language itself.
    static func name(of language: Language) -> String {
        switch language {
        case .korean: "한국어"
        case .japanese: "日本語"
        case .english: "English"
        }
    }
}
