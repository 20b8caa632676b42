/// How outputs are compared with those of a record: what a cell, a notebook's front matter or a command line says of it.
package struct ComparisonOptions: Sendable, Hashable {
    package var mode: CellOptions.Comparison?
    package var rtol: Double?
    package var atol: Double?
    /// In the order of ``Normalizer``'s cases, each once.
    package private(set) var normalizers: [Normalizer] = []

    package init(
        mode: CellOptions.Comparison? = nil, rtol: Double? = nil, atol: Double? = nil, normalizers: [Normalizer] = []
    ) {
        self.mode = mode
        self.rtol = rtol
        self.atol = atol
        self.normalizers = Self.sorted(normalizers)
    }

    /// These options where they say something, else those. Normalisers add up: each of them names something that may
    /// differ, and a cell does not take back what its notebook has said of all.
    package func over(_ other: ComparisonOptions) -> ComparisonOptions {
        ComparisonOptions(
            mode: mode ?? other.mode, rtol: rtol ?? other.rtol, atol: atol ?? other.atol,
            normalizers: normalizers + other.normalizers)
    }

    private static func sorted(_ normalizers: [Normalizer]) -> [Normalizer] {
        Normalizer.allCases.filter(normalizers.contains)
    }
}

/// Something in the text of outputs that may differ from run to run, by the name that authors write.
package enum Normalizer: String, Sendable, Hashable, Codable, CaseIterable {
    /// Escape sequences that colour a terminal.
    case ansi
    /// Measured times: `1.2s`, `35ms/step`, `0:01:30`, `3초`, `2分`.
    case durations
    /// Dates and times of day: `2026-11-21`, `2026-11-21T08:25:11Z`, `08:25:11`.
    case timestamps
    /// `0x7ffee3b0`.
    case addresses
    /// `123e4567-e89b-12d3-a456-426614174000`.
    case uuids
    /// The folders of absolute paths; the last name is compared.
    case paths
    /// How many spaces and empty lines there are.
    case whitespace
    /// The order of the entries of `[key: value, …]`.
    case dictionaries
    /// The order of the elements of every bracketed list, dictionaries included.
    case sets
    /// The order of lines.
    case lines
}

extension CellOptions {
    package var comparison: ComparisonOptions {
        ComparisonOptions(mode: compare, rtol: rtol, atol: atol, normalizers: normalizers)
    }
}
