import Digest
import Outputs

/// Generated Korean reviews that stand in for NSMC where the real files are absent: as many rows, the same columns, a few
/// without text. Put together from phrases; no review was written by a reviewer.
enum SampleRatings {
    private static let seed: UInt64 = 0x4841_4E4A_494E_534D
    private static let counts = [150_000, 50_000]
    private static let missing = [5, 3]

    static var identity: String { Digest.sha256("hanji sample corpus nsmc, version 1, seed \(seed)") }

    static func generate(part: Int) throws -> Table {
        var random = Xoshiro256(seed: seed &+ UInt64(part))
        var (ids, documents, labels): ([String], [String], [String]) = ([], [], [])
        for row in 0..<counts[part] {
            if row % 1_024 == 0 { try Interruption.check() }
            let label = Int(random.unit() * 2)
            ids.append(String(1_000_000 + part * 5_000_000 + row * 31 + Int(random.unit() * 30)))
            let isMissing = row % (counts[part] / missing[part]) == 777
            documents.append(isMissing ? "" : review(label, &random))
            labels.append(String(label))
        }
        return Table(columns: ["id", "document", "label"], fields: [ids, documents, labels])
    }

    private static func review(_ label: Int, _ random: inout Xoshiro256) -> String {
        func pick(_ list: [String]) -> String { list[Int(random.unit() * Double(list.count))] }
        // Some reviewers are of two minds.
        func side() -> Int { random.unit() < 0.12 ? 1 - label : label }
        var parts: [String] = []
        if random.unit() < 0.25 { parts.append(pick(openings)) }
        for _ in 0..<1 + Int(random.unit() * 3.2) {
            let opinion = side() == 1 ? praise : blame
            switch random.unit() {
            case ..<0.35: parts.append("\(pick(subjects)) \(pick(degrees)) \(pick(opinion))")
            case ..<0.6: parts.append("\(pick(subjects)) \(pick(opinion))")
            case ..<0.75: parts.append("\(pick(degrees)) \(pick(opinion))")
            case ..<0.9: parts.append(pick(side() == 1 ? praiseCries : blameCries))
            default: parts.append(pick(neutral))
            }
        }
        return parts.joined(separator: " ") + pick(endings)
    }

    private static func list(_ text: String, by separator: Character = ",") -> [String] {
        text.split(separator: separator).map { $0.trimmingPrefix(" ").description }
    }

    private static let subjects = list(
        """
        연기가, 연기는, 스토리가, 스토리는, 이야기가, 음악이, 음악은, 영상이, 영상미가, 연출이, 연출은, 결말이, 결말은, 배우들이, 주인공이, 감독이, \
        대사가, 장면이, 액션이, 분위기가, 이 영화, 이 영화는, 영화가, 초반은, 후반부가, 전개가, 내용이, 캐릭터가, 설정이, 편집이
        """)
    private static let degrees = list("정말, 진짜, 너무, 아주, 매우, 꽤, 조금, 역시, 그냥, 참, 완전, 솔직히, 끝까지, 생각보다, 의외로")
    private static let praise = list(
        """
        좋았다, 좋아요, 좋네요, 재밌다, 재밌어요, 재미있게 봤습니다, 감동적이다, 감동이었어요, 훌륭하다, 멋지다, 최고다, 최고예요, 아름답다, 따뜻하다, \
        완벽하다, 대단하다, 인상 깊다, 마음에 든다, 웃기다, 신선하다, 탄탄하다, 볼만하다, 기억에 남는다, 설렌다, 눈물이 난다
        """)
    private static let blame = list(
        """
        별로다, 별로네요, 지루하다, 지루했어요, 재미없다, 재미없어요, 실망이다, 실망했습니다, 아쉽다, 아쉬워요, 최악이다, 최악이에요, 어색하다, 뻔하다, \
        엉망이다, 유치하다, 답답하다, 이해가 안 된다, 시간이 아깝다, 돈이 아깝다, 졸리다, 식상하다, 산만하다, 허술하다, 짜증난다
        """)
    private static let praiseCries = list("강력 추천, 또 보고 싶다, 명작, 인생 영화, 별 다섯 개, 꼭 보세요, 두 번 봤어요, 굿, 만점")
    private static let blameCries = list("비추, 보지 마세요, 졸작, 별 하나도 아깝다, 왜 봤을까, 끝까지 못 봤다, 환불하고 싶다, 쓰레기, 하품만")
    private static let neutral = list("어제 봤는데, 친구랑 봤다, 극장에서 봤어요, 텔레비전에서 봤다, 옛날 영화라서, 원작을 읽고 봤다, 두 시간짜리다")
    private static let openings = list("아, 와, 음, 오랜만에, 드디어 봤다, 기대하고 봤는데, 아무 생각 없이 봤는데, 솔직히 말해서, 개인적으로, 한마디로")
    private static let endings = ["", "", "", ".", "..", "!", "!!", "~", " ㅋㅋ", " ㅠㅠ", "..."]
}
