import Synchronization

/// The library's declarations by position. Those of the table are decoded one by one when they are first asked for: a
/// notebook uses some dozens of them, and every worker starts anew.
package struct DeclarationList: Sendable {
    /// What a declaration is found by.
    struct Heading: Sendable {
        var kind: Declaration.Kind
        var owner: String?
        var name: String
    }

    private let storage: Storage

    init(_ declarations: [Declaration]) {
        storage = Storage(declarations) { _ in preconditionFailure("every declaration is there") }
    }

    /// - Parameter decode: Makes the declaration at a position; asked once for each.
    init(count: Int, decode: @escaping @Sendable (Int) -> Declaration) {
        storage = Storage(Array(repeating: nil, count: count), decode)
    }

    package subscript(index: Int) -> Declaration { storage[index] }

    private final class Storage: Sendable {
        private let known: Mutex<[Declaration?]>
        private let decode: @Sendable (Int) -> Declaration

        init(_ known: [Declaration?], _ decode: @escaping @Sendable (Int) -> Declaration) {
            self.known = Mutex(known)
            self.decode = decode
        }

        subscript(index: Int) -> Declaration {
            known.withLock { known in
                if let declaration = known[index] { return declaration }
                let declaration = decode(index)
                known[index] = declaration
                return declaration
            }
        }
    }
}
