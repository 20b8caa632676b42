/// The languages in which the product speaks.
package enum Language: String, CaseIterable, Sendable, Codable, Hashable {
    case korean = "ko"
    case japanese = "ja"
    case english = "en"

    /// The language of a BCP 47 tag or of a POSIX locale name (`ko`, `ko-KR`, `ja_JP.UTF-8`), if it is one of ours.
    package init?(tag: String) {
        let primary = tag.lowercased().prefix { $0.isLetter }
        guard let language = Language(rawValue: String(primary)) else { return nil }
        self = language
    }

    /// One of three texts, the Korean one with its particles settled.
    package func choose(
        ko: @autoclosure () -> String, ja: @autoclosure () -> String, en: @autoclosure () -> String
    ) -> String {
        switch self {
        case .korean: KoreanParticles.settled(ko())
        case .japanese: ja()
        case .english: en()
        }
    }

    /// One of three wordings. Every message of the product passes through here, so that none is forgotten.
    package func choose<T>(ko: @autoclosure () -> T, ja: @autoclosure () -> T, en: @autoclosure () -> T) -> T {
        switch self {
        case .korean: ko()
        case .japanese: ja()
        case .english: en()
        }
    }
}
