import Foundation

/// What a site was made of, kept in its folder: so that what has not changed is not made again, and what is no more
/// goes away.
struct BookManifest: Codable {
    static let fileName = ".hanji-site.json"

    /// Of all that went in; empty if there were findings.
    var digest: String
    /// The sizes of the files that were written, by path.
    var files: [String: Int] = [:]
    /// The digests of the pictures and of the files that links lead to, by their paths from the book's root.
    var companions: [String: String] = [:]

    init(digest: String) { self.digest = digest }

    /// `nil` for none, and for one that is not understood: then all is made anew.
    static func read(_ path: String) -> BookManifest? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSONDecoder().decode(BookManifest.self, from: data)
    }

    func write(_ path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        try encoder.encode(self).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
