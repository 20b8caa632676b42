let model = Sequential()
model.compile(optimizer: .rmsprop, loss: .mse, metrics: [.accuracy])
let x = Tensor.zeros([2, 2])
let history = model.fit(x, x)
print(history["accuracy"], history["val_loss"])
print(history["acc"])  // error: no 'compile' of this notebook records the key 'acc'; keys that exist: loss, accuracy, val_loss, val_accuracy
print(history["val_lss"])  // error: no 'compile' of this notebook records the key 'val_lss'; keys that exist: loss, accuracy, val_loss, val_accuracy; did you mean 'val_loss'?
