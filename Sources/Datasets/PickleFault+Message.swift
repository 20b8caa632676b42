extension PickleFault {
    func reason(_ wording: Wording) -> String {
        switch self {
        case .forbiddenOpcode:
            wording.choose(
                ko: "정수 리스트에 필요 없는 명령이므로 읽기를 거부합니다.", ja: "整数のリストに不要なオペコードなので、読み込みを拒否します。",
                en: "Lists of integers do not need this opcode, so it is refused.")
        case .forbiddenGlobal(let name):
            wording.choose(
                ko: "다음 이름을 참조하므로 읽기를 거부합니다: `\(wording.quote(name))`. 프로그램을 실행할 수 있는 이름입니다.",
                ja: "`\(wording.quote(name))` を参照しているため、読み込みを拒否します。プログラムを実行しうる名前です。",
                en: "It refers to `\(wording.quote(name))`, which could run code, so it is refused.")
        case .unsupportedProtocol(let version):
            wording.choose(
                ko: "지원하지 않는 pickle 프로토콜 버전입니다: \(version)(2~5만 지원).",
                ja: "pickle プロトコル \(version) には対応していません（2〜5 のみ）。",
                en: "Pickle protocol \(version) is not supported; 2 to 5 are.")
        case .endsEarly:
            wording.choose(
                ko: "pickle이 도중에 끝납니다.", ja: "pickle が途中で終わっています。", en: "The pickle ends too early.")
        case .trailingBytes:
            wording.choose(
                ko: "pickle 뒤에 남는 데이터가 있습니다.", ja: "pickle の後に余分なデータがあります。", en: "There is data after the pickle.")
        case .emptyStack:
            wording.choose(
                ko: "스택에 값이 모자랍니다.", ja: "スタックの値が足りません。", en: "There are too few values on the stack.")
        case .noMark:
            wording.choose(ko: "짝이 되는 MARK가 없습니다.", ja: "対応する MARK がありません。", en: "It has no MARK.")
        case .unknownMemo(let index):
            wording.choose(
                ko: "메모 \(index)번에 저장된 값이 없습니다.", ja: "メモ \(index) 番に値がありません。",
                en: "Nothing was stored in the memo at \(index).")
        case .tooDeep:
            wording.choose(
                ko: "값이 너무 깊이 중첩되어 있습니다. 정수 리스트의 배열이어야 합니다.",
                ja: "値の入れ子が深すぎます。整数リストの配列でなければなりません。",
                en: "Values are nested too deeply: this must be an array of lists of integers.")
        case .tooMany(let quantity, let limit):
            wording.choose(
                ko: "\(quantity.name(wording)) 수가 한도를 넘습니다(한도: \(limit)).",
                ja: "\(quantity.name(wording))の数が上限 \(limit) を超えています。",
                en: "There are more \(quantity.name(wording)) than the \(limit) allowed.")
        case .unexpectedOperand:
            wording.choose(
                ko: "이 자리에 올 수 없는 값입니다. NumPy가 저장한 정수 리스트의 배열이어야 합니다.",
                ja: "ここに置けない値です。NumPy が保存した整数リストの配列でなければなりません。",
                en: "This value cannot stand here: it must be NumPy's array of lists of integers.")
        case .brokenText:
            wording.choose(
                ko: "텍스트가 올바른 UTF-8이 아닙니다.", ja: "テキストが正しい UTF-8 ではありません。", en: "The text is not valid UTF-8.")
        case .frameTooLong(let length):
            wording.choose(
                ko: "프레임 길이가 남은 데이터보다 깁니다(\(length)바이트).", ja: "フレームの長さ \(length) が残りのデータより長くなっています。",
                en: "The frame's length \(length) is more than the data that is left.")
        case .wrongListCount(let declared, let found):
            wording.choose(
                ko: "리스트가 \(declared)개여야 하는데 \(found)개입니다.", ja: "リストは \(declared) 個のはずですが、\(found) 個です。",
                en: "There should be \(declared) lists, but there are \(found).")
        }
    }
}

extension PickleFault.Quantity {
    fileprivate func name(_ wording: Wording) -> String {
        switch self {
        case .stackEntries: wording.choose(ko: "스택 값의", ja: "スタックの値", en: "values on the stack")
        case .memoEntries: wording.choose(ko: "메모 값의", ja: "メモの値", en: "values in the memo")
        case .tuples: wording.choose(ko: "튜플의", ja: "タプル", en: "tuples")
        case .tupleItems: wording.choose(ko: "튜플 항목의", ja: "タプルの項目", en: "items in a tuple")
        case .lists: wording.choose(ko: "리스트의", ja: "リスト", en: "lists")
        case .integers: wording.choose(ko: "정수의", ja: "整数", en: "integers")
        case .bytes: wording.choose(ko: "텍스트 바이트의", ja: "テキストのバイト", en: "bytes of text")
        }
    }
}
