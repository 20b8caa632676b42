package import Bytecode
import CellLibrary

/// Which run of which cell each global's value comes from, cell after cell.
///
/// Globals whose values may share an object stand in one group, and a cell that may change one of them gives all of them
/// a new version: then whatever shares an object comes from one cell, and comes back from one entry of the store with its
/// identities.
package struct CellVersions {
    /// What a step of the notebook needs and leaves.
    package struct Step {
        package var id: String
        package var reach: CellReach
        /// For each global that it can reach, the step that its value comes from; -1 where it has none.
        package var inputs: [Int: Int]
        /// The globals whose values come from this step, in ascending order.
        package var outputs: [Int]
    }

    private let program: Program
    private let finder: ReachFinder
    private let isShared, isOpen: [Bool]
    /// The step that each global's value comes from.
    private var producers: [Int: Int] = [:]
    private var groupOf: [Int: Int] = [:]
    private var groups: [Int: Group] = [:]
    private var count = 0

    private struct Group {
        var members: Set<Int>
        /// Functions behind closures that values of the group may hold.
        var callables: Set<Int> = []
    }

    package init(_ program: Program) {
        self.program = program
        finder = ReachFinder(program)
        isShared = program.globalTable.map { CellLibrary.hostTypes.isShared($0.type) }
        isOpen = program.globalTable.map { CellLibrary.hostTypes.isOpen($0.type) }
    }

    /// What the next step needs and leaves.
    package mutating func next(_ id: String) -> Step {
        let (reach, touched) = reach(of: id)
        let affected = Set(reach.globals).union(touched.flatMap { groups[$0]?.members ?? [] })
        let members = affected.filter { isShared[$0] }
        var outputs = reach.written
        if !members.isEmpty, mayChangeObjects(reach) {
            join(members, touched, callables: reach.closures)
            outputs.formUnion(members)
        }
        let inputs = Dictionary(uniqueKeysWithValues: affected.map { ($0, producers[$0] ?? -1) })
        for global in outputs { producers[global] = count }
        count += 1
        finder.add(reach)
        return Step(id: id, reach: reach, inputs: inputs, outputs: outputs.sorted())
    }

    /// Whether values that others share are different afterwards, or shared by others.
    private func mayChangeObjects(_ reach: CellReach) -> Bool {
        reach.changesObjects || reach.written.contains { isShared[$0] }
            || !reach.hosts.isSubset(of: CellLibrary.lookers)
    }

    /// The reach grows with what the values that are reached may call.
    private func reach(of id: String) -> (CellReach, groups: Set<Int>) {
        let own = finder.reach(of: id, callables: [], isOpen: false)
        // Closures that only the library holds are called by it alone, and not by what looks.
        if own.hosts.isSubset(of: CellLibrary.lookers), !own.globals.contains(where: { isOpen[$0] }) {
            return (own, Set(own.globals.compactMap { groupOf[$0] }))
        }
        var callables: [Int] = []
        var isAnyOpen = false
        while true {
            let reach = finder.reach(of: id, callables: callables, isOpen: isAnyOpen)
            let touched = Set(reach.globals.compactMap { groupOf[$0] })
            let members = touched.flatMap { groups[$0]?.members ?? [] }
            let found = Set(touched.flatMap { groups[$0]?.callables ?? [] }).sorted()
            let foundOpen = !found.isEmpty || (reach.globals + members).contains { isOpen[$0] }
            if found == callables, foundOpen == isAnyOpen { return (reach, touched) }
            (callables, isAnyOpen) = (found, foundOpen)
        }
    }

    private mutating func join(_ members: Set<Int>, _ touched: Set<Int>, callables: [Int]) {
        guard let name = members.min() else { return }
        var all = Group(members: members, callables: Set(callables))
        for group in touched { all.callables.formUnion(groups.removeValue(forKey: group)?.callables ?? []) }
        groups[name] = all
        for member in members { groupOf[member] = name }
    }
}
