/// The colours of a page, light and dark. Every colour of text has a contrast of at least 4.5 with what it stands on
/// (WCAG 2.2, 1.4.3); a test measures it.
struct Palette: Sendable {
    struct Color: Sendable {
        /// The custom property without its dashes.
        var name: String
        var light: String
        var dark: String
    }

    /// Surfaces: the page, code, a table's head, and the notices.
    static let surfaces = [
        Color(name: "paper", light: "#fcfbf8", dark: "#17191c"),
        Color(name: "code-paper", light: "#f5f2eb", dark: "#1f2226"),
        Color(name: "warning-paper", light: "#fdf4de", dark: "#2b2516"),
        Color(name: "error-paper", light: "#fdf0ed", dark: "#2e1e1b"),
        Color(name: "mark-paper", light: "#fbe3dc", dark: "#532d25"),
    ]

    static let ink = Color(name: "ink", light: "#25231f", dark: "#dddad3")

    /// Colours of text on the page and on code.
    static let texts = [
        ink,
        Color(name: "strong-ink", light: "#12110e", dark: "#f3f1ec"),
        Color(name: "muted", light: "#635e54", dark: "#a8a49a"),
        Color(name: "accent", light: "#1b5583", dark: "#86bfe9"),
        Color(name: "hl-keyword", light: "#8e2a68", dark: "#e59ccb"),
        Color(name: "hl-string", light: "#95390f", dark: "#eaaa80"),
        Color(name: "hl-number", light: "#1d5fa3", dark: "#93bdf2"),
        Color(name: "hl-comment", light: "#686358", dark: "#9c988e"),
        Color(name: "hl-type", light: "#0b6658", dark: "#74cbb8"),
        Color(name: "hl-function", light: "#33519b", dark: "#a5c0f7"),
        Color(name: "hl-attribute", light: "#7a5000", dark: "#dab56e"),
        Color(name: "hl-operator", light: "#5c574d", dark: "#bab6ad"),
        Color(name: "hl-label", light: "#4f4a40", dark: "#c8c4ba"),
        Color(name: "error", light: "#a12a12", dark: "#ff9f88"),
    ]

    static let warning = Color(name: "warning", light: "#744b00", dark: "#e9c36f")

    /// Lines and shapes that are not text.
    static let shapes = [
        Color(name: "line", light: "#e3ded2", dark: "#33373c"),
        Color(name: "strong-line", light: "#c9c2b3", dark: "#4b5057"),
        Color(name: "spark-training", light: "#1b5583", dark: "#86bfe9"),
        Color(name: "spark-validation", light: "#c05621", dark: "#f0945c"),
        Color(name: "warning-line", light: "#d9a93a", dark: "#a67f2a"),
        Color(name: "error-line", light: "#cf5a41", dark: "#c4604a"),
        // What figures read (see the plotting room): so that they follow the page's theme and not only the system's.
        Color(name: "hanji-fig-paper", light: "#fcfbf8", dark: "#17191c"),
        Color(name: "hanji-fig-ink", light: "#25231f", dark: "#dddad3"),
        Color(name: "hanji-fig-muted", light: "#635e54", dark: "#a8a49a"),
        Color(name: "hanji-fig-axis", light: "#a49d90", dark: "#6b737c"),
        Color(name: "hanji-fig-grid", light: "#e9e5dc", dark: "#2c3035"),
        Color(name: "hanji-fig-b", light: "#0072b2", dark: "#4fa8e6"),
        Color(name: "hanji-fig-g", light: "#009e73", dark: "#1fbf93"),
        Color(name: "hanji-fig-r", light: "#d55e00", dark: "#f07f35"),
        Color(name: "hanji-fig-c", light: "#2a9fd0", dark: "#85d3f7"),
        Color(name: "hanji-fig-m", light: "#b9508f", dark: "#df8fbd"),
        Color(name: "hanji-fig-y", light: "#b58900", dark: "#f0d442"),
        Color(name: "hanji-fig-k", light: "#25231f", dark: "#dddad3"),
        Color(name: "hanji-fig-w", light: "#8f959c", dark: "#7d858e"),
    ]

    static var all: [Color] { surfaces + texts + [warning] + shapes }

    /// The custom properties: the system's choice unless the reader has made one. Paper is always light.
    static var styleSheet: String {
        func declarations(_ value: (Color) -> String, _ scheme: String) -> String {
            "color-scheme:\(scheme);" + all.map { "--\($0.name):\(value($0))" }.joined(separator: ";")
        }
        let light = declarations(\.light, "light")
        let dark = declarations(\.dark, "dark")
        return """
            :root{\(light)}
            @media screen and (prefers-color-scheme:dark){:root{\(dark)}}
            @media screen{:root[data-theme="light"]{\(light)}:root[data-theme="dark"]{\(dark)}}
            """
    }
}
