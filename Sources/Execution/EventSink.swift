import Notebook
import Outputs
import Synchronization

/// Sends what the library and the machine say on as events of the cell that is running.
final class EventSink: OutputSink {
    private let events: EventWriter
    private let cell = Mutex<CellID?>(nil)

    init(_ events: EventWriter) { self.events = events }

    func begin(_ id: CellID) { cell.withLock { $0 = id } }
    func end() { cell.withLock { $0 = nil } }

    func emit(_ output: Output) {
        guard let id = cell.withLock({ $0 }) else { return }
        switch output {
        case .progress(let progress): events.send(.progress(cell: id, progress))
        default: events.send(.output(cell: id, output))
        }
    }

    func used(_ dataset: DatasetUse) { events.send(.dataset(dataset)) }
}
