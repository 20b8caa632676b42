import Notebook

/// What a run may take.
package struct RunLimits: Hashable, Sendable {
    /// Seconds for each cell that says nothing else itself.
    package var cellTime: Double?
    /// Seconds for all cells of a notebook that says nothing else itself.
    package var notebookTime: Double?
    /// MiB for the process that runs a notebook.
    package var memory: Int?

    package init(cellTime: Double? = nil, notebookTime: Double? = nil, memory: Int? = nil) {
        self.cellTime = cellTime
        self.notebookTime = notebookTime
        self.memory = memory
    }

    /// The limits of one notebook: what its front matter says goes first.
    func of(_ notebook: Notebook) -> RunLimits {
        RunLimits(
            cellTime: notebook.frontMatter.timeout ?? cellTime,
            notebookTime: notebook.frontMatter.notebookTimeout ?? notebookTime, memory: memory)
    }
}
