import Diagnostics
import Notebook
import Outputs
import Records
import Testing

@Suite("Comparison of outputs")
struct OutputComparisonTests {
    @Test("text", arguments: textCases)
    func text(example: ComparisonCase) { check(example) }

    @Test("numbers in text", arguments: numberCases)
    func numbers(example: ComparisonCase) { check(example) }

    @Test("normalisers", arguments: normalizerCases)
    func normalizers(example: ComparisonCase) { check(example) }

    @Test("kinds of output, errors, modes", arguments: kindCases)
    func kinds(example: ComparisonCase) { check(example) }

    @Test("data behind what is seen", arguments: dataCases)
    func data(example: ComparisonCase) { check(example) }

    @Test("histories and training logs", arguments: historyCases)
    func histories(example: ComparisonCase) { check(example) }

    @Test("figures and drawings", arguments: figureCases)
    func figures(example: ComparisonCase) { check(example) }

    private func check(_ example: ComparisonCase) {
        let expected = Sample.record([Sample.code("a", options: example.options, example.expected)])
        let got = Sample.record([Sample.code("a", options: example.options, example.got)])
        let findings = RecordComparison().compare(expected: expected, got: got)
        #expect(findings.map(\.id) == example.found)
        let sentence = findings.first?.text(in: .english)
        #expect(sentence.map { String($0.dropFirst("cell 1, output ".count)) } == example.says)
    }

    // MARK: Makers

    static func error(_ name: String, _ message: String, _ traceback: [String] = []) -> Output {
        .error(OutputError(name: name, message: message, traceback: traceback))
    }

    /// A value's text and the data behind it.
    static func printed(_ text: String, _ data: JSON) -> [Output] {
        [.result(MIMEBundle([MIME.text: .string(text), MIME.array: data]))]
    }

    static func array(_ values: [Double], dtype: String = "float32", shape: [Int]? = nil) -> JSON {
        .object([
            "dtype": .string(dtype), "shape": .array((shape ?? [values.count]).map(JSON.int)),
            "data": .array(values.map(JSON.number)),
        ])
    }

    static func integers(_ values: [Int]) -> JSON {
        .object(["dtype": "int64", "shape": [.int(values.count)], "data": .array(values.map(JSON.int))])
    }

    static func sampled(_ value: Double, mean: Double) -> JSON {
        .object([
            "dtype": "float32", "shape": [100, 100], "sample": ["indices": [205], "values": [.double(value)]],
            "min": 0, "max": 1, "mean": .double(mean), "std": .double(0.1),
        ])
    }

    static func history(_ values: [Double], metric: String = "loss", samples: Int = 15000) -> JSON {
        .object([
            "epochs": .int(values.count), "samples": .int(samples), "validationSamples": 0, "keys": [.string(metric)],
            "values": .object([metric: .array(values.map(JSON.number))]),
        ])
    }

    static func figure(_ y: [Double], label: String = "훈련 손실", title: String = "손실") -> JSON {
        .object([
            "title": .string(title),
            "series": [
                .object([
                    "kind": "line", "label": .string(label), "x": .array(y.indices.map(JSON.int)),
                    "y": .array(y.map(JSON.number)),
                ])
            ],
        ])
    }
}
