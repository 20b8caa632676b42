package import Diagnostics

extension TrapKind {
    /// The error's name in a record.
    package var name: String {
        switch self {
        case .indexOutOfRange: "IndexOutOfRange"
        case .overflow: "ArithmeticOverflow"
        case .divisionByZero: "DivisionByZero"
        case .nilUnwrapped: "NilUnwrapped"
        case .stackOverflow: "StackOverflow"
        case .notRepresentable: "NotRepresentable"
        case .invalidRange: "InvalidRange"
        case .duplicateKey: "DuplicateKey"
        case .readBeforeInitialisation: "ReadBeforeInitialisation"
        case .emptyCollection: "EmptyCollection"
        case .unreachable: "Unreachable"
        case .fatalError: "FatalError"
        case .preconditionFailed: "PreconditionFailed"
        case .assertionFailed: "AssertionFailed"
        case .unexpectedError: "UnexpectedError"
        case .castFailed: "CastFailed"
        case .negativeCount: "NegativeCount"
        case .invalidIndex: "InvalidIndex"
        case .memoryExceeded: "MemoryExceeded"
        case .stepLimitReached: "StepLimitReached"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .indexOutOfRange:
            language.choose(
                ko: "인덱스가 범위를 벗어났습니다", ja: "インデックスが範囲外です", en: "index out of range")
        case .overflow:
            language.choose(
                ko: "정수 연산의 결과가 Int에 들어가지 않습니다", ja: "整数演算の結果がIntに収まりません",
                en: "arithmetic overflow: the result does not fit in 'Int'")
        case .divisionByZero:
            language.choose(ko: "0으로 나눌 수 없습니다", ja: "0で割ることはできません", en: "division by zero")
        case .nilUnwrapped:
            language.choose(
                ko: "값이 nil인 옵셔널을 강제로 풀었습니다", ja: "値がnilのオプショナルを強制アンラップしました",
                en: "unexpectedly found nil while unwrapping an Optional value")
        case .stackOverflow:
            language.choose(
                ko: "함수 호출이 너무 깊습니다. 재귀가 끝나는 조건을 확인하십시오",
                ja: "関数呼び出しが深すぎます。再帰の終了条件を確認してください",
                en: "function calls are nested too deeply; check that the recursion ends")
        case .notRepresentable:
            language.choose(
                ko: "이 Double 값은 Int로 바꿀 수 없습니다", ja: "このDouble値はIntに変換できません",
                en: "this Double value cannot be converted to Int")
        case .invalidRange:
            language.choose(
                ko: "범위의 시작이 끝보다 큽니다", ja: "範囲の下限が上限より大きくなっています",
                en: "range requires lowerBound <= upperBound")
        case .duplicateKey:
            language.choose(
                ko: "딕셔너리에 같은 키가 두 번 나옵니다", ja: "辞書のキーが重複しています",
                en: "duplicate values for key in a dictionary")
        case .readBeforeInitialisation:
            language.choose(
                ko: "값이 정해지기 전에 변수를 읽었습니다", ja: "値が設定される前に変数が読まれました",
                en: "variable was read before it was initialised")
        case .emptyCollection:
            language.choose(
                ko: "비어 있는 컬렉션에서 값을 꺼냈습니다", ja: "空のコレクションから値を取り出しました",
                en: "can't remove an element from an empty collection")
        case .unreachable:
            language.choose(
                ko: "실행되지 않아야 할 곳에 이르렀습니다", ja: "到達しないはずの場所に到達しました",
                en: "reached code that should be unreachable")
        case .fatalError:
            language.choose(ko: "fatalError가 호출되었습니다", ja: "fatalErrorが呼び出されました", en: "fatal error")
        case .preconditionFailed:
            language.choose(
                ko: "전제 조건이 성립하지 않습니다", ja: "前提条件が成り立ちません", en: "precondition failed")
        case .assertionFailed:
            language.choose(ko: "단언이 성립하지 않습니다", ja: "アサーションが成り立ちません", en: "assertion failed")
        case .unexpectedError:
            language.choose(
                ko: "'try!'로 부른 식이 오류를 던졌습니다", ja: "'try!'の式がエラーを投げました",
                en: "'try!' expression unexpectedly raised an error")
        case .castFailed:
            language.choose(
                ko: "값을 이 타입으로 바꿀 수 없습니다", ja: "値をこの型に変換できません",
                en: "could not cast value to this type")
        case .negativeCount:
            language.choose(
                ko: "개수는 음수일 수 없습니다", ja: "個数に負の数は使えません", en: "count must not be negative")
        case .invalidIndex:
            language.choose(
                ko: "문자열의 위치가 범위를 벗어났습니다", ja: "文字列の位置が範囲外です",
                en: "string index is out of bounds")
        case .memoryExceeded:
            language.choose(
                ko: "값이 허용된 것보다 많은 메모리를 차지합니다. 더 작은 데이터로 나누어 처리하십시오",
                ja: "値が許された量を超えるメモリーを必要としています。データを小さく分けて処理してください",
                en: "the values take more memory than is allowed; work on smaller pieces of data")
        case .stepLimitReached:
            language.choose(
                ko: "셀이 허용된 것보다 오래 반복합니다. 반복이 끝나는 조건을 확인하십시오",
                ja: "セルの繰り返しが許された回数を超えました。繰り返しの終了条件を確認してください",
                en: "the cell takes more turns of loops and calls than are allowed; check that its loops end")
        }
    }
}
