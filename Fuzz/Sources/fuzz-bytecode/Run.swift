import Bytecode
import Synchronization

/// What a program's cells said to the host before they ended, and how each ended.
struct Run: Equatable {
    private(set) var said: [Int]
    private(set) var ends: [String] = []
    /// Ended for a limit, which need not fall on the same instruction in code that is shorter.
    private(set) var isLimited = false

    private static let heard = Mutex<[Int]>([])
    private struct Thrown: Error {}

    /// Says two words; throws an error that cells can catch.
    static let hostFunctions: [HostFunction] = [
        { frame in
            let words = [frame.readWord(), frame.readWord()]
            heard.withLock { if $0.count < 10_000 { $0 += words } }
        },
        { _ in throw Thrown() },
    ]

    init(of program: Program) {
        Self.heard.withLock { $0 = [] }
        let machine = Machine(
            program: program, hostFunctions: Self.hostFunctions, limits: Machine.Limits(steps: 3_000, memory: 64 << 20))
        for cell in program.cells.keys.sorted() {
            do throws(CellFailure) {
                try machine.run(cell: cell)
                ends.append("end")
            } catch {
                switch error.cause {
                case .trap(let kind, let detail):
                    ends.append("\(kind) \(detail ?? "")")
                    if [.stepLimitReached, .memoryExceeded, .stackOverflow].contains(kind) { isLimited = true }
                case .library(let error): ends.append("\(type(of: error))")
                }
            }
        }
        said = Self.heard.withLock { $0 }.map(Self.withoutPayload)
    }

    /// Which of two NaNs comes out of a sum is the processor's business.
    private static func withoutPayload(_ word: Int) -> Int {
        let double = Double(bitPattern: UInt64(bitPattern: Int64(word)))
        return double.isNaN ? Int(bitPattern: UInt(Double.nan.bitPattern)) : word
    }
}
