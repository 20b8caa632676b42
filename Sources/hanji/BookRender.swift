import Diagnostics
import Digest
import Execution
import Foundation
import Notebook
import Records
import Rendering
import Synchronization

/// Makes a site of a folder of notebooks. What has not changed since the last time is not made again.
struct BookRender {
    var root: String
    var output: String
    var options: PageOptions
    var strict: Bool
    var language: Language?

    private struct Source: Sendable {
        var path: String
        var text: [UInt8]
        var record: [UInt8]
        /// Of both.
        var digest: String
    }

    private var messageLanguage: Language { language ?? .ofLocale }

    func run() throws -> ExitStatus {
        let names = LessonPaths.bookPages(in: root)
        let root = root
        let paths = names.map { RelativePath.join(root, $0) }
        if LessonPaths.reportCollisions(paths, in: nil, language: messageLanguage) { return .unusable }
        let sources = Self.parallel(names.count) { index in
            let path = paths[index]
            let text = Self.bytes(path) ?? []
            let record = Self.bytes(RecordPath.record(ofLesson: path)) ?? []
            return Source(
                path: names[index], text: text, record: record,
                digest: "\(Digest.sha256(text))\n\(Digest.sha256(record))")
        }
        let settings = Self.bytes(RelativePath.join(root, "book.yaml"))
        let digest = digest(of: sources, settings)
        let manifestPath = RelativePath.join(output, BookManifest.fileName)
        let old = BookManifest.read(manifestPath)
        if let old, old.digest == digest, isWhole(old) {
            Terminal.output.write(
                CommandText.bookUnchanged(root, output, pages: names.count, in: messageLanguage) + "\n")
            return .fine
        }
        return try make(sources, settings, digest, old, manifestPath)
    }

    /// Everything that decides what the site is, the pictures apart, which only the pages name.
    private func digest(of sources: [Source], _ settings: [UInt8]?) -> String {
        let parts = sources.map { "\($0.path)\n\($0.digest)\n" }
        let head = "\(Worker.engine)\n\(options)\n\(strict)\n\(settings.map { Digest.sha256($0) } ?? "")\n"
        return Digest.sha256(head + parts.joined())
    }

    /// Whether the files of the last time are all there, and the pictures that they were made of are as they were.
    private func isWhole(_ manifest: BookManifest) -> Bool {
        manifest.files.allSatisfy { name, size in
            let attributes = try? FileManager.default.attributesOfItem(atPath: RelativePath.join(output, name))
            return (attributes?[.size] as? NSNumber)?.intValue == size
        }
            && manifest.companions.allSatisfy { name, digest in
                Self.bytes(RelativePath.join(root, name)).map { Digest.sha256($0) } == digest
            }
    }

    private static func bytes(_ path: String) -> [UInt8]? {
        RelativePath.existing(path).flatMap { FileManager.default.contents(atPath: $0) }.map { Array($0) }
    }

    // MARK: Making

    private func make(
        _ sources: [Source], _ settingsBytes: [UInt8]?, _ digest: String, _ old: BookManifest?, _ manifestPath: String
    ) throws -> ExitStatus {
        var status = ExitStatus.fine
        var settings = BookSettings()
        if let settingsBytes {
            let source = SourceText(
                path: RelativePath.join(root, "book.yaml"), text: String(decoding: settingsBytes, as: UTF8.self))
            let read = BookSettings.read(source)
            settings = read.settings
            report(read.diagnostics, in: source)
            if read.diagnostics.hasErrors { status.worsen(to: .finding) }
        }
        let chapters = try read(sources, &status)
        let site = try BookSite(chapters.map(\.chapter), settings: settings, options: options)
        let check = BookLinkCheck(chapters.map(\.chapter)) { name in
            let path = RelativePath.join(root, name)
            return RelativePath.existing(path) != nil && !LessonPaths.isDirectory(path)
        }
        let pages = render(chapters, site, check)
        var files = site.shared
        var manifest = BookManifest(digest: digest)
        for page in pages {
            Terminal.error.write(page.report)
            status.worsen(to: page.status)
            files[page.path] = page.html
            for (name, companion) in page.companions {
                files[companion.path] = files[companion.path] ?? companion.bytes
                manifest.companions[name] = Digest.sha256(companion.bytes)
            }
        }
        let written = try write(files, language: messageLanguage)
        manifest.files = files.mapValues(\.count)
        for name in (old?.files.keys.sorted() ?? []) where files[name] == nil {
            try? FileManager.default.removeItem(atPath: RelativePath.join(output, name))
            // A folder that holds nothing any more; the system refuses to remove another.
            var folder = RelativePath.directory(name)
            while folder != ".", rmdir(RelativePath.join(output, folder)) == 0 {
                folder = RelativePath.directory(folder)
            }
        }
        // Findings are said every time, so what has any is looked at again.
        if status != .fine { manifest.digest = "" }
        try manifest.write(manifestPath)
        Terminal.output.write(
            CommandText.bookRendered(root, output, pages: pages.count, written: written, in: messageLanguage) + "\n")
        return status
    }

    private struct Chapter: Sendable {
        var chapter: BookChapter
        var record: Record?
        var language: Language
        var path: String
    }

    /// All notebooks, side by side. What cannot be read is reported and left out.
    private func read(_ sources: [Source], _ status: inout ExitStatus) throws -> [Chapter] {
        let results = Self.parallel(sources.count) { index -> (Chapter?, String) in
            let source = sources[index]
            let path = RelativePath.join(root, source.path)
            let text: SourceText
            do throws(NotebookFileError) {
                text = try NotebookFile.decode(source.text, path: path)
            } catch {
                return (nil, CommandText.error(error, in: messageLanguage))
            }
            let notebook = NotebookReader.read(text)
            let front = notebook.frontMatter
            let language = self.language ?? (front.namesLanguage ? front.language : .ofLocale)
            var chapter = Chapter(
                chapter: BookChapter(path: source.path, notebook: notebook), record: nil, language: language, path: path
            )
            guard !source.record.isEmpty else { return (chapter, "") }
            do throws(RecordError) {
                chapter.record = try NotebookFormat.decode(source.record, file: RecordPath.record(ofLesson: path))
                return (chapter, "")
            } catch {
                return (nil, CommandText.error(error, in: language))
            }
        }
        for (chapter, report) in results {
            Terminal.error.write(report)
            if chapter == nil { status.worsen(to: .unusable) }
        }
        return results.compactMap(\.0)
    }

    private struct Page: Sendable {
        var path: String
        var html: [UInt8]
        var report: String
        var status: ExitStatus
        /// By their paths from the book's root.
        var companions: [String: Companion]
    }
    /// A picture that a page shows, or a file that it leads to.
    private struct Companion: Sendable {
        /// In the site.
        var path: String
        var bytes: [UInt8]
    }

    private func render(_ chapters: [Chapter], _ site: BookSite, _ check: BookLinkCheck) -> [Page] {
        let findings = chapters.map { (check.diagnostics(of: $0.chapter), check.linkedFiles(of: $0.chapter)) }
        return Self.parallel(chapters.count) { render(chapters[$0], site, findings[$0].0, findings[$0].1) }
            .compactMap { $0 }
    }

    private func render(
        _ chapter: Chapter, _ site: BookSite, _ links: [Diagnostic], _ linkedFiles: Set<String>
    ) -> Page? {
        let notebook = chapter.chapter.notebook
        guard let place = site.plan.page(source: chapter.chapter.path) else { return nil }
        // A record that is up to date was made by a notebook that passed its check.
        let isFresh = !Freshness(of: notebook, record: chapter.record).isStale
        let cellFindings = isFresh ? [] : NotebookCheck.read(notebook.source).cellDiagnostics
        let errors = cellFindings.filter { $0.severity == .error }
        let root = root
        let linked = linkedFiles.compactMap { name in
            Self.bytes(RelativePath.join(root, name)).map { (name, Companion(path: name, bytes: $0)) }
        }
        let companions = Mutex(Dictionary(uniqueKeysWithValues: linked))
        let page = site.render(chapter.chapter, record: chapter.record, diagnostics: errors + links) { address in
            let (name, _) = NotebookLinks.divided(address)
            guard let file = RelativeAddress.resolve(name, from: chapter.chapter.path),
                let bytes = Self.bytes(RelativePath.join(root, file)), let inlined = PageImage(inlining: bytes),
                let type = ImageType(bytes)
            else { return nil }
            let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "picture"
            let asset = BookSite.assetPath(stem, type == .jpeg ? "jpg" : type.rawValue, bytes)
            companions.withLock { $0[file] = Companion(path: asset, bytes: bytes) }
            return PageImage(address: RelativeAddress.link(from: place.path, to: asset), size: inlined.size)
        }
        guard let page else { return nil }
        let diagnostics = (notebook.diagnostics + cellFindings + links).sortedByPlace()
        var report = TerminalRenderer(language: chapter.language, colour: Terminal.error.hasColour).render(
            diagnostics, in: notebook.source)
        var status = diagnostics.hasErrors ? ExitStatus.finding : .fine
        for refused in page.refused {
            report += "\(chapter.path): \(refused.reason.text(in: chapter.language))\n"
            status.worsen(to: .finding)
        }
        if page.freshness.isStale {
            report +=
                CommandText.stale(chapter.path, isMissing: page.freshness.isMissing, in: chapter.language) + "\n"
            if strict { status.worsen(to: .finding) }
        }
        return Page(
            path: place.path, html: Array(page.html.utf8), report: report, status: status,
            companions: companions.withLock { $0 })
    }

    /// Writes what is not there already; says how many files that were.
    private func write(_ files: [String: [UInt8]], language: Language) throws -> Int {
        var written = 0
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let path = RelativePath.join(output, name)
            if Self.bytes(path) == bytes { continue }
            guard LessonPaths.makeDirectory(RelativePath.directory(path), language: language) else {
                throw ExitStatus.unusable
            }
            do {
                try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                Terminal.error.write(CommandText.writeFailed(path, error.localizedDescription, in: language) + "\n")
                throw ExitStatus.unusable
            }
            written += 1
        }
        return written
    }

    private func report(_ diagnostics: [Diagnostic], in source: SourceText) {
        let renderer = TerminalRenderer(language: messageLanguage, colour: Terminal.error.hasColour)
        Terminal.error.write(renderer.render(diagnostics, in: source))
    }

    /// The results of `count` pieces of work in their order, made on all processors.
    private static func parallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = work(index)
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}

/// Paths of files.
enum RelativePath {
    /// The path of what is there under this name, or under one that differs in nothing but its normal form: files that
    /// come from a Mac have their letters taken apart.
    static func existing(_ path: String) -> String? {
        if FileManager.default.fileExists(atPath: path) { return path }
        let parent = directory(path)
        guard path.utf8.contains(where: { $0 >= 0x80 }), parent != path, let folder = existing(parent),
            let name = path.split(separator: "/").last
        else { return nil }
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder).first { $0 == name }
        return found.map { join(folder, $0) }
    }

    static func join(_ directory: String, _ name: String) -> String {
        directory.isEmpty || directory == "."
            ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }

    static func directory(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
