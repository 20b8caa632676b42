import CDNNL

/// What the numeric kernels run on, for the record: sums differ in their last bits between instruction sets.
package enum InstructionSet {
    /// oneDNN's name of the widest set that it uses on this processor, `ONEDNN_MAX_CPU_ISA` heeded: `avx512_core`,
    /// `avx2`, `avx`, `sse41`, or `generic` where it tells none. Extensions that float32 does not use are left out.
    package static var name: String {
        let widest = dnnl_get_effective_cpu_isa().rawValue
        let known = [
            (dnnl_cpu_isa_avx512_core, "avx512_core"), (dnnl_cpu_isa_avx2, "avx2"), (dnnl_cpu_isa_avx, "avx"),
            (dnnl_cpu_isa_sse41, "sse41"),
        ]
        return known.first { widest & $0.0.rawValue == $0.0.rawValue }?.1 ?? "generic"
    }
}
