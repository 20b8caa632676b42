import Notebook
import Outputs

private func drawing(_ path: String, id: String = "fig-1", label: String = "훈련 손실", tick: String = "0.5") -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" aria-labelledby="\(id)">
    <title id="\(id)">\(label)</title><g class="series" clip-path="url(#\(id)-clip)"><path d="\(path)" stroke="#1f77b4"/></g>
    <clipPath id="\(id)-clip"><rect x="0" y="0" width="640" height="400"/></clipPath><text x="10" y="20">\(tick)</text></svg>
    """
}

private let curve = "M60.00,40.00L320.50,200.25L580,360"

extension OutputComparisonTests {
    static let figureCases: [ComparisonCase] = [
        .init("figures within tolerance", MIME.figure, figure([0.5, 0.3]), figure([0.50001, 0.3])),
        .init(
            "a point", MIME.figure, figure([0.5, 0.3]), figure([0.5, 0.4]), found: ["figure-point"],
            says: "1: y[1] of the series “훈련 손실” differs (expected 0.3, got 0.4)"),
        .init(
            "the number of points", MIME.figure, figure([0.5, 0.3]), figure([0.5]),
            found: ["figure-point-count", "figure-point-count"],
            says: "1: the number of x values of the series “훈련 손실” differs (expected 2, got 1)"),
        .init(
            "a label", MIME.figure, figure([1]), figure([1], label: "다른 계열"), found: ["figure-series-field"],
            says: "1: label of the series “훈련 손실” differs (expected \"훈련 손실\", got \"다른 계열\")"),
        .init(
            "a title", MIME.figure, figure([1]), figure([1], title: "다른 제목"), found: ["figure-field"],
            says: "1: the figure's title differs (expected \"손실\", got \"다른 제목\")"),
        .init(
            "series", MIME.figure, figure([1]), ["title": "손실", "series": []], found: ["figure-series-count"],
            says: "1: the number of series differs (expected 1, got 0)"),
        .init("shape mode of a figure", MIME.figure, figure([1]), figure([2])) { $0.compare = .shape },
        .init(
            "one moved point of many", MIME.figure, figure([0.5, 0.4, 0.3, 0.2]), figure([0.5, 0.4, 0.32, 0.2]),
            found: ["figure-point"], says: "1: y[2] of the series “훈련 손실” differs (expected 0.3, got 0.32)"),
        .init("noise of 1e-7 in a figure", MIME.figure, figure([0.5, 0.3]), figure([0.50000005, 0.3])),
        .init(
            "a point that became NaN", MIME.figure, figure([0.5, 0.3]), figure([0.5, .nan]), found: ["figure-point"],
            says: "1: y[1] of the series “훈련 손실” differs (expected 0.3, got NaN)"),

        .init("the same drawing", svg: drawing(curve), drawing(curve)),
        .init(
            "a drawing whose numbers are written otherwise", svg: drawing(curve),
            drawing("M 60 40 L 320.5 200.25 L 580.0 360")),
        .init(
            "a drawing a hundredth of a unit off", svg: drawing(curve), drawing("M60.01,40.00L320.50,200.25L580,360")),
        .init(
            "a drawing with a moved point", svg: drawing(curve), drawing("M60.00,40.00L320.50,190.25L580,360"),
            found: ["drawing"],
            says:
                "1: the drawing differs at svg/g[1]/path[1]/@d (expected M60.00,40.00L320.50,200.25L580,360, got M60.00,40.00L320.50,190.25L580,360)"
        ),
        .init(
            "a drawing with a point less", svg: drawing(curve), drawing("M60.00,40.00L580,360"), found: ["drawing"],
            says:
                "1: the drawing differs at svg/g[1]/path[1]/@d (expected M60.00,40.00L320.50,200.25L580,360, got M60.00,40.00L580,360)"
        ),
        .init("a drawing with other ids", svg: drawing(curve), drawing(curve, id: "fig-2")),
        .init(
            "a drawing with another label", svg: drawing(curve), drawing(curve, label: "검증 손실"), found: ["drawing"],
            says: "1: the drawing differs at svg/title[1]/text()[1] (expected 훈련 손실, got 검증 손실)"),
        .init(
            "a drawing with another tick", svg: drawing(curve), drawing(curve, tick: "0.6"), found: ["drawing"],
            says: "1: the drawing differs at svg/text[1]/text()[1] (expected 0.5, got 0.6)"),
        .init(
            "a drawing in another colour", svg: drawing(curve), drawing(curve).replacing("#1f77b4", with: "#1f77b5"),
            found: ["drawing"],
            says: "1: the drawing differs at svg/g[1]/path[1]/@stroke (expected #1f77b4, got #1f77b5)"),
        .init(
            "a drawing with an attribute less", svg: drawing(curve),
            drawing(curve).replacing(" stroke=\"#1f77b4\"", with: ""), found: ["drawing"],
            says: "1: the drawing differs at svg/g[1]/path[1]/@stroke (expected #1f77b4, got –)"),
        .init(
            "a drawing with an element more", svg: drawing(curve),
            drawing(curve).replacing("</svg>", with: "<circle r=\"1\"/></svg>"), found: ["drawing"],
            says: "1: the drawing differs at svg/circle[1] (expected –, got <circle>)"),
        .init(
            "a drawing with another element", svg: drawing(curve), drawing(curve).replacing("rect", with: "use"),
            found: ["drawing"], says: "1: the drawing differs at svg/clipPath[1]/rect[1] (expected <rect>, got <use>)"),
        .init(
            "layout, comments and entities of XML", svg: "<svg><text>a &lt; b</text></svg>",
            "<svg>\n <!-- c --> <text>a &#60; b</text>\n</svg>"),
        .init("attributes in another order", svg: "<svg a='1' b='2'/>", "<svg b=\"2\" a=\"1\"></svg>"),
        .init(
            "an id that refers elsewhere", svg: "<svg><a id='x'/><b id='y'/><use href='#x'/></svg>",
            "<svg><a id='x'/><b id='y'/><use href='#y'/></svg>", found: ["drawing"],
            says: "1: the drawing differs at svg/use[1]/@href (expected #id-1, got #id-2)"),
        .init(
            "a drawing that is no XML", svg: "<svg><path>", "<svg><g>", found: ["text"],
            says: "1: image/svg+xml: line 1 differs (expected <svg><path>, got <svg><g>)"),
        .init(
            "data within tolerance move what is drawn", svg: drawing(curve),
            drawing("M60.00,40.80L320.50,200.25L580,360"), data: figure([0.9, 1.0])),
        .init(
            "a drawing beside the same data", svg: drawing(curve), drawing("M60.00,90.00L320.50,200.25L580,360"),
            data: figure([0.9, 1.0]), found: ["drawing"],
            says:
                "1: the drawing differs at svg/g[1]/path[1]/@d (expected M60.00,40.00L320.50,200.25L580,360, got M60.00,90.00L320.50,200.25L580,360)"
        ),
        .init(
            "exact mode sees the drawing's text", svg: drawing(curve), drawing(curve, id: "fig-2"), found: ["text"],
            says:
                "1: image/svg+xml: line 1 differs (expected <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" aria-labelledby=\"fig-1\">, got <svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 400\" aria-labelledby=\"fig-2\">)"
        ) {
            $0.compare = .exact
        },
        .init("shape mode leaves the drawing aside", svg: drawing(curve), drawing("M0,0")) { $0.compare = .shape },
    ]
}
