// The engine from cells: slices by steps, layers behind their protocol, closures between epochs, words as rows.
let x = Tensor.arange(12).reshaped([3, 4])
print(x[.slice(by: 2), -1], x[0, .slice(from: -1, to: 0, by: -2)])  // expect: array([ 3, 11]) array([3, 1])
print(x[.ellipsis, .slice(from: 1, to: 99)].shape)  // expect: [3, 3]
var y = x
y[.slice(by: -1), 0] = Tensor([7, 8, 9])
print(y[.all, 0])  // expect: array([9, 8, 7])
let model = Sequential {
    Dense(2, kernelInitializer: .ones, inputShape: [4])
    Activation(.relu)
    Dense(1, kernelInitializer: .ones)
}
print(model.layers.map { $0.name })  // expect: ["dense", "Activation", "dense_1"]
print(model.layers[0].weights.map { $0.shape })  // expect: [[4, 2], [2]]
model.layers[0].setWeights([Tensor.zeros([4, 2]), Tensor([1.0, 2.0])])
print(model.predict(x)[0].item())  // expect: 3.0
model.compile(optimizer: .sgd(learningRate: 0), loss: .mse)
var seen: [String] = []
let note = EpochCallback { epoch, logs in seen.append("\(epoch): \(logs["loss"] ?? -1)") }
model.fit(x, Tensor([3, 3, 3]), epochs: 2, callbacks: [note], verbose: false)
print(seen)  // expect: ["0: 0.0", "1: 0.0"]
let counts = try Table.tsv("label\n1\n0\n1")["label"].valueCounts()
print(counts["label"].strings, counts["count"].ints)  // expect: ["1", "0"] [2, 1]
let tokenizer = Tokenizer()
tokenizer.fitOnTexts(["a b a", "b c"])
print(tokenizer.textsToMatrix(["a a c"], mode: .count))  // expect: array([[0., 2., 0., 1.]])
print(tokenizer.textsToMatrix(["a a c"], mode: .freq).sum())  // expect: 1.0
let classifiers: [any Classifier] = [SGDClassifier(randomState: 0), LogisticRegression()]
let points = Tensor([[0.0, 0], [0, 1], [9, 9], [9, 8]])
for classifier in classifiers {
    classifier.fit(points, Tensor([0, 0, 1, 1]))
    print(classifier.score(points, Tensor([0, 0, 1, 1])))
}
// expect: 1.0
// expect: 1.0
