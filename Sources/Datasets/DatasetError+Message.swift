extension DatasetError {
    package func message(in language: String) -> String {
        let wording = Wording(language)
        return switch self {
        case .unreadableFile(let path, let reason):
            wording.choose(
                ko: "데이터 파일을 읽을 수 없습니다: \(path) (\(reason))",
                ja: "データファイル \(path) を読み込めません。（\(reason)）",
                en: "The data file \(path) cannot be read: \(reason)")
        case .notAFile(let path):
            wording.choose(
                ko: "일반 파일이 아닙니다: \(path). 데이터 파일이 있는 폴더를 `--data`로 지정하십시오.",
                ja: "\(path) は通常のファイルではありません。データファイルのあるフォルダーを `--data` で指定してください。",
                en: "\(path) is not a regular file. Name the directory that holds the data file with `--data`.")
        case .fileTooLarge(let path, let bytes, let limit):
            wording.choose(
                ko: "데이터 파일이 너무 큽니다: \(path) (\(bytes)바이트, 최대 \(limit)바이트).",
                ja: "データファイル \(path) が大きすぎます。\(bytes) バイトありますが、読み込めるのは \(limit) バイトまでです。",
                en: "The data file \(path) is too large: it has \(bytes) bytes, and at most \(limit) are read.")
        case .missingCompanion(let path, let companion):
            wording.choose(
                ko: """
                    \(path) 파일과 함께 쓰는 \(companion) 파일이 없습니다. Keras가 배포하는 파일을 같은 폴더에 \
                    넣으십시오.
                    """,
                ja: """
                    \(path) はありますが、一緒に使う \(companion) が見つかりません。Kerasが配布しているファイルを同じフォルダーに\
                    置いてください。
                    """,
                en: """
                    There is \(path), but not the file \(companion) that belongs to it. Put the \
                    file that Keras distributes into the same directory.
                    """)
        case .invalidArchive(let place, let fault):
            wording.sentence(at: place, opcode: nil, fault.reason(wording))
        case .invalidArray(let place, let fault):
            wording.sentence(at: place, opcode: nil, fault.reason(wording))
        case .refusedPickle(let place, let opcode, let fault):
            wording.sentence(at: place, opcode: opcode, fault.reason(wording))
        case .invalidWordIndex(let place, let fault):
            wording.sentence(at: place, opcode: nil, fault.reason(wording))
        case .labelCountMismatch(let path, let sequences, let sequenceCount, let labels, let labelCount):
            wording.choose(
                ko: """
                    \(path): \(sequences)에는 시퀀스가 \(sequenceCount)개인데 \(labels)에는 레이블이 \(labelCount)개입니다. 두 개수가 \
                    같아야 합니다.
                    """,
                ja: """
                    \(path): \(sequences) の系列は \(sequenceCount) 件ですが、\(labels) のラベルは \(labelCount) 件です。\
                    同数でなければなりません。
                    """,
                en: """
                    \(path): \(sequences) has \(sequenceCount) sequences, but \(labels) has \(labelCount) labels. \
                    There must be as many of both.
                    """)
        case .invalidArgument(let name, let value, let allowed):
            wording.invalidArgument(name, value, allowed)
        case .shareOutOfRange(let name, let value):
            wording.choose(
                ko: "\(name) 값은 0보다 크고 1보다 작아야 합니다. 지금은 \(value)입니다.",
                ja: "\(name) は 0 より大きく 1 より小さくなければなりません。いまは \(value) です。",
                en: "\(name) must be more than 0 and less than 1, not \(value).")
        case .invalidImages(let path, let fault): fault.message(path, wording)
        case .columnLength(let name, let count, let rows):
            wording.choose(
                ko: "표에는 행이 \(rows)개 있는데 열 '\(name)'에는 값이 \(count)개입니다",
                ja: "表には\(rows)行ありますが、列'\(name)'の値は\(count)個です",
                en: "the table has \(rows) rows, and the column '\(name)' has \(count) values")
        case .unknownColumn(let name, let columns):
            wording.choose(
                ko: "표에 \"\(name)\" 열이 없습니다. 있는 열: \(columns.joined(separator: ", ")).",
                ja: "表に \"\(name)\" という列はありません。ある列：\(columns.joined(separator: "、"))。",
                en: "The table has no column \"\(name)\". Its columns are: \(columns.joined(separator: ", ")).")
        case .notNumeric(let column, let row, let text):
            wording.choose(
                ko: "\"\(column)\" 열 \(row)번 행의 \"\(text)\"은(는) 수가 아닙니다. 빈 값은 dropMissing()으로 먼저 지우십시오.",
                ja: "列 \"\(column)\" の \(row) 行目の \"\(text)\" は数ではありません。空の値は先に dropMissing() で除いてください。",
                en: """
                    Row \(row) of the column \"\(column)\" holds \"\(text)\", which is no number. Remove missing values \
                    with dropMissing() first.
                    """)
        case .unevenRow(let path, let line, let expected, let found):
            wording.choose(
                ko: "\(path) \(line)번째 줄: 열이 \(expected)개여야 하는데 \(found)개입니다.",
                ja: "\(path) の \(line) 行目：列は \(expected) 個のはずですが、\(found) 個あります。",
                en: "\(path), line \(line): there should be \(expected) columns, but there are \(found).")
        case .emptyTable(let path):
            wording.choose(
                ko: "\(path): 열 이름이 있는 첫 줄이 없습니다.", ja: "\(path)：列名の行がありません。",
                en: "\(path): there is no first line with the names of the columns.")
        case .lengthsDiffer(let x, let y):
            wording.choose(
                ko: "x의 샘플은 \(x)개인데 y는 \(y)개입니다.", ja: "x のサンプルは \(x) 個ですが、y は \(y) 個です。",
                en: "x has \(x) samples but y has \(y).")
        case .emptyPart(let samples, let testSize):
            wording.choose(
                ko: "샘플 \(samples)개를 testSize \(testSize)(으)로 나누면 한쪽이 비게 됩니다.",
                ja: "サンプル \(samples) 個を testSize \(testSize) で分けると、一方が空になります。",
                en: "testSize \(testSize) of \(samples) samples leaves one part empty.")
        case .labelOutOfRange(let value, let classes, let position):
            wording.choose(
                ko: "\(position)번 레이블 \(value)은(는) 0부터 \(classes - 1)까지의 번호가 아닙니다.",
                ja: "\(position) 番のラベル \(value) は 0 から \(classes - 1) までの番号ではありません。",
                en: "Label \(position) is \(value), which is no number from 0 to \(classes - 1).")
        case .tokenizerNotFitted:
            wording.choose(
                ko: "Tokenizer가 아직 단어를 모릅니다. 먼저 fitOnTexts(_:)에 훈련 데이터의 글을 넘기십시오.",
                ja: "Tokenizer はまだ単語を知りません。先に fitOnTexts(_:) に訓練データの文を渡してください。",
                en: "The tokenizer knows no words yet. Call fitOnTexts(_:) with the texts of the training data first.")
        case .noSequenceLeft(let maxLength):
            wording.choose(
                ko: "길이가 \(maxLength)보다 짧은 시퀀스가 하나도 없습니다. `maxLength`를 더 크게 지정하십시오.",
                ja: "長さが \(maxLength) 未満の系列が一つもありません。`maxLength` をもっと大きくしてください。",
                en: "No sequence is shorter than \(maxLength). Increase `maxLength`.")
        }
    }
}

/// One of the three languages, and the sentences that several errors share.
struct Wording {
    private let language: String

    init(_ language: String) { self.language = language }

    func choose(ko: @autoclosure () -> String, ja: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        switch language {
        case "ko": ko()
        case "ja": ja()
        default: en()
        }
    }

    /// Text out of a file, cut to a readable length and without control characters.
    func quote(_ text: String) -> String {
        let scalars = text.unicodeScalars.prefix(120).map { scalar in
            scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(Character(scalar))
        }
        return scalars.joined() + (text.unicodeScalars.count > 120 ? "…" : "")
    }

    /// "FILE, member M, byte N, opcode O: why", and what to do about a damaged file.
    fileprivate func sentence(at place: FilePlace, opcode: PickleOpcode?, _ reason: String) -> String {
        var parts = [place.file]
        if let member = place.member.map(quote) {
            parts.append(choose(ko: "멤버 \(member)", ja: "メンバー \(member)", en: "member \(member)"))
        }
        parts.append(
            choose(ko: "바이트 위치 \(place.offset)", ja: "バイト位置 \(place.offset)", en: "byte \(place.offset)"))
        if let opcode {
            parts.append(choose(ko: "명령 \(opcode.name)", ja: "オペコード \(opcode.name)", en: "opcode \(opcode.name)"))
        }
        let advice = choose(
            ko: "Keras가 배포하는 파일인지 확인하고 다시 내려받으십시오.",
            ja: "Keras が配布しているファイルか確認し、取得し直してください。",
            en: "Check that this is the file that Keras distributes, and fetch it again.")
        return parts.joined(separator: ", ") + ": " + reason + " " + advice
    }

    fileprivate func invalidArgument(_ name: String, _ value: Int, _ allowed: ClosedRange<Int>) -> String {
        if allowed.upperBound == Int.max {
            return choose(
                ko: "`\(name)` 값은 \(allowed.lowerBound) 이상이어야 하는데 \(value)입니다.",
                ja: "`\(name)` は \(allowed.lowerBound) 以上でなければなりませんが、\(value) です。",
                en: "`\(name)` must be at least \(allowed.lowerBound), but is \(value).")
        }
        return choose(
            ko: "`\(name)` 값은 \(allowed.lowerBound) 이상 \(allowed.upperBound) 이하여야 하는데 \(value)입니다.",
            ja: "`\(name)` は \(allowed.lowerBound) 以上 \(allowed.upperBound) 以下でなければなりませんが、\(value) です。",
            en: "`\(name)` must be from \(allowed.lowerBound) to \(allowed.upperBound), but is \(value).")
    }
}

extension ImageFault {
    fileprivate func message(_ path: String, _ wording: Wording) -> String {
        switch self {
        case .notGzip:
            wording.choose(
                ko: "\(path): gzip 파일이 아닙니다.", ja: "\(path) は gzip ファイルではありません。",
                en: "\(path) is not a gzip file.")
        case .damagedStream, .wrongChecksum:
            wording.choose(
                ko: "\(path): 파일이 손상되었습니다. 다시 받으십시오.", ja: "\(path) は壊れています。もう一度入手してください。",
                en: "\(path) is damaged. Get it again.")
        case .wrongMagic(let found, let expected):
            wording.choose(
                ko: "\(path): IDX 파일이 아닙니다(첫 네 바이트가 \(expected)이어야 하는데 \(found)).",
                ja: "\(path) は IDX ファイルではありません（先頭 4 バイトは \(expected) のはずですが \(found) です）。",
                en: "\(path) is not an IDX file of that kind: it should begin with \(expected), not \(found).")
        case .wrongSize(let expected, let found):
            wording.choose(
                ko: "\(path): 크기가 \(expected)바이트여야 하는데 \(found)바이트입니다.",
                ja: "\(path) の大きさは \(expected) バイトのはずですが、\(found) バイトです。",
                en: "\(path) should hold \(expected) bytes, but holds \(found).")
        case .countsDiffer(let images, let labels):
            wording.choose(
                ko: "\(path): 이미지는 \(images)개인데 레이블은 \(labels)개입니다.",
                ja: "\(path)：画像は \(images) 枚ですが、ラベルは \(labels) 個です。",
                en: "\(path): there are \(images) images but \(labels) labels.")
        }
    }
}
