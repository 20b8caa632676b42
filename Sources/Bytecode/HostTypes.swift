package import Keeping

/// Which types of the library can be kept, by the names that cells know them by.
package struct HostTypes: Sendable {
    package struct Entry: Sendable {
        package let name: String
        let isPlainValue: Bool
        let restore: @Sendable (KeptReader) throws -> HostObject

        package init<Value: HostedValue & Keepable & SendableMetatype>(_ type: Value.Type) {
            name = Value.interfaceName
            isPlainValue = Value.isPlainValue
            restore = { Hosted(try Value.restored(from: $0)) }
        }
    }

    private let entries: [String: Entry]
    private let plain: Set<String>

    /// - Parameter plain: Further types that hold nothing that can be shared; their values cannot be kept.
    package init(_ entries: [Entry], plain: Set<String> = []) {
        self.entries = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0) })
        self.plain = plain.union(entries.filter(\.isPlainValue).map(\.name))
    }

    subscript(name: String) -> Entry? { entries[name] }

    /// Whether a value of the type may hold an object that somebody else can change.
    package func isShared(_ type: RuntimeType) -> Bool {
        type.contains {
            switch $0 {
            case .function, .existential: true
            case .nominal(let info): info.kind == .class
            case .host(let name): !plain.contains(name)
            default: false
            }
        }
    }

    /// Whether a value of the type may be of more types than its own says, or may call code of the notebook.
    package func isOpen(_ type: RuntimeType) -> Bool {
        type.contains {
            switch $0 {
            case .function, .existential: true
            case .nominal(let info): info.kind == .class
            default: false
            }
        }
    }
}
