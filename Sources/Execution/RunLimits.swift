/// What a run may take.
package struct RunLimits: Hashable, Sendable {
    /// Seconds for each cell that says nothing else itself.
    package var cellTime: Double?
    /// MiB for the process that runs a notebook.
    package var memory: Int?

    package init(cellTime: Double? = nil, memory: Int? = nil) {
        self.cellTime = cellTime
        self.memory = memory
    }
}
