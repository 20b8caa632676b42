import Diagnostics

/// What the checker finds. Where the Swift compiler has words for a mistake, the English wording is the compiler's.
enum CheckerMessage: DiagnosticMessage {
    case syntax(String)
    /// What the parser says of a line that is written as in another language.
    case foreignSyntax(String, ForeignSyntax)
    case notInScope(String, suggestion: String?)
    /// The left side of an assignment.
    case notDeclared(String)
    case typeNotInScope(String, suggestion: String?)
    case noMember(type: String, name: String, suggestion: String?)
    case noImplicitMember(type: String, name: String, suggestion: String?)
    case cannotConvert(from: String, to: String)
    case cannotConvertArgument(from: String, to: String)
    case cannotConvertReturn(from: String, to: String)
    case cannotConvertAssignment(from: String, to: String)
    case cannotConvertClosureResult(from: String, to: String)
    case doesNotConform(String, protocolName: String, isArgument: Bool, suggestion: String?)
    case notConforming(String, protocolName: String)
    case heterogeneous(String, String)
    case nilNotAllowed(String)
    case ternaryMismatch(String, String)
    case branchMismatch(String, String)
    case argumentOrder(String, before: String)
    case missingLabels(String)
    case extraLabels(String)
    case binaryOperands(String, String, String)
    case unaryOperand(String, String)
    case unknownOperator(String)
    case missingArgument(String)
    case extraArgument(String?)
    case argumentLabels(expected: String, got: String)
    case missingLabel(String)
    case noInitializer(String)
    case protocolInstantiated(String)
    case ambiguous(String)
    case noContext(String)
    case noExactMatch(String)
    case candidate(String)
    case notCallable(String)
    case constant(String, Change)
    case propertyIsReadOnly(String)
    case notAssignable
    case cannotInferClosureParameter(String)
    case closureParameters(expected: Int, got: Int)
    case cannotInfer(String)
    case emptyCollection
    case nilNeedsContext
    case unwrapNonOptional(String)
    case optionalMustBeUnwrapped(String, wrapped: String)
    case chainOnNonOptional(String)
    case notASequence(String)
    case noSubscript(String)
    case tupleCount(expected: Int, got: Int)
    case redeclaration(String)
    case declaredHere(String)
    case usedBeforeDeclaration(String)
    case unusedClosure
    case requiresConformance(String, type: String, protocolName: String)
    case unsupported(Feature)
    case unsupportedName(String, reason: Feature)
    case unknownHistoryKey(String, known: [String], suggestion: String?)
    case integerTooLarge(String, type: String)
    case expectedFailure
    case declaredBelow(String)
    case inlineShowsNothing
    case inlineChanges
    case genericArguments(String, expected: Int)
    case requiresSameType(String, String, String)
    case requiresInheritance(String, type: String, superclass: String)
    case existentialDoesNotConform(String)
    case protocolNeedsAny(String)
    case notAProtocol(String)
    case noMemberType(String, of: String)
    case typeAsValue
    case inaccessible(String)
    case immutableSelf
    case subscriptIsReadOnly
    case partialMutating(String)
    case staticThroughInstance(String, type: String)
    case instanceMemberOnType(String, type: String)
    case superOutsideClass
    case cannotInferKeyPath
    case typeAnnotationMissing
    case missingAmpersand
    case needlessAmpersand
    case builderStatement
    case initializerNotOptional(String)
    case tooDeep
    /// More attempts than anyone waits for.
    case tooComplex
    /// A generic function or type that uses itself with ever larger types.
    case endlessInstances(String)
    /// A type that takes more registers than a function can have.
    case typeTooLarge
    /// Too many values at a time.
    case functionTooLarge

    /// How something that is constant would be changed.
    enum Change { case assignment, property, `subscript`, member, argument, `operator` }

    /// Whether more context could have made it right.
    var needsContext: Bool {
        switch self {
        case .cannotInferKeyPath, .cannotInfer, .noContext, .ambiguous, .cannotInferClosureParameter: true
        default: false
        }
    }

    /// What the language has and cells do not, by name.
    enum Feature: Sendable, Hashable {
        case concurrency, macros, pointers, files, coding, imports, reflection, unseededRandomness
        case patterns, keyPaths, conditionalCompilation, attributes, opaqueTypes, parameterPacks, typedThrows
        case weakReferences, deinitializers, propertyWrappers, lazyLocals, staticObservers
        case staticOverride, functionCasts, existentialMetatypes, genericOverride, dynamicSelf, subclassOfLibrary,
            regularExpressions
        case other(String)
    }

    var id: String { messageName(of: self) }
}

/// The name of an enum's case in kebab case.
func messageName(of message: some DiagnosticMessage) -> String {
    let name = Mirror(reflecting: message).children.first?.label ?? "\(message)"
    return name.reduce(into: "") { text, character in
        if character.isUppercase { text += "-" }
        text += character.lowercased()
    }
}
