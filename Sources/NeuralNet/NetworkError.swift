public import Outputs
public import Tensors

/// What can be wrong with networks, their data and their training.
public enum NetworkError: Error, Equatable, Sendable {
    /// A layer of a stack, for people.
    public struct Place: Equatable, Sendable {
        /// From 0.
        public var index: Int
        public var kind: String
        /// Of layers that have units.
        public var units: Int?

        public init(index: Int, kind: String, units: Int?) {
            self.index = index
            self.kind = kind
            self.units = units
        }
    }

    case noUnits(Int)
    case noLayers
    case layerTwice(Place)
    /// A type of the lesson's own where only the library's can be used.
    case notOfTheLibrary(String)
    case metricTwice(String)
    case notCompiled(_ function: String)
    case notPositive(_ parameter: String, Int)
    case noSamples
    case inputShape([Int])
    /// A layer that reads samples of other axes; shapes without the samples' axis.
    case layerInput(layer: Place, expected: String, found: [Int])
    /// A recurrent layer above another one that puts out only its last state.
    case sequenceNeeded(layer: Place, below: Place, found: [Int])
    /// A loss of probabilities behind a layer that puts out other numbers; `advice` is the activation that fits.
    case lastActivation(loss: String, layer: Place, activation: String, advice: String)
    /// A softmax of one number is always 1.
    case softmaxOfOne(Place)
    /// Data that is not finite.
    case notFinite(_ name: String, value: Double, row: Int)
    case negativeNumber(_ parameter: String, Double)
    case layerReshape(layer: Place, from: [Int], to: [Int])
    case indexRange(layer: Place, value: Double, count: Int, row: Int)
    case precision(DType)
    case otherPrecision(Place)
    case shareOutOfRange(_ parameter: String, Double)
    case emptySplit(share: Double, samples: Int)
    case notRecurrent(_ activation: String)
    case unknownMonitor(callback: String, key: String, known: [String])
    case matrixExpected([Int])
    case oneClass(Int)
    case notFitted(String)
    case notPositiveNumber(_ parameter: String, Double)
    case tooFewFolds(Int)
    case tooFewSamples(classNumber: Int, count: Int, folds: Int)
    case wrongNameCount(names: Int, classes: Int)
    case lossResult(name: String, shape: [Int])
    case targetClass(loss: String, value: Double, row: Int, classes: Int)
    case inputWidth(layer: Place, expected: Int, found: Int)
    case sampleCounts(x: Int, y: Int)
    /// Something is wrong with `validationData` and not with what is trained on.
    indirect case inValidation(NetworkError)
    case targetShape(loss: String, found: [Int], expected: [Int])
    case targetRange(loss: String, value: Double, row: Int)
    case pairShapes(title: String, yTrue: [Int], yPred: [Int])
    case weightShapes(expected: [[Int]], found: [[Int]])
    case lossNotFinite(epoch: Int, batch: Int)
    case unknownKey(String, known: [String])
}

extension NetworkError: LessonError {
    public var name: String {
        switch self {
        case .noUnits, .notPositive, .precision, .otherPrecision, .shareOutOfRange, .notRecurrent, .notPositiveNumber,
            .tooFewFolds, .wrongNameCount, .negativeNumber, .lastActivation, .softmaxOfOne:
            "WrongArgument"
        case .notFinite: "NotFinite"
        case .inValidation(let error): error.name
        case .noLayers: "EmptyNetwork"
        case .layerTwice: "LayerUsedTwice"
        case .notOfTheLibrary: "UnsupportedType"
        case .metricTwice: "DuplicateMetric"
        case .notCompiled: "NotCompiled"
        case .noSamples, .emptySplit, .oneClass, .tooFewSamples: "NoSamples"
        case .notFitted: "NotFitted"
        case .inputShape, .inputWidth, .layerInput, .sequenceNeeded, .layerReshape, .sampleCounts, .targetShape,
            .pairShapes,
            .weightShapes, .matrixExpected, .lossResult:
            "ShapeMismatch"
        case .targetRange, .targetClass: "LabelOutOfRange"
        case .indexRange: "IndexOutOfRange"
        case .lossNotFinite: "LossNotFinite"
        case .unknownKey, .unknownMonitor: "UnknownHistoryKey"
        }
    }
}

extension NetworkError {
    /// What helps when outputs and targets have different shapes.
    enum TargetAdvice {
        /// Class numbers where one-hot rows are compared, and the other way round.
        case classNumbers, oneHot
        case oneUnit, units

        init(loss: String, found: [Int], expected: [Int]) {
            switch loss {
            case "CategoricalCrossentropy" where found.count < expected.count || found.last == 1: self = .classNumbers
            case "SparseCategoricalCrossentropy" where found.count > expected.count: self = .oneHot
            default: self = found.count == 1 ? .oneUnit : .units
            }
        }
    }

    /// The known key that `key` was most likely meant to be: the nearest by edits, if at most a third of it is wrong,
    /// or one that begins with it (`acc` for `accuracy`) or that it begins with.
    static func nearest(to key: String, among known: [String]) -> String? {
        let close = known.map { ($0, distance(Array(key.lowercased()), Array($0))) }.min { $0.1 < $1.1 }
        if let close, close.1 <= max(1, key.count / 3) { return close.0 }
        return known.first { !key.isEmpty && ($0.hasPrefix(key) || key.hasPrefix($0)) }
    }

    /// Levenshtein's distance.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var above = Array(0...b.count)
        for (i, left) in a.enumerated() {
            var row = [i + 1]
            for (j, right) in b.enumerated() {
                row.append(min(above[j + 1] + 1, row[j] + 1, above[j] + (left == right ? 0 : 1)))
            }
            above = row
        }
        return above[b.count]
    }
}
