import Foundation

/// The system's own limit behind the worker's: ``Watchdog`` looks fifty times a second and speaks of the limit in the
/// reader's language; what takes gigabytes between two looks ends here, before the machine is out of memory.
enum MemoryCeiling {
    /// Address space is not memory: reserved stacks and the allocator's arenas count too, so that the ceiling stands
    /// well above the limit.
    private static let slack = 512 << 20

    /// - Parameter limit: In MiB, as the user gave it.
    static func set(limit: Int) {
        let (wanted, overflow) = limit.multipliedReportingOverflow(by: 2 << 20)
        guard !overflow, let size = addressSpace() else { return }
        var current = rlimit()
        guard getrlimit(resource, &current) == 0 else { return }
        current.rlim_cur = min(rlim_t(wanted + size + slack), current.rlim_max)
        setrlimit(resource, &current)
    }

    #if os(Linux)
        private static let resource = __rlimit_resource_t(RLIMIT_AS.rawValue)

        /// Of this process now, in bytes.
        private static func addressSpace() -> Int? {
            guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
                let pages = text.split(separator: " ").first.flatMap({ Int($0) })
            else { return nil }
            return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
        }
    #else
        private static let resource = RLIMIT_AS

        /// Darwin maps its shared cache into every process and does not hold to this limit: there is none to set.
        private static func addressSpace() -> Int? { nil }
    #endif
}
