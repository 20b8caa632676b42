extension ArchiveFault {
    func reason(_ wording: Wording) -> String {
        switch self {
        case .notZip:
            wording.choose(
                ko: "npz(zip) 파일이 아니거나 뒷부분이 잘렸습니다.", ja: "npz（zip）ファイルではないか、末尾が欠けています。",
                en: "This is no npz (zip) file, or its end is missing.")
        case .truncated:
            wording.choose(
                ko: "파일이 잘렸거나 파일 밖의 위치를 가리킵니다.", ja: "ファイルが途中で切れているか、ファイルの外を指しています。",
                en: "The file is cut short, or points outside itself.")
        case .severalDisks:
            wording.choose(
                ko: "여러 파일로 나뉜 zip은 읽지 않습니다.", ja: "分割された zip は読み込めません。",
                en: "A zip archive in several parts is not supported.")
        case .tooManyMembers(let count, let limit):
            wording.choose(
                ko: "멤버가 \(count)개로 너무 많습니다(최대 \(limit)개).", ja: "メンバーが \(count) 個と多すぎます（上限 \(limit) 個）。",
                en: "It has \(count) members, more than the \(limit) allowed.")
        case .missingMember(let present):
            wording.choose(
                ko: "이 멤버가 없습니다. 있는 멤버: \(wording.quote(present.joined(separator: ", "))).",
                ja: "このメンバーがありません。あるメンバー: \(wording.quote(present.joined(separator: ", ")))。",
                en: "There is no such member; present are: \(wording.quote(present.joined(separator: ", "))).")
        case .duplicateMember:
            wording.choose(
                ko: "같은 이름의 멤버가 둘 이상 있습니다.", ja: "同じ名前のメンバーが二つ以上あります。",
                en: "There is more than one member of this name.")
        case .encrypted:
            wording.choose(ko: "암호화된 멤버입니다.", ja: "暗号化されたメンバーです。", en: "The member is encrypted.")
        case .unsupportedMethod(let method):
            wording.choose(
                ko: "지원하지 않는 압축 방식입니다: \(method)(0과 8만 지원).", ja: "圧縮方式 \(method) には対応していません（0 と 8 のみ）。",
                en: "Compression method \(method) is not supported; only 0 and 8 are.")
        case .tooLarge(let bytes, let limit):
            wording.choose(
                ko: "압축을 풀면 \(bytes)바이트로 너무 큽니다(최대 \(limit)바이트).",
                ja: "展開すると \(bytes) バイトになり、大きすぎます（上限 \(limit) バイト）。",
                en: "It would inflate to \(bytes) bytes; at most \(limit) are allowed.")
        case .damagedStream:
            wording.choose(
                ko: "압축된 데이터가 손상되었습니다.", ja: "圧縮データが壊れています。", en: "The compressed data is damaged.")
        case .wrongSize(let declared):
            wording.choose(
                ko: "압축을 푼 크기가 적혀 있는 \(declared)바이트와 다릅니다.", ja: "展開した大きさが、記された \(declared) バイトと違います。",
                en: "The inflated size is not the declared \(declared) bytes.")
        case .wrongChecksum(let declared, let found):
            wording.choose(
                ko: "CRC-32 값이 다릅니다(기록된 값 \(hex(declared)), 실제 값 \(hex(found))). 파일이 손상되었습니다.",
                ja: "CRC-32 が \(hex(declared)) ではなく \(hex(found)) です。ファイルが壊れています。",
                en: "The CRC-32 is \(hex(found)) instead of \(hex(declared)): the file is damaged.")
        }
    }

    private func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

extension ArrayFault {
    func reason(_ wording: Wording) -> String {
        switch self {
        case .notNPY:
            wording.choose(ko: "npy 배열이 아닙니다.", ja: "npy 配列ではありません。", en: "This is no npy array.")
        case .unsupportedVersion(let major, let minor):
            wording.choose(
                ko: "지원하지 않는 npy 형식 버전입니다: \(major).\(minor).", ja: "npy 形式のバージョン \(major).\(minor) には対応していません。",
                en: "Version \(major).\(minor) of the npy format is not supported.")
        case .malformedHeader:
            wording.choose(
                ko: "npy 머리글을 해석할 수 없습니다.", ja: "npy のヘッダーを解釈できません。", en: "The npy header cannot be understood.")
        case .unsupportedType(let type, let expected):
            wording.choose(
                ko: "원소의 자료형이 맞지 않습니다(필요한 자료형 `\(expected)`, 실제 자료형 `\(wording.quote(type))`).",
                ja: "要素の型が `\(expected)` ではなく `\(wording.quote(type))` です。",
                en: "The elements' type is `\(wording.quote(type))` instead of `\(expected)`.")
        case .notOneDimensional(let shape):
            wording.choose(
                ko: "1차원 배열이어야 하는데 크기가 \(shape)입니다.", ja: "1 次元配列でなければなりませんが、形状が \(shape) です。",
                en: "The array must have one dimension, but its shape is \(shape).")
        case .tooManyElements(let count, let limit):
            wording.choose(
                ko: "원소가 \(count)개로 너무 많습니다(최대 \(limit)개).", ja: "要素が \(count) 個と多すぎます（上限 \(limit) 個）。",
                en: "It has \(count) elements, more than the \(limit) allowed.")
        case .endsEarly:
            wording.choose(
                ko: "데이터가 도중에 끝납니다.", ja: "データが途中で終わっています。", en: "The data ends too early.")
        case .trailingBytes:
            wording.choose(
                ko: "배열 뒤에 남는 데이터가 있습니다.", ja: "配列の後に余分なデータがあります。", en: "There is data after the array.")
        }
    }
}

extension WordIndexFault {
    func reason(_ wording: Wording) -> String {
        switch self {
        case .expected(let token):
            wording.choose(
                ko: "이 자리에는 `\(token)` 문자가 필요합니다. 단어와 정수로 된 JSON 객체여야 합니다.",
                ja: "`\(token)` が必要です。単語と整数からなる JSON オブジェクトでなければなりません。",
                en: "`\(token)` is expected here: the file must be one JSON object of words and whole numbers.")
        case .invalidEscape:
            wording.choose(
                ko: "문자열의 이스케이프가 잘못되었습니다.", ja: "文字列のエスケープが正しくありません。",
                en: "The string has an invalid escape.")
        case .invalidUTF8:
            wording.choose(
                ko: "문자열이 올바른 UTF-8이 아닙니다.", ja: "文字列が正しい UTF-8 ではありません。", en: "The string is not valid UTF-8.")
        case .integerTooLarge:
            wording.choose(ko: "정수가 너무 큽니다.", ja: "整数が大きすぎます。", en: "The number is too large.")
        case .trailingText:
            wording.choose(
                ko: "JSON 객체 뒤에 다른 내용이 있습니다.", ja: "JSON オブジェクトの後に余分な内容があります。",
                en: "There is more text after the JSON object.")
        }
    }
}
