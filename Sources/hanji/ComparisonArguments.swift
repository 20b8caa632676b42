import ArgumentParser
import Diagnostics
import Notebook

/// How outputs are compared where neither a cell nor its notebook says so.
struct ComparisonArguments: ParsableArguments {
    @Option(help: ArgumentHelp(CommandText.rtolHelp(in: .ofLocale), valueName: "number"))
    var rtol: Double?

    @Option(help: ArgumentHelp(CommandText.atolHelp(in: .ofLocale), valueName: "number"))
    var atol: Double?

    @Option(help: ArgumentHelp(CommandText.compareHelp(in: .ofLocale), valueName: "exact|numeric|shape|none"))
    var compare: CellOptions.Comparison?

    @Option(help: ArgumentHelp(CommandText.normalizeHelp(in: .ofLocale), valueName: "names"))
    var normalize: [String] = []

    func validate() throws {
        let language = Language.ofLocale
        for (name, value) in [("--rtol", rtol), ("--atol", atol)] {
            guard let value, !(value >= 0 && value.isFinite) else { continue }
            throw ValidationError(CommandText.mustNotBeNegative(name, in: language))
        }
        for names in normalize {
            if case .failure(let unknown) = OptionValue.normalizers(names) {
                throw ValidationError(CommandText.unknownNormalizer(unknown, in: language))
            }
        }
    }

    var options: ComparisonOptions {
        let normalizers = normalize.flatMap { (try? OptionValue.normalizers($0).get()) ?? [] }
        return ComparisonOptions(mode: compare, rtol: rtol, atol: atol, normalizers: normalizers)
    }
}

extension CellOptions.Comparison: ExpressibleByArgument {}
