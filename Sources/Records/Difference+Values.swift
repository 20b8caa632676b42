import Notebook

extension Difference {
    /// A stable name for tools and tests.
    package var id: String {
        switch self {
        case .cellMissing: "cell-missing"
        case .cellAdded: "cell-added"
        case .sourceChanged: "source-changed"
        case .evaluationChanged: "evaluation-changed"
        case .notRun: "cell-not-run"
        case .notRecorded: "cell-not-recorded"
        case .outputMissing: "output-missing"
        case .outputAdded: "output-added"
        case .outputKind: "output-kind"
        case .unexpectedError: "unexpected-error"
        case .errorName: "error-name"
        case .errorMessage: "error-message"
        case .formMissing: "form-missing"
        case .formAdded: "form-added"
        case .text: "text"
        case .number: "number"
        case .arrayDType: "array-dtype"
        case .arrayShape: "array-shape"
        case .arrayElement: "array-element"
        case .arrayStatistic: "array-statistic"
        case .historyEpochs: "history-epochs"
        case .historySamples: "history-samples"
        case .historyMetrics: "history-metrics"
        case .historyValue: "history-value"
        case .figureField: "figure-field"
        case .figureSeriesCount: "figure-series-count"
        case .figureSeriesField: "figure-series-field"
        case .figurePointCount: "figure-point-count"
        case .figurePoint: "figure-point"
        case .drawing: "drawing"
        case .diagnostic: "diagnostic"
        case .data: "data"
        case .inline: "inline-value"
        }
    }

    /// What the record says, as text; `nil` where there is nothing to show.
    package var expected: String? { values.expected }
    /// What came, as text; `nil` where there is nothing to show.
    package var got: String? { values.got }

    private var values: (expected: String?, got: String?) {
        switch self {
        case .cellMissing, .cellAdded, .notRun, .notRecorded, .formMissing, .formAdded: (nil, nil)
        case .sourceChanged(_, let expected, let got): (expected, got)
        case .evaluationChanged(let expected, let got): (Self.name(expected), Self.name(got))
        case .outputMissing(_, let excerpt): (excerpt, nil)
        case .outputAdded(_, let excerpt): (nil, excerpt)
        case .outputKind(let expected, let got): (expected.rawValue, got.rawValue)
        case .unexpectedError(let name, let message): (nil, "\(name): \(message)")
        case .errorName(let expected, let got), .errorMessage(let expected, let got): (expected, got)
        case .text(_, _, let expected, let got): (expected, got)
        case .number(_, _, let expected, let got, _, _): (expected, got)
        case .arrayDType(let expected, let got): (expected, got)
        case .arrayShape(let expected, let got): ("\(expected)", "\(got)")
        case .arrayElement(let worst, _, _, _, _): (worst.expected, worst.got)
        case .arrayStatistic(_, let expected, let got, _): (expected, got)
        case .historyEpochs(let expected, let got): ("\(expected)", "\(got)")
        case .historySamples(_, let expected, let got): (expected, got)
        case .historyMetrics(let expected, let got):
            (expected.joined(separator: ", "), got.joined(separator: ", "))
        case .historyValue(_, _, let expected, let got, _, _): (expected, got)
        case .figureField(_, let expected, let got): (expected, got)
        case .figureSeriesCount(let expected, let got): ("\(expected)", "\(got)")
        case .figureSeriesField(_, _, let expected, let got): (expected, got)
        case .figurePointCount(_, _, let expected, let got): ("\(expected)", "\(got)")
        case .figurePoint(_, _, _, let expected, let got, _, _): (expected, got)
        case .drawing(_, let expected, let got): (expected, got)
        case .diagnostic(_, let expected, let got): (expected, got)
        case .data(_, _, let expected, let got): (expected, got)
        case .inline(_, let expected, let got): (expected, got)
        }
    }

    /// How many values are off in all and what was allowed, where numbers differ.
    package var measure: (count: Int, tolerance: Tolerance)? {
        switch self {
        case .number(_, _, _, _, let count, let tolerance), .arrayElement(_, _, let count, _, let tolerance),
            .historyValue(_, _, _, _, let count, let tolerance), .figurePoint(_, _, _, _, _, let count, let tolerance):
            (count, tolerance)
        case .arrayStatistic(_, _, _, let tolerance): (1, tolerance)
        default: nil
        }
    }

    /// As the author writes it.
    private static func name(_ evaluation: CellOptions.Evaluation) -> String {
        switch evaluation {
        case .run: "swift"
        case .none: ".noeval"
        case .raisesException: ".raises-exception"
        case .failsCheck: ".fails-check"
        }
    }
}
