/// Memory that the kernels work on, of single or double precision: zeroed, aligned to a cache line, never resized.
///
/// A class, so that several pieces of work can write their own parts of one buffer at once. Whoever starts the work
/// sees to it that no two pieces write the same element and that nobody reads what another piece is writing.
package final class Buffer<Scalar: BinaryFloatingPoint & Sendable>: @unchecked Sendable {
    package let count: Int
    let base: UnsafeMutablePointer<Scalar>

    package init(count: Int) {
        let raw = UnsafeMutableRawPointer.allocate(
            byteCount: max(count, 1) * MemoryLayout<Scalar>.stride, alignment: 64)
        base = raw.bindMemory(to: Scalar.self, capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
        self.count = count
    }

    package convenience init(_ values: [Scalar]) {
        self.init(count: values.count)
        copy(values, at: 0)
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    package subscript(index: Int) -> Scalar {
        get {
            precondition(index >= 0 && index < count)
            return base[index]
        }
        set {
            precondition(index >= 0 && index < count)
            base[index] = newValue
        }
    }

    /// The elements' memory, as long as the buffer lives.
    package var bytes: UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: base, count: count * MemoryLayout<Scalar>.stride)
    }

    /// The elements of `range` as an array.
    package func array(_ range: Range<Int>) -> [Scalar] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    package var array: [Scalar] { array(0..<count) }

    package func copy(_ values: [Scalar], at offset: Int) {
        precondition(offset >= 0 && offset + values.count <= count)
        values.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            (base + offset).update(from: start, count: source.count)
        }
    }

    /// Takes over all elements of a buffer of the same length.
    package func copy(_ other: Buffer) {
        precondition(other.count == count)
        base.update(from: other.base, count: count)
    }

    package func fill(_ range: Range<Int>, _ value: Scalar) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        (base + range.lowerBound).update(repeating: value, count: range.count)
    }
}

package typealias FloatBuffer = Buffer<Float>
