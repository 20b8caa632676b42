package import Diagnostics

extension Cell {
    /// How people are told of it: `cell 3 (loss-curve)`.
    package func name(in language: Language) -> String {
        let word = language.choose(ko: "셀", ja: "セル", en: "cell")
        return word + (number.map { " \($0)" } ?? "") + (label.map { " (\($0))" } ?? "")
    }
}
