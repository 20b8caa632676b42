import Bytecode
import Diagnostics

/// Optionals, and what makes them of errors.
extension FunctionEmitter {
    func isPlainOptional(_ type: Type) -> Bool {
        resolved(type).wrapped.map { lowered($0).isPlainReference } ?? false
    }

    /// Where the wrapped value lies in an optional's registers.
    func payload(_ optional: Place, _ type: Type) -> Place {
        isPlainOptional(type) ? optional : optional.moved(by: Layout(1, 0))
    }

    func jumpIfNil(_ optional: Place, _ type: Type, to label: Label) {
        if isPlainOptional(type) {
            jump(.jumpNilRef, to: label, optional.refs)
        } else {
            jump(.jumpIfNot, to: label, optional.bits)
        }
    }

    func emitWrap(_ value: Expression, _ type: Type, into result: Place) {
        let place = payload(result, type)
        _ = emit(value, into: place)
        if place != result { load(1, into: result.bits) }
    }

    func emitCoalesce(_ optional: Expression, _ fallback: Expression, _ type: Type, into result: Place) {
        let (none, done) = (Label(), Label())
        let layout = layout(type)
        scoped {
            let place = emit(optional)
            let optionalType = self.type(optional)
            jumpIfNil(place, optionalType, to: none)
            if type == optionalType {
                move(place, to: result, layout)
            } else {
                move(payload(place, optionalType), to: result, layout)
            }
        }
        jump(.jump, to: done)
        mark(none)
        scoped { _ = emit(fallback, into: result) }
        mark(done)
    }

    func emitChain(
        _ base: Expression, _ variable: Variable, _ rest: Expression, _ type: Type, into result: Place
    ) {
        let (none, done) = (Label(), Label())
        let baseType = self.type(base)
        let isChange = rest.changesPlace(of: variable)
        scoped {
            // A part of a value is changed in its place: taken out, changed, put back.
            let accessor = isChange && !builder.checker.isClass(variable.type) ? accessor(base) : nil
            let place: Place
            if let accessor {
                place = allocate(layout(baseType))
                accessor.take(place)
            } else {
                place = emit(base)
            }
            let missing = Label()
            jumpIfNil(place, baseType, to: missing)
            let value = bind(variable)
            if variable.isBoxed {
                storeBox(value, payload(place, baseType), layout(variable), at: Layout(0, 0))
            } else {
                move(payload(place, baseType), to: value, layout(variable), takes: accessor != nil)
            }
            if isVoidOptional(type) {
                _ = emit(rest)
                load(1, into: result.bits)
            } else {
                _ = emit(rest, into: result)
            }
            if let accessor {
                read(variable, into: payload(place, baseType))
                accessor.put(place)
            }
            jump(.jump, to: done)
            mark(missing)
            accessor?.put(place)
        }
        mark(none)
        clear(result, layout(type))
        mark(done)
    }

    func isVoidOptional(_ type: Type) -> Bool { resolved(type) == .optional(.void) }

    // MARK: try? and try!

    func emitTryOptional(_ value: Expression, _ type: Type, into result: Place) {
        let error = allocate(Layout(0, 1))
        let (failed, done) = (Label(), Label())
        protected(error.refs, failed) { scoped { _ = emit(value, into: result) } }
        jump(.jump, to: done)
        mark(failed)
        append(Instruction(.clearRef, error.refs))
        clear(result, layout(type))
        mark(done)
    }

    func emitTryForce(_ value: Expression, into result: Place) {
        let error = allocate(Layout(0, 1))
        let (failed, done) = (Label(), Label())
        protected(error.refs, failed) { scoped { _ = emit(value, into: result) } }
        jump(.jump, to: done)
        mark(failed)
        append(Instruction(.trapError, error.refs))
        mark(done)
    }
}
