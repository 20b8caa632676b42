import Foundation
import Outputs

/// The payload of ``MIME/history`` as a table with a line for each key.
struct EpochLog {
    private struct Series {
        var key: String
        var values: [Double]
        var scale: ClosedRange<Double>?
        var isValidation: Bool
    }

    private let epochs: Int
    private let samples: Int?
    private let validationSamples: Int?
    private let series: [Series]

    /// `nil` when the payload is not what it says it is.
    init?(_ payload: JSON) {
        guard let epochs = payload["epochs"]?.asInt, let keys = payload["keys"]?.asArray?.map(\.asString),
            let values = payload["values"]?.asObject, epochs > 0, !keys.isEmpty
        else { return nil }
        var columns: [String: [Double]] = [:]
        for key in keys {
            guard let key, let column = values[key]?.asArray?.map(\.asDouble), column.count == epochs,
                !column.contains(nil)
            else { return nil }
            columns[key] = column.compactMap { $0 }
        }
        self.epochs = epochs
        samples = payload["samples"]?.asInt
        validationSamples = payload["validationSamples"]?.asInt
        series = Self.ordered(keys.compactMap { $0 }).map { key in
            let name = key.hasPrefix("val_") ? String(key.dropFirst(4)) : key
            let isValidation = name != key && columns[name] != nil
            // Training and validation share a scale, so that their distance shows.
            let family = [name, "val_" + name].compactMap { columns[$0] }
            let values = columns[key] ?? []
            return Series(
                key: key, values: values, scale: Sparkline.scale(of: family.isEmpty ? [values] : family),
                isValidation: isValidation)
        }
    }

    /// Each key with its validation twin behind it.
    private static func ordered(_ keys: [String]) -> [String] {
        var ordered: [String] = []
        for key in keys where !ordered.contains(key) {
            if key.hasPrefix("val_"), keys.contains(String(key.dropFirst(4))) { continue }
            ordered.append(key)
            if keys.contains("val_" + key) { ordered.append("val_" + key) }
        }
        return ordered
    }

    /// - Parameter log: The log as text, folded below the table.
    func html(log: String?, text: PageText) -> HTML {
        let isShort = epochs <= 5
        let heads = isShort ? (1...epochs).map { text.epoch($0) } : [text.first, text.minimum, text.maximum, text.last]
        let head = heads.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
        let rows = series.map { row($0, isShort: isShort, text: text) }.joined(separator: "\n")
        var counts = [text.epochs(epochs)]
        if let samples { counts.append(text.trainingSamples(samples)) }
        if let validationSamples { counts.append(text.validationSamples(validationSamples)) }
        let facts = counts.map { "<span>\($0)</span>" as HTML }.joined()
        let full: HTML? = log.map { log in
            """
            <details class="fold"><summary>\(text.fullLog)</summary>
            <pre class="stream"\(attribute: "tabindex", CodeWriter.focusable(log))><samp>\(log)</samp></pre></details>
            """
        }
        return """
            <div class="epoch-log">
            <div class="epoch-facts"><strong>\(text.trainingLog)</strong>\(facts)</div>
            <div class="table-scroll" role="region" aria-label="\(text.trainingLog)" tabindex="0"><table>
            <thead><tr><th scope="col">\(text.metric)</th><th scope="col">\(text.course)</th>\(head)</tr></thead>
            <tbody>
            \(rows)
            </tbody>
            </table></div>
            \(full)</div>
            """
    }

    private func row(_ series: Series, isShort: Bool, text: PageText) -> HTML {
        let spark: HTML? = series.scale.map { scale in
            Sparkline(
                values: series.values, scale: scale, className: series.isValidation ? "validation" : "training"
            ).html
        }
        let cells: HTML =
            isShort
            ? series.values.map { cell($0) }.joined()
            : "\(cell(series.values.first))\(extremes(series.values, text))\(cell(series.values.last))"
        let name: HTML = "<th scope=\"row\"><code>\(series.key)</code></th>"
        return "<tr>\(name)<td class=\"spark-cell\">\(spark)</td>\(cells)</tr>"
    }

    private func cell(_ value: Double?) -> HTML { "<td>\(value.map(NumberFormat.score) ?? "")</td>" }

    private func extremes(_ values: [Double], _ text: PageText) -> HTML {
        func cell(_ best: (offset: Int, element: Double)?) -> HTML {
            guard let best else { return "<td>–</td>" }
            let place = text.atEpoch(best.offset + 1)
            return "<td>\(NumberFormat.score(best.element))<small>\(place)</small></td>"
        }
        let finite = values.enumerated().filter(\.element.isFinite)
        // The first of equal values.
        let low = finite.min { $0.element < $1.element }
        let high = finite.reduce(nil as (offset: Int, element: Double)?) { best, next in
            guard let best else { return next }
            return next.element > best.element ? next : best
        }
        return "\(cell(low))\(cell(high))"
    }
}
