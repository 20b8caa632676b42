import Outputs

extension Tensor {
    /// Element by element, as bool; shapes broadcast. The names are those of Swift's vectors: `x .> 0`.
    public static func .== (_ a: Tensor, _ b: Tensor) -> Tensor { compared(a, b, { $0 == $1 }, { $0 == $1 }) }
    public static func .!= (_ a: Tensor, _ b: Tensor) -> Tensor { compared(a, b, { $0 != $1 }, { $0 != $1 }) }
    public static func .< (_ a: Tensor, _ b: Tensor) -> Tensor { compared(a, b, { $0 < $1 }, { $0 < $1 }) }
    public static func .<= (_ a: Tensor, _ b: Tensor) -> Tensor { compared(a, b, { $0 <= $1 }, { $0 <= $1 }) }
    public static func .> (_ a: Tensor, _ b: Tensor) -> Tensor { compared(a, b, { $0 > $1 }, { $0 > $1 }) }
    public static func .>= (_ a: Tensor, _ b: Tensor) -> Tensor { compared(a, b, { $0 >= $1 }, { $0 >= $1 }) }

    /// Both true, element by element.
    public static func .& (_ a: Tensor, _ b: Tensor) -> Tensor {
        compared(a, b, { $0 != 0 && $1 != 0 }, { $0 != 0 && $1 != 0 })
    }

    /// One of both true, element by element.
    public static func .| (_ a: Tensor, _ b: Tensor) -> Tensor {
        compared(a, b, { $0 != 0 || $1 != 0 }, { $0 != 0 || $1 != 0 })
    }

    /// Not true, element by element.
    public static prefix func .! (_ a: Tensor) -> Tensor { a .== 0 }

    /// Integers are compared as integers: a double does not hold all of them.
    private static func compared(
        _ a: Tensor, _ b: Tensor, _ floating: (Double, Double) -> Bool, _ integral: (Int64, Int64) -> Bool
    ) -> Tensor {
        Failure.guarded(.fallback) {
            let shape = try Broadcasting.shape(a.shape, b.shape)
            _ = try checkedCount(shape, .bool)
            let results: [Bool]
            if a.dtype.isFloat || b.dtype.isFloat {
                let (left, right) = (try a.spread(to: shape), try b.spread(to: shape))
                results = left.indices.map { floating(left[$0], right[$0]) }
            } else {
                let (left, right) = (try a.array(Int64.self), try b.array(Int64.self))
                let placesA = Broadcasting.places(of: a.shape, in: shape)
                let placesB = Broadcasting.places(of: b.shape, in: shape)
                results = placesA.indices.map { integral(left[placesA[$0]], right[placesB[$0]]) }
            }
            return Tensor(Elements.bool(results), shape: shape)
        }
    }

    /// Whether every element is true (not zero).
    public func all() -> Bool { Failure.guarded(false) { try array(Bool.self).allSatisfy { $0 } } }

    /// Whether some element is true (not zero).
    public func any() -> Bool { Failure.guarded(false) { try array(Bool.self).contains(true) } }

    /// How many elements are not zero.
    public func countNonzero() -> Int { Failure.guarded(0) { try array(Bool.self).count { $0 } } }
}
