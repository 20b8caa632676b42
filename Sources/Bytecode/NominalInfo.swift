/// A struct, enum or class as the machine must know it: how its values lie in registers, how they are printed, compared
/// and hashed, and which functions its methods are. One object for each type with its arguments; types refer to
/// themselves, so it is filled in after it is made and does not change once the program runs.
package final class NominalInfo: @unchecked Sendable {
    package enum Kind: Sendable { case `struct`, `enum`, `class` }

    package struct Field: Sendable {
        package var name: String
        package var type: RuntimeType
        package init(name: String, type: RuntimeType) {
            self.name = name
            self.type = type
        }
    }

    package struct Case: Sendable {
        package var name: String
        package var payload: [RuntimeType.Element]
        /// The payload stands in an object of its own.
        package var isIndirect: Bool
        package init(name: String, payload: [RuntimeType.Element], isIndirect: Bool) {
            self.name = name
            self.payload = payload
            self.isIndirect = isIndirect
        }
    }

    package let id: Int
    /// With the types it is nested in: `Outer.Inner`.
    package var qualifiedPath = ""
    /// Whether the fields of a class are known.
    package var isLaidOut = false
    /// As Swift prints it: `Stack<Int>`.
    package let name: String
    package let kind: Kind
    /// Of the standard library: printed without a module's name.
    package let isLibrary: Bool
    /// The registers of a value; a class instance is one reference.
    package var layout: Layout
    /// Of a class: the registers of its stored properties, inherited ones first.
    package var instanceLayout = Layout(0, 0)
    /// Stored properties, of a class the inherited ones first.
    package var fields: [Field] = []
    package var cases: [Case] = []
    package var superclass: NominalInfo?
    /// Functions of overridden methods, by slot.
    package var vtable: [Int] = []
    /// Functions written in the notebook: `description`, `debugDescription`, `==`, `hash(into:)`, `<`.
    package var description: Int?
    package var debugDescription: Int?
    package var equal: Int?
    package var hash: Int?
    package var less: Int?

    package init(id: Int, name: String, kind: Kind, isLibrary: Bool, layout: Layout) {
        self.id = id
        self.name = name
        self.kind = kind
        self.isLibrary = isLibrary
        self.layout = layout
    }

    package func inherits(from other: NominalInfo) -> Bool {
        var current: NominalInfo? = self
        while let info = current {
            if info === other { return true }
            current = info.superclass
        }
        return false
    }
}

extension NominalInfo: Hashable {
    package static func == (a: NominalInfo, b: NominalInfo) -> Bool { a === b }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
