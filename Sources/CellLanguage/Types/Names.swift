import Diagnostics

// swift-syntax has types of the same names; in this room ours are meant.
typealias SourceRange = Diagnostics.SourceRange
typealias Diagnostic = Diagnostics.Diagnostic
typealias DiagnosticMessage = Diagnostics.DiagnosticMessage
typealias DiagnosticNote = Diagnostics.DiagnosticNote
typealias FixIt = Diagnostics.FixIt
typealias Severity = Diagnostics.Severity
