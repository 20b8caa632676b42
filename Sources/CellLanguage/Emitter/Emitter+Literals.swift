import Bytecode
import Diagnostics

/// Literals of numbers, texts and collections.
extension FunctionEmitter {
    func emitInteger(_ value: Int128, _ type: Type, _ expression: Expression, into result: Place) {
        switch lowered(type) {
        case .double: load(Int(bitPattern: UInt(Double(value).bitPattern)), into: result.bits)
        case .float: load(Int(Float(value).bitPattern), into: result.bits)
        case .int, .integer: load(Int(truncatingIfNeeded: value), into: result.bits)
        default:
            emitLiteral(
                "integerLiteral", Expression(.integer(value), .int, expression.range), type, .double, expression,
                into: result)
        }
    }

    func emitFloat(_ value: Double, _ type: Type, _ expression: Expression, into result: Place) {
        switch lowered(type) {
        case .double: load(Int(bitPattern: UInt(value.bitPattern)), into: result.bits)
        case .float: load(Int(Float(value).bitPattern), into: result.bits)
        default:
            emitLiteral(
                "floatLiteral", Expression(.float(value), .double, expression.range), type, nil, expression,
                into: result)
        }
    }

    func emitText(_ text: String, _ type: Type, _ expression: Expression, into result: Place) {
        switch lowered(type) {
        case .string, .character: append(Instruction(.loadString, result.refs, builder.constant(text)))
        case .substring:
            append(Instruction(.loadString, result.refs, builder.constant(text)))
            intrinsic("string.toSubstring", result, builder.typeList([]), extent: Layout(0, 1))
        default:
            emitLiteral(
                "stringLiteral", Expression(.string(text), .string, expression.range), type, nil, expression,
                into: result)
        }
    }

    /// A type made from a literal by its own initialiser: `Tensor(integerLiteral: 1)`.
    func emitLiteral(
        _ label: String, _ argument: Expression, _ type: Type, _ other: Type?, _ expression: Expression,
        into result: Place
    ) {
        let found = builder.checker.initializers(of: type).first { $0.decl.parameters.first?.label == label }
        guard let found else { return }
        let known = builder.checker.selfSubstitution(found.decl, type)
        if let wanted = found.decl.parameters.first?.type.substituting(known) { argument.type = wanted }
        let call = Expression.Call(decl: found.decl, substitution: known, arguments: [argument])
        _ = emit(Expression(.call(call), type, expression.range), into: result)
    }

    func emitInterpolation(_ parts: [Expression], into result: Place) {
        var isFirst = true
        for part in parts {
            if case .string("") = part.kind { continue }
            scoped {
                let text = description(of: part)
                append(
                    isFirst
                        ? Instruction(.moveRef, result.refs, text)
                        : Instruction(.stringConcat, result.refs, result.refs, text))
            }
            isFirst = false
        }
        if isFirst { append(Instruction(.loadString, result.refs, builder.constant(""))) }
    }

    /// The register of a value's text.
    func description(of value: Expression, debug: Bool = false) -> Int {
        let type = type(value)
        if type == .string, !debug { return emit(value).refs }
        let layout = layout(value)
        let window = allocate(Layout(layout.bits, max(1, layout.refs)))
        _ = emit(value, into: window)
        intrinsic(
            debug ? "describeForDebugging" : "describe", window, builder.typeList([lowered(type)]), extent: layout)
        return window.refs
    }

    func emitArray(_ elements: [Expression], _ type: Type, _ expression: Expression, into result: Place) {
        guard case .nominal(let name, let arguments) = type else { return }
        guard name == "Array" else {
            let element =
                elements.first?.type ?? builder.checker.inference.resolve(.member(type, "ArrayLiteralElement"))
            let list = Expression(.array(elements), .array(resolved(element)), expression.range)
            emitCollectionLiteral("arrayLiteral", list, type, expression, into: result)
            return
        }
        let layout = layout(arguments[0])
        // Built apart: an element may still read the variable that the array is assigned to.
        let list = allocate(Layout(0, 1)).refs
        append(Instruction(.arrayNew, list, layout.bits, layout.refs))
        for element in elements {
            scoped {
                let place = allocate(layout)
                _ = emit(element, into: place)
                arrayAppend(list, place, layout)
            }
        }
        append(Instruction(.takeRef, result.refs, list))
    }

    /// A set, or another type that is made from an array literal.
    func emitCollectionLiteral(
        _ label: String, _ list: Expression, _ type: Type, _ expression: Expression, into result: Place
    ) {
        let found = builder.checker.initializers(of: type).first {
            $0.decl.parameters.count == 1 && $0.decl.parameters[0].label == label
        }
        guard let found else { return }
        let known = builder.checker.selfSubstitution(found.decl, type)
        let wanted = resolved(found.decl.parameters[0].type.substituting(known))
        list.type = wanted
        let call = Expression.Call(decl: found.decl, substitution: known, arguments: [list])
        _ = emit(Expression(.call(call), type, expression.range), into: result)
    }

    func arrayAppend(_ array: Int, _ place: Place, _ layout: Layout) {
        switch (layout.bits, layout.refs) {
        case (1, 0): append(Instruction(.arrayAppendBits, place.bits, array))
        case (0, 1): append(Instruction(.arrayAppendRef, place.refs, array))
        default: append(Instruction(.arrayAppend, place.bits, array, n: place.refs), extent: layout)
        }
    }

    func emitDictionary(
        _ pairs: [(Expression, Expression)], _ type: Type, _ expression: Expression, into result: Place
    ) {
        guard case .nominal(let name, let arguments) = type else { return }
        guard name == "Dictionary" else {
            let tuples = pairs.map { key, value in
                Expression(
                    .tuple([key, value]),
                    .tuple([Type.Element(nil, self.type(key)), Type.Element(nil, self.type(value))]), key.range)
            }
            emitCollectionLiteral(
                "dictionaryLiteral",
                Expression(.array(tuples), .array(tuples.first?.type ?? .void), expression.range), type, expression,
                into: result)
            return
        }
        let list = builder.typeList(arguments.map(lowered))
        let object = allocate(Layout(0, 1))
        intrinsic("dictionary.new", object, list, extent: Layout(0, 0))
        for (key, value) in pairs {
            scoped {
                let (keyLayout, valueLayout) = (layout(key), layout(value))
                let incoming = Layout(0, 1) + keyLayout + valueLayout
                let window = allocate(incoming)
                _ = emit(key, into: window.moved(by: Layout(0, 1)))
                _ = emit(value, into: window.moved(by: Layout(0, 1) + keyLayout))
                append(Instruction(.takeRef, window.refs, object.refs))
                intrinsic("dictionary.insertNew", window, list, extent: incoming)
                append(Instruction(.takeRef, object.refs, window.refs))
            }
        }
        append(Instruction(.takeRef, result.refs, object.refs))
    }

    func emitLookUp(_ base: Expression, _ key: Expression, _ layout: Layout, into result: Place) {
        guard case .nominal(_, let arguments) = type(base) else { return }
        let incoming = Layout(0, 1) + self.layout(arguments[0])
        let window = allocate(incoming.union(layout))
        _ = emit(base, into: window)
        _ = emit(key, into: window.moved(by: Layout(0, 1)))
        intrinsic("dictionary.get", window, builder.typeList(arguments.map(lowered)), extent: incoming)
        move(window, to: result, layout, takes: true)
    }
}
