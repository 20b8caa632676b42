package import Diagnostics
import Outputs

extension Difference {
    /// What differs, without the values.
    package func summary(in language: Language) -> String {
        switch self {
        case .cellMissing:
            language.choose(
                ko: "기록에 있는 셀이 지금은 없습니다", ja: "記録にあるセルが今はありません", en: "the recorded cell no longer exists")
        case .cellAdded:
            language.choose(ko: "기록에 없는 셀입니다", ja: "記録にないセルです", en: "the cell is not in the record")
        case .sourceChanged(let line, _, _):
            language.choose(
                ko: "기록한 뒤에 코드의 \(line)번째 줄이 바뀌었습니다", ja: "記録の後でコードの \(line) 行目が変わりました",
                en: "line \(line) of the code has changed since it was recorded")
        case .evaluationChanged:
            language.choose(
                ko: "기록한 뒤에 셀의 실행 방식이 바뀌었습니다", ja: "記録の後でセルの実行方法が変わりました",
                en: "the way the cell is run has changed since it was recorded")
        case .notRun:
            language.choose(ko: "셀이 실행되지 않았습니다", ja: "セルが実行されませんでした", en: "the cell did not run")
        case .notRecorded:
            language.choose(
                ko: "실행되지 않은 채로 기록된 셀입니다", ja: "実行されないまま記録されたセルです",
                en: "the cell had not run when it was recorded")
        case .outputMissing(let kind, _):
            language.choose(
                ko: "기록된 출력(\(kind.text(in: language)))이 나오지 않았습니다",
                ja: "記録された出力 (\(kind.text(in: language))) がありません",
                en: "a recorded output (\(kind.text(in: language))) is missing")
        case .outputAdded(let kind, _):
            language.choose(
                ko: "기록에 없는 출력(\(kind.text(in: language)))이 나왔습니다",
                ja: "記録にない出力 (\(kind.text(in: language))) があります",
                en: "an output (\(kind.text(in: language))) is not in the record")
        case .outputKind:
            language.choose(ko: "출력의 종류가 다릅니다", ja: "出力の種類が違います", en: "the output is of another kind")
        case .unexpectedError:
            language.choose(ko: "셀이 오류로 끝났습니다", ja: "セルがエラーで終わりました", en: "the cell ended with an error")
        case .errorName:
            language.choose(ko: "오류의 종류가 다릅니다", ja: "エラーの種類が違います", en: "the error is of another kind")
        case .errorMessage:
            language.choose(ko: "오류 메시지가 다릅니다", ja: "エラーメッセージが違います", en: "the error message differs")
        case .formMissing(let mime):
            language.choose(
                ko: "기록에 있는 \(mime) 형식이 나오지 않았습니다", ja: "記録にある \(mime) 形式がありません",
                en: "the recorded form \(mime) is missing")
        case .formAdded(let mime):
            language.choose(
                ko: "기록에 없는 \(mime) 형식이 나왔습니다", ja: "記録にない \(mime) 形式があります",
                en: "the form \(mime) is not in the record")
        case .text(let mime, let line, _, _):
            Self.form(mime)
                + language.choose(
                    ko: "\(line)번째 줄이 다릅니다", ja: "\(line) 行目が違います", en: "line \(line) differs")
        case .number(let mime, let line, _, _, _, _):
            Self.form(mime)
                + language.choose(
                    ko: "\(line)번째 줄의 수가 다릅니다", ja: "\(line) 行目の数値が違います",
                    en: "a number on line \(line) differs")
        case .arrayDType, .arrayShape, .arrayElement, .arrayStatistic: arraySummary(in: language)
        case .historyEpochs, .historySamples, .historyMetrics, .historyValue: historySummary(in: language)
        case .figureField, .figureSeriesCount, .figureSeriesField, .figurePointCount, .figurePoint:
            figureSummary(in: language)
        case .drawing(let place, _, _):
            language.choose(
                ko: "그림의 모양이 다릅니다(위치: \(place))", ja: "図の描画が違います (位置: \(place))",
                en: "the drawing differs at \(place)")
        case .diagnostic(let index, _, _):
            language.choose(
                ko: "\(index)번째 진단이 다릅니다", ja: "\(index) 番目の診断が違います", en: "diagnostic \(index) differs")
        case .data(let mime, let place, _, _):
            language.choose(
                ko: "\(mime) 데이터가 다릅니다(위치: \(place))", ja: "\(mime) のデータが違います (位置: \(place))",
                en: "the data of \(mime) differ at \(place)")
        case .inline(let expression, _, _):
            language.choose(
                ko: "본문 속 식 `\(expression)`의 값이 다릅니다", ja: "本文中の式 `\(expression)` の値が違います",
                en: "the value of the inline expression `\(expression)` differs")
        }
    }

    private func arraySummary(in language: Language) -> String {
        switch self {
        case .arrayElement(let worst, _, _, _, _):
            language.choose(
                ko: "배열의 원소 \(worst.index) 값이 다릅니다", ja: "配列の要素 \(worst.index) が違います",
                en: "array element \(worst.index) differs")
        case .arrayStatistic(let name, _, _, _):
            language.choose(
                ko: "배열의 \(name) 값이 다릅니다", ja: "配列の \(name) が違います", en: "the array's \(name) differs")
        case .arrayShape:
            language.choose(
                ko: "배열의 크기(shape)가 다릅니다", ja: "配列の形状 (shape) が違います", en: "the array's shape differs")
        default:
            language.choose(
                ko: "배열의 자료형(dtype)이 다릅니다", ja: "配列のデータ型 (dtype) が違います",
                en: "the array's dtype differs")
        }
    }

    private func historySummary(in language: Language) -> String {
        switch self {
        case .historyValue(let metric, let epoch, _, _, _, _):
            language.choose(
                ko: "\(epoch)번째 에포크의 \(metric) 값이 다릅니다", ja: "エポック \(epoch) の \(metric) が違います",
                en: "\(metric) at epoch \(epoch) differs")
        case .historyMetrics:
            language.choose(ko: "훈련 지표의 목록이 다릅니다", ja: "訓練の指標の一覧が違います", en: "the metrics differ")
        case .historySamples(let field, _, _):
            language.choose(
                ko: "표본 수(\(field))가 다릅니다", ja: "サンプル数 (\(field)) が違います",
                en: "the number of samples (\(field)) differs")
        default:
            language.choose(ko: "에포크 수가 다릅니다", ja: "エポック数が違います", en: "the number of epochs differs")
        }
    }

    private func figureSummary(in language: Language) -> String {
        switch self {
        case .figurePoint(let series, let axis, let index, _, _, _, _):
            language.choose(
                ko: "그림의 계열 ‘\(series)’에서 \(axis)[\(index)] 값이 다릅니다",
                ja: "図の系列「\(series)」の \(axis)[\(index)] が違います",
                en: "\(axis)[\(index)] of the series “\(series)” differs")
        case .figurePointCount(let series, let axis, _, _):
            language.choose(
                ko: "그림의 계열 ‘\(series)’에서 \(axis) 값의 개수가 다릅니다",
                ja: "図の系列「\(series)」の \(axis) の個数が違います",
                en: "the number of \(axis) values of the series “\(series)” differs")
        case .figureSeriesField(let series, let name, _, _):
            language.choose(
                ko: "그림의 계열 ‘\(series)’에서 \(name) 값이 다릅니다",
                ja: "図の系列「\(series)」の \(name) が違います", en: "\(name) of the series “\(series)” differs")
        case .figureField(let name, _, _):
            language.choose(
                ko: "그림의 \(name) 값이 다릅니다", ja: "図の \(name) が違います", en: "the figure's \(name) differs")
        default:
            language.choose(
                ko: "그림의 계열 수가 다릅니다", ja: "図の系列の数が違います", en: "the number of series differs")
        }
    }

    /// The form's name, where it is not plain text.
    private static func form(_ mime: String?) -> String {
        guard let mime, mime != MIME.text else { return "" }
        return mime + ": "
    }
}
