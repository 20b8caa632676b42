/// A figure in words, for those who cannot see it: what is drawn, over what, and where each series has its extremes.
package struct FigureDescription {
    private let figure: Figure
    private let language: String

    package init(_ figure: Figure, language: String) {
        self.figure = figure
        self.language = language
    }

    /// The figure's name: its title, else what it shows.
    package var title: String {
        if let title = figure.title { return Self.oneLine(title) }
        let name = choose(ko: "그래프", ja: "グラフ", en: "Figure")
        let labels = figure.series.compactMap(\.label).map(Self.oneLine)
        return labels.isEmpty ? name : "\(name): \(labels.joined(separator: ", "))"
    }

    /// A sentence for the chart, each axis and each series.
    package var text: String {
        let points = figure.series.flatMap(\.finitePoints)
        guard !points.isEmpty else {
            return choose(ko: "데이터가 없는 빈 그래프입니다.", ja: "データのない空のグラフです。", en: "An empty chart without data.")
        }
        var sentences = [chart]
        sentences.append(axis(choose(ko: "가로축", ja: "横軸", en: "Horizontal axis"), figure.xLabel, points.map(\.x)))
        sentences.append(axis(choose(ko: "세로축", ja: "縦軸", en: "Vertical axis"), figure.yLabel, points.map(\.y)))
        sentences += figure.series.enumerated().map { series($0.element, number: $0.offset + 1) }
        return sentences.joined(separator: choose(ko: " ", ja: "", en: " "))
    }

    private var chart: String {
        let kinds = Set(figure.series.map(\.kind))
        let count = figure.series.count
        if kinds == [.bars] {
            return choose(
                ko: "막대그래프이며 계열은 \(count)개입니다.", ja: "棒グラフで、系列は\(count)個です。",
                en: "Bar chart with \(count) series.")
        }
        let hasLines = kinds != [.points]
        let hasPoints = kinds != [.line]
        return switch (hasLines, hasPoints) {
        case (true, false):
            choose(
                ko: "선 그래프이며 계열은 \(count)개입니다.", ja: "折れ線グラフで、系列は\(count)個です。",
                en: "Line chart with \(count) series.")
        case (false, true):
            choose(
                ko: "산점도이며 계열은 \(count)개입니다.", ja: "散布図で、系列は\(count)個です。",
                en: "Scatter plot with \(count) series.")
        default:
            choose(
                ko: "점과 선으로 그린 그래프이며 계열은 \(count)개입니다.", ja: "点と線のグラフで、系列は\(count)個です。",
                en: "Chart of points and lines with \(count) series.")
        }
    }

    private func axis(_ name: String, _ label: String?, _ values: [Double]) -> String {
        let low = Self.number(values.min() ?? 0)
        let high = Self.number(values.max() ?? 0)
        let name =
            label.map(Self.oneLine).map { label in
                choose(ko: "\(name) \(label)", ja: "\(name)「\(label)」", en: "\(name) \(label)")
            } ?? name
        return choose(ko: "\(name): \(low)~\(high).", ja: "\(name)：\(low)～\(high)。", en: "\(name): \(low) to \(high).")
    }

    private func series(_ series: Series, number: Int) -> String {
        let kind =
            switch series.kind {
            case .line: choose(ko: "선", ja: "線", en: "line")
            case .points: choose(ko: "점", ja: "点", en: "points")
            case .linePoints: choose(ko: "점과 선", ja: "点と線", en: "points and line")
            case .bars: choose(ko: "막대", ja: "棒", en: "bars")
            case .band: choose(ko: "띠", ja: "帯", en: "band")
            }
        let label =
            series.label.map(Self.oneLine)
            ?? choose(ko: "계열 \(number)", ja: "系列\(number)", en: "Series \(number)")
        let points = series.finitePoints
        guard let low = points.min(by: { $0.y < $1.y }), let high = points.max(by: { $0.y < $1.y }) else {
            return choose(
                ko: "\(label)(\(kind)): 값 없음.", ja: "\(label)（\(kind)）：値なし。", en: "\(label) (\(kind)): no values.")
        }
        let count = points.count
        let minimum = (value: Self.number(low.y), place: place(low.x))
        let maximum = (value: Self.number(high.y), place: place(high.x))
        return choose(
            ko: """
                \(label)(\(kind)): 값 \(count)개, 최솟값 \(minimum.value)(\(minimum.place)), \
                최댓값 \(maximum.value)(\(maximum.place)).
                """,
            ja: """
                \(label)（\(kind)）：値\(count)個、最小値 \(minimum.value)（\(minimum.place)）、\
                最大値 \(maximum.value)（\(maximum.place)）。
                """,
            en: """
                \(label) (\(kind)): \(count == 1 ? "1 value" : "\(count) values"), \
                minimum \(minimum.value) (\(minimum.place)), maximum \(maximum.value) (\(maximum.place)).
                """)
    }

    private func place(_ x: Double) -> String {
        if let names = figure.categories, x >= 0, Int(x) < names.count { return Self.oneLine(names[Int(x)]) }
        return number(x)
    }

    private func number(_ x: Double) -> String {
        figure.xLabel.map { "\(Self.oneLine($0)) \(Self.number(x))" } ?? "x = \(Self.number(x))"
    }

    private static func number(_ value: Double) -> String { DecimalNumber(value).rounded(toSignificant: 4).text }

    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private func choose(ko: @autoclosure () -> String, ja: @autoclosure () -> String, en: @autoclosure () -> String)
        -> String
    {
        switch language {
        case "ko": ko()
        case "ja": ja()
        default: en()
        }
    }
}
