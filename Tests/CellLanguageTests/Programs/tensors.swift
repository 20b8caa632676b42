// The library from cells: tensors, literals, indices.
var t = Tensor.zeros([2, 3])
t[0, [0, 2]] = 1
t[1] = 5
print(t[0].doubles(), t[1, 2].item(), t.shape)  // expect: [1.0, 0.0, 1.0] 5.0 [2, 3]
let u = t + 1
print(u.sum(), (2 * t).mean())  // expect: 23.0 5.666666666666667
print(t[..<1].shape, t[1...].shape, t[0...1].shape)  // expect: [1, 3] [1, 3] [2, 3]
print(t == u, t.dtype, t.cast(to: .float32).dtype)  // expect: false float64 float32
let copy = t
t[0, 0] = 9
print(copy[0, 0].item(), t[0, 0].item())  // expect: 1.0 9.0
let f = CustomMetric("mine") { yTrue, yPred in (yTrue - yPred).mean() }
let loss = MeanSquaredError()
print(loss(Tensor([1.0, 2.0]), Tensor([1.0, 4.0])))  // expect: 2.0
t
// expect: array([[9., 0., 1.],
// expect:        [5., 5., 5.]])
