import Foundation
import Outputs
import Plotting
import Tensors

/// One figure of every kind, in the words of a language.
struct GalleryFigures {
    static let kinds = [
        "Lines and points", "Scatter", "Bars", "Histogram", "Bands", "Logarithmic axes", "Large numbers",
        "Markers and lines", "Pictures", "Heat map", "Subplots",
    ]

    let all: [any Showable]

    init(_ language: String) {
        func words(_ ko: String, _ ja: String) -> String { language == "ko" ? ko : ja }
        let epochs = 1...20
        let loss = Figure()
            .plot(epochs, Fixtures.loss, "bo", label: words("훈련 손실", "訓練データの損失"))
            .plot(epochs, Fixtures.validationLoss, "b", label: words("검증 손실", "検証データの損失"))
            .title(words("훈련과 검증 손실", "訓練データと検証データの損失"))
            .xLabel(words("에포크", "エポック")).yLabel(words("손실", "損失値")).legend()
        let angles = (0..<60).map { Double($0) }
        let scatter = Figure()
            .scatter(angles.map { cos($0) }, angles.map { sin($0) + $0 / 90 }, label: words("안쪽", "内側"))
            .scatter(
                angles.map { 2 * cos($0 * 2) }, angles.map { 2 * sin($0 * 2) + $0 / 90 }, label: words("바깥쪽", "外側")
            )
            .title(words("두 무리의 점", "2つの群れの点")).legend()
        let clothes =
            language == "ko"
            ? ["티셔츠", "바지", "풀오버", "드레스", "코트", "샌들", "셔츠", "스니커즈", "가방", "앵클부츠"]
            : ["Tシャツ", "ズボン", "プルオーバー", "ドレス", "コート", "サンダル", "シャツ", "スニーカー", "バッグ", "アンクルブーツ"]
        let bars = Figure()
            .bar(clothes, [6000, 5900, 6100, 6000, 5950, 6050, 6000, 5800, 6200, 6000], "g")
            .title(words("클래스별 이미지 수", "クラスごとの画像の数")).yLabel(words("장", "枚"))
        let histogram = Figure()
            .histogram((0..<400).map { Int(13 + 900 * pow(Double($0) / 400, 4)) }, bins: 20)
            .title(words("뉴스 기사의 길이", "記事の長さ")).xLabel(words("낱말 수", "単語数"))
            .yLabel(words("기사 수", "記事数"))
        let places = (0..<30).map { Double($0) }
        let band = Figure()
            .band(
                places, places.map { sin($0 / 5) - 0.3 }, places.map { sin($0 / 5) + 0.3 }, "b",
                label: words("표준편차", "標準偏差")
            )
            .plot(places, places.map { sin($0 / 5) }, "b", label: words("평균", "平均")).legend()
        let logarithms = Figure()
            .plot([1, 10, 100, 1000, 10_000, 100_000], [3, 0.9, 0.2, 0.05, 0.01, 0.002], "ro-").logX().logY()
            .title(words("표본 수와 오차", "標本数と誤差")).xLabel(words("표본 수", "標本数"))
            .yLabel(words("오차", "誤差"))
        let large = Figure()
            .plot([2019, 2020, 2021, 2022, 2023], [120_000, 180_000, 260_000, 310_000, 455_000], "mo-")
            .title(words("해마다 늘어난 문장", "年ごとの文の数")).xLabel(words("연도", "年")).yLabel(words("문장 수", "文の数"))
        let pictures = ["ramp": words("경사", "勾配"), "disc": words("원판", "円盤"), "stripes": words("줄무늬", "縞")]
        let images = ImageGrid(
            Fixtures.pictures, titles: ["ramp", "disc", "stripes"].map { pictures[$0] ?? $0 }, inverted: true
        ).title(words("그림 세 장", "3枚の画像"))
        let confusion = HeatMap.confusion(
            Tensor([[50, 2, 0], [4, 40, 9], [0, 3, 61]]),
            names: [words("고양이", "猫"), words("개", "犬"), words("그 밖의 모든 동물", "そのほかの動物")]
        ).title(words("혼동 행렬", "混同行列"))
        all = [
            loss, scatter, bars, histogram, band, logarithms, large, Fixtures.styles, images, confusion,
            Subplots([loss, histogram]),
        ]
    }
}
