import Kernels
public import Outputs
import Synchronization
public import Tensors

/// What a cross-validation found, fold by fold.
public struct CrossValidation: Sendable {
    /// The share of right answers on each fold's held-out samples.
    public let testScores: [Double]
    /// The same on the samples that were learned from.
    public let trainScores: [Double]

    /// The mean of ``testScores``.
    public var meanTestScore: Double { testScores.reduce(0, +) / Double(max(testScores.count, 1)) }
}

extension CrossValidation: CustomStringConvertible, Showable {
    public var description: String {
        let scores = testScores.map { NumberText.short($0) }.joined(separator: ", ")
        return "test scores: [\(scores)] - mean: \(NumberText.short(meanTestScore))"
    }

    public func show() -> MIMEBundle { MIMEBundle(text: description) }
}

/// Cuts the samples into `folds` parts with the same shares of the classes, and for each part trains a new classifier on
/// the others and tests it on that part. A classifier with a `randomState` begins each fold with it. Folds run side by side; the result does not depend on it.
/// Source: `sklearn.model_selection.cross_validate` with its stratified folds.
///
/// Errors: ``NetworkError/tooFewSamples(classNumber:count:folds:)``, and those of shapes.
public func crossValidate(_ classifier: any Classifier, _ x: Tensor, _ y: Tensor, folds: Int = 5) -> CrossValidation {
    Failure.guarded(CrossValidation(testScores: [], trainScores: [])) {
        guard let rule = classifier as? any ClassifierRule else {
            throw NetworkError.notOfTheLibrary("\(type(of: classifier))")
        }
        guard folds > 1 else { throw NetworkError.tooFewFolds(folds) }
        let data = try ClassifierData(x, y)
        let parts = try StratifiedFolds.numbers(data, folds)
        // Drawn in any case, so that what comes after does not depend on the classifier's options.
        let drawn = (0..<folds).map { _ in RandomStream.next() }
        let seeds = drawn.map { rule.seed ?? $0 }
        let results = Results(count: 2 * folds)
        let failures = FailureBox()
        Workers.run(pieces: folds) { fold in
            do {
                let test = data.rows.filter { parts[Int($0)] == fold }
                let train = data.rows.filter { parts[Int($0)] != fold }
                let own = rule.fresh()
                try own.learn(data, train, seed: seeds[fold])
                results[fold] = try share(own, data, test)
                results[folds + fold] = try share(own, data, train)
            } catch { failures.set(error, at: fold) }
        }
        if let error = failures.first { throw error }
        return CrossValidation(
            testScores: (0..<folds).map { results[$0] }, trainScores: (0..<folds).map { results[folds + $0] })
    }
}

private func share(_ rule: any ClassifierRule, _ data: ClassifierData, _ rows: [Int32]) throws -> Double {
    let right = zip(try rule.classify(data, rows), rows).count { $0 == data.answers[Int($1)] }
    return Double(right) / Double(max(rows.count, 1))
}

/// Errors of pieces of work, of which the first piece's counts.
private final class FailureBox: Sendable {
    private let errors = Mutex<[Int: any Error]>([:])

    func set(_ error: any Error, at piece: Int) { errors.withLock { $0[piece] = error } }
    var first: (any Error)? { errors.withLock { $0.min { $0.key < $1.key }?.value } }
}

/// scikit-learn's stratified folds without shuffling.
enum StratifiedFolds {
    /// The fold of each sample.
    static func numbers(_ data: ClassifierData, _ folds: Int) throws -> [Int] {
        // Classes in the order of their first sample.
        var order: [Int32] = []
        var seen = Set<Int32>()
        for answer in data.answers where seen.insert(answer).inserted { order.append(answer) }
        var rank = [Int](repeating: 0, count: data.classes.count)
        for (place, number) in order.enumerated() { rank[Int(number)] = place }
        let ranks = data.answers.map { rank[Int($0)] }
        var sizes = [Int](repeating: 0, count: order.count)
        for rank in ranks { sizes[rank] += 1 }
        if let few = sizes.indices.first(where: { sizes[$0] < folds }) {
            throw NetworkError.tooFewSamples(
                classNumber: data.classes[Int(order[few])], count: sizes[few], folds: folds)
        }
        // Every folds-th of the sorted samples belongs to a fold: so many of each class.
        let sorted = ranks.sorted()
        var shares = [[Int]](repeating: [Int](repeating: 0, count: order.count), count: folds)
        for (place, rank) in sorted.enumerated() { shares[place % folds][rank] += 1 }
        var queues = order.indices.map { rank in
            (0..<folds).flatMap { [Int](repeating: $0, count: shares[$0][rank]) }[...]
        }
        return ranks.map { queues[$0].popFirst() ?? 0 }
    }
}

/// The fold of each sample, for class numbers `y` `[samples]`: scikit-learn's stratified folds without shuffling.
/// Source: `sklearn.model_selection.StratifiedKFold`.
///
/// Errors: ``NetworkError/tooFewSamples(classNumber:count:folds:)``.
public func stratifiedFolds(_ y: Tensor, folds: Int = 5) -> [Int] {
    Failure.guarded([]) {
        guard folds > 1 else { throw NetworkError.tooFewFolds(folds) }
        return try StratifiedFolds.numbers(ClassifierData(Tensor.zeros([y.count, 1]).densified(), y), folds)
    }
}
