/// Changes that an expression makes where it stands.
enum Mutations {
    /// The first assignment or passing of a place, bodies of closures apart: those run for what is handed to them.
    static func first(in expression: Expression) -> Expression? {
        switch expression.kind {
        case .assign, .compoundAssign, .inoutPlace: expression
        default: expression.children.lazy.compactMap(first).first
        }
    }
}
