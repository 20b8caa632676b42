let model = Sequential {
    Dense(16, activation: .rleu)  // error: type 'Activation' has no member 'rleu'; did you mean 'relu'?
}
model.compile(optimizer: .rmsprop, loss: .binaryCrossentropy, metrics: [.accuray])  // error: type 'any Metric' has no member 'accuray'; did you mean 'accuracy'?
model.compile(optimizer: .adma, loss: .mse)  // error: type 'any Optimizer' has no member 'adma'; did you mean 'adam'?
let (train, test) = IMDB.load(numWords: 10)  // error: call can throw but is not marked with 'try'
