import CDNNL
import Foundation

/// The one door to oneDNN. Its first call takes some 20 ms (it compiles its kernels), so nothing here runs before a
/// product is large enough to need it.
enum OneDNN {
    /// oneDNN's sums depend on the number of threads when the inner dimension is large, so every call runs on one
    /// thread: the caller's. The OpenMP runtime that oneDNN brought along keeps this number per calling thread.
    private static let setThreads: (@convention(c) (CInt) -> Void)? = {
        guard let symbol = dlsym(nil, "omp_set_num_threads") else { return nil }
        return unsafeBitCast(symbol, to: (@convention(c) (CInt) -> Void).self)
    }()

    /// `C = op(A)·op(B) + beta·C`, row-major; false when oneDNN refuses.
    static func sgemm(
        _ transposeA: Bool, _ transposeB: Bool, _ m: Int, _ n: Int, _ k: Int,
        _ a: UnsafePointer<Float>, _ lda: Int, _ b: UnsafePointer<Float>, _ ldb: Int,
        _ beta: Float, _ c: UnsafeMutablePointer<Float>, _ ldc: Int
    ) -> Bool {
        setThreads?(1)
        let flag = { (transposed: Bool) in CChar(bitPattern: UInt8(ascii: transposed ? "T" : "N")) }
        return dnnl_sgemm(
            flag(transposeA), flag(transposeB), dnnl_dim_t(m), dnnl_dim_t(n), dnnl_dim_t(k), 1, a, dnnl_dim_t(lda), b,
            dnnl_dim_t(ldb), beta, c, dnnl_dim_t(ldc)) == dnnl_success
    }
}
