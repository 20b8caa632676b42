package import Notebook
package import Outputs

/// A difference between a record and what a lesson does now: where, and what.
package struct Finding: Hashable, Sendable {
    /// The cell; `nil` for what concerns the whole lesson.
    package var cell: CellReference?
    /// The output's position in the cell, from 1.
    package var output: Int?
    package var difference: Difference
    /// The two outputs whole, for reports that show them; `nil` where the difference lies elsewhere.
    package var outputs: OutputPair?

    package init(
        cell: CellReference?, output: Int? = nil, _ difference: Difference, outputs: OutputPair? = nil
    ) {
        self.cell = cell
        self.output = output
        self.difference = difference
        self.outputs = outputs
    }
}

/// What the record shows and what came instead; one side may be missing.
package struct OutputPair: Hashable, Sendable {
    package var expected: Output?
    package var got: Output?
    /// By which the two were compared.
    package var rules: ComparisonRules

    package init(expected: Output?, got: Output?, rules: ComparisonRules = ComparisonRules()) {
        self.expected = expected
        self.got = got
        self.rules = rules
    }
}

/// An element of an array that is off.
package struct ElementDeviation: Hashable, Sendable {
    package var index: [Int]
    package var expected: String
    package var got: String

    package init(index: [Int], expected: String, got: String) {
        self.index = index
        self.expected = expected
        self.got = got
    }
}

/// How messages name a cell.
package struct CellReference: Hashable, Sendable {
    package var id: CellID
    package var label: String?
    package var number: Int?

    package init(id: CellID, label: String?, number: Int?) {
        self.id = id
        self.label = label
        self.number = number
    }

    init(_ cell: Record.Code, or other: Record.Code? = nil) {
        self.init(id: cell.id, label: cell.label ?? other?.label, number: cell.number ?? other?.number)
    }
}

package enum OutputKind: String, Hashable, Sendable { case stdout, stderr, display, result, error }

/// What differs. Numbers come as they are printed, so that a report shows what the file says.
package enum Difference: Hashable, Sendable {
    // Cells
    case cellMissing
    case cellAdded
    /// The first line that differs, from 1; option lines do not count.
    case sourceChanged(line: Int, expected: String?, got: String?)
    case evaluationChanged(expected: CellOptions.Evaluation, got: CellOptions.Evaluation)
    /// The record has outputs of a run, but the cell did not run now: one before it failed.
    case notRun
    /// The record was made when the cell did not run.
    case notRecorded

    // Outputs
    case outputMissing(OutputKind, excerpt: String)
    case outputAdded(OutputKind, excerpt: String)
    case outputKind(expected: OutputKind, got: OutputKind)
    case unexpectedError(name: String, message: String)
    case errorName(expected: String, got: String)
    case errorMessage(expected: String, got: String)
    /// A form (MIME type) that only one side has.
    case formMissing(mime: String)
    case formAdded(mime: String)

    // Text
    /// `mime` is `nil` for a stream.
    case text(mime: String?, line: Int, expected: String?, got: String?)
    case number(mime: String?, line: Int, expected: String, got: String, count: Int, Tolerance)

    // Arrays
    case arrayDType(expected: String, got: String)
    case arrayShape(expected: [Int], got: [Int])
    /// The element that is farthest off and the first few that are; `count` of the `of` compared are off in all.
    case arrayElement(ElementDeviation, first: [ElementDeviation], count: Int, of: Int, Tolerance)
    /// `min`, `max`, `mean`, `std` of an array too long to record.
    case arrayStatistic(name: String, expected: String, got: String, Tolerance)

    // Histories
    case historyEpochs(expected: Int, got: Int)
    /// `samples` or `validationSamples`.
    case historySamples(field: String, expected: String, got: String)
    case historyMetrics(expected: [String], got: [String])
    /// The epoch (from 1) that is farthest off; `count` epochs are off in all.
    case historyValue(metric: String, epoch: Int, expected: String, got: String, count: Int, Tolerance)

    // Figures
    /// `title`, `xLabel`, `yLabel` and the like.
    case figureField(name: String, expected: String, got: String)
    case figureSeriesCount(expected: Int, got: Int)
    /// `kind`, `label` and what else a series says of itself.
    case figureSeriesField(series: String, name: String, expected: String, got: String)
    case figurePointCount(series: String, axis: String, expected: Int, got: Int)
    /// The point (from 0) that is farthest off; `count` points are off in all.
    case figurePoint(
        series: String, axis: String, index: Int, expected: String, got: String, count: Int, Tolerance)

    /// The drawing, where the data behind it are the same or there are none. `place` is a path into the XML.
    case drawing(place: String, expected: String, got: String)

    // Other data
    case diagnostic(index: Int, expected: String?, got: String?)
    /// `place` is a path into the JSON value.
    case data(mime: String, place: String, expected: String, got: String)

    // Prose
    case inline(expression: String, expected: String?, got: String?)
}
