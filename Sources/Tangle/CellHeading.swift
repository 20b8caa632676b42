package import Diagnostics
package import Notebook

/// How comments and listings name a cell.
package enum CellHeading {
    /// `cell 3 (loss-curve)`, and what is special about it.
    package static func text(of cell: Cell, in language: Language) -> String {
        cell.name(in: language) + (remark(cell.options.evaluation, language).map { ": \($0)" } ?? "")
    }

    private static func remark(_ evaluation: CellOptions.Evaluation, _ language: Language) -> String? {
        switch evaluation {
        case .run: nil
        case .none: language.choose(ko: "보여 주기만 하는 코드", ja: "表示するだけのコード", en: "only shown")
        case .raisesException: language.choose(ko: "오류로 끝나는 셀", ja: "エラーで終わるセル", en: "ends with an error")
        case .failsCheck:
            language.choose(ko: "타입 검사에서 거부되는 셀", ja: "型検査で拒否されるセル", en: "refused by the type checker")
        }
    }
}
