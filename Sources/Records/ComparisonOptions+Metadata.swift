import Notebook
import Outputs

/// Options of the comparison as metadata keeps them, by the names that authors write.
extension ComparisonOptions {
    /// Empty when nothing is said.
    var attributes: [String: JSON] {
        var attributes: [String: JSON] = [:]
        if let mode { attributes["compare"] = .string(mode.rawValue) }
        if let rtol { attributes["rtol"] = .number(rtol) }
        if let atol { attributes["atol"] = .number(atol) }
        if !normalizers.isEmpty { attributes["normalize"] = .array(normalizers.map { .string($0.rawValue) }) }
        return attributes
    }

    init(_ attributes: JSONReader) throws(RecordError) {
        var normalizers: [Normalizer] = []
        for name in try attributes.optional("normalize")?.elements() ?? [] {
            normalizers.append(try name.name(Normalizer.self))
        }
        self.init(
            mode: try attributes.optional("compare")?.name(CellOptions.Comparison.self),
            rtol: try attributes.optional("rtol")?.double(), atol: try attributes.optional("atol")?.double(),
            normalizers: normalizers)
    }
}
