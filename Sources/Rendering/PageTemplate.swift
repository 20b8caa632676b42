import Diagnostics
import Mustache

/// The frame of a page. Names in two braces are text of our own and escaped, in three braces they are finished HTML, as
/// is whatever an author wrote: Mustache does not know the characters that HTML cannot hold.
struct PageTemplate {
    private let template: MustacheTemplate

    init() throws { template = try MustacheTemplate(string: Self.source) }

    func render(_ page: PageContent) -> String {
        // Plain strings, not HTML values, because Mustache looks at what it is given by reflection.
        var context: [String: Any] = [
            "language": page.language, "title": HTML(text: page.title).markup,
            "policy": PageScript.contentSecurityPolicy,
            "themeScript": PageScript.theme, "skip": page.text.skipToContent, "contents": page.text.contents,
            "copy": page.text.copy,
            "copied": page.text.copied, "switchTheme": page.text.switchTheme, "notices": page.notices.markup,
            "body": page.body.markup, "notes": page.notes.markup, "footer": page.footer.markup,
            "generator": page.generator, "facts": page.facts.map { HTML(text: $0).markup },
        ]
        if let book = page.book {
            let frame = BookFrame(book: book, text: page.text, title: page.title)
            context["policy"] = PageScript.bookPolicy
            context["book"] = [
                "head": frame.head.markup, "bar": frame.bar.markup, "chapters": frame.chapters.markup,
                "crumbs": frame.crumbs.markup, "turn": frame.turn.markup, "styleSheet": book.styleSheet,
                "script": book.script, "chaptersLabel": page.text.chapters,
            ]
        } else {
            context["style"] = page.style
            context["pageScript"] = PageScript.page
        }
        if let heading = page.heading { context["heading"] = HTML(text: heading).markup }
        context["hasFacts"] = !page.facts.isEmpty
        if !page.tableOfContents.isEmpty { context["toc"] = page.tableOfContents.markup }
        return template.render(context)
    }

    private static let source = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{{policy}}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="generator" content="{{generator}}">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <title>{{{title}}}</title>
        {{#style}}
        <style>
        {{{style}}}
        </style>
        {{/style}}
        {{#book}}
        {{{head}}}
        <link rel="stylesheet" href="{{styleSheet}}">
        {{/book}}
        <script>{{{themeScript}}}</script>
        </head>
        <body data-copy="{{copy}}" data-copied="{{copied}}">
        <a class="skip" href="#hanji-main">{{skip}}</a>
        {{#book}}
        {{{bar}}}
        {{/book}}
        <div class="page">
        <div class="side">
        {{#book}}
        <nav aria-label="{{chaptersLabel}}">
        {{{chapters}}}
        </nav>
        {{/book}}
        {{#toc}}
        <nav aria-labelledby="hanji-toc"><h2 id="hanji-toc">{{contents}}</h2>
        {{{toc}}}
        </nav>
        {{/toc}}
        </div>
        <div class="column">
        {{#book}}
        {{{crumbs}}}
        <main id="hanji-main" class="body" tabindex="-1">
        {{/book}}
        <{{#book}}div{{/book}}{{^book}}header{{/book}} class="masthead{{^heading}} untitled{{/heading}}">
        {{#heading}}
        <h1>{{{heading}}}</h1>
        {{/heading}}
        {{#hasFacts}}
        <p class="facts">{{#facts}}<span>{{{.}}}</span>{{/facts}}</p>
        {{/hasFacts}}
        <button class="theme" type="button" hidden aria-label="{{switchTheme}}" title="{{switchTheme}}"><svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.6"></circle><path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor"></path></svg></button>
        </{{#book}}div{{/book}}{{^book}}header{{/book}}>
        {{#toc}}
        <details class="fold-toc"><summary>{{contents}}</summary>
        <nav aria-label="{{contents}}">
        {{{toc}}}
        </nav></details>
        {{/toc}}
        {{^book}}
        <main id="hanji-main" class="body" tabindex="-1">
        {{/book}}
        {{{notices}}}
        {{{body}}}
        {{{notes}}}
        </main>
        {{#book}}
        {{{turn}}}
        {{/book}}
        {{{footer}}}
        </div>
        </div>
        {{#pageScript}}
        <script>{{{pageScript}}}</script>
        {{/pageScript}}
        {{#book}}
        <script src="{{script}}"></script>
        {{/book}}
        </body>
        </html>

        """
}

/// What stands in the frame.
struct PageContent {
    var text: PageText
    var title: String
    /// The title above the text; `nil` when the text brings its own.
    var heading: String?
    var generator: String
    var facts: [String]
    var tableOfContents: HTML
    var notices: HTML
    var body: HTML
    var notes: HTML
    var footer: HTML
    var book: BookPlace?

    var language: String { text.language.rawValue }
    var style: String { StyleSheet.text(for: text.language) }
}
