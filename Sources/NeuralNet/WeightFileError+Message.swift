extension WeightFileError {
    public func message(in language: String) -> String {
        func choose(_ ko: String, _ ja: String, _ en: String) -> String {
            switch language {
            case "ko": ko
            case "ja": ja
            default: en
            }
        }
        switch self {
        case .notBuilt:
            return choose(
                "신경망이 아직 입력의 모양을 몰라 가중치가 없습니다. 첫 층에 inputShape를 주거나 먼저 fit이나 predict를 부르십시오.",
                "ネットワークは入力の形状をまだ知らず、重みがありません。最初の層に inputShape を渡すか、先に fit か predict を呼んでください。",
                "The network does not know the shape of its inputs yet and has no weights. Give the first layer an "
                    + "inputShape, or call fit or predict first.")
        case .unreadable(let path, let reason):
            return choose(
                "가중치 파일 \(path)을(를) 읽을 수 없습니다: \(reason)", "重みのファイル \(path) を読めません：\(reason)",
                "The weight file \(path) cannot be read: \(reason)")
        case .unwritable(let path, let reason):
            return choose(
                "가중치 파일 \(path)을(를) 쓸 수 없습니다: \(reason)", "重みのファイル \(path) を書けません：\(reason)",
                "The weight file \(path) cannot be written: \(reason)")
        case .damaged(let path, let fault):
            let reason = fault.reason(choose)
            return choose(
                "\(path)은(는) 온전한 safetensors 파일이 아닙니다. \(reason) 파일을 다시 저장하거나 받으십시오.",
                "\(path) は完全な safetensors ファイルではありません。\(reason)もう一度保存するか入手してください。",
                "\(path) is not a whole safetensors file. \(reason) Save it or get it again.")
        case .names(let path, let missing, let extra):
            let (missing, extra) = (Self.list(missing), Self.list(extra))
            return choose(
                "\(path)은(는) 다른 신경망의 가중치입니다."
                    + (missing.map { " 파일에 없는 가중치: \($0)." } ?? "") + (extra.map { " 신경망에 없는 가중치: \($0)." } ?? ""),
                "\(path) は別のネットワークの重みです。"
                    + (missing.map { "ファイルにない重み：\($0)。" } ?? "") + (extra.map { "ネットワークにない重み：\($0)。" } ?? ""),
                "\(path) holds the weights of another network."
                    + (missing.map { " Not in the file: \($0)." } ?? "")
                    + (extra.map { " Not in the network: \($0)." } ?? ""))
        case .shape(let name, let expected, let found):
            return choose(
                "가중치 \(name)의 모양은 \(expected)이어야 하는데 파일에는 \(found)입니다. 층의 유닛 수나 입력의 폭이 다릅니다.",
                "重み \(name) の形状は \(expected) のはずですが、ファイルでは \(found) です。ユニット数か入力の幅が違います。",
                "The weight \(name) has the shape \(expected), but \(found) in the file: the number of units or the "
                    + "width of the inputs differs.")
        }
    }

    /// The first few names; `nil` if there is none.
    private static func list(_ names: [String]) -> String? {
        names.isEmpty ? nil : names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    }
}

extension SafetensorsFault {
    fileprivate func reason(_ choose: (_ ko: String, _ ja: String, _ en: String) -> String) -> String {
        switch self {
        case .tooShort(let count):
            choose("크기가 \(count)바이트뿐입니다.", "大きさが \(count) バイトしかありません。", "It has only \(count) bytes.")
        case .headerLength(let length):
            choose(
                "머리글의 길이 \(length)이(가) 파일보다 큽니다.", "見出しの長さ \(length) がファイルより大きくなっています。",
                "The length of its header, \(length), is more than the file has.")
        case .header: choose("머리글을 읽을 수 없습니다.", "見出しを読めません。", "Its header cannot be understood.")
        case .offsets(let name):
            choose(
                "\(name)의 위치가 파일과 맞지 않습니다.", "\(name) の位置がファイルと合いません。",
                "The place of \(name) does not fit the file.")
        case .unusedBytes(let count):
            choose(
                "어디에도 속하지 않는 \(count)바이트가 끝에 있습니다.", "どこにも属さない \(count) バイトが末尾にあります。",
                "There are \(count) bytes at its end that belong to nothing.")
        case .type(let name, let type):
            choose(
                "\(name)의 형 \(type)은(는) 가중치에 쓸 수 없습니다.", "\(name) の型 \(type) は重みに使えません。",
                "\(name) has the type \(type), which weights cannot have.")
        }
    }
}
