package import Notebook

/// How the outputs of one cell are compared: the defaults with what the cell, its notebook and the command say.
package struct ComparisonRules: Hashable, Sendable {
    package var mode: CellOptions.Comparison
    package var tolerances: Tolerances
    /// Whether somebody names a tolerance; it then holds for integers too.
    package var isExplicit: Bool
    package var normalizers: [Normalizer]

    package init(_ options: ComparisonOptions = ComparisonOptions(), tolerances: Tolerances = .standard) {
        mode = options.mode ?? .numeric
        isExplicit = options.rtol != nil || options.atol != nil
        normalizers = options.normalizers
        var own = tolerances
        for path in [\Tolerances.text, \.array, \.history, \.figure] {
            if let rtol = options.rtol { own[keyPath: path].rtol = rtol }
            if let atol = options.atol { own[keyPath: path].atol = atol }
        }
        if options.atol != nil { own.decimalsForLastPlace = .max }
        self.tolerances = own
    }

    /// Every byte of every form, for two runs of one notebook.
    package static let identical = ComparisonRules(ComparisonOptions(mode: .exact))

    /// - Parameter tolerance: Of the data that the text stands beside, where there are some.
    func text(_ tolerance: Tolerance? = nil) -> TextComparison {
        TextComparison(
            tolerance: tolerance ?? tolerances.text, decimalsForLastPlace: tolerances.decimalsForLastPlace,
            integersAreExact: !isExplicit)
    }
}
