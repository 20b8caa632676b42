import Diagnostics
import Digest
import Notebook
import Outputs

extension NotebookFormat {
    /// Reads an `.ipynb` file, ours or another's.
    ///
    /// - Parameter file: The file's name for error messages.
    package static func decode(_ bytes: [UInt8], file: String) throws(RecordError) -> Record {
        let root = JSONReader(value: try parse(bytes, file: file), file: file, place: "")
        try checkVersion(root)
        let metadata = try root.optional("metadata")
        let hanji = try metadata?.optional(Key.hanji)
        var rest = try metadata?.object() ?? [:]
        var title: String?
        if let text = rest[Key.title]?.asString {
            title = text
            rest[Key.title] = nil
        }
        if hanji != nil {
            for key in [Key.hanji, Key.kernel, Key.language] { rest[key] = nil }
        }
        return Record(
            title: title, run: try hanji.map(run), parts: try cells(try root.required("cells")), metadata: rest)
    }

    /// Whether the bytes are a notebook of ours, which may be written over.
    static func isOurs(_ bytes: [UInt8], file: String) throws(RecordError) -> Bool {
        try parse(bytes, file: file)["metadata"]?[Key.hanji]?.asObject != nil
    }

    private static func parse(_ bytes: [UInt8], file: String) throws(RecordError) -> JSON {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(file: file) }
        do throws(JSONSyntaxError) {
            return try JSONParser.parse(bytes)
        } catch {
            let position = SourceText(path: file, text: text).position(at: error.offset)
            throw .invalidJSON(file: file, position: position, problem: error.problem)
        }
    }

    private static func checkVersion(_ root: JSONReader) throws(RecordError) {
        let found = try root.required("nbformat").int()
        let foundMinor = try root.optional("nbformat_minor")?.int() ?? 0
        guard found == major, foundMinor >= 0 else {
            throw .unsupportedVersion(file: root.file, major: found, minor: foundMinor)
        }
    }

    private static func run(_ hanji: JSONReader) throws(RecordError) -> Record.Run {
        let format = try hanji.required("format").int()
        guard 1...Record.Run.currentFormat ~= format else {
            throw .newerFormat(file: hanji.file, found: format, known: Record.Run.currentFormat)
        }
        let languageReader = try hanji.required("lang")
        guard let language = Language(rawValue: try languageReader.string()) else {
            throw languageReader.invalid(allowed: Language.allCases.map(\.rawValue))
        }
        var datasets: [DatasetUse] = []
        for dataset in try hanji.required("datasets").elements() {
            datasets.append(
                DatasetUse(
                    name: try dataset.required("name").string(), sha256: try dataset.required("sha256").string(),
                    isSample: try dataset.required("sample").bool()))
        }
        return Record.Run(
            engine: try hanji.required("engine").string(), instructionSet: try hanji.required("instructions").string(),
            language: language, seed: try seed(try hanji.required("seed")), datasets: datasets,
            comparison: try hanji.optional("options").map(ComparisonOptions.init) ?? ComparisonOptions(),
            format: format)
    }

    private static func seed(_ reader: JSONReader) throws(RecordError) -> UInt64 {
        let seed = reader.value.asString.flatMap { UInt64($0) } ?? reader.value.asInt.flatMap { UInt64(exactly: $0) }
        guard let seed else { throw reader.invalid(allowed: ["0…\(UInt64.max)"]) }
        return seed
    }
}

// MARK: - Cells

extension NotebookFormat {
    private static func cells(_ list: JSONReader) throws(RecordError) -> [Record.Part] {
        var parts: [Record.Part] = []
        var ids: Set<CellID> = []
        for cell in try list.elements() {
            let source = try cell.required("source").text()
            let id = try id(cell, source: source, taken: ids)
            ids.insert(id)
            let kind = try cell.required("cell_type")
            switch try kind.string() {
            case "markdown": parts.append(.prose(try prose(cell, id: id, text: source, isRaw: false)))
            case "raw": parts.append(.prose(try prose(cell, id: id, text: source, isRaw: true)))
            case "code": parts.append(.code(try code(cell, id: id, source: source)))
            default: throw kind.invalid(allowed: ["code", "markdown", "raw"])
            }
        }
        return parts
    }

    /// The cell's id. Files before nbformat 4.5 have none: there it is a digest of the source, with a count when the
    /// same source stands more than once.
    private static func id(_ cell: JSONReader, source: String, taken: Set<CellID>) throws(RecordError) -> CellID {
        if let reader = try cell.optional("id") {
            let text = try reader.string()
            guard CellID.isValid(text) else { throw reader.invalid(allowed: ["[A-Za-z0-9_-]{1,64}"]) }
            guard !taken.contains(CellID(text)) else {
                throw .duplicateID(file: cell.file, place: reader.place, id: text)
            }
            return CellID(text)
        }
        let digest = String(Digest.sha256(source).prefix(16))
        var id = CellID(digest)
        var occurrence = 1
        while taken.contains(id) {
            occurrence += 1
            id = CellID("\(digest)-\(occurrence)")
        }
        return id
    }

    private static func prose(
        _ cell: JSONReader, id: CellID, text: String, isRaw: Bool
    ) throws(RecordError) -> Record.Prose {
        var prose = Record.Prose(id: id, text: text, isRaw: isRaw)
        prose.metadata = try cell.optional("metadata")?.object() ?? [:]
        if let hanji = try cell.optional("metadata")?.optional(Key.hanji) {
            prose.metadata[Key.hanji] = nil
            for value in try hanji.optional("inline")?.elements() ?? [] {
                prose.inline.append(
                    Record.InlineValue(
                        expression: try value.required("expression").string(), text: try value.required("text").string()
                    ))
            }
        }
        for (name, attachment) in try cell.optional("attachments")?.members() ?? [] {
            prose.attachments[name] = try bundle(attachment)
        }
        return prose
    }

    private static func code(_ cell: JSONReader, id: CellID, source: String) throws(RecordError) -> Record.Code {
        var code = Record.Code(id: id, number: try cell.optional("execution_count")?.int(), source: source)
        let metadata = try cell.optional("metadata")
        code.metadata = try metadata?.object() ?? [:]
        if let hanji = try metadata?.optional(Key.hanji) {
            code.metadata[Key.hanji] = nil
            code.label = try hanji.optional("label")?.string()
            if let options = try hanji.optional("options") { try code.options.apply(attributes: options) }
        }
        if let tags = try metadata?.optional(Key.tags) {
            var others: [JSON] = []
            for tag in try tags.elements() where !code.options.apply(tag: try tag.string()) { others.append(tag.value) }
            code.metadata[Key.tags] = others.isEmpty ? nil : .array(others)
        }
        for reader in try cell.required("outputs").elements() { code.outputs.append(try output(reader)) }
        return code
    }

    private static func output(_ reader: JSONReader) throws(RecordError) -> Output {
        let kind = try reader.required("output_type")
        switch try kind.string() {
        case "stream":
            let name = try reader.required("name")
            guard let stream = Output.Stream(rawValue: try name.string()) else {
                throw name.invalid(allowed: ["stdout", "stderr"])
            }
            return .stream(stream, try reader.required("text").text())
        case "display_data":
            return .display(try value(reader))
        case "execute_result":
            return .result(try value(reader))
        case "error":
            var error = OutputError(
                name: try reader.required("ename").string(), message: try reader.required("evalue").string())
            for line in try reader.required("traceback").elements() { error.traceback.append(try line.string()) }
            return .error(error)
        default:
            throw kind.invalid(allowed: ["stream", "display_data", "execute_result", "error"])
        }
    }

    private static func value(_ output: JSONReader) throws(RecordError) -> MIMEBundle {
        MIMEBundle(
            try bundle(try output.required("data")), metadata: try output.optional("metadata")?.object() ?? [:])
    }

    private static func bundle(_ reader: JSONReader) throws(RecordError) -> [String: JSON] {
        var data: [String: JSON] = [:]
        for (mime, form) in try reader.members() {
            data[mime] = isJSON(mime) ? form.value : .string(try form.text())
        }
        return data
    }
}

extension CellID {
    /// nbformat's rule.
    static func isValid(_ text: String) -> Bool {
        1...64 ~= text.utf8.count
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
