import Outputs
import Records

/// Where the outputs of a page come from: engine, seed, data. No dates, so that the page changes only with its content.
struct Provenance {
    var text: PageText
    var run: Record.Run?
    var fileName: String
    var generator: String

    /// The data sets that stood in for real ones.
    private var samples: [DatasetUse] { run?.datasets.filter(\.isSample) ?? [] }

    /// For the head of the page.
    var facts: [String] {
        guard let run else { return [] }
        var facts = [run.engine, "\(text.seed) \(run.seed)"]
        let names = Self.families(run.datasets)
        if !names.isEmpty { facts.append("\(text.data) \(names.joined(separator: text.listSeparator))") }
        return facts
    }

    /// Says that a sample corpus stood in for the data, and how to get the data.
    var sampleNotice: HTML {
        let names = Self.families(samples)
        guard !names.isEmpty else { return "" }
        return """
            <div class="notice warning"><p>\(text.sampleData(names.joined(separator: text.listSeparator)))</p>
            <pre><code>hanji run --data DIR</code></pre></div>
            """
    }

    /// `imdb_word_index` comes with `imdb`: a name that goes on from another one belongs to it.
    static func families(_ datasets: [DatasetUse]) -> [String] {
        var names: [String] = []
        for name in datasets.map(\.name).sorted()
        where !names.contains(where: { name == $0 || name.hasPrefix($0 + "_") }) {
            names.append(name)
        }
        return names
    }

    var footer: HTML {
        func entry(_ name: String, _ value: HTML) -> HTML { "<dt>\(name)</dt><dd>\(value)</dd>" }
        var entries = [entry(text.source, "<code>\(fileName)</code>")]
        if let run {
            entries.append(entry(text.engine, "\(run.engine) · \(run.instructionSet)"))
            entries.append(entry(text.seed, "\(String(run.seed))"))
            for dataset in run.datasets {
                let name = dataset.isSample ? "\(dataset.name) (\(text.sample))" : dataset.name
                entries.append(entry(text.data, "\(name) <code>sha256:\(dataset.sha256)</code>"))
            }
        } else {
            entries.append(entry(text.engine, "\(generator)"))
        }
        return """
            <footer>
            <h2>\(text.provenance)</h2>
            <dl>
            \(entries.joined(separator: "\n"))
            </dl>
            </footer>
            """
    }
}
