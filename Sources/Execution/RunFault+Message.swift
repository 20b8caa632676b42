package import Diagnostics
import Foundation
import Outputs

extension RunFault: DiagnosticMessage {
    package var id: String {
        switch self {
        case .didNotFail: "did-not-fail"
        case .inlineIsNotPure: "inline-is-not-pure"
        case .timeLimit: "time-limit"
        case .notebookTimeLimit: "notebook-time-limit"
        case .memoryLimit: "memory-limit"
        case .outOfMemory: "out-of-memory"
        case .cancelled: "cancelled"
        case .workerSignalled: "worker-signalled"
        case .workerExited: "worker-exited"
        case .workerMisbehaved: "worker-misbehaved"
        }
    }

    /// The error's name in a record.
    package var name: String {
        switch self {
        case .didNotFail: "DidNotFail"
        case .inlineIsNotPure: "InlineIsNotPure"
        case .timeLimit, .notebookTimeLimit: "TimeLimitExceeded"
        case .memoryLimit: "MemoryLimitExceeded"
        case .outOfMemory: "OutOfMemory"
        case .cancelled: "Cancelled"
        case .workerSignalled, .workerExited, .workerMisbehaved: "WorkerCrash"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .didNotFail:
            language.choose(
                ko: ".raises-exception 표시가 있는 셀인데 오류 없이 끝났습니다",
                ja: ".raises-exception の付いたセルがエラーなしで終わりました",
                en: "the cell is marked .raises-exception but ran without an error")
        case .inlineIsNotPure:
            language.choose(
                ko: "글 속의 식은 값 하나를 보여 줄 뿐, 출력하거나 난수를 뽑을 수 없습니다",
                ja: "文中の式は値を一つ示すだけで、出力したり乱数を引いたりできません",
                en: "an expression in prose shows one value and must not print, display or draw random numbers")
        case .timeLimit(let seconds):
            language.choose(
                ko: "시간 제한 \(Self.text(seconds))초를 넘겼습니다", ja: "制限時間の \(Self.text(seconds)) 秒を超えました",
                en: "the cell ran longer than its \(Self.text(seconds)) s")
        case .notebookTimeLimit(let seconds):
            language.choose(
                ko: "노트북 전체의 시간 제한 \(Self.text(seconds))초를 넘겼습니다",
                ja: "ノートブック全体の制限時間の \(Self.text(seconds)) 秒を超えました",
                en: "the notebook ran longer than its \(Self.text(seconds)) s")
        case .memoryLimit(let mebibytes):
            language.choose(
                ko: "메모리 제한 \(mebibytes)MiB를 넘겼습니다", ja: "メモリの上限 \(mebibytes) MiB を超えました",
                en: "the notebook took more memory than its \(mebibytes) MiB")
        case .outOfMemory:
            language.choose(
                ko: "이 컴퓨터의 메모리가 모자랍니다", ja: "このコンピュータのメモリが足りません",
                en: "this machine has not enough memory for the notebook")
        case .cancelled:
            language.choose(ko: "실행이 중단되었습니다", ja: "実行が中断されました", en: "the run was cancelled")
        case .workerSignalled(let signal):
            language.choose(
                ko: "셀을 실행하던 프로세스가 시그널 \(Self.name(ofSignal: signal))로 끝났습니다",
                ja: "セルを実行していたプロセスがシグナル \(Self.name(ofSignal: signal)) で終了しました",
                en: "the process that ran the cell was ended by \(Self.name(ofSignal: signal))")
        case .workerExited(let status):
            language.choose(
                ko: "셀을 실행하던 프로세스가 도중에 끝났습니다(종료 상태 \(status))",
                ja: "セルを実行していたプロセスが途中で終了しました(終了ステータス \(status))",
                en: "the process that ran the cell ended early (exit status \(status))")
        case .workerMisbehaved(let reason):
            language.choose(
                ko: "셀을 실행하던 프로세스가 알 수 없는 응답을 보냈습니다(\(reason))",
                ja: "セルを実行していたプロセスから不正な応答がありました(\(reason))",
                en: "the process that ran the cell sent something unexpected (\(reason))")
        }
    }

    package func advice(in language: Language) -> String? {
        switch self {
        case .didNotFail:
            language.choose(
                ko: "셀이 이제 올바르면 표시를 지우십시오", ja: "セルが正しくなったのなら印を外してください",
                en: "remove the mark if the cell is right now")
        case .inlineIsNotPure:
            language.choose(
                ko: "셀에서 값을 정해 두고 여기에는 그 이름만 쓰십시오",
                ja: "セルで値を求めておき、ここではその名前だけを使ってください",
                en: "compute the value in a cell and name it here")
        case .timeLimit:
            language.choose(
                ko: "셀의 timeout= 옵션이나 --timeout으로 시간을 늘릴 수 있습니다",
                ja: "セルの timeout= オプションか --timeout で時間を延ばせます",
                en: "the cell's timeout= option or --timeout allows more")
        case .notebookTimeLimit:
            language.choose(
                ko: "머리말의 notebook-timeout이나 --notebook-timeout으로 시간을 늘릴 수 있습니다",
                ja: "前付の notebook-timeout か --notebook-timeout で時間を延ばせます",
                en: "notebook-timeout in the front matter or --notebook-timeout allows more")
        case .memoryLimit:
            language.choose(
                ko: "--memory로 한도를 늘릴 수 있습니다", ja: "--memory で上限を引き上げられます", en: "--memory allows more")
        case .outOfMemory:
            language.choose(
                ko: "끝없이 커지는 값이 없는지 살피거나, 한 번에 다루는 데이터를 줄이십시오",
                ja: "際限なく大きくなる値がないか確かめるか、一度に扱うデータを減らしてください",
                en: "look for a value that grows without end, or take less data at a time")
        case .workerSignalled(SIGKILL):
            language.choose(
                ko: "시스템의 메모리가 모자랐을 수 있습니다", ja: "システムのメモリが不足した可能性があります",
                en: "the system may have been out of memory")
        case .workerSignalled, .workerExited, .workerMisbehaved:
            language.choose(
                ko: "엔진의 결함입니다. 노트북과 함께 알려 주십시오", ja: "エンジンの不具合です。ノートブックを添えてお知らせください",
                en: "this is a fault of the engine; please report it with the notebook")
        case .cancelled: nil
        }
    }

    private static func text(_ seconds: Double) -> String {
        seconds == seconds.rounded() && seconds.magnitude < 1e9 ? String(Int(seconds)) : String(seconds)
    }

    /// `SIGSEGV (11)`.
    private static func name(ofSignal signal: Int32) -> String {
        let names: [Int32: String] = [
            SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE",
            SIGKILL: "SIGKILL", SIGSEGV: "SIGSEGV", SIGTERM: "SIGTERM", SIGINT: "SIGINT",
        ]
        return names[signal].map { "\($0) (\(signal))" } ?? "\(signal)"
    }
}

extension RunFault {
    /// - Parameter notebookTimeLimit: Given when it is the notebook's time that is up, and not the cell's.
    init?(_ status: CellStatus, timeLimit: Double?, notebookTimeLimit: Double?, memoryLimit: Int?) {
        switch status {
        case .succeeded, .failed: return nil
        case .cancelled: self = .cancelled
        case .timeLimit:
            self = notebookTimeLimit.map { .notebookTimeLimit(seconds: $0) } ?? .timeLimit(seconds: timeLimit ?? 0)
        case .memoryLimit: self = .memoryLimit(mebibytes: memoryLimit ?? 0)
        }
    }
}
