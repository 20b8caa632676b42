/// How samples of several axes lie in memory: of a block of samples, first the first step of all, then the second step
/// of all, and so on, so that a recurrent layer finds a step of its block as one matrix. A sample of one axis is one step.
enum SampleLayout {
    /// Copies a block of samples from one number of steps to another; the elements of a sample keep their order.
    static func copy<S: NetworkScalar>(
        _ source: Matrix<S>, steps: Int, to target: Matrix<S>, steps targetSteps: Int, samples: Int
    ) {
        let (width, targetWidth) = (source.columns, target.columns)
        let size = steps * width
        precondition(source.rows == steps * samples && target.rows == targetSteps * samples)
        precondition(size == targetSteps * targetWidth)
        // The longest stretches that lie together on both sides.
        let run = steps == targetSteps ? width : commonDivisor(width, targetWidth)
        guard run > 0 else { return }
        for sample in 0..<samples {
            for first in stride(from: 0, to: size, by: run) {
                let from = source.row(first / width * samples + sample) + first % width
                let to = target.row(first / targetWidth * samples + sample) + first % targetWidth
                to.update(from: from, count: run)
            }
        }
    }

    private static func commonDivisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : commonDivisor(b, a % b) }
}
