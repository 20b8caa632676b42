/// The colours of figures, light and dark.
///
/// The style sheet inside a figure follows the reader's system (`prefers-color-scheme`). A page that lets its reader
/// choose forces a theme, or brings its own colours, by setting the custom properties below on any element around the
/// figure, e.g. `:root[data-theme="dark"] { --hanji-fig-ink: #e7e9ec; --hanji-fig-paper: #17191c; … }`:
///
/// | custom property | what |
/// |---|---|
/// | `--hanji-fig-paper` | the background, also around markers and behind the legend |
/// | `--hanji-fig-ink` | title, axis titles, legend |
/// | `--hanji-fig-muted` | tick labels |
/// | `--hanji-fig-axis` | the frame |
/// | `--hanji-fig-grid` | the grid |
/// | `--hanji-fig-b` … `-w` | the series' colours, by the letters of the format string |
/// | `--hanji-fig-width` | the greatest width; 720px without it |
package enum Theme {
    package struct Pair: Hashable, Sendable {
        package var light: String
        package var dark: String
    }

    /// In pixels, of a figure whose page says nothing else.
    static let greatestWidth = 720.0

    package static let paper = Pair(light: "#fff", dark: "#17191c")
    package static let ink = Pair(light: "#22262a", dark: "#e7e9ec")
    package static let muted = Pair(light: "#596068", dark: "#a9b0b8")
    package static let axis = Pair(light: "#9aa1a9", dark: "#6b737c")
    package static let grid = Pair(light: "#e6e8eb", dark: "#2c3035")

    /// The hues of Okabe and Ito, "Color Universal Design" (2008), with lightness moved until each has a contrast of 3
    /// with the paper and any two but the grey stay 15 apart (CIE 1976 ΔE) for people with protanopia, deuteranopia
    /// or tritanopia, as simulated by Machado, Oliveira and Fernandes (2009).
    package static func color(_ color: SeriesColor) -> Pair {
        switch color {
        case .blue: Pair(light: "#00589c", dark: "#3b8beb")
        case .green: Pair(light: "#00875a", dark: "#27d39b")
        case .red: Pair(light: "#b53a08", dark: "#f0682f")
        case .cyan: Pair(light: "#2396e6", dark: "#93d2f5")
        case .magenta: Pair(light: "#cb629b", dark: "#d47fb0")
        case .yellow: Pair(light: "#b58f00", dark: "#f0d442")
        case .black: ink
        case .white: Pair(light: "#8f959c", dark: "#7d858e")
        }
    }

    /// The style sheet of a figure with series of `colors`. Every rule begins with the figure's class, and
    /// what it declares is the same in every figure, so that many can stand on one page.
    static func styleSheet(colors: [SeriesColor]) -> String {
        let used = SeriesColor.allCases.filter { colors.contains($0) }
        let properties: [(String, Pair)] =
            [("paper", paper), ("ink", ink), ("muted", muted), ("axis", axis), ("grid", grid)]
            + used.map { (String($0.rawValue), color($0)) }
        func declarations(_ value: (Pair) -> String) -> String {
            properties.map { "--hf-\($0.0):var(--hanji-fig-\($0.0),\(value($0.1)))" }.joined(separator: ";")
        }
        return """
            .hanji-fig{max-width:var(--hanji-fig-width,\(XML.number(greatestWidth))px);color:var(--hf-ink);\(declarations(\.light))}
            @media screen and (prefers-color-scheme:dark){.hanji-fig{\(declarations(\.dark))}}
            .hanji-fig .hf-paper{fill:var(--hf-paper)}
            .hanji-fig .hf-halo{stroke:var(--hf-paper)}
            .hanji-fig .hf-muted{color:var(--hf-muted)}
            .hanji-fig .hf-axis{stroke:var(--hf-axis)}
            .hanji-fig .hf-grid{stroke:var(--hf-grid)}
            \(used.map { ".hanji-fig .hf-\($0.rawValue){color:var(--hf-\($0.rawValue))}" }.joined(separator: "\n"))
            """
    }

    /// The fonts of the reader's system that hold the language's letters; each has Latin letters and digits too.
    static func fontFamily(_ language: String) -> String {
        switch language {
        case "ko": "'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif"
        case "ja": "'Hiragino Sans','Yu Gothic UI',Meiryo,'Noto Sans JP','Noto Sans CJK JP',sans-serif"
        default: "system-ui,'Segoe UI','Helvetica Neue',Arial,'Noto Sans',sans-serif"
        }
    }
}
