import Bytecode
import Diagnostics

/// Values whose type is known only when they are there: boxes, and what is asked of them.
extension FunctionEmitter {
    func emitErase(_ value: Expression, into result: Place) {
        let type = type(value)
        if type.isExistential {
            _ = emit(value, into: result)
            return
        }
        let place = allocate(layout(value))
        _ = emit(value, into: place)
        append(Instruction(.erase, result.refs, place.bits, place.refs, n: builder.box(type)))
    }

    func emitCast(
        _ cast: Expression.Cast, _ value: Expression, _ target: Type, _ type: Type, into result: Place
    ) {
        let target = resolved(target)
        let box = allocate(Layout(0, 1))
        emitErase(value, into: box)
        let layout = layout(Type.optional(target))
        let window = allocate(layout.union(Layout(1, 1)))
        append(Instruction(.moveRef, window.refs, box.refs))
        if case .existential(let names) = target {
            // The box stays; whether its type conforms is all that is asked.
            for name in names {
                let next = Label()
                scoped {
                    let text = allocate(Layout(1, 2))
                    append(Instruction(.moveRef, text.refs, box.refs))
                    append(Instruction(.loadString, text.refs + 1, builder.constant(name)))
                    intrinsic("conforms", text, builder.typeList([]), extent: Layout(0, 2))
                    jump(.jumpIf, to: next, text.bits)
                }
                append(Instruction(.clearRef, window.refs))
                mark(next)
            }
        } else if target != .any {
            _ = builder.box(target)
            intrinsic("cast", window, builder.typeList([lowered(target)]), extent: Layout(0, 1))
        }
        let optional = Type.optional(target)
        switch cast {
        case .test:
            if isPlainOptional(optional) {
                append(Instruction(.isNilRef, result.bits, window.refs))
                append(Instruction(.notBool, result.bits, result.bits))
            } else {
                append(Instruction(.moveBits, result.bits, window.bits))
            }
        case .optional: move(window, to: result, layout, takes: true)
        case .forced:
            if isPlainOptional(optional) {
                append(Instruction(.trapIfNilRef, TrapKind.castFailed.rawValue, window.refs))
            } else {
                append(Instruction(.trapIfNot, TrapKind.castFailed.rawValue, window.bits))
            }
            move(payload(window, optional), to: result, self.layout(target), takes: true)
        }
    }

    func emitDynamicType(_ value: Expression, into result: Place) {
        let box = allocate(Layout(1, 1))
        emitErase(value, into: box)
        intrinsic("dynamicType", box, builder.typeList([]), extent: Layout(0, 1))
        append(Instruction(.moveBits, result.bits, box.bits))
    }
}
