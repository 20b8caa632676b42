import Diagnostics
import SwiftSyntax

/// Properties made of a hidden one and accessors: lazy ones, and inherited ones with observers.
extension Checker {
    /// `lazy var`: a hidden optional, and accessors that fill it when it is first read.
    func lazyProperty(
        _ decl: Decl, _ binding: PatternBindingSyntax, _ annotation: Type?, _ home: Home, _ box: CheckBox
    ) {
        guard let initializer = binding.initializer else {
            report(.lazyNeedsValue, at: decl.range ?? SourceRange(at: 0))
            return
        }
        let hidden = Decl(
            kind: .property, name: "$__lazy_storage_$_\(decl.name)", owner: home.nominal,
            implementation: .stored(home.nominal.stored.count))
        hidden.hasSetter = true
        hidden.isPrivate = true
        let property = Nominal.StoredProperty(
            name: hidden.name, type: .error, isLet: false, decl: hidden, hasInitial: true)
        home.nominal.stored.append(property)
        decl.isLazy = true
        decl.isMutating = !home.isClass
        decl.hasSetter = true
        let context = FunctionContext(
            name: decl.name, parent: home.nominal.owner, result: annotation ?? .error, mayThrow: false)
        let items = CodeBlockItemListSyntax([CodeBlockItemSyntax(item: .expr(initializer.value))])
        let getter = body(
            decl, context, items, initializer.value.lastToken(viewMode: .sourceAccurate) ?? .endOfFileToken(), home,
            nil, parameters: [])
        let place = range(initializer.value)
        getter.check = { [unowned self, unowned getter] in
            let outer = (self.scopes, self.environment, self.function, pending, pendingVariables, isInTry, isCaught)
            (pending, pendingVariables, isInTry, isCaught) = ([], [], false, false)
            self.function = context
            let scope = Scope()
            scope.member = MemberScope(
                nominal: home.nominal, selfType: home.selfType, selfVariable: getter.selfVariable)
            self.scopes.append(scope)
            let value =
                annotation.map { self.check(initializer.value, to: $0, .annotation) }
                ?? self.check(initializer.value, expected: nil)
            finish()
            let type = annotation ?? value.type
            decl.result = type
            context.result = type
            hidden.result = .optional(type)
            property.type = .optional(type)
            if let own = getter.selfVariable {
                let me = Expression(.variable(own), home.selfType, place)
                let substitution = selfSubstitution(hidden, home.selfType)
                let read = Expression(
                    .call(Expression.Call(decl: hidden, substitution: substitution, arguments: [me])), .optional(type),
                    place)
                let known = Variable(
                    name: "$known", type: type, isLet: true, range: SourceRange(at: place.lower), owner: context)
                let made = Variable(
                    name: "$made", type: type, isLet: true, range: SourceRange(at: place.lower), owner: context)
                let wrapped = Expression(.wrap(Expression(.variable(made), type, place)), .optional(type), place)
                getter.statements = [
                    .if([.bind(known, read)], [.return(Expression(.variable(known), type, place))], []),
                    .declare(.variable(made), value),
                    .expression(Expression(.assign(read, wrapped), .void, place)),
                    .return(Expression(.variable(made), type, place)),
                ]
            }
            getter.isChecked = true
            (self.scopes, self.environment, self.function, pending, pendingVariables, isInTry, isCaught) = outer
        }
        // The scopes of the declaration, for a type that is asked for early.
        let scopes = scopes
        let environment = environment
        let offset = offset
        if annotation == nil {
            decl.pendingType = { [unowned self, unowned decl] in
                decl.pendingType = nil
                let outer = (self.scopes, self.environment, self.offset)
                (self.scopes, self.environment, self.offset) = (scopes, environment, offset)
                checkBody(of: decl)
                (self.scopes, self.environment, self.offset) = outer
            }
        } else {
            property.type = .optional(annotation ?? .error)
            hidden.result = property.type
        }
        property.initial = Expression(.nil, .error, place)
        decl.implementation = .user(getter)
        decl.lazyStorage = hidden
        home.nominal.members[hidden.name] = [hidden]
        add(decl, to: home, CheckBox())
        box.checks.append { [unowned self] in
            let outer = (self.scopes, self.environment, self.offset)
            (self.scopes, self.environment, self.offset) = (scopes, environment, offset)
            checkBody(of: decl)
            (self.scopes, self.environment, self.offset) = outer
        }
    }

    /// `override var x { didSet { … } }`: the inherited property with observers around it.
    func overriddenObservers(_ decl: Decl, _ accessors: Accessors, _ home: Home, _ box: CheckBox) {
        guard let superclass = superclass(of: home.selfType),
            let inherited = members(of: superclass, named: decl.name, isStatic: false).first(where: {
                $0.decl.kind == .property
            })
        else {
            report(.overridesNothing("property"), at: decl.range ?? SourceRange(at: 0))
            return
        }
        inherited.decl.pendingType?()
        let known = selfSubstitution(inherited.decl, inherited.base)
        let type = inherited.decl.result.substituting(known)
        decl.result = type
        decl.hasSetter = true
        accessorBodies(decl, accessors, home)
        // The observers become methods that the setter calls.
        let observers = [decl.willSet, decl.didSet].map { body in
            body.map { Decl(kind: .function, name: decl.name, owner: home.nominal, implementation: .user($0)) }
        }
        (decl.willSet, decl.didSet) = (nil, nil)
        let place = SourceRange(at: decl.range?.lower ?? 0)
        func context(_ result: Type) -> (FunctionContext, Variable) {
            let context = FunctionContext(name: decl.name, parent: home.nominal.owner, result: result, mayThrow: false)
            let own = Variable(name: "self", type: home.selfType, isLet: true, range: place, owner: context)
            context.parameters = [own]
            context.selfVariable = own
            contexts.append(context)
            return (context, own)
        }
        func above(_ own: Variable) -> Expression {
            let base = Expression(.convert(Expression(.variable(own), home.selfType, place)), superclass, place)
            let call = Expression.Call(decl: inherited.decl, substitution: known, arguments: [base], isDirect: true)
            return Expression(.call(call), type, place)
        }
        func body(_ context: FunctionContext, _ own: Variable, _ statements: [Statement]) -> FunctionBody {
            let body = FunctionBody(context: context, items: [], end: .endOfFileToken())
            body.selfVariable = own
            body.statements = statements
            body.isChecked = true
            return body
        }
        let (getter, readSelf) = context(type)
        decl.implementation = .user(body(getter, readSelf, [.return(above(readSelf))]))
        let (setter, writeSelf) = context(.void)
        let new = Variable(name: "newValue", type: type, isLet: true, range: place, owner: setter)
        let old = Variable(name: "oldValue", type: type, isLet: true, range: place, owner: setter)
        setter.parameters.append(new)
        func notify(_ observer: Decl?, _ value: Variable) -> [Statement] {
            guard let observer else { return [] }
            let arguments = [
                Expression(.variable(writeSelf), home.selfType, place), Expression(.variable(value), type, place),
            ]
            let call = Expression.Call(
                decl: observer, substitution: selfSubstitution(observer, home.selfType), arguments: arguments,
                isDirect: true)
            return [.expression(Expression(.call(call), .void, place))]
        }
        decl.setBody = body(
            setter, writeSelf,
            [.declare(.variable(old), above(writeSelf))] + notify(observers[0], new)
                + [
                    .expression(
                        Expression(.assign(above(writeSelf), Expression(.variable(new), type, place)), .void, place))
                ]
                + notify(observers[1], old))
        add(decl, to: home, box)
        for observer in observers.compactMap({ $0 }) { box.checks.append { [unowned self] in checkBody(of: observer) } }
    }
}
