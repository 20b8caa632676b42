import ArgumentParser
import Diagnostics
import Notebook
import Outputs
import Records

/// Compares two records as `check` compares a run with one.
struct DiffCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, html }

    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "diff", abstract: CommandText.diffAbstract(in: .ofLocale))
    }

    @Argument(help: ArgumentHelp(CommandText.diffOldHelp(in: .ofLocale), valueName: "a.ipynb"))
    var old: String

    @Argument(help: ArgumentHelp(CommandText.diffNewHelp(in: .ofLocale), valueName: "b.ipynb"))
    var new: String

    @Option(help: ArgumentHelp(CommandText.formatHelp(in: .ofLocale), valueName: "text|json|html"))
    var format = Format.text

    @OptionGroup var comparing: ComparisonArguments
    @OptionGroup var common: CommonOptions

    func run() throws {
        guard let expected = read(old), let got = read(new) else { throw ExitStatus.unusable }
        let language = common.lang ?? got.run?.language ?? .ofLocale
        let findings = RecordComparison(options: comparing.options).compare(expected: expected, got: got)
        let verdict: RecordComparison.Verdict = findings.isEmpty ? .same : .different(findings)
        switch format {
        case .text:
            let report = FindingReport(language: language, colour: Terminal.output.hasColour)
            Terminal.output.write(report.render(verdict, lesson: new))
        case .json:
            let report: JSON = [
                "format": 1, "outcome": findings.isEmpty ? "same" : "different",
                "findings": .array(findings.map { CheckReport.finding($0, language) }),
            ]
            Terminal.output.write(String(decoding: JSONWriter.write(report), as: UTF8.self) + "\n")
        case .html:
            let problems = findings.map { finding in
                CheckSummary.Problem(
                    cell: finding.cell?.id.rawValue, line: 0, id: finding.id, message: finding.text(in: language),
                    finding: finding)
            }
            let summary = CheckSummary(
                path: new, language: language, outcome: findings.isEmpty ? .same : .different, problems: problems)
            Terminal.output.write(HTMLReport(language: language).render([summary]))
        }
        if !findings.isEmpty { throw ExitStatus.finding }
    }

    private func read(_ path: String) -> Record? {
        do throws(RecordError) {
            if let record = try RecordFile.read(path) { return record }
            Terminal.error.write(CommandText.noSuchRecord(path, in: common.language) + "\n")
        } catch {
            Terminal.error.write(CommandText.error(error, in: common.language))
        }
        return nil
    }
}
