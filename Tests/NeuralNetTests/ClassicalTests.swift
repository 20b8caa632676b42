import Foundation
import NeuralNet
import Outputs
import Tensors
import Testing

/// Classifiers, folds and reports as scikit-learn has them (Tests/Parity/preprocessing.py).
@Suite(.serialized) struct ClassicalTests {
    private static let fixture: JSON = {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/classical.json")
        guard let data = try? Data(contentsOf: url), let json = try? JSONDecoder().decode(JSON.self, from: data) else {
            return .null
        }
        return json
    }()

    private static func ints(_ json: JSON?) -> [Int] { (json?.asArray ?? []).compactMap(\.asInt) }
    private static func doubles(_ json: JSON?) -> [Double] { (json?.asArray ?? []).compactMap(\.asDouble) }

    @Test func logisticRegressionFindsTheSameMinimum() throws {
        for item in try #require(Self.fixture["regressions"]?.asArray) {
            let error = try Failure.collected {
                let y = Self.ints(item["y"])
                let x = Tensor(Self.doubles(item["x"])).reshaped([y.count, 4])
                let model = LogisticRegression(
                    c: try #require(item["c"]?.asDouble), maxIterations: 2000, tolerance: 1e-9)
                model.fit(x, Tensor(y))
                // Features are kept in single precision.
                expectClose(model.coefficients.doubles(), Self.doubles(item["coefficients"]), 2e-5, "coefficients")
                let intercept = model.intercept.doubles()
                expectClose(intercept, Self.doubles(item["intercept"]), 2e-5, "intercept")
                let probabilities = model.predictProbabilities(x[..<3]).doubles()
                expectClose(probabilities, Self.doubles(item["probabilities"]), 2e-5, "probabilities")
            }
            #expect(error == nil)
        }
    }

    @Test func foldsOfEqualShares() throws {
        for item in try #require(Self.fixture["folds"]?.asArray) {
            let y = Self.ints(item["y"])
            let error = Failure.collected {
                #expect(stratifiedFolds(Tensor(y), folds: 3) == Self.ints(item["folds"]))
            }
            #expect(error == nil)
        }
    }

    @Test func reports() throws {
        let (truth, guess) = (Self.ints(Self.fixture["true"]), Self.ints(Self.fixture["predicted"]))
        let error = Failure.collected {
            #expect(confusionMatrix(truth, guess).doubles() == Self.doubles(Self.fixture["confusion"]))
            #expect(classificationReport(truth, guess) == Self.fixture["report"]?.asString)
            let names = (Self.fixture["names"]?.asArray ?? []).compactMap(\.asString)
            #expect(
                classificationReport(Tensor(truth), Tensor(guess), names: names, digits: 3)
                    == Self.fixture["named"]?.asString)
        }
        #expect(error == nil)
    }

    /// Korean letters are two columns wide.
    @Test func reportsWithWideNamesAreAligned() {
        let report = classificationReport([0, 1, 1], [0, 1, 0], names: ["아주 나쁜 영화 리뷰", "good"])
        let lines = report.split(separator: "\n").map(String.init)
        #expect(lines[1].hasPrefix("아주 나쁜 영화 리뷰  "))
        #expect(lines[2].hasPrefix(String(repeating: " ", count: 15) + "good  "))
        #expect(lines[3].hasPrefix(String(repeating: " ", count: 11) + "accuracy  "))
    }

    /// Three clouds of points: any sound classifier tells them apart, and a seed fixes what it learns.
    @Test func stochasticGradientDescent() {
        let error = Failure.collected {
            RandomStream.reseed(4)
            let classes = (0..<300).map { $0 % 3 }
            let x =
                Tensor.randomNormal([300, 2]) * 0.4
                + Tensor(classes.map { [Double($0 == 1 ? 3 : 0), Double($0 == 2 ? 3 : 0)] })
            for loss in [LinearLoss.hinge, .logLoss] {
                let model = SGDClassifier(loss: loss, randomState: 1)
                model.fit(x, Tensor(classes))
                #expect(model.score(x, Tensor(classes)) > 0.98, "\(loss)")
                #expect(model.coefficients.shape == [3, 2] && model.decisionFunction(x).shape == [300, 3])
                let again = SGDClassifier(loss: loss, randomState: 1)
                again.fit(x, Tensor(classes))
                #expect(again.coefficients == model.coefficients)
            }
            let two = SGDClassifier(loss: .logLoss, randomState: 1)
            two.fit(x, Tensor(classes.map { $0 == 2 ? 7 : 5 }))
            #expect(two.coefficients.shape == [1, 2] && Set(two.predict(x).doubles()) == [5, 7])
            let scores = crossValidate(SGDClassifier(randomState: 3), x, Tensor(classes), folds: 4)
            #expect(scores.testScores.count == 4 && scores.meanTestScore > 0.97 && scores.trainScores[0] > 0.97)
        }
        #expect(error == nil)
    }

    @Test func mistakes() {
        func message(_ body: () -> Void) -> String {
            (Failure.collected(body) as? NetworkError)?.message(in: "en") ?? "none"
        }
        let x = Tensor.ones([4, 2])
        #expect(message { SGDClassifier().fit(x, Tensor([1, 1, 1, 1])) }.contains("All samples belong to class 1"))
        #expect(message { _ = SGDClassifier().predict(x) }.contains("Call fit(x, y) first"))
        #expect(
            message { LogisticRegression().fit(Tensor.ones([4]), Tensor([0, 1, 0, 1])) }.contains("[samples, features]")
        )
        #expect(
            message { _ = crossValidate(LogisticRegression(), x, Tensor([0, 1, 1, 1])) }.contains(
                "Class 0 has 1 samples"))
    }
}
