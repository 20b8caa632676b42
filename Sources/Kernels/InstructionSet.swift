import CKernels
import Foundation

/// A width of vectors that the numeric kernels are compiled for.
package struct InstructionSet: @unchecked Sendable {
    let kernels: hanji_kernels

    /// `avx512`, `avx2`, `neon`, or `baseline`: what every processor of its kind has. For the record.
    package let name: String

    /// The widest set of this processor that is not wider than the one named `limit`, if that is a name of one.
    package init(limit: String? = nil) {
        kernels = hanji_kernels_for(limit).pointee
        name = String(cString: kernels.name)
    }

    /// What the kernels run on. `HANJI_INSTRUCTION_SET` keeps them to a narrower set, to see that nothing depends on it:
    /// all but `baseline`, which lacks the fused multiplication, give the same bits.
    package static let current = InstructionSet(limit: ProcessInfo.processInfo.environment["HANJI_INSTRUCTION_SET"])
}
