package import Diagnostics
import Foundation

extension RecordError: DiagnosticMessage {
    package var id: String {
        switch self {
        case .unreadable: "record-unreadable"
        case .notUTF8: "record-not-utf8"
        case .invalidJSON: "record-invalid-json"
        case .wrongType: "record-wrong-type"
        case .missing: "record-missing-value"
        case .invalidValue: "record-invalid-value"
        case .duplicateID: "record-duplicate-id"
        case .unsupportedVersion: "record-unsupported-version"
        case .newerFormat: "record-newer-format"
        case .foreign: "record-foreign"
        case .notRegularFile: "record-not-regular-file"
        case .tooLarge: "record-too-large"
        case .diskFull: "record-disk-full"
        case .unwritable: "record-unwritable"
        }
    }

    package func text(in language: Language) -> String {
        switch self {
        case .unreadable(let file, let code):
            let reason = SystemReason.text(code)
            return language.choose(
                ko: "\(file) 파일을 읽을 수 없습니다: \(reason)", ja: "\(file) を読めません: \(reason)",
                en: "cannot read \(file): \(reason)")
        case .notUTF8(let file):
            return language.choose(
                ko: "\(file) 파일이 UTF-8 텍스트가 아닙니다", ja: "\(file) は UTF-8 のテキストではありません",
                en: "\(file) is not UTF-8 text")
        case .invalidJSON(let file, let position, let problem):
            return "\(file):\(position.line):\(position.column): \(problem.text(in: language))"
        case .wrongType(let file, let place, let expected, let found):
            let (expected, found) = (expected.text(in: language), found.text(in: language))
            return Self.located(file, place)
                + language.choose(
                    ko: "필요한 것은 \(expected)인데 \(found)(이)가 있습니다", ja: "\(expected)が必要ですが、\(found)があります",
                    en: "expected \(expected), found \(found)")
        case .missing(let file, let place):
            return Self.located(file, place)
                + language.choose(ko: "값이 없습니다", ja: "値がありません", en: "the value is missing")
        case .invalidValue(let file, let place, let found, let allowed):
            let list = allowed.joined(separator: ", ")
            return Self.located(file, place)
                + language.choose(
                    ko: "\(found)은(는) 쓸 수 없는 값입니다. 쓸 수 있는 값: \(list)",
                    ja: "\(found) は使えない値です。使える値: \(list)", en: "\(found) is not allowed here; allowed: \(list)")
        case .duplicateID(let file, let place, let id):
            return Self.located(file, place)
                + language.choose(
                    ko: "셀 id \(id)이(가) 두 번 나옵니다", ja: "セルの id \(id) が 2 回現れます",
                    en: "the cell id \(id) occurs twice")
        case .unsupportedVersion(let file, let major, let minor):
            return language.choose(
                ko: "\(file) 파일은 nbformat \(major).\(minor) 형식입니다. 읽을 수 있는 형식은 4.x입니다",
                ja: "\(file) は nbformat \(major).\(minor) 形式です。読めるのは 4.x です",
                en: "\(file) is nbformat \(major).\(minor); only 4.x can be read")
        case .newerFormat(let file, let found, let known):
            return language.choose(
                ko: "\(file) 기록의 형식 버전은 \(found)인데, 이 프로그램이 아는 버전은 \(known)까지입니다",
                ja: "\(file) の記録は形式バージョン \(found) ですが、このプログラムが知っているのは \(known) までです",
                en: "the record \(file) has format version \(found); this program knows versions up to \(known)")
        case .foreign(let file):
            return language.choose(
                ko: "\(file) 파일은 hanji가 만든 기록이 아니므로 덮어쓰지 않았습니다",
                ja: "\(file) は hanji が作った記録ではないため、上書きしませんでした",
                en: "\(file) was not written by hanji and is left as it is")
        case .notRegularFile(let file):
            return language.choose(
                ko: "\(file)은(는) 일반 파일이 아니므로 기록으로 쓸 수 없습니다",
                ja: "\(file) は通常のファイルではないため、記録として使えません",
                en: "\(file) is not a regular file and cannot be a record")
        case .tooLarge(let file, let limit):
            let size = "\(limit >> 20) MiB"
            return language.choose(
                ko: "\(file) 기록이 한도(\(size))보다 큽니다", ja: "\(file) の記録が上限 (\(size)) を超えています",
                en: "the record \(file) is larger than \(size)")
        case .diskFull(let file):
            return language.choose(
                ko: "\(file) 기록을 쓸 디스크 공간이 부족합니다. 이전 기록은 그대로입니다",
                ja: "\(file) を書くためのディスク容量が足りません。以前の記録はそのままです",
                en: "no space left to write \(file); the previous record is unchanged")
        case .unwritable(let file, let code):
            let reason = SystemReason.text(code)
            return language.choose(
                ko: "\(file) 기록을 쓸 수 없습니다: \(reason). 이전 기록은 그대로입니다",
                ja: "\(file) を書けません: \(reason)。以前の記録はそのままです",
                en: "cannot write \(file): \(reason); the previous record is unchanged")
        }
    }

    package func advice(in language: Language) -> String? {
        switch self {
        case .invalidJSON(_, _, .mergeConflict):
            language.choose(
                ko: "파일을 지우고 다시 실행하면 기록이 새로 만들어집니다", ja: "ファイルを削除してもう一度実行すると、記録が作り直されます",
                en: "delete the file and run the lesson again to make the record anew")
        case .notUTF8, .invalidJSON, .wrongType, .missing, .invalidValue, .duplicateID:
            language.choose(
                ko: "파일이 손상되었다면 지우거나 다른 곳으로 옮기고 다시 실행하십시오",
                ja: "ファイルが壊れている場合は、削除するか別の場所に移してから、もう一度実行してください",
                en: "if the file is damaged, delete it or move it away and run the lesson again")
        case .unsupportedVersion(let file, _, _):
            language.choose(
                ko: "변환: jupyter nbconvert --to notebook --nbformat 4 \(file)",
                ja: "変換: jupyter nbconvert --to notebook --nbformat 4 \(file)",
                en: "convert it: jupyter nbconvert --to notebook --nbformat 4 \(file)")
        case .newerFormat:
            language.choose(
                ko: "hanji를 새 버전으로 바꾸십시오", ja: "hanji を新しいバージョンに更新してください", en: "update hanji")
        case .foreign, .notRegularFile:
            language.choose(
                ko: "그 파일을 옮기거나 --output으로 다른 폴더를 지정하십시오",
                ja: "そのファイルを移すか、--output で別のフォルダーを指定してください",
                en: "move that file away, or name another folder with --output")
        case .diskFull:
            language.choose(
                ko: "공간을 비우거나 --output으로 다른 폴더를 지정하십시오", ja: "空き容量を増やすか、--output で別のフォルダーを指定してください",
                en: "free some space, or name another folder with --output")
        case .tooLarge:
            language.choose(
                ko: "셀의 출력을 줄이십시오", ja: "セルの出力を減らしてください", en: "let the cells show less")
        case .unreadable, .unwritable:
            nil
        }
    }

    private static func located(_ file: String, _ place: String) -> String {
        place.isEmpty ? "\(file): " : "\(file): \(place): "
    }
}

extension RecordError: CustomStringConvertible {
    package var description: String { text(in: .english) }
}

extension RecordError.ValueType {
    func text(in language: Language) -> String {
        switch self {
        case .null: "null"
        case .bool: language.choose(ko: "참·거짓 값", ja: "真偽値", en: "true or false")
        case .integer: language.choose(ko: "정수", ja: "整数", en: "an integer")
        case .number: language.choose(ko: "수", ja: "数値", en: "a number")
        case .string: language.choose(ko: "문자열", ja: "文字列", en: "a string")
        case .text: language.choose(ko: "문자열이나 문자열 목록", ja: "文字列または文字列のリスト", en: "a string or a list of strings")
        case .list: language.choose(ko: "목록", ja: "リスト", en: "a list")
        case .object: language.choose(ko: "객체", ja: "オブジェクト", en: "an object")
        }
    }
}

extension JSONProblem {
    package func text(in language: Language) -> String {
        switch self {
        case .unexpectedEnd:
            language.choose(ko: "JSON이 중간에 끝났습니다", ja: "JSON が途中で終わっています", en: "the JSON ends too early")
        case .unexpected(let text):
            language.choose(
                ko: "JSON에서 여기에 \(text)이(가) 올 수 없습니다", ja: "JSON のこの位置に \(text) は置けません",
                en: "unexpected \(text) in the JSON")
        case .unclosedString:
            language.choose(
                ko: "JSON 문자열이 닫히지 않았습니다", ja: "JSON の文字列が閉じられていません", en: "a JSON string is not closed")
        case .controlCharacter(let byte):
            language.choose(
                ko: "JSON 문자열에 제어 문자(\(byte))가 그대로 들어 있습니다", ja: "JSON の文字列に制御文字 (\(byte)) がそのまま入っています",
                en: "a JSON string holds the bare control character \(byte)")
        case .invalidEscape:
            language.choose(
                ko: "JSON 문자열의 이스케이프가 잘못되었습니다", ja: "JSON 文字列のエスケープが正しくありません",
                en: "invalid escape in a JSON string")
        case .loneSurrogate:
            language.choose(
                ko: "JSON 문자열에 짝이 없는 서로게이트가 있습니다", ja: "JSON の文字列に対のないサロゲートがあります",
                en: "a JSON string holds half of a surrogate pair")
        case .invalidNumber(let text):
            language.choose(
                ko: "\(text)은(는) JSON의 수가 아닙니다", ja: "\(text) は JSON の数値ではありません", en: "\(text) is no JSON number")
        case .numberOutOfRange(let text):
            language.choose(
                ko: "수 \(text)이(가) 너무 큽니다", ja: "数値 \(text) が大きすぎます", en: "the number \(text) is too large")
        case .duplicateKey(let key):
            language.choose(
                ko: "JSON 객체에 키 \(key)이(가) 두 번 있습니다", ja: "JSON のオブジェクトにキー \(key) が 2 回あります",
                en: "the key \(key) occurs twice in a JSON object")
        case .tooDeep(let limit):
            language.choose(
                ko: "JSON이 \(limit)단계보다 깊습니다", ja: "JSON の入れ子が \(limit) 段を超えています",
                en: "the JSON is nested more than \(limit) levels deep")
        case .textAfterEnd:
            language.choose(
                ko: "JSON이 끝난 뒤에 다른 내용이 있습니다", ja: "JSON の終わりの後に別の内容があります",
                en: "there is more text after the end of the JSON")
        case .mergeConflict:
            language.choose(
                ko: "병합 충돌 표시가 남아 있습니다", ja: "マージの競合の印が残っています", en: "a merge conflict is left unresolved")
        }
    }
}

enum SystemReason {
    /// The operating system's sentence for an `errno`.
    static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
