import Bytecode
import CellLibrary
import Datasets
import Digest
import Foundation
import Keeping
import Outputs
import Records

/// Runs of cells that need not be made again: finds them in the store, keeps new ones there, and brings back the values
/// that a cell to be run has to find. See `docs/decisions/0004-cell-cache.md`.
final class CellCache {
    /// A step of the notebook that may be found, or has to be run.
    struct Plan {
        fileprivate var index: Int
        /// `nil` where what it reads comes from a run that nothing can be said of.
        fileprivate var key: String?
        fileprivate var before: RandomStream.Position
    }

    /// A run that is to be kept.
    struct Run {
        var seconds: Double
        var cell = ""
        var said: [UInt8]
        var datasets: [DatasetUse]
        var lookups: [DataDirectories.Lookup]
    }

    private struct Done {
        var step: CellVersions.Step
        var before: RandomStream.Position
        var version: String?
        var hasValues = false
    }

    private let store: CellStore
    private let program: Program
    private let base: String
    private let code: CodeText
    private var versions: CellVersions
    private var steps: [Done] = []
    /// The step whose value stands in each of the machine's globals.
    private var present: [Int: Int] = [:]
    private var hasWritten = false

    /// Values are kept of cells that took at least so long.
    private let leastSeconds: Double
    /// Others are run again as quickly as they are read.
    static let usualSeconds = 0.05
    /// Values may take so many bytes for each second that it took to compute them, or so many in all.
    private static let bytesPerSecond = 48.0 * 1_048_576
    private static let leastBytes = 1 << 20
    private static let format = 1

    /// - Parameters:
    ///   - conditions: All that the outputs of cells depend on besides the cells: engine, instruction set, language.
    init(_ store: CellStore, _ program: Program, conditions: [String], leastSeconds: Double = usualSeconds) {
        self.store = store
        self.leastSeconds = leastSeconds
        self.program = program
        base = Self.digest([String(Self.format)] + conditions)
        code = CodeText(program)
        versions = CellVersions(program)
    }

    private static func digest(_ parts: [String]) -> String {
        Digest.sha256(parts.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n"))
    }

    // MARK: Finding

    /// The next step of the notebook.
    ///
    /// - Parameter place: What its outputs say of its place in the file; `nil` when they say nothing.
    func next(_ id: String, place: String?) -> Plan {
        let step = versions.next(id)
        let before = RandomStream.position
        let plan = Plan(index: steps.count, key: key(of: step, place: place), before: before)
        steps.append(Done(step: step, before: before))
        return plan
    }

    private func key(of step: CellVersions.Step, place: String?) -> String? {
        var parts = [base, Digest.sha256(code.text(of: step.reach)), place ?? ""]
        for (global, producer) in step.inputs.sorted(by: { code.globalNames[$0.key] < code.globalNames[$1.key] }) {
            parts += [code.globalNames[global], code.name(of: program.globalTable[global].type)]
            if producer < 0 {
                parts.append("")
            } else {
                guard let version = steps[producer].version else { return nil }
                parts.append(version)
            }
        }
        return Self.digest(parts)
    }

    private static func key(_ key: String, at position: RandomStream.Position) -> String {
        digest([key] + position.state.map(String.init) + [String(position.drawn)])
    }

    private static func valuesKey(_ version: String) -> String { digest(["values", version]) }

    /// The run of the step that the store has, if it would go the same way now. The step then counts as done.
    func find(_ plan: Plan) -> CellEntry? {
        guard let key = plan.key else { return nil }
        for key in [Self.key(key, at: plan.before), key] {
            guard let content = store.content(of: key), let entry = CellEntry(decoding: content),
                entry.lookups.allSatisfy(\.isCurrent)
            else { continue }
            steps[plan.index].version = entry.version
            steps[plan.index].hasValues = entry.hasValues
            if let position = entry.position { RandomStream.position = position }
            return entry
        }
        return nil
    }

    // MARK: Running

    /// What went wrong while values were brought back.
    enum Problem: Error {
        /// A step that had to be run again has failed.
        case failed(CellFailure)
        case unsound(Verifier.Fault)
    }

    /// Brings the values that the step reads into the machine: from the store, or by running again, in order, the steps
    /// that they come from.
    ///
    /// - Parameter rerun: Runs a step; an error that it has to have is none.
    func prepare(
        _ plan: Plan, on notebook: NotebookMachine, rerun: (String, Machine) -> CellFailure?
    ) throws(Problem) {
        defer { RandomStream.position = plan.before }
        while true {
            if order(for: plan) == nil {
                // Cells below have changed what a step would need: everything from the beginning, in a new machine.
                notebook.renew()
                present = [:]
            }
            let order = order(for: plan) ?? Array(0..<plan.index)
            if order.isEmpty { return }
            let machine: Machine
            do { machine = try notebook.machine } catch { throw .unsound(error) }
            var isComplete = true
            for index in order {
                if steps[index].hasValues {
                    if restore(index, machine) { continue }
                    // Damaged, or forgotten in the meantime: it has to be run.
                    steps[index].hasValues = false
                    isComplete = false
                    break
                }
                RandomStream.position = steps[index].before
                let start = ContinuousClock.now
                if let failure = rerun(steps[index].step.id, machine) { throw .failed(failure) }
                for global in steps[index].step.outputs { present[global] = index }
                if let version = steps[index].version {
                    let seconds = (ContinuousClock.now - start) / .seconds(1)
                    steps[index].hasValues = keepValues(of: index, version, seconds: seconds, on: notebook)
                }
            }
            if isComplete { return }
        }
    }

    /// The steps to be restored or run so that the machine has what `plan` reads; `nil` when that cannot be done in this
    /// machine, because it has later values of what they read.
    private func order(for plan: Plan) -> [Int]? {
        var needed: Set<Int> = []
        func need(_ inputs: [Int: Int]) {
            for (global, producer) in inputs
            where producer >= 0 && present[global] != producer && needed.insert(producer).inserted {
                if !steps[producer].hasValues { need(steps[producer].step.inputs) }
            }
        }
        need(steps[plan.index].step.inputs)
        var now = present
        func has(_ inputs: [Int: Int]) -> Bool { inputs.allSatisfy { (now[$0] ?? -1) == $1 } }
        let order = needed.sorted()
        for index in order {
            let step = steps[index].step
            if steps[index].hasValues {
                for global in step.outputs where (now[global] ?? -1) < index { now[global] = index }
            } else {
                guard has(step.inputs) else { return nil }
                for global in step.outputs { now[global] = index }
            }
        }
        return has(steps[plan.index].step.inputs) ? order : nil
    }

    private func restore(_ index: Int, _ machine: Machine) -> Bool {
        guard let version = steps[index].version else { return false }
        let wanted = Set(steps[index].step.outputs.filter { (present[$0] ?? -1) < index })
        do {
            let isThere: Void? = try store.withContent(of: Self.valuesKey(version)) { content in
                try machine.restore(from: KeptReader(content), code, CellLibrary.hostTypes) { wanted.contains($0) }
            }
            guard isThere != nil else { return false }
        } catch {
            return false
        }
        for global in wanted { present[global] = index }
        return true
    }

    // MARK: Keeping

    /// The step has run in the machine. Without a `run` nothing is kept, and neither is what reads its values.
    func ran(_ plan: Plan, _ run: Run?, on notebook: NotebookMachine) {
        for global in steps[plan.index].step.outputs { present[global] = plan.index }
        guard let run, let key = plan.key, let files = Self.digests(of: run.lookups) else { return }
        let after = RandomStream.position
        let hasDrawn = after != plan.before
        let entryKey = hasDrawn ? Self.key(key, at: plan.before) : key
        let datasets = run.datasets.flatMap { [$0.name, $0.sha256, "\($0.isSample)"] }
        let version = Self.digest([entryKey] + datasets + files)
        steps[plan.index].version = version
        steps[plan.index].hasValues = keepValues(
            of: plan.index, version, seconds: run.seconds, on: notebook)
        let entry = CellEntry(
            version: version, position: hasDrawn ? after : nil, lookups: run.lookups,
            hasValues: steps[plan.index].hasValues, cell: run.cell, said: run.said)
        hasWritten = true
        // A disk that is full costs a run and nothing else.
        try? store.put(under: entryKey) { write in try entry.encoded().withUnsafeBytes(write) }
    }

    /// The digests of the files that were found; `nil` when one of them is another by now.
    private static func digests(of lookups: [DataDirectories.Lookup]) -> [String]? {
        var digests: [String] = []
        for lookup in lookups {
            guard lookup.isCurrent else { return nil }
            guard let path = lookup.path else { continue }
            guard let digest = try? Digest.sha256(contentsOf: URL(fileURLWithPath: path)) else { return nil }
            digests.append(digest)
        }
        return digests
    }

    /// Whether the store has the values now.
    private func keepValues(
        of index: Int, _ version: String, seconds: Double, on notebook: NotebookMachine
    ) -> Bool {
        let outputs = steps[index].step.outputs
        guard !outputs.isEmpty, seconds >= leastSeconds, let machine = try? notebook.machine else {
            return false
        }
        do {
            try store.put(under: Self.valuesKey(version)) { write in
                let writer = KeptWriter(limit: max(Self.leastBytes, Int(seconds * Self.bytesPerSecond))) { piece in
                    try Interruption.check()
                    try write(piece)
                }
                try machine.keep(outputs, in: writer, code)
                try writer.finish()
            }
            return true
        } catch {
            return false
        }
    }

    /// The run is over: the store may forget what is too much.
    func finish() { if hasWritten { store.trim() } }
}

/// The machine that a notebook's cells run on, made when the first one has to.
final class NotebookMachine {
    private let program: Program
    private let limits: Machine.Limits
    private var made: Machine?

    init(_ program: Program, limits: Machine.Limits) {
        self.program = program
        self.limits = limits
    }

    var machine: Machine {
        get throws(Verifier.Fault) {
            if let made { return made }
            let machine = try CellLibrary.machine(for: program, limits: limits)
            made = machine
            return machine
        }
    }

    /// Forgets all values.
    func renew() { made = nil }
}
