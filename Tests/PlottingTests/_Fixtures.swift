import Foundation
import Plotting
import Tensors

/// The chapter's figures: 20 epochs on IMDB, rounded.
enum Fixtures {
    static let loss = [
        0.5084, 0.3005, 0.2179, 0.1751, 0.1427, 0.115, 0.098, 0.0807, 0.0691, 0.0561, 0.0439, 0.0381, 0.03, 0.0247,
        0.0175, 0.0149, 0.011, 0.0099, 0.0055, 0.0041,
    ]
    static let validationLoss = [
        0.3797, 0.3004, 0.2805, 0.284, 0.2841, 0.3166, 0.3128, 0.3859, 0.3635, 0.3843, 0.4153, 0.4525, 0.4699, 0.5024,
        0.5342, 0.5726, 0.6164, 0.6386, 0.6985, 0.7005,
    ]

    static let korean = Figure()
        .plot(1...20, loss, "bo", label: "훈련 손실")
        .plot(1...20, validationLoss, "b", label: "검증 손실")
        .title("훈련과 검증 손실").xLabel("에포크").yLabel("손실").legend()

    static let japanese = Figure()
        .plot(1...20, loss, "ro", label: "訓練データの損失")
        .plot(1...20, validationLoss, "g--", label: "検証データの損失")
        .title("訓練データと検証データの損失").xLabel("エポック").yLabel("損失値").legend()

    /// Every marker and every line style, without colours, so that the palette is used in its order.
    static let styles = LineStyle.allCases.enumerated().reduce(
        Marker.allCases.enumerated().reduce(Figure().title("Markers and lines")) { figure, item in
            let label = String(item.element.rawValue)
            return figure.plot(0..<3, [0, 1, 2].map { $0 + Double(item.offset) }, label, label: label)
        }
    ) { figure, item in
        let style = item.element.rawValue
        return figure.plot(0..<3, [2, 0, 2].map { $0 + Double(item.offset) }, style, label: style)
    }.legend()

    static let gaps = Figure()
        .plot(0..<8, [0.1, 0.2, .nan, 0.4, .infinity, 0.3, 0.25, -.infinity], "m-", label: "gaps")
        .plot([1e6, .nan, 3e6], [1, 2, 3], "k:").title("Gaps")

    static let powers = Figure().plot([1e-6, 2e-6, 3.5e-6], [-2e-5, 1e-5, 4e-5], "r*-").xLabel("학습률").yLabel("변화")

    static let bars = Figure()
        .bar(
            ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
            [6000, 5900, 6100, 6000, 5950, 6050, 6000, 5800, 6200, 6000], "g", label: "画像の数"
        )
        .title("クラスごとの画像の数").yLabel("枚").legend()

    static let histogram = Figure()
        .histogram((0..<400).map { Int(13 + 900 * pow(Double($0) / 400, 4)) }, bins: 20)
        .title("뉴스 기사의 길이").xLabel("단어 수").yLabel("기사 수")

    static let band = Figure()
        .band(
            (0..<30).map { Double($0) }, (0..<30).map { sin(Double($0) / 5) - 0.3 },
            (0..<30).map { sin(Double($0) / 5) + 0.3 }, "b", label: "deviation"
        )
        .plot((0..<30).map { Double($0) }, (0..<30).map { sin(Double($0) / 5) }, "b", label: "mean").legend()

    static let logarithms = Figure()
        .plot([1, 10, 100, 1000, 10_000, 100_000], [3, 0.9, 0.2, 0.05, 0.01, 0.002], "ro-").logX().logY()
        .title("Error by samples").xLabel("Samples").yLabel("Error")

    /// Three pictures of 8 × 8: a ramp, a disc and stripes.
    static let pictures = Tensor(
        (0..<192).map { place -> Double in
            let (x, y) = (Double(place % 8), Double(place / 8 % 8))
            switch place / 64 {
            case 0: return x * 32
            case 1: return (x - 3.5) * (x - 3.5) + (y - 3.5) * (y - 3.5) < 10 ? 255 : 20
            default: return place % 2 == 0 ? 200 : 60
            }
        }
    ).reshaped([3, 8, 8])

    static let images = ImageGrid(pictures, titles: ["ramp", "disc", "stripes"], inverted: true).title("Pictures")

    static let confusion = HeatMap.confusion(
        Tensor([[50, 2, 0], [4, 40, 9], [0, 3, 61]]), names: ["cat", "dog", "an animal of another kind"]
    ).title("Confusion")
}
