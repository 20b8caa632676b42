let z = Tensor([2.0, 1.0])
let half = 0.5
print(z * half, half + z, z / z.sum(), 1 - z, half - z)
// expect: array([1. , 0.5]) array([2.5, 1.5]) array([0.66666667, 0.33333333]) array([-1.,  0.]) array([-1.5, -0.5])
print(z .> 1.5, z .<= 1, (z .> 1.5) .| (z .<= 1))
// expect: array([ True, False]) array([False,  True]) array([ True,  True])
