// A forced cast down to a class the object is not of.
class Layer { let name: String; init(_ name: String) { self.name = name } }
final class Dense: Layer { var units = 4 }
func units(_ layers: [Layer]) -> Int {
    var sum = 0
    for layer in layers {
        sum += (layer as! Dense).units  // trap: CastFailed
    }
    return sum
}
print(units([Dense("가"), Dense("나")]))  // expect: 8
print(units([Dense("가"), Layer("나")]))
