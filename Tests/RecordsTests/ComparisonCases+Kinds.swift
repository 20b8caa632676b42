import Notebook
import Outputs

extension OutputComparisonTests {
    static let kindCases: [ComparisonCase] = [
        .init(
            "a missing output", [.stream(.stdout, "a"), .result(MIMEBundle(text: "1"))], [.stream(.stdout, "a")],
            found: ["output-missing"], says: "2: a recorded output (result) is missing (expected 1, got nothing)"),
        .init(
            "an added output", [.result(MIMEBundle(text: "1"))],
            [.stream(.stdout, "a"), .result(MIMEBundle(text: "1"))], found: ["output-added"],
            says: "1: an output (standard output) is not in the record (expected nothing, got a)"),
        .init(
            "another kind", [.display(MIMEBundle(text: "1"))], [.result(MIMEBundle(text: "1"))], found: ["output-kind"],
            says: "1: the output is of another kind (expected display, got result)"),
        .init(
            "another stream", [.stream(.stdout, "a")], [.stream(.stderr, "a")], found: ["output-kind"],
            says: "1: the output is of another kind (expected stdout, got stderr)"),
        .init(
            "a result's text", [.result(MIMEBundle(text: "a"))], [.result(MIMEBundle(text: "b"))], found: ["text"],
            says: "1: line 1 differs (expected a, got b)"),
        .init(
            "a lost form", [.result(MIMEBundle([MIME.text: "a", MIME.html: "a"]))], [.result(MIMEBundle(text: "a"))],
            found: ["form-missing"], says: "1: the recorded form text/html is missing"),
        .init(
            "a new form", [.result(MIMEBundle(text: "a"))],
            [.result(MIMEBundle([MIME.text: "a", MIME.svg: "<svg/>"]))], found: ["form-added"],
            says: "1: the form image/svg+xml is not in the record"),
        .init(
            "lost data", [.result(MIMEBundle([MIME.text: "a", MIME.array: 1]))], [.result(MIMEBundle(text: "a"))],
            found: ["form-missing"], says: "1: the recorded form application/vnd.hanji.array+json is missing"),
        .init(
            "the text beside the same data", printed("value 1", 1), printed("other 1", 1), found: ["text"],
            says: "1: line 1 differs (expected value 1, got other 1)"),
        .init(
            "a lost drawing beside the same data", [.result(MIMEBundle([MIME.figure: 1, MIME.svg: "<svg/>"]))],
            [.result(MIMEBundle([MIME.figure: 1]))], found: ["form-missing"],
            says: "1: the recorded form image/svg+xml is missing"),
        .init(
            "HTML within tolerance", [.result(MIMEBundle([MIME.html: "<b>0.12345</b>"]))],
            [.result(MIMEBundle([MIME.html: "<b>0.12346</b>"]))]),
        .init(
            "a cell of an HTML table", [.result(MIMEBundle([MIME.html: "<td>1.5</td>"]))],
            [.result(MIMEBundle([MIME.html: "<td>2.5</td>"]))], found: ["number"],
            says: "1: text/html: a number on line 1 differs (expected 1.5, got 2.5)"),
        .init(
            "error messages within tolerance", [error("E", "loss 0.512345 is too high")],
            [error("E", "loss 0.512346 is too high")]),
        .init(
            "Korean error messages, NFC and NFD", [error("E", "범위를 벗어났습니다")],
            [error("E", "범위를 벗어났습니다".decomposed)]),
        .init(
            "the order of values", [.display(MIMEBundle(text: "a")), .display(MIMEBundle(text: "b"))],
            [.display(MIMEBundle(text: "b")), .display(MIMEBundle(text: "a"))], found: ["text", "text"],
            says: "1: line 1 differs (expected a, got b)"),
        .init(
            "a picture", [.display(MIMEBundle(["image/png": "aaa="]))], [.display(MIMEBundle(["image/png": "bbb="]))],
            found: ["text"], says: "1: image/png: line 1 differs (expected aaa=, got bbb=)"),
        .init("the same error", [error("E", "at 1")], [error("E", "at 1", ["elsewhere"])]),
        .init(
            "another error", [error("E", "m")], [error("F", "m")], found: ["error-name"],
            says: "1: the error is of another kind (expected E, got F)"),
        .init(
            "another message", [error("E", "index 5")], [error("E", "index 6")], found: ["error-message"],
            says: "1: the error message differs (expected index 5, got index 6)"),
        .init(
            "an unexpected error", [.stream(.stdout, "a")], [.stream(.stdout, "a"), error("E", "m")],
            found: ["unexpected-error"], says: "2: the cell ended with an error (expected nothing, got E: m)"),
        .init(
            "an error instead", [.stream(.stdout, "a")], [error("E", "m")],
            found: ["unexpected-error", "output-missing"],
            says: "1: the cell ended with an error (expected nothing, got E: m)"),
        .init(
            "an error that no longer comes", [error("E", "m")], [], found: ["output-missing"],
            says: "1: a recorded output (error) is missing (expected E: m, got nothing)"),
        .init(
            "an error under none", [.stream(.stdout, "a")], [error("E", "m")], found: ["unexpected-error"],
            says: "1: the cell ended with an error (expected nothing, got E: m)"
        ) {
            $0.compare = .ignored
        },
        .init("shape, another message", [error("E", "1")], [error("E", "2")]) { $0.compare = .shape },
        .init(
            "shape, an output more", [], [.stream(.stdout, "a")], found: ["output-added"],
            says: "1: an output (standard output) is not in the record (expected nothing, got a)"
        ) { $0.compare = .shape },
        .init("nothing and nothing", [], []),
    ]
}
