package import Diagnostics
package import Notebook
package import Outputs

/// A lesson with what its cells showed when they ran: the content of `lesson.ipynb` as a value.
package struct Record: Hashable, Sendable {
    package var title: String?
    /// What produced the outputs; `nil` when the file was not written by this product.
    package var run: Run?
    package var parts: [Part]
    /// Notebook metadata that means nothing here but is kept when the file is written again.
    package var metadata: [String: JSON]

    package init(title: String?, run: Run?, parts: [Part], metadata: [String: JSON] = [:]) {
        self.title = title
        self.run = run
        self.parts = parts
        self.metadata = metadata
    }

    package enum Part: Hashable, Sendable {
        case prose(Prose)
        case code(Code)
    }

    package var codeCells: [Code] { parts.compactMap { if case .code(let code) = $0 { code } else { nil } } }
    package var proseCells: [Prose] { parts.compactMap { if case .prose(let prose) = $0 { prose } else { nil } } }
}

extension Record {
    /// The circumstances of the run that made the outputs. No time, machine name or path: a record must not change
    /// when nothing that matters has.
    package struct Run: Hashable, Sendable {
        /// The newest layout of the `hanji` metadata that this code reads and the one that it writes.
        package static let currentFormat = 1

        package var format: Int
        package var engine: String
        /// What the numeric kernels ran on: `avx2`, `avx512_core`.
        package var instructionSet: String
        package var language: Language
        package var seed: UInt64
        /// Sorted by name, then digest; each once.
        package private(set) var datasets: [DatasetUse]
        /// What the front matter says about cells that say nothing themselves.
        package var comparison: ComparisonOptions

        package init(
            engine: String, instructionSet: String, language: Language, seed: UInt64, datasets: [DatasetUse],
            comparison: ComparisonOptions = ComparisonOptions(), format: Int = Run.currentFormat
        ) {
            self.format = format
            self.comparison = comparison
            self.engine = engine
            self.instructionSet = instructionSet
            self.language = language
            self.seed = seed
            self.datasets = Set(datasets).sorted {
                if $0.name != $1.name { return $0.name < $1.name }
                if $0.sha256 != $1.sha256 { return $0.sha256 < $1.sha256 }
                return !$0.isSample && $1.isSample
            }
        }
    }

    /// A run of Markdown between two cells.
    package struct Prose: Hashable, Sendable {
        package var id: CellID
        package var text: String
        /// The values of the inline expressions, in order.
        package var inline: [InlineValue]
        /// nbformat's raw cell, which only foreign files have.
        package var isRaw: Bool
        /// Pictures that a foreign file holds inside itself: MIME bundles by file name.
        package var attachments: [String: [String: JSON]]
        package var metadata: [String: JSON]

        package init(
            id: CellID, text: String, inline: [InlineValue] = [], isRaw: Bool = false,
            attachments: [String: [String: JSON]] = [:], metadata: [String: JSON] = [:]
        ) {
            self.id = id
            self.text = text
            self.inline = inline
            self.isRaw = isRaw
            self.attachments = attachments
            self.metadata = metadata
        }
    }

    /// What an expression in prose showed.
    package struct InlineValue: Hashable, Sendable {
        package var expression: String
        package var text: String

        package init(expression: String, text: String) {
            self.expression = expression
            self.text = text
        }
    }

    package struct Code: Hashable, Sendable {
        package var id: CellID
        package var label: String?
        /// nbformat's execution count: the cell's number, `nil` when the cell did not run.
        package var number: Int?
        /// The fence's text, option lines included, lines ended by `\n`, without the last line break.
        package var source: String
        package var options: CellOptions
        /// Never holds progress.
        package var outputs: [Output]
        package var metadata: [String: JSON]

        package init(
            id: CellID, label: String? = nil, number: Int?, source: String, options: CellOptions = CellOptions(),
            outputs: [Output] = [], metadata: [String: JSON] = [:]
        ) {
            self.id = id
            self.label = label
            self.number = number
            self.source = source
            self.options = options
            self.outputs = outputs
            self.metadata = metadata
        }

        /// The error that the cell ended with.
        package var error: OutputError? {
            for case .error(let error) in outputs { return error }
            return nil
        }

        /// Whether the cell ended otherwise than it should: with an error, or, marked `.raises-exception`, without.
        package var failed: Bool {
            guard number != nil else { return false }
            return (error != nil) != (options.evaluation == .raisesException)
        }

        /// The source without the option lines at its top: what decides about the outputs.
        package var body: Substring {
            var rest = source[...]
            while rest.drop(while: { $0 == " " || $0 == "\t" }).utf8.starts(with: "//|".utf8) {
                guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return "" }
                rest = rest[rest.utf8.index(after: end)...]
            }
            return rest
        }

        /// Whether the other cell, run in the same place, would give the same outputs for all that the cell itself
        /// says. Captions, folding and tolerances do not count; bytes do, because programs see code points.
        package func runsLike(_ other: Code) -> Bool {
            options.evaluation == other.options.evaluation && body.utf8.elementsEqual(other.body.utf8)
        }
    }
}
