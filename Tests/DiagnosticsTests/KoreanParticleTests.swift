import Diagnostics
import Testing

@Suite struct KoreanParticleTests {
    @Test(arguments: [
        ("이 모듈을(를) 쓸 수 없습니다", "이 모듈을 쓸 수 없습니다"), ("'함수'이(가) 없습니다", "'함수'가 없습니다"),
        ("길이 3은(는)", "길이 3은"), ("모양 (2, 5)와(과)", "모양 (2, 5)와"), ("셀(으)로", "셀로"), ("값(으)로", "값으로"),
        ("나무(으)로", "나무로"), ("'손실'(이)라는 이름", "'손실'이라는 이름"), ("'Int'을(를)", "'Int'을(를)"),
        ("10을(를)", "10을"), ("은(는)", "은(는)"), ("(은)", "(은)"),
    ])
    func followTheSoundBeforeThem(written: String, settled: String) {
        #expect(Language.korean.choose(ko: written, ja: "", en: "") == settled)
    }
}
