// A trap inside an initialiser called from a closure.
struct Probability {
    let value: Double
    init(_ value: Double) {
        precondition((0...1).contains(value))  // trap: PreconditionFailed
        self.value = value
    }
}
print([0.25, 1].map { Probability($0).value })  // expect: [0.25, 1.0]
print([0.5, 1.5].map { Probability($0).value })
