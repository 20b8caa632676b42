import Notebook
import Outputs

extension OutputComparisonTests {
    static let textCases: [ComparisonCase] = [
        .init("the same", text: "loss 0.5\n", "loss 0.5\n"),
        .init(
            "a changed word", text: "loss 0.5\n", "Loss 0.5\n", found: ["text"],
            says: "1: line 1 differs (expected loss 0.5, got Loss 0.5)"),
        .init("NFC and NFD", text: "정확도 0.5\n", "정확도 0.5\n".decomposed),
        .init("Japanese, NFC and NFD", text: "データ\n", "データ\n".decomposed),
        .init(
            "another Korean syllable", text: "정확도\n", "정확토\n", found: ["text"],
            says: "1: line 1 differs (expected 정확도, got 정확토)"),
        .init(
            "full-width digits are words", text: "１２\n", "１３\n", found: ["text"],
            says: "1: line 1 differs (expected １２, got １３)"),
        .init(
            "a changed word far down", text: "a\nb\nc d\n", "a\nb\nc e\n", found: ["text"],
            says: "1: line 3 differs (expected c d, got c e)"),
        .init("case", text: "true", "True", found: ["text"], says: "1: line 1 differs (expected true, got True)"),
        .init(
            "a missing line", text: "a\nb\n", "a\n", found: ["text"],
            says: "1: line 2 differs (expected b, got an empty line)"),
        .init(
            "an added line", text: "a\n", "a\nb\n", found: ["text"],
            says: "1: line 2 differs (expected an empty line, got b)"),
        .init(
            "a missing line break at the end", text: "a\n", "a", found: ["text"],
            says: "1: line 2 differs (expected an empty line, got nothing)"),
        .init(
            "a word more", text: "a b", "a b c", found: ["text"], says: "1: line 1 differs (expected a b, got a b c)"),
        .init(
            "a space between words", text: "a b", "a  b", found: ["text"],
            says: "1: line 1 differs (expected a b, got a  b)"),
        .init("pieces of a stream", [.stream(.stdout, "a"), .stream(.stdout, "b")], [.stream(.stdout, "ab")]),
        .init(
            "the interleaving of the two streams",
            [.stream(.stdout, "a\n"), .stream(.stderr, "warning\n"), .stream(.stdout, "b\n")],
            [.stream(.stdout, "a\n"), .stream(.stdout, "b\n"), .stream(.stderr, "warning\n")]),
        .init(
            "text before and behind a value", [.stream(.stdout, "a"), .result(MIMEBundle(text: "1"))],
            [.result(MIMEBundle(text: "1")), .stream(.stdout, "a")], found: ["output-kind", "output-kind"],
            says: "1: the output is of another kind (expected stdout, got result)"),
        .init("a bar that was written over", text: "1/3\r2/3\r3/3\n", "3/3\n"),
        .init("what is shorter leaves the rest", text: "12345\rab\n", "ab345\n"),
        .init("line ends of Windows", text: "a\r\nb\r\n", "a\nb\n"),
        .init("empty text is none", [.stream(.stdout, "")], []),
        .init(
            "exact", text: "0.87521", "0.87522", found: ["text"],
            says: "1: line 1 differs (expected 0.87521, got 0.87522)"
        ) { $0.compare = .exact },
        .init("exact, NFC and NFD", text: "값", "값".decomposed) { $0.compare = .exact },
        .init("exact, the same", text: "0.1\n", "0.1\n") { $0.compare = .exact },
        .init("shape leaves text aside", text: "a", "b\nc") { $0.compare = .shape },
        .init("none leaves all aside", text: "a", "b") { $0.compare = .ignored },
    ]

    static let numberCases: [ComparisonCase] = [
        .init("noise of 1e-7", text: "w 0.1234567891", "w 0.1234567991"),
        .init("noise of 1e-7, relative", text: "norm 5123.4567", "norm 5123.4572"),
        .init(
            "a change of 1e-2", text: "w 0.1234567891", "w 0.1246913570", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.1234567891, got 0.1246913570)"),
        .init(
            "a change of 1e-2 in one of many", text: "1.5 2.5 3.5", "1.5 2.525 3.5", found: ["number"],
            says: "1: a number on line 1 differs (expected 2.5, got 2.525)"),
        .init("the last of four decimals", text: "loss: 0.5084 - acc: 0.8752", "loss: 0.5085 - acc: 0.8751"),
        .init(
            "the third significant figure", text: "loss: 0.5084", "loss: 0.5184", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.5084, got 0.5184)"),
        .init(
            "the third figure of three", text: "0.875", "0.876", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.875, got 0.876)"),
        .init(
            "0.998 is not 0.999", text: "0.998", "0.999", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.998, got 0.999)"),
        .init(
            "9.98 is not 9.99", text: "9.98", "9.99", found: ["number"],
            says: "1: a number on line 1 differs (expected 9.98, got 9.99)"),
        .init(
            "the second of two decimals", text: "acc 0.87", "acc 0.88", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.87, got 0.88)"),
        .init("a small loss, rounded the other way", text: "loss: 0.0123", "loss: 0.0124"),
        .init(
            "a small loss, two steps off", text: "loss: 0.0123", "loss: 0.0125", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.0123, got 0.0125)"),
        .init(
            "the third figure with an exponent", text: "1.23e-05", "1.24e-05", found: ["number"],
            says: "1: a number on line 1 differs (expected 1.23e-05, got 1.24e-05)"),
        .init("the sixth figure with an exponent", text: "1.23456e-05", "1.23457e-05"),
        .init("what should be zero", text: "mean 3.5527e-17", "mean -1.2e-16"),
        .init(
            "1e-07 is not 1e-06", text: "eps 1e-07", "eps 1e-06", found: ["number"],
            says: "1: a number on line 1 differs (expected 1e-07, got 1e-06)"),
        .init(
            "a sign", text: "x -0.5", "x 0.5", found: ["number"],
            says: "1: a number on line 1 differs (expected -0.5, got 0.5)"),
        .init("NaN equals NaN", text: "[nan, 1.0, inf]", "[nan, 1.0, inf]"),
        .init(
            "NaN is no number", text: "loss: nan", "loss: 0.5", found: ["number"],
            says: "1: a number on line 1 differs (expected nan, got 0.5)"),
        .init(
            "a number is not NaN", text: "loss: 0.5", "loss: nan", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.5, got nan)"),
        .init(
            "infinities have signs", text: "inf", "-inf", found: ["number"],
            says: "1: a number on line 1 differs (expected inf, got -inf)"),
        .init(
            "integers are exact", text: "25000 reviews", "25001 reviews", found: ["number"],
            says: "1: a number on line 1 differs (expected 25000, got 25001)"),
        .init(
            "an integer that became a float", text: "3 epochs", "3.0 epochs", found: ["number"],
            says: "1: a number on line 1 differs (expected 3, got 3.0)"),
        .init(
            "a float that became an integer", text: "sum 3.0", "sum 3", found: ["number"],
            says: "1: a number on line 1 differs (expected 3.0, got 3)"),
        .init("Korean right behind a number", text: "정확도는 0.87521입니다", "정확도는 0.87522입니다"),
        .init(
            "a name with digits is a word", text: "conv2d_1 0.5", "conv2d_2 0.5", found: ["text"],
            says: "1: line 1 differs (expected conv2d_1 0.5, got conv2d_2 0.5)"),
        .init(
            "a version is a word", text: "Swift 6.3.1", "Swift 6.3.2", found: ["text"],
            says: "1: line 1 differs (expected Swift 6.3.1, got Swift 6.3.2)"),
        .init(
            "a quantity without a point is a word", text: "64px", "65px", found: ["text"],
            says: "1: line 1 differs (expected 64px, got 65px)"),
        .init("NumPy's padding", text: "[ 0.12345  1.     ]", "[0.123451 1.     ]"),
        .init(
            "a word beside a number that moved", text: "a 1.5 b", "a b 1.5", found: ["text"],
            says: "1: line 1 differs (expected a 1.5 b, got a b 1.5)"),
        .init(
            "NumPy's bare points", text: "array([0., 1., 1., ..., 0.])", "array([0., 1., 0., ..., 0.])",
            found: ["number"], says: "1: a number on line 1 differs (expected 1., got 0.)"),
        .init(
            "a number more", text: "1.5 2.5", "1.5", found: ["text"],
            says: "1: line 1 differs (expected 1.5 2.5, got 1.5)"),
        .init("own rtol is wider", text: "0.50", "0.52") { $0.rtol = 0.1 },
        .init(
            "own rtol is not without end", text: "0.50", "0.58", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.50, got 0.58)"
        ) { $0.rtol = 0.1 },
        .init("own rtol holds for integers", text: "1000", "1001") { $0.rtol = 0.01 },
        .init(
            "own atol of zero", text: "0.8752", "0.8753", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.8752, got 0.8753)"
        ) {
            $0.rtol = 0
            $0.atol = 0
        },
        .init("own atol", text: "0.1 0.20", "0.1 0.25") { $0.atol = 0.05 },
    ]

    private static func normalized(
        _ name: String, _ normalizers: [Normalizer], _ expected: String, _ got: String, found: [String] = [],
        says: String? = nil
    ) -> ComparisonCase {
        ComparisonCase(name, text: expected, got, found: found, says: says) { $0.normalizers = normalizers }
    }

    static let normalizerCases: [ComparisonCase] = [
        .init(
            "a duration without its normaliser", text: "took 1.25s", "took 3.5s", found: ["number"],
            says: "1: a number on line 1 differs (expected 1.25, got 3.5)"),
        normalized("durations", [.durations], "took 1.25s, 20ms/step, 0:01:30", "took 3.5s, 18ms/step, 0:00:59"),
        normalized("Korean durations", [.durations], "훈련에 12초 걸렸습니다", "훈련에 3.5초 걸렸습니다"),
        normalized("Japanese durations", [.durations], "2 分かかりました", "3 分かかりました"),
        normalized(
            "beside a duration", [.durations], "loss 0.5 in 3s", "loss 0.6 in 4s", found: ["number"],
            says: "1: a number on line 1 differs (expected 0.5, got 0.6)"),
        normalized(
            "a name that ends like a unit", [.durations], "5 samples", "6 samples", found: ["number"],
            says: "1: a number on line 1 differs (expected 5, got 6)"),
        normalized(
            "timestamps", [.timestamps], "2026-11-21T08:25:11Z start 08:25", "2027-01-02T23:59:59+09:00 start 23:59"),
        normalized("a Korean date", [.timestamps], "2026년 11월 21일", "2027년 1월 2일"),
        normalized("addresses", [.addresses], "<Dense at 0x7ffee3b0>", "<Dense at 0x55d0aa10>"),
        normalized(
            "a short hexadecimal number", [.addresses], "0x1F", "0x2F", found: ["text"],
            says: "1: line 1 differs (expected 0x1F, got 0x2F)"),
        normalized(
            "uuids", [.uuids], "run 123e4567-e89b-12d3-a456-426614174000",
            "run 00000000-0000-4000-8000-000000000001"),
        normalized("paths of several folders", [.paths], "read /home/kim/data/imdb.npz", "read /Users/sato/imdb.npz"),
        normalized("paths of two folders", [.paths], "read /home/kim/imdb.npz", "read /data/sets/keras/imdb.npz"),
        normalized(
            "another file", [.paths], "read /a/b/imdb.npz", "read /a/b/mnist.npz", found: ["text"],
            says: "1: line 1 differs (expected read …/imdb.npz, got read …/mnist.npz)"),
        normalized("whitespace", [.whitespace], "a   b\n\n\nc \n", "a b\nc"),
        normalized(
            "a word under whitespace", [.whitespace], "a b", "a c", found: ["text"],
            says: "1: line 1 differs (expected a b, got a c)"),
        normalized("terminal colours", [.ansi], "\u{1B}[1;31mloss\u{1B}[0m 0.5", "loss 0.5"),
        .init(
            "a dictionary without its normaliser", text: #"["b": 2, "a": 1]"#, #"["a": 1, "b": 2]"#, found: ["text"],
            says: "1: line 1 differs (expected [\"b\": 2, \"a\": 1], got [\"a\": 1, \"b\": 2])"),
        normalized("a dictionary in another order", [.dictionaries], #"["b": 2, "a": 1]"#, #"["a": 1, "b": 2]"#),
        normalized(
            "a dictionary's value", [.dictionaries], #"["b": 2, "a": 1]"#, #"["a": 1, "b": 3]"#, found: ["number"],
            says: "1: a number on line 1 differs (expected 2, got 3)"),
        normalized(
            "dictionaries in dictionaries", [.dictionaries], #"["b": ["y": 2, "x": 1], "a": [:]]"#,
            #"["a": [:], "b": ["x": 1, "y": 2]]"#),
        normalized("brackets in strings", [.dictionaries], #"["b": "]", "a": ","]"#, #"["a": ",", "b": "]"]"#),
        normalized(
            "a list is no dictionary", [.dictionaries], "[2, 1]", "[1, 2]", found: ["number"],
            says: "1: a number on line 1 differs (expected 2, got 1)"),
        normalized("a set", [.sets], "[2, 1, 3]", "[3, 2, 1]"),
        normalized(
            "another set", [.sets], "[2, 1, 3]", "[3, 2, 4]", found: ["number"],
            says: "1: a number on line 1 differs (expected 1, got 2)"),
        normalized(
            "tuples keep their order", [.sets], "(1, 2)", "(2, 1)", found: ["number"],
            says: "1: a number on line 1 differs (expected 1, got 2)"),
        normalized(
            "a bracket that is not closed", [.sets], "[2, 1", "[1, 2", found: ["number"],
            says: "1: a number on line 1 differs (expected 2, got 1)"),
        normalized("the order of lines", [.lines], "b\na\n", "a\nb\n"),
        normalized(
            "a line more", [.lines], "b\na\n", "a\nb\nc\n", found: ["text"],
            says: "1: line 3 differs (expected nothing, got c)"),
        normalized("two normalisers", [.durations, .addresses], "0xdeadbeef 1s", "0xbeefdead 2s"),
    ]
}
