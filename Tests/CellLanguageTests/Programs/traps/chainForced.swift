// A chain of optionals forced open at its end.
struct Layer { var name: String, weights: [Double]? }
func largest(_ layers: [String: Layer], _ key: String) -> Double {
    let weights = layers[key]?.weights
    return weights!.max() ?? 0  // trap: NilUnwrapped
}
let layers = ["입력": Layer(name: "입력", weights: [0.5, 2]), "출력": Layer(name: "출력", weights: nil)]
print(largest(layers, "입력"))  // expect: 2.0
print(largest(layers, "출력"))
