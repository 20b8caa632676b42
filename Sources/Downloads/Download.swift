import Digest
package import Foundation

/// Brings a published file into a folder. What has arrived stands beside its place under another name and takes it only
/// when its sum is right, so that a good file is never replaced by a damaged one; what was interrupted goes on where it
/// ended.
package struct Download {
    /// What was found or done.
    package enum Outcome: Equatable, Sendable {
        case fetched
        /// It was there, with the published sum.
        case wasThere
        /// Another file of this name was there and was left alone.
        case keptOther(found: Checksum)
    }

    /// Bytes that have arrived; `total` when the server says it.
    package typealias Progress = (_ done: Int, _ total: Int?) -> Void

    private let file: PublishedFile
    private let directory: URL
    private let mirror: String?
    private let replaces: Bool
    private let transfer: any Transfer

    /// From `mirror`, an address that the file's name is put behind, instead of the published one. With `replaces` another
    /// file of the same name gives way.
    package init(
        _ file: PublishedFile, to directory: URL, mirror: String? = nil, replaces: Bool = false,
        transfer: any Transfer = CurlTransfer()
    ) {
        self.file = file
        self.directory = directory
        self.mirror = mirror
        self.replaces = replaces
        self.transfer = transfer
    }

    private var target: URL { directory.appendingPathComponent(file.name) }
    private var part: URL { directory.appendingPathComponent(file.name + ".part") }
    private var address: String {
        guard let mirror else { return file.url }
        return mirror + (mirror.hasSuffix("/") ? "" : "/") + file.name
    }

    /// Throws a ``DownloadError``.
    package func run(_ progress: Progress = { _, _ in }) throws(DownloadError) -> Outcome {
        if FileManager.default.fileExists(atPath: target.path) {
            let found = try sum(of: target)
            if found == file.sum { return .wasThere }
            guard replaces else { return .keptOther(found: found) }
        }
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        } catch {
            throw .unwritable(path: directory.path, reason: error.localizedDescription)
        }
        try arrive(progress)
        // rename(2) takes the place of what is there in one step.
        guard rename(part.path, target.path) == 0 else {
            throw .unwritable(path: target.path, reason: String(cString: strerror(errno)))
        }
        return .fetched
    }

    /// Fetches what is missing of the part and checks it. A part that turns out not to be one begins anew, once.
    private func arrive(_ progress: Progress) throws(DownloadError) {
        var isResumed = size(of: part) > 0
        while true {
            do {
                try transfer.fetch(address, to: part, from: isResumed ? size(of: part) : 0, progress)
            } catch .cannotResume where isResumed {
                // The server has no ranges, or all of the part was there and nothing is left to be sent.
                if try sum(of: part) == file.sum { return }
                try remove(part)
                isResumed = false
                continue
            }
            let found = try sum(of: part)
            if found == file.sum { return }
            try remove(part)
            guard isResumed else { throw .wrongSum(name: file.name, expected: file.sum, found: found) }
            isResumed = false
        }
    }

    private func sum(of url: URL) throws(DownloadError) -> Checksum {
        do {
            switch file.sum {
            case .sha256: return .sha256(try Digest.sha256(contentsOf: url))
            case .md5: return .md5(try Digest.md5(contentsOf: url))
            }
        } catch {
            throw .unreadable(path: url.path, reason: error.localizedDescription)
        }
    }

    private func size(of url: URL) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? NSNumber)?.intValue ?? 0
    }

    private func remove(_ url: URL) throws(DownloadError) {
        do { try FileManager.default.removeItem(at: url) } catch {
            throw .unwritable(path: url.path, reason: error.localizedDescription)
        }
    }
}
