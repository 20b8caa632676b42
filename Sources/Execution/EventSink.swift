import Notebook
import Outputs
import Synchronization

/// Sends what the library and the machine say on as events of the cell that is running.
final class EventSink: OutputSink {
    private let events: EventWriter
    private let cell = Mutex<CellID?>(nil)
    private let said = Mutex<Said?>(nil)

    /// What a cell has said and read, but not how far it was.
    struct Said {
        /// Events, a line each.
        var events: [UInt8] = []
        var datasets: [DatasetUse] = []
    }

    init(_ events: EventWriter) { self.events = events }

    func begin(_ id: CellID) { cell.withLock { $0 = id } }
    func end() { cell.withLock { $0 = nil } }

    /// From now on events are noted, until ``endNotes()``.
    func beginNotes() { said.withLock { $0 = Said() } }

    func endNotes() -> Said {
        said.withLock { said in
            defer { said = nil }
            return said ?? Said()
        }
    }

    func send(_ event: WorkerEvent) {
        said.withLock { $0?.events += event.line }
        events.send(event)
    }

    func emit(_ output: Output) {
        guard let id = cell.withLock({ $0 }) else { return }
        switch output {
        case .progress(let progress): events.send(.progress(cell: id, progress))
        default: send(.output(cell: id, output))
        }
    }

    func used(_ dataset: DatasetUse) {
        said.withLock { $0?.datasets.append(dataset) }
        send(.dataset(dataset))
    }
}

/// Hears nothing: of a cell that is run again for its values alone.
struct SilentSink: OutputSink {
    func emit(_ output: Output) {}
    func used(_ dataset: DatasetUse) {}
}
