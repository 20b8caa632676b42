package import Diagnostics

/// What a check found about one lesson, for reports that other tools read.
package struct CheckSummary: Sendable {
    package enum Outcome: String, Sendable {
        /// Only the static check was made, and found nothing.
        case checked
        case same, different, skipped, unrecorded, unreadable, cancelled
        case typeError = "type-error"
        /// A cell that has to succeed failed.
        case failed
        /// Two runs of the same notebook were not alike.
        case nondeterministic
    }

    /// A cell that the check was about.
    package struct Cell: Hashable, Sendable {
        package var id: String
        /// As people know it: the label, else the number.
        package var name: String
        /// Of the opening fence, from 1; 0 when it is not in the file.
        package var line: Int

        package init(id: String, name: String, line: Int) {
            self.id = id
            self.name = name
            self.line = line
        }
    }

    package struct Problem: Sendable {
        /// `nil` for what concerns the whole lesson.
        package var cell: String?
        /// From 1; 0 where there is no place.
        package var line: Int
        package var column: Int
        package var isWarning: Bool
        /// A stable name: of the finding, the diagnostic or the error.
        package var id: String
        /// One sentence.
        package var message: String
        /// More lines about it, without colours; empty when there are none.
        package var detail: String
        package var finding: Finding?

        package init(
            cell: String?, line: Int, column: Int = 1, isWarning: Bool = false, id: String, message: String,
            detail: String = "", finding: Finding? = nil
        ) {
            self.cell = cell
            self.line = line
            self.column = column
            self.isWarning = isWarning
            self.id = id
            self.message = message
            self.detail = detail
            self.finding = finding
        }
    }

    /// As the user named the file.
    package var path: String
    package var language: Language
    package var outcome: Outcome
    package var cells: [Cell]
    package var problems: [Problem]
    /// Why there is nothing to compare, for ``Outcome/skipped`` and ``Outcome/unreadable``.
    package var reason: String?

    package init(
        path: String, language: Language, outcome: Outcome, cells: [Cell] = [], problems: [Problem] = [],
        reason: String? = nil
    ) {
        self.path = path
        self.language = language
        self.outcome = outcome
        self.cells = cells
        self.problems = problems
        self.reason = reason
    }

    package var errors: [Problem] { problems.filter { !$0.isWarning } }
}
