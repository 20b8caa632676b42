/// What a notebook had and its new form has no place for.
package struct LeftOut: Hashable, Sendable {
    /// How many outputs.
    package var outputs = 0
    /// Tags of cells that mean nothing here.
    package var tags: Set<String> = []

    package init() {}

    package var isEmpty: Bool { outputs == 0 && tags.isEmpty }
}
