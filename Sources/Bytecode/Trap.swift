package import Diagnostics

/// Why the machine stopped. The wording stands in `Trap+Message.swift`.
package enum TrapKind: Int, CaseIterable, Sendable {
    case indexOutOfRange, overflow, divisionByZero, nilUnwrapped, stackOverflow, notRepresentable, invalidRange
    case duplicateKey, readBeforeInitialisation, emptyCollection, unreachable
    case fatalError, preconditionFailed, assertionFailed, unexpectedError, castFailed, negativeCount, invalidIndex
    /// More memory, or more steps, than a cell may take.
    case memoryExceeded, stepLimitReached
}

/// A failure of a running cell: what happened, and where, innermost place first.
package struct CellFailure: Error {
    package enum Cause {
        case trap(TrapKind, detail: String?)
        /// Thrown or raised by the library.
        case library(any Error)
    }
    package var cause: Cause
    /// The places in the notebook's file that were being run, innermost first, with the names of their functions.
    package var stack: [(function: String, range: SourceRange)]

    package init(cause: Cause, stack: [(function: String, range: SourceRange)]) {
        self.cause = cause
        self.stack = stack
    }
}

/// An error of the notebook that nobody caught.
package struct UncaughtError: Error, CustomStringConvertible {
    /// The name of its type, and what `print(error)` writes.
    package var typeName: String
    package var description: String
    /// Stays with its machine, which one thread runs.
    nonisolated(unsafe) let box: AnyObjectBox
}

/// Thrown by intrinsics and host functions; the machine adds the place.
package struct Trap: Error {
    package var kind: TrapKind
    package var detail: String?
    package init(_ kind: TrapKind, _ detail: String? = nil) {
        self.kind = kind
        self.detail = detail
    }
}
