package import Keeping
import Outputs
public import Tensors

/// Samples and targets in two parts.
public struct DataSplit: Sendable {
    public let xTrain: Tensor
    public let xTest: Tensor
    public let yTrain: Tensor
    public let yTest: Tensor
}

/// Cuts samples into a part for training and one for testing, shuffled before: `testSize` is the share for testing, rounded
/// up to whole samples. With `randomState` the choice is scikit-learn's own for that number; without it is drawn from the
/// notebook's stream. Source: `sklearn.model_selection.train_test_split`.
///
/// Errors: a share that is not between 0 and 1, or different numbers of samples and targets.
public func trainTestSplit(
    _ x: Tensor, _ y: Tensor, testSize: Double = 0.25, randomState: Int? = nil
) -> DataSplit {
    let none = DataSplit(xTrain: x, xTest: x, yTrain: y, yTest: y)
    return Failure.guarded(none) {
        guard testSize > 0, testSize < 1 else {
            throw DatasetError.shareOutOfRange(name: "testSize", value: testSize)
        }
        let count = x.shape.first ?? 0
        guard count == y.shape.first ?? 0 else {
            throw DatasetError.lengthsDiffer(x: count, y: y.shape.first ?? 0)
        }
        let tested = Int((Double(count) * testSize).rounded(.up))
        guard tested > 0, tested < count else { throw DatasetError.emptyPart(samples: count, testSize: testSize) }
        if let randomState, randomState < 0 || randomState > Int(UInt32.max) {
            throw DatasetError.invalidArgument(name: "randomState", value: randomState, allowed: 0...Int(UInt32.max))
        }
        let seed = randomState.map { UInt32($0) } ?? UInt32(truncatingIfNeeded: RandomStream.next())
        var random = LegacyRandomState(seed: seed)
        let order = random.shuffledIndices(count: count)
        let (test, train) = (Array(order[..<tested]), Array(order[tested...]))
        return DataSplit(xTrain: x[train], xTest: x[test], yTrain: y[train], yTest: y[test])
    }
}

/// ``trainTestSplit(_:_:testSize:randomState:)-(Tensor,Tensor,_,_)`` with class numbers as targets.
public func trainTestSplit(
    _ x: Tensor, _ y: [Int], testSize: Double = 0.25, randomState: Int? = nil
) -> DataSplit {
    trainTestSplit(x, Tensor(y), testSize: testSize, randomState: randomState)
}

extension DataSplit: Keepable {
    package func keep(in writer: KeptWriter) throws {
        for part in [xTrain, xTest, yTrain, yTest] { try writer.value(part) }
    }

    package static func restored(from reader: KeptReader) throws -> DataSplit {
        DataSplit(
            xTrain: try reader.value(), xTest: try reader.value(), yTrain: try reader.value(),
            yTest: try reader.value())
    }
}
