package import Diagnostics
import Outputs

extension DatasetMismatch: DiagnosticMessage {
    package var id: String { "other-data" }

    package func text(in language: Language) -> String {
        let recordedSample = recorded.allSatisfy(\.isSample)
        let presentSample = present.allSatisfy(\.isSample)
        if recordedSample != presentSample {
            let real = language.choose(ko: "실제 데이터", ja: "実際のデータ", en: "the real data")
            let sample = language.choose(ko: "내장 견본 데이터", ja: "内蔵のサンプルデータ", en: "the embedded sample")
            let (was, now) = recordedSample ? (sample, real) : (real, sample)
            return language.choose(
                ko: "\(name): 기록에 쓰인 것은 \(was)인데 지금 읽은 것은 \(now)입니다",
                ja: "\(name): 記録に使われたのは\(was)ですが、今読んだのは\(now)です",
                en: "\(name): the record was made with \(was), but \(now) was read now")
        }
        let (was, now) = (Self.digests(recorded), Self.digests(present))
        return language.choose(
            ko: "\(name): 기록에 쓰인 파일(SHA-256 \(was))과 지금 읽은 파일(\(now))이 다릅니다",
            ja: "\(name): 記録に使われたファイル (SHA-256 \(was)) と今読んだファイル (\(now)) が違います",
            en: "\(name): the record was made with another file (SHA-256 \(was)) than was read now (\(now))")
    }

    package func advice(in language: Language) -> String? {
        guard present.contains(where: \.isSample), !recorded.allSatisfy(\.isSample) else { return nil }
        return language.choose(
            ko: "실제 데이터가 있는 폴더를 --data나 HANJI_DATA로 지정하십시오",
            ja: "実際のデータのあるフォルダーを --data または HANJI_DATA で指定してください",
            en: "name the folder of the real data with --data or HANJI_DATA")
    }

    private static func digests(_ uses: [DatasetUse]) -> String {
        uses.map { String($0.sha256.prefix(12)) }.joined(separator: ", ")
    }
}
