package import Bytecode
package import Diagnostics
import SwiftDiagnostics
import SwiftOperators
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// A cell as the front end takes it.
package struct CellSource: Sendable {
    package enum Mode: Sendable {
        case run
        /// Must fail when it runs, so that the names it declares may have no value: they are invisible afterwards.
        case raisesException
        /// Must not type-check; its names are invisible.
        case failsCheck
        /// One expression in the prose, which changes nothing.
        case inline
    }
    package var id: String
    package var text: String
    /// Where the text begins in the notebook's file, in UTF-8 bytes; all places are given from the file's beginning.
    package var offset: Int
    package var mode: Mode

    package init(id: String, text: String, offset: Int, mode: Mode = .run) {
        self.id = id
        self.text = text
        self.offset = offset
        self.mode = mode
    }
}

/// A notebook after the check: a program if nothing is wrong with it.
package struct CheckedNotebook: Sendable {
    /// `nil` when there is an error.
    package var program: Program?
    /// Errors and warnings of all cells, by place.
    package var diagnostics: [Diagnostics.Diagnostic]
    /// What the cells that must not type-check were told, by cell id.
    package var expectedDiagnostics: [String: [Diagnostics.Diagnostic]]
    /// The names of the notebook's top level and where they are used, for tools that rewrite the cells.
    package var topLevelNames: [TopLevelName] = []
    /// The cells whose last expression is shown, by id.
    package var showingCells: Set<String> = []
}

/// The cell language from text to bytecode: parse, check the whole notebook, emit. Total: the author's mistakes are data.
package enum FrontEnd {
    package static func check(_ cells: [CellSource], library: Library) -> CheckedNotebook {
        let checker = Checker(library: library)
        defer { checker.letGo() }
        var initialisation = DefiniteInitialisation(checker)
        var checked: [(id: String, statements: [Statement], context: FunctionContext)] = []
        var expected: [String: [Diagnostic]] = [:]
        for cell in cells {
            let context = FunctionContext(name: "cell", parent: nil, result: .void, kind: .cell, mayThrow: true)
            checker.contexts.append(context)
            switch cell.mode {
            case .run:
                checked.append((cell.id, checker.check(cell, context), context))
                initialisation.cell(checked[checked.count - 1].statements)
                AccessRules.check(checked[checked.count - 1].statements, in: checker)
            case .raisesException:
                let (names, types) = (checker.scopes[0].names, checker.scopes[0].types)
                checked.append((cell.id, checker.check(cell, context), context))
                initialisation.cell(checked[checked.count - 1].statements)
                AccessRules.check(checked[checked.count - 1].statements, in: checker)
                (checker.scopes[0].names, checker.scopes[0].types) = (names, types)
            case .inline:
                context.isInline = true
                let statements = checker.check(cell, context)
                checker.checkInline(statements, cell)
                checked.append((cell.id, statements, context))
                initialisation.cell(statements)
            case .failsCheck: expected[cell.id] = checker.checkFailing(cell, context)
            }
        }
        checker.checkKeys()
        checker.pointToLaterCells()
        checker.warnAboutGlobals()
        checker.keepWhatErrorsExplain()
        guard !checker.diagnostics.hasErrors else {
            return CheckedNotebook(
                program: nil, diagnostics: checker.diagnostics.sortedByPlace(), expectedDiagnostics: expected,
                topLevelNames: checker.declaredNames)
        }
        let builder = ProgramBuilder(checker: checker)
        for cell in checked { builder.cell(cell.id, cell.statements, context: cell.context) }
        builder.finish()
        let diagnostics = checker.diagnostics.sortedByPlace()
        return CheckedNotebook(
            program: diagnostics.hasErrors ? nil : builder.program, diagnostics: diagnostics,
            expectedDiagnostics: expected, topLevelNames: checker.declaredNames,
            showingCells: Set(
                checked.filter { if case .show? = $0.statements.last { true } else { false } }.map(\.id)))
    }

    /// Only the grammar: for cells that are shown and not run.
    package static func parse(_ cell: CellSource) -> [Diagnostics.Diagnostic] {
        if let excess = NestingGuard.excess(in: cell.text) { return [tooDeep(cell.offset + excess)] }
        return syntaxDiagnostics(Parser.parse(source: cell.text), of: cell)
    }

    fileprivate static func tooDeep(_ place: Int) -> Diagnostics.Diagnostic {
        Diagnostics.Diagnostic(.error, CheckerMessage.tooDeep, at: SourceRange(place, place + 1))
    }

    static func syntaxDiagnostics(_ tree: SourceFileSyntax, of cell: CellSource) -> [Diagnostics.Diagnostic] {
        let strays = StrayCharacters.all(in: tree)
        let tree = strays.isEmpty ? tree : Parser.parse(source: StrayCharacters.blanked(cell.text, strays))
        let characters = strays.map { stray in
            Diagnostics.Diagnostic(
                .error, CheckerMessage.syntax(stray.words),
                at: SourceRange(cell.offset + stray.range.lowerBound, cell.offset + stray.range.upperBound))
        }
        let problems = ParseDiagnosticsGenerator.diagnostics(for: tree).map { found in
            let lower = cell.offset + found.position.utf8Offset
            let length = shown(found.node.trimmedLength.utf8Length, from: found.position.utf8Offset, of: cell.text)
            let isAtNode = found.node.positionAfterSkippingLeadingTrivia == found.position
            return Diagnostics.Diagnostic(
                .error, CheckerMessage.syntax(found.message),
                at: SourceRange(lower, lower + (isAtNode ? length : 0)))
        }
        return ForeignSyntax.explain((characters + problems).sortedByPlace(), in: cell.text, offset: cell.offset)
    }

    /// As much of a node as is underlined: at most so many bytes, and whole characters.
    private static func shown(_ length: Int, from start: Int, of text: String) -> Int {
        let most = 80
        guard length > most else { return max(0, length) }
        let bytes = text.utf8.dropFirst(start).prefix(most + 1)
        return most - bytes.suffix(4).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    }
}

extension Checker {
    /// Parses and checks one cell in the scope that the cells before it have made.
    fileprivate func check(_ cell: CellSource, _ context: FunctionContext) -> [Statement] {
        offset = cell.offset
        cellID = cell.id
        function = context
        scopes[0].declaredHere = []
        membersOfCell = []
        if let excess = NestingGuard.excess(in: cell.text) {
            diagnostics.append(FrontEnd.tooDeep(cell.offset + excess))
            return []
        }
        let tree = Parser.parse(source: cell.text)
        let problems = FrontEnd.syntaxDiagnostics(tree, of: cell)
        guard problems.isEmpty else {
            diagnostics += problems
            declareNames(of: tree)
            return []
        }
        SyntaxRules.check(tree, in: self)
        operators.addSourceFile(tree) { _ in }
        let folded = operators.foldAll(tree) { error in
            let place = SourceRange(at: cell.offset + error.asDiagnostic.position.utf8Offset)
            if case .missingOperator(let name, _) = error {
                self.unknownOperators.insert(name)
                self.report(.unknownOperator(name), at: place)
            } else {
                self.report(.syntax(error.asDiagnostic.message), at: place)
            }
        }
        guard let file = folded.as(SourceFileSyntax.self) else { return [] }
        return statements(file.statements, showsLast: true)
    }

    /// A cell that must fail: its diagnostics are its output, and its names are forgotten.
    fileprivate func checkFailing(_ cell: CellSource, _ context: FunctionContext) -> [Diagnostic] {
        let (names, types) = (scopes[0].names, scopes[0].types)
        let outer = (diagnostics, globals, recordedKeys, readKeys, topLevelNames, topLevelTypes)
        diagnostics = []
        _ = check(cell, context)
        let found = diagnostics.sortedByPlace()
        (scopes[0].names, scopes[0].types) = (names, types)
        (diagnostics, globals, recordedKeys, readKeys, topLevelNames, topLevelTypes) = outer
        if !found.hasErrors {
            report(.expectedFailure, at: SourceRange(cell.offset, cell.offset + cell.text.utf8.count))
        }
        return found
    }

    /// Prose shows values and does nothing.
    fileprivate func checkInline(_ statements: [Statement], _ cell: CellSource) {
        let place = SourceRange(cell.offset, cell.offset + cell.text.utf8.count)
        guard !diagnostics.contains(where: { $0.severity == .error && place.contains($0.range) }) else { return }
        guard statements.count == 1, case .show(let value)? = statements.first else {
            report(.inlineShowsNothing, at: place)
            return
        }
        if let change = Mutations.first(in: value) { report(.inlineChanges, at: change.range) }
    }

    /// The names of a cell that could not be parsed, so that cells after it are not blamed for it.
    private func declareNames(of tree: SourceFileSyntax) {
        for item in tree.statements {
            if let type = item.item.asProtocol((any NamedDeclSyntax).self), item.item.is(DeclSyntax.self),
                !item.item.is(FunctionDeclSyntax.self)
            {
                scopes[0].types[name(type.name)] = .type(.error)
            }
            if let function = item.item.as(FunctionDeclSyntax.self) {
                declareUnknown(name(function.name), range(function.name))
            }
            for binding in item.item.as(VariableDeclSyntax.self)?.bindings ?? [] {
                for token in binding.pattern.tokens(viewMode: .sourceAccurate) {
                    if case .identifier(let text) = token.tokenKind { declareUnknown(text, range(token)) }
                }
            }
        }
    }

    private func declareUnknown(_ name: String, _ place: SourceRange) {
        scopes[0].names[name] = .variable(
            Variable(name: name, type: .error, isLet: false, range: place, owner: nil))
    }

    /// The names that cells declare for each other, in the order of the file.
    fileprivate var declaredNames: [TopLevelName] {
        topLevelNames.map(\.result).sorted { $0.definition.lower < $1.definition.lower }
    }

    /// Keys that histories are asked for and nothing in the notebook records.
    fileprivate func checkKeys() {
        var known: [String] = []
        for key in recordedKeys {
            guard case .literal(let name) = key else { return }  // a key made at run time: known only then
            if !known.contains(name) { known.append(name) }
        }
        let keys = ["loss"] + known
        let all = keys + keys.map { "val_" + $0 }
        for (key, place) in readKeys where !all.contains(key) {
            let suggestion = Spelling.nearest(to: key, among: all)
            let inside = SourceRange(place.lower + 1, max(place.lower + 1, place.upper - 1))
            report(
                .unknownHistoryKey(key, known: all, suggestion: suggestion), at: place,
                fixIts: suggestion.map { [FixIt(replace: inside, with: $0)] } ?? [])
        }
    }

    /// A name that is not known yet where it is used, because its cell stands further down.
    fileprivate func pointToLaterCells() {
        for index in diagnostics.indices {
            guard case .notInScope(let name, _)? = diagnostics[index].message as? CheckerMessage,
                let declared = topLevelNames.map(\.result).first(where: {
                    $0.name == name && $0.definition.lower > diagnostics[index].range.lower
                })
            else { continue }
            diagnostics[index].notes.append(
                DiagnosticNote(CheckerMessage.declaredBelow(name), at: declared.definition))
        }
    }

    /// Types and their members know each other and would outlive the check.
    fileprivate func letGo() {
        library.letGo()
        for nominal in nominals.values { nominal.letGo() }
    }

    /// Beside errors nobody knows what would be changed or used: where there are some, nothing is said of it.
    fileprivate func keepWhatErrorsExplain() {
        guard diagnostics.hasErrors else { return }
        diagnostics.removeAll { diagnostic in
            switch diagnostic.message as? WarningMessage {
            case .neverMutated?, .neverUsed?, .neverUsedVariable?, .neverRead?: true
            default: false
            }
        }
    }

    fileprivate func warnAboutGlobals() {
        for variable in globals
        where !variable.isLet && !variable.isMutated && variable.isRead && variable.accessors == nil
            && !variable.isQuiet
        {
            warn(.neverMutated(variable.name), at: variable.range)
        }
    }
}
