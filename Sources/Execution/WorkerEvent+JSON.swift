import Notebook
import Outputs
import Records

/// A line that is no event.
package struct MalformedEvent: Error, Hashable, CustomStringConvertible {
    package var line: String

    package init(line: String) { self.line = line }

    package var description: String { "malformed event: \(line.prefix(200))" }
}

extension WorkerEvent {
    /// One line, ended by a line break.
    package var line: [UInt8] {
        // Strings hold no raw line breaks in JSON, so those that are there are layout.
        JSONWriter.write(json).filter { $0 != 0x0A } + [0x0A]
    }

    package init(line: some Collection<UInt8>) throws(MalformedEvent) {
        let bytes = Array(line)
        let json = try? JSONParser.parse(bytes)
        guard let event = json.flatMap(Self.event) else {
            throw MalformedEvent(line: String(decoding: bytes, as: UTF8.self))
        }
        self = event
    }

    private var json: JSON {
        switch self {
        case .started(let cell, let number):
            ["event": "started", "cell": .string(cell.rawValue), "number": number.map(JSON.int) ?? .null]
        case .output(let cell, let output):
            ["event": "output", "cell": .string(cell.rawValue), "output": output.json]
        case .progress(let cell, let progress):
            [
                "event": "progress", "cell": .string(cell.rawValue), "label": .string(progress.label),
                "done": .int(progress.done), "total": .int(progress.total), "detail": .string(progress.detail),
            ]
        case .dataset(let use):
            [
                "event": "dataset", "name": .string(use.name), "sha256": .string(use.sha256),
                "sample": .bool(use.isSample),
            ]
        case .finished(let cell, let status):
            ["event": "finished", "cell": .string(cell.rawValue), "status": .string(status.rawValue)]
        case .kept(let cell): ["event": "kept", "cell": .string(cell.rawValue)]
        case .repeated(let cell): ["event": "repeated", "cell": .string(cell.rawValue)]
        case .skipped(let cell): ["event": "skipped", "cell": .string(cell.rawValue)]
        case .inline(let prose, let expression, let text):
            [
                "event": "inline", "prose": .string(prose.rawValue), "expression": .string(expression),
                "text": .string(text),
            ]
        case .inlineFailed(let prose, let error):
            ["event": "inlineFailed", "prose": .string(prose.rawValue), "output": Output.error(error).json]
        case .rejected(let messages):
            ["event": "rejected", "messages": .array(messages.map(JSON.string))]
        case .done(let engine, let instructionSet):
            ["event": "done", "engine": .string(engine), "instructionSet": .string(instructionSet)]
        }
    }

    private static func event(_ json: JSON) -> WorkerEvent? {
        let cell = json["cell"]?.asString.map(CellID.init(_:))
        switch json["event"]?.asString {
        case "started":
            return cell.map { .started(cell: $0, number: json["number"]?.asInt) }
        case "output":
            guard let cell, let output = json["output"].flatMap(Output.init(workerJSON:)) else { return nil }
            return .output(cell: cell, output)
        case "progress":
            guard let cell, let label = json["label"]?.asString, let done = json["done"]?.asInt,
                let total = json["total"]?.asInt, let detail = json["detail"]?.asString
            else { return nil }
            return .progress(cell: cell, Progress(label: label, done: done, total: total, detail: detail))
        case "dataset":
            guard let name = json["name"]?.asString, let digest = json["sha256"]?.asString,
                let isSample = json["sample"]?.asBool
            else { return nil }
            return .dataset(DatasetUse(name: name, sha256: digest, isSample: isSample))
        case "finished":
            guard let cell, let status = json["status"]?.asString.flatMap(CellStatus.init) else { return nil }
            return .finished(cell: cell, status)
        case "kept":
            return cell.map { .kept(cell: $0) }
        case "repeated":
            return cell.map { .repeated(cell: $0) }
        case "skipped":
            return cell.map { .skipped(cell: $0) }
        case "inline":
            guard let prose = json["prose"]?.asString, let expression = json["expression"]?.asString,
                let text = json["text"]?.asString
            else { return nil }
            return .inline(prose: CellID(prose), expression: expression, text: text)
        case "inlineFailed":
            guard let prose = json["prose"]?.asString,
                case .error(let error)? = json["output"].flatMap(Output.init(workerJSON:))
            else { return nil }
            return .inlineFailed(prose: CellID(prose), error)
        case "rejected":
            return json["messages"]?.asArray.map { .rejected(messages: $0.compactMap(\.asString)) }
        case "done":
            guard let engine = json["engine"]?.asString, let set = json["instructionSet"]?.asString else { return nil }
            return .done(engine: engine, instructionSet: set)
        default:
            return nil
        }
    }
}

extension Output {
    fileprivate var json: JSON {
        switch self {
        case .stream(let stream, let text):
            return ["type": "stream", "name": .string(stream.rawValue), "text": .string(text)]
        case .display(let bundle):
            return ["type": "display", "data": .object(bundle.data), "metadata": .object(bundle.metadata)]
        case .result(let bundle):
            return ["type": "result", "data": .object(bundle.data), "metadata": .object(bundle.metadata)]
        case .error(let error):
            return [
                "type": "error", "name": .string(error.name), "message": .string(error.message),
                "traceback": .array(error.traceback.map(JSON.string)),
            ]
        case .progress:
            return ["type": "progress"]
        }
    }

    fileprivate init?(workerJSON json: JSON) {
        switch json["type"]?.asString {
        case "stream":
            guard let stream = json["name"]?.asString.flatMap(Stream.init), let text = json["text"]?.asString else {
                return nil
            }
            self = .stream(stream, text)
        case "display", "result":
            guard let data = json["data"]?.asObject else { return nil }
            let bundle = MIMEBundle(data, metadata: json["metadata"]?.asObject ?? [:])
            self = json["type"] == "display" ? .display(bundle) : .result(bundle)
        case "error":
            guard let name = json["name"]?.asString, let message = json["message"]?.asString else { return nil }
            let traceback = (json["traceback"]?.asArray ?? []).compactMap(\.asString)
            self = .error(OutputError(name: name, message: message, traceback: traceback))
        default:
            return nil
        }
    }
}
