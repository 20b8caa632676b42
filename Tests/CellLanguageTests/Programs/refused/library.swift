let model = Sequential {
    Dense(16, activation: .rleu)  // error: type 'Activation' has no member 'rleu'; did you mean 'relu'?
}
model.compile(optimizer: .rmsprop, loss: .binaryCrossentropy, metrics: [.accuray])  // error: type 'any Metric' has no member 'accuray'; did you mean 'accuracy'?
model.compile(optimizer: .adma, loss: .mse)  // error: type 'any Optimizer' has no member 'adma'
let (train, test) = IMDB.load(numWords: 10)  // error: call can throw but is not marked with 'try'
let x = Tensor.zeros([2, 2])
let history = model.fit(x, x)
print(history["acc"])  // error: no 'compile' of this notebook records the key 'acc'; keys that exist: loss, val_loss
