/// What can go wrong with a download.
package enum DownloadError: Error, Equatable, Sendable {
    case noCurl
    case noConnection(address: String, reason: String)
    /// An answer that is no success, by its HTTP status.
    case refused(address: String, status: Int)
    /// The connection ended before the file did. What has arrived stays.
    case cutOff(address: String)
    /// Not said to people: the download begins anew.
    case cannotResume
    case wrongSum(name: String, expected: Checksum, found: Checksum)
    case unreadable(path: String, reason: String)
    case unwritable(path: String, reason: String)
    case failed(address: String, reason: String)
}
