import Diagnostics

/// What the checker finds. Where the Swift compiler has words for a mistake, the English wording is the compiler's.
enum CheckerMessage: DiagnosticMessage {
    case syntax(String)
    case notInScope(String, suggestion: String?)
    case typeNotInScope(String, suggestion: String?)
    case noMember(type: String, name: String, suggestion: String?)
    case noImplicitMember(type: String, name: String, suggestion: String?)
    case cannotConvert(from: String, to: String)
    case cannotConvertArgument(from: String, to: String)
    case cannotConvertReturn(from: String, to: String)
    case cannotConvertAssignment(from: String, to: String)
    case condition(String)
    case binaryOperands(String, String, String)
    case unaryOperand(String, String)
    case unknownOperator(String)
    case missingArgument(String)
    case extraArgument
    case argumentLabels(expected: String, got: String)
    case noExactMatch(String)
    case candidate(String)
    case notCallable(String)
    case constant(String)
    case propertyIsReadOnly(String)
    case notAssignable
    case cannotInferClosureParameter(String)
    case closureParameters(expected: Int, got: Int)
    case cannotInfer(String)
    case emptyCollection
    case nilNeedsContext
    case tryMissing
    case tryUnneeded
    case throwsNotHandled
    case unwrapNonOptional(String)
    case optionalMustBeUnwrapped(String, wrapped: String)
    case chainOnNonOptional(String)
    case notASequence(String)
    case noSubscript(String)
    case tupleCount(expected: Int, got: Int)
    case redeclaration(String)
    case declaredHere(String)
    case missingReturn(String)
    case returnOutsideFunction
    case loopControlOutside(String)
    case usedBeforeDeclaration(String)
    case usedBeforeInitialisation(String)
    case unusedResult(String)
    case unusedExpression
    case neverMutated(String)
    case neverUsed(String)
    case unreachable
    case requiresConformance(String, type: String, protocolName: String)
    case unsupported(Feature)
    case unsupportedName(String, reason: Feature)
    case unknownHistoryKey(String, known: [String], suggestion: String?)
    case integerTooLarge(String)
    case expectedFailure
    case genericArguments(String, expected: Int)
    case switchNotExhaustive
    case typeAnnotationMissing
    case missingAmpersand
    case needlessAmpersand
    case builderStatement
    case initializerNotOptional(String)
    case guardFallsThrough
    case tooDeep

    /// What the language has and cells do not, by name.
    enum Feature: Sendable, Hashable {
        case concurrency, macros, pointers, files, imports, typeDeclarations, generics, errorHandling, deferStatement
        case patterns, accessors, keyPaths, operatorDeclarations, conditionalCompilation, attributes, slices
        case other(String)
    }

    var id: String {
        let name = Mirror(reflecting: self).children.first?.label ?? "\(self)"
        return name.reduce(into: "") { text, character in
            if character.isUppercase { text += "-" }
            text += character.lowercased()
        }
    }
}
