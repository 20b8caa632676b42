import Outputs
import Synchronization

/// Takes the value of an expression in prose, and notices whether it says or shows anything else.
final class InlineSink: OutputSink {
    private let outer: any OutputSink
    private let said = Mutex<[String?]>([])

    init(_ outer: any OutputSink) { self.outer = outer }

    /// What the expression shows; `nil` if that is not all it did.
    var text: String? { said.withLock { $0.count == 1 ? $0[0] : nil } }

    func emit(_ output: Output) {
        said.withLock { said in
            switch output {
            case .result(let bundle): said.append(bundle.text)
            // A text is said, and not shown with quotation marks.
            case .stream(.stdout, let text): said.append(text)
            case .progress: break
            default: said.append(nil)
            }
        }
    }

    func used(_ dataset: DatasetUse) { outer.used(dataset) }
}
