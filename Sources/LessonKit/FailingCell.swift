import Foundation
import Outputs

/// Runs the body of a cell that must fail, in a compiled lesson. What it changed before it failed stays changed, as where
/// cells are interpreted.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __mustFail(_ body: @escaping @MainActor () throws -> Void) {
    // The main thread waits for the one that the body runs on, so that nothing else runs on the main actor.
    switch FailingThread.run(unsafeBitCast(body, to: (() throws -> Void).self)) {
    case .threw(let error): report(error)
    case .trapped(let signal): report(FailingCellError.trapped(signal: signal))
    case .completed:
        report(FailingCellError.didNotFail)
        exit(1)
    }
}

/// As the record of an interpreted cell names the error.
private func report(_ error: any Error) {
    fflush(nil)  // what was printed before stands before it, where both go to one place
    let (name, message) =
        switch error {
        case let error as any LessonError: (error.name, error.message(in: LessonLanguage.current))
        case let error as OutputError: (error.name, error.message)
        default: (String(describing: type(of: error)), String(describing: error))
        }
    Outputs.emit(.error(OutputError(name: name, message: message)))
}

private enum FailingCellError: LessonError, Hashable {
    /// The program's own words about it stand before it on standard error.
    case trapped(signal: Int32)
    case didNotFail

    var name: String {
        switch self {
        case .trapped: "Trap"
        case .didNotFail: "DidNotFail"
        }
    }

    func message(in language: String) -> String {
        switch (self, language) {
        case (.trapped(let signal), "ko"): "셀이 오류로 멈추었습니다(시그널 \(signal))"
        case (.trapped(let signal), "ja"): "セルがエラーで止まりました (シグナル \(signal))"
        case (.trapped(let signal), _): "an error stopped the cell (signal \(signal))"
        case (.didNotFail, "ko"): ".raises-exception 표시가 있는 셀인데 오류 없이 끝났습니다"
        case (.didNotFail, "ja"): ".raises-exception の付いたセルがエラーなしで終わりました"
        case (.didNotFail, _): "the cell is marked .raises-exception but ran without an error"
        }
    }
}
