import Notebook
import Outputs
import Records
import Testing

/// One output compared with another: what is found, by the finding's id; none when the two count as the same.
struct ComparisonCase: Sendable, CustomTestStringConvertible {
    var name: String
    var options = CellOptions()
    var expected: [Output]
    var got: [Output]
    var found: [String]

    var testDescription: String { name }

    init(
        _ name: String, _ expected: [Output], _ got: [Output], found: [String] = [],
        options change: (inout CellOptions) -> Void = { _ in }
    ) {
        self.name = name
        self.expected = expected
        self.got = got
        self.found = found
        change(&options)
    }

    /// Both are text that a cell printed.
    init(
        _ name: String, text expected: String, _ got: String, found: [String] = [],
        options change: (inout CellOptions) -> Void = { _ in }
    ) {
        self.init(name, [.stream(.stdout, expected)], [.stream(.stdout, got)], found: found, options: change)
    }

    /// Both are values with data behind them, whose text differs in any case.
    init(
        _ name: String, _ mime: String, _ expected: JSON, _ got: JSON, found: [String] = [],
        options change: (inout CellOptions) -> Void = { _ in }
    ) {
        self.init(
            name, [.result(MIMEBundle([MIME.text: "one", MIME.svg: "<svg/>", mime: expected]))],
            [.result(MIMEBundle([MIME.text: "two", MIME.svg: "<svg></svg>", mime: got]))], found: found, options: change
        )
    }
}

@Suite("Comparison of outputs")
struct OutputComparisonTests {
    @Test("text", arguments: textCases)
    func text(example: ComparisonCase) { check(example) }

    @Test("kinds of output, errors, modes", arguments: kindCases)
    func kinds(example: ComparisonCase) { check(example) }

    @Test("data behind what is seen", arguments: dataCases)
    func data(example: ComparisonCase) { check(example) }

    private func check(_ example: ComparisonCase) {
        let expected = Sample.record([Sample.code("a", options: example.options, example.expected)])
        let got = Sample.record([Sample.code("a", options: example.options, example.got)])
        #expect(RecordComparison().compare(expected: expected, got: got).map(\.id) == example.found)
    }

    static let textCases: [ComparisonCase] = [
        .init("the same", text: "loss 0.5\n", "loss 0.5\n"),
        .init("a changed word", text: "loss 0.5\n", "Loss 0.5\n", found: ["text"]),
        .init("NFC and NFD", text: "정확도 0.5\n", "정확도 0.5\n".decomposed),
        .init("the last of four decimals", text: "loss: 0.5084 - acc: 0.8752", "loss: 0.5085 - acc: 0.8751"),
        .init("the third significant figure", text: "loss: 0.5084", "loss: 0.5184", found: ["number"]),
        .init("the third figure of three", text: "0.875", "0.876", found: ["number"]),
        .init("0.998 is not 0.999", text: "0.998", "0.999", found: ["number"]),
        .init("9.98 is not 9.99", text: "9.98", "9.99", found: ["number"]),
        .init("the second of two decimals", text: "acc 0.87", "acc 0.88", found: ["number"]),
        .init("a small loss, rounded the other way", text: "loss: 0.0123", "loss: 0.0124"),
        .init("a small loss, two steps off", text: "loss: 0.0123", "loss: 0.0125", found: ["number"]),
        .init("the third figure with an exponent", text: "1.23e-05", "1.24e-05", found: ["number"]),
        .init("the sixth figure with an exponent", text: "1.23456e-05", "1.23457e-05"),
        .init("what should be zero", text: "mean 3.5527e-17", "mean -1.2e-16"),
        .init("1e-07 is not 1e-06", text: "eps 1e-07", "eps 1e-06", found: ["number"]),
        .init("a sign", text: "x -0.5", "x 0.5", found: ["number"]),
        .init("NaN equals NaN", text: "[nan, 1.0, inf]", "[nan, 1.0, inf]"),
        .init("NaN is no number", text: "loss: nan", "loss: 0.5", found: ["number"]),
        .init("infinities have signs", text: "inf", "-inf", found: ["number"]),
        .init("integers are exact", text: "25000 reviews", "25001 reviews", found: ["number"]),
        .init("Korean right behind a number", text: "정확도는 0.87521입니다", "정확도는 0.87522입니다"),
        .init("a name with digits is a word", text: "conv2d_1 0.5", "conv2d_2 0.5", found: ["text"]),
        .init("a version is a word", text: "Swift 6.3.1", "Swift 6.3.2", found: ["text"]),
        .init("a quantity without a point is a word", text: "64px", "65px", found: ["text"]),
        .init("NumPy's padding", text: "[ 0.12345  1.     ]", "[0.123451 1.     ]"),
        .init(
            "NumPy's bare points", text: "array([0., 1., 1., ..., 0.])", "array([0., 1., 0., ..., 0.])",
            found: ["number"]),
        .init("a missing line", text: "a\nb\n", "a\n", found: ["text"]),
        .init("an added line", text: "a\n", "a\nb\n", found: ["text"]),
        .init("a number more", text: "1.5 2.5", "1.5", found: ["text"]),
        .init("own rtol is wider", text: "0.50", "0.52") { $0.rtol = 0.1 },
        .init("own rtol holds for integers", text: "1000", "1001") { $0.rtol = 0.01 },
        .init("own atol of zero", text: "0.8752", "0.8753", found: ["number"]) {
            $0.rtol = 0
            $0.atol = 0
        },
        .init("own atol", text: "0.1 0.20", "0.1 0.25") { $0.atol = 0.05 },
        .init("exact", text: "0.87521", "0.87522", found: ["text"]) { $0.compare = .exact },
        .init("exact, NFC and NFD", text: "값", "값".decomposed) { $0.compare = .exact },
        .init("shape leaves text aside", text: "a", "b\nc") { $0.compare = .shape },
        .init("none leaves all aside", text: "a", "b") { $0.compare = .none },
        .init("pieces of a stream", [.stream(.stdout, "a"), .stream(.stdout, "b")], [.stream(.stdout, "ab")]),
    ]

    static let kindCases: [ComparisonCase] = [
        .init(
            "a missing output", [.stream(.stdout, "a"), .result(MIMEBundle(text: "1"))], [.stream(.stdout, "a")],
            found: ["output-missing"]),
        .init(
            "an added output", [.result(MIMEBundle(text: "1"))],
            [.stream(.stdout, "a"), .result(MIMEBundle(text: "1"))], found: ["output-added"]),
        .init(
            "another kind", [.display(MIMEBundle(text: "1"))], [.result(MIMEBundle(text: "1"))], found: ["output-kind"]),
        .init("another stream", [.stream(.stdout, "a")], [.stream(.stderr, "a")], found: ["output-kind"]),
        .init("a result's text", [.result(MIMEBundle(text: "a"))], [.result(MIMEBundle(text: "b"))], found: ["text"]),
        .init(
            "a lost form", [.result(MIMEBundle([MIME.text: "a", MIME.html: "a"]))], [.result(MIMEBundle(text: "a"))],
            found: ["form-missing"]),
        .init(
            "a new form", [.result(MIMEBundle(text: "a"))],
            [.result(MIMEBundle([MIME.text: "a", MIME.svg: "<svg/>"]))], found: ["form-added"]),
        .init(
            "lost data", [.result(MIMEBundle([MIME.text: "a", MIME.array: 1]))], [.result(MIMEBundle(text: "a"))],
            found: ["form-missing"]),
        .init(
            "SVG without data is text", [.result(MIMEBundle([MIME.svg: "<a/>"]))],
            [.result(MIMEBundle([MIME.svg: "<b/>"]))], found: ["text"]),
        .init(
            "a picture", [.display(MIMEBundle(["image/png": "aaa="]))], [.display(MIMEBundle(["image/png": "bbb="]))],
            found: ["text"]),
        .init("the same error", [error("E", "at 1")], [error("E", "at 1", ["elsewhere"])]),
        .init("another error", [error("E", "m")], [error("F", "m")], found: ["error-name"]),
        .init("another message", [error("E", "index 5")], [error("E", "index 6")], found: ["error-message"]),
        .init(
            "an unexpected error", [.stream(.stdout, "a")], [.stream(.stdout, "a"), error("E", "m")],
            found: ["unexpected-error"]),
        .init(
            "an error instead", [.stream(.stdout, "a")], [error("E", "m")],
            found: ["unexpected-error", "output-missing"]),
        .init("an error that no longer comes", [error("E", "m")], [], found: ["output-missing"]),
        .init("an error under none", [.stream(.stdout, "a")], [error("E", "m")], found: ["unexpected-error"]) {
            $0.compare = .none
        },
        .init("shape, another message", [error("E", "1")], [error("E", "2")]) { $0.compare = .shape },
        .init("shape, an output more", [], [.stream(.stdout, "a")], found: ["output-added"]) { $0.compare = .shape },
        .init("nothing and nothing", [], []),
    ]

    static let dataCases: [ComparisonCase] = [
        .init("arrays within tolerance", MIME.array, array([0.5, 1e-9]), array([0.50001, 2e-9])),
        .init("an element", MIME.array, array([0.5, 0.25]), array([0.5, 0.251]), found: ["array-element"]),
        .init("dtype", MIME.array, array([1]), array([1], dtype: "float64"), found: ["array-dtype"]),
        .init("shape", MIME.array, array([1, 2]), array([1, 2], shape: [2, 1]), found: ["array-shape"]),
        .init("NaN", MIME.array, array([.nan, .infinity]), array([.nan, .infinity])),
        .init("NaN and a number", MIME.array, array([.nan]), array([0]), found: ["array-element"]),
        .init("integers are exact", MIME.array, integers([100_000]), integers([100_001]), found: ["array-element"]),
        .init("integers under an own tolerance", MIME.array, integers([100_000]), integers([100_001])) {
            $0.rtol = 0.1
        },
        .init(
            "a sampled array", MIME.array, sampled(0.5, mean: 0.5), sampled(0.5, mean: 0.6), found: ["array-statistic"]),
        .init(
            "a sampled element", MIME.array, sampled(0.5, mean: 0.5), sampled(0.6, mean: 0.5), found: ["array-element"]),
        .init("shape mode leaves values aside", MIME.array, array([1]), array([2])) { $0.compare = .shape },
        .init("shape mode sees the shape", MIME.array, array([1]), array([1, 2]), found: ["array-shape"]) {
            $0.compare = .shape
        },
        .init("exact mode sees every form", MIME.array, array([1]), array([1]), found: ["text", "text"]) {
            $0.compare = .exact
        },
        .init("an array that is none", MIME.array, ["dtype": "x"], ["dtype": "y"], found: ["data"]),

        .init("histories within tolerance", MIME.history, history([0.5, 0.3]), history([0.5001, 0.3])),
        .init(
            "a history's value", MIME.history, history([0.5, 0.351]), history([0.5, 0.352]), found: ["history-value"]),
        .init("epochs", MIME.history, history([0.5, 0.3]), history([0.5]), found: ["history-epochs"]),
        .init("metrics", MIME.history, history([0.5]), history([0.5], metric: "mae"), found: ["history-metrics"]),
        .init("samples", MIME.history, history([0.5]), history([0.5], samples: 9), found: ["history-samples"]),
        .init("shape mode of a history", MIME.history, history([0.5]), history([0.9], samples: 9)) {
            $0.compare = .shape
        },
        .init("a broken history", MIME.history, ["epochs": 1, "keys": 1], ["epochs": 2, "keys": 1], found: ["data"]),

        .init("figures within tolerance", MIME.figure, figure([0.5, 0.3]), figure([0.50001, 0.3])),
        .init("a point", MIME.figure, figure([0.5, 0.3]), figure([0.5, 0.4]), found: ["figure-point"]),
        .init(
            "the number of points", MIME.figure, figure([0.5, 0.3]), figure([0.5]),
            found: ["figure-point-count", "figure-point-count"]),
        .init("a label", MIME.figure, figure([1]), figure([1], label: "다른 계열"), found: ["figure-series-field"]),
        .init("a title", MIME.figure, figure([1]), figure([1], title: "다른 제목"), found: ["figure-field"]),
        .init("series", MIME.figure, figure([1]), ["title": "손실", "series": []], found: ["figure-series-count"]),
        .init("shape mode of a figure", MIME.figure, figure([1]), figure([2])) { $0.compare = .shape },

        .init(
            "diagnostics at another place", MIME.diagnostics, [["message": "m", "place": 1]],
            [["message": "m", "place": 2]]),
        .init("another diagnostic", MIME.diagnostics, [["message": "m"]], [["message": "n"]], found: ["diagnostic"]),
        .init(
            "a diagnostic more", MIME.diagnostics, [["message": "m"]], [["message": "m"], ["message": "n"]],
            found: ["diagnostic"]),
        .init(
            "unknown data within tolerance", "application/x+json", ["a": [1, .double(0.5)]],
            ["a": [1, .double(0.50001)]]),
        .init("unknown data", "application/x+json", ["a": [1, 2]], ["a": [1, 3]], found: ["data"]),
        .init("unknown data, a key less", "application/x+json", ["a": 1, "b": 2], ["a": 1], found: ["data"]),
    ]

    // MARK: Makers

    private static func error(_ name: String, _ message: String, _ traceback: [String] = []) -> Output {
        .error(OutputError(name: name, message: message, traceback: traceback))
    }

    static func array(_ values: [Double], dtype: String = "float32", shape: [Int]? = nil) -> JSON {
        .object([
            "dtype": .string(dtype), "shape": .array((shape ?? [values.count]).map(JSON.int)),
            "data": .array(values.map(JSON.number)),
        ])
    }

    private static func integers(_ values: [Int]) -> JSON {
        .object(["dtype": "int64", "shape": [.int(values.count)], "data": .array(values.map(JSON.int))])
    }

    private static func sampled(_ value: Double, mean: Double) -> JSON {
        .object([
            "dtype": "float32", "shape": [100, 100], "sample": ["indices": [205], "values": [.double(value)]],
            "min": 0, "max": 1, "mean": .double(mean), "std": .double(0.1),
        ])
    }

    static func history(_ values: [Double], metric: String = "loss", samples: Int = 15000) -> JSON {
        .object([
            "epochs": .int(values.count), "samples": .int(samples), "validationSamples": 0, "keys": [.string(metric)],
            "values": .object([metric: .array(values.map(JSON.double))]),
        ])
    }

    static func figure(_ y: [Double], label: String = "훈련 손실", title: String = "손실") -> JSON {
        .object([
            "title": .string(title),
            "series": [
                .object([
                    "kind": "line", "label": .string(label), "x": .array(y.indices.map(JSON.int)),
                    "y": .array(y.map(JSON.double)),
                ])
            ],
        ])
    }
}
