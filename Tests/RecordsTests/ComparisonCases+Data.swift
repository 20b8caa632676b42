import Notebook
import Outputs

extension OutputComparisonTests {
    static let dataCases: [ComparisonCase] = [
        .init("arrays within tolerance", MIME.array, array([0.5, 1e-9]), array([0.50001, 2e-9])),
        .init(
            "an element", MIME.array, array([0.5, 0.25]), array([0.5, 0.251]), found: ["array-element"],
            says: "1: array element [1] differs (expected 0.25, got 0.251)"),
        .init(
            "dtype", MIME.array, array([1]), array([1], dtype: "float64"), found: ["array-dtype"],
            says: "1: the array's dtype differs (expected float32, got float64)"),
        .init(
            "shape", MIME.array, array([1, 2]), array([1, 2], shape: [2, 1]), found: ["array-shape"],
            says: "1: the array's shape differs (expected [2], got [2, 1])"),
        .init("NaN", MIME.array, array([.nan, .infinity]), array([.nan, .infinity])),
        .init(
            "NaN and a number", MIME.array, array([.nan]), array([0]), found: ["array-element"],
            says: "1: array element [0] differs (expected NaN, got 0.0)"),
        .init(
            "integers are exact", MIME.array, integers([100_000]), integers([100_001]), found: ["array-element"],
            says: "1: array element [0] differs (expected 100000, got 100001)"),
        .init("integers under an own tolerance", MIME.array, integers([100_000]), integers([100_001])) {
            $0.rtol = 0.1
        },
        .init(
            "a sampled array", MIME.array, sampled(0.5, mean: 0.5), sampled(0.5, mean: 0.6), found: ["array-statistic"],
            says: "1: the array's mean differs (expected 0.5, got 0.6)"),
        .init(
            "a sampled element", MIME.array, sampled(0.5, mean: 0.5), sampled(0.6, mean: 0.5), found: ["array-element"],
            says: "1: array element [2, 5] differs (expected 0.5, got 0.6)"),
        .init("shape mode leaves values aside", MIME.array, array([1]), array([2])) { $0.compare = .shape },
        .init(
            "shape mode sees the shape", MIME.array, array([1]), array([1, 2]), found: ["array-shape"],
            says: "1: the array's shape differs (expected [1], got [2])"
        ) {
            $0.compare = .shape
        },
        .init(
            "exact mode sees every bit of the data", MIME.array, array([0.5]), array([0.50001]), found: ["data"],
            says: "1: the data of application/vnd.hanji.array+json differ at data[0] (expected 0.5, got 0.50001)"
        ) { $0.compare = .exact },
        .init("noise of 1e-7", MIME.array, array([0.1234567, 1]), array([0.12345675, 1])),
        .init(
            "the last element of many", MIME.array, array(Array(repeating: 0.5, count: 1000)),
            array(Array(repeating: 0.5, count: 999) + [0.6]), found: ["array-element"],
            says: "1: array element [999] differs (expected 0.5, got 0.6)"),
        .init(
            "the last element, which only the text shows", printed("[0.5, 0.5, ..., 0.5]", sampled(0.5, mean: 0.5)),
            printed("[0.5, 0.5, ..., 0.6]", sampled(0.5, mean: 0.5)), found: ["number"],
            says: "1: a number on line 1 differs (expected 0.5, got 0.6)"),
        .init(
            "the text of an array has the array's tolerance", printed("[1e-07]", array([1e-7])),
            printed("[3e-07]", array([3e-7]))),
        .init(
            "several elements", MIME.array, array([1, 2, 3, 4]), array([1, 3, 4, 8]), found: ["array-element"],
            says: "1: array element [3] differs (expected 4.0, got 8.0)"),
        .init("negative zero", MIME.array, array([0.0]), array([-0.0])),
        .init(
            "infinity and a number", MIME.array, array([.infinity]), array([1e30]), found: ["array-element"],
            says: "1: array element [0] differs (expected Infinity, got 1e+30)"),
        .init("a broken array that stays the same", MIME.array, ["dtype": "x"], ["dtype": "x"]),
        .init(
            "an array that is none", MIME.array, ["dtype": "x"], ["dtype": "y"], found: ["data"],
            says: "1: the data of application/vnd.hanji.array+json differ at dtype (expected \"x\", got \"y\")"),

        .init(
            "diagnostics at another place", MIME.diagnostics, [["message": "m", "place": 1]],
            [["message": "m", "place": 2]]),
        .init(
            "another diagnostic", MIME.diagnostics, [["message": "m"]], [["message": "n"]], found: ["diagnostic"],
            says: "1: diagnostic 1 differs (expected m, got n)"),
        .init(
            "a diagnostic more", MIME.diagnostics, [["message": "m"]], [["message": "m"], ["message": "n"]],
            found: ["diagnostic"], says: "1: diagnostic 2 differs (expected nothing, got n)"),
        .init(
            "unknown data within tolerance", "application/x+json", ["a": [1, .double(0.5)]],
            ["a": [1, .double(0.50001)]]),
        .init(
            "unknown data", "application/x+json", ["a": [1, 2]], ["a": [1, 3]], found: ["data"],
            says: "1: the data of application/x+json differ at a[1] (expected 2, got 3)"),
        .init(
            "unknown data, a key less", "application/x+json", ["a": 1, "b": 2], ["a": 1], found: ["data"],
            says: "1: the data of application/x+json differ at b (expected 2, got –)"),
    ]
}
