// A confusion matrix of three classes with precision, recall, F1, and averages of them.
enum Animal: Int, CaseIterable, CustomStringConvertible {
    case cat, dog, rabbit
    var description: String { ["고양이", "개", "토끼"][rawValue] }
}
let truth: [Animal] = [.cat, .cat, .cat, .cat, .dog, .dog, .dog, .rabbit, .rabbit, .rabbit, .rabbit, .dog]
let guessed: [Animal] = [.cat, .cat, .dog, .rabbit, .dog, .dog, .cat, .rabbit, .rabbit, .cat, .rabbit, .dog]
struct ConfusionMatrix {
    private var counts: [[Int]]
    init(_ truth: [Animal], _ guessed: [Animal]) {
        let n = Animal.allCases.count
        counts = Array(repeating: Array(repeating: 0, count: n), count: n)
        for (t, g) in zip(truth, guessed) { self[t, g] += 1 }
    }
    subscript(truth: Animal, guess: Animal) -> Int {
        get { counts[truth.rawValue][guess.rawValue] }
        set { counts[truth.rawValue][guess.rawValue] = newValue }
    }
    var total: Int { counts.joined().reduce(0, +) }
    var accuracy: Double { Double(Animal.allCases.map { self[$0, $0] }.reduce(0, +)) / Double(total) }
    func support(_ animal: Animal) -> Int { counts[animal.rawValue].reduce(0, +) }
    func predicted(_ animal: Animal) -> Int { Animal.allCases.map { self[$0, animal] }.reduce(0, +) }
    func precision(_ animal: Animal) -> Double { ratio(self[animal, animal], predicted(animal)) }
    func recall(_ animal: Animal) -> Double { ratio(self[animal, animal], support(animal)) }
    func f1(_ animal: Animal) -> Double {
        let (p, r) = (precision(animal), recall(animal))
        return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }
    private func ratio(_ a: Int, _ b: Int) -> Double { b == 0 ? 0 : Double(a) / Double(b) }
}
let matrix = ConfusionMatrix(truth, guessed)
print("정답\\예측", Animal.allCases.map(\.description).joined(separator: " "))  // expect: 정답\예측 고양이 개 토끼
for animal in Animal.allCases { print(animal, Animal.allCases.map { matrix[animal, $0] }, matrix.support(animal)) }  // expect: 고양이 [2, 1, 1] 4
// expect: 개 [1, 3, 0] 4
// expect: 토끼 [1, 0, 3] 4
print(String(format: "정확도 %.4f", matrix.accuracy), matrix.total)  // expect: 정확도 0.6667 12
for animal in Animal.allCases {
    print(animal, [matrix.precision(animal), matrix.recall(animal), matrix.f1(animal)].map { String(format: "%.3f", $0) })
}  // expect: 고양이 ["0.500", "0.500", "0.500"]
// expect: 개 ["0.750", "0.750", "0.750"]
// expect: 토끼 ["0.750", "0.750", "0.750"]
let macro = Animal.allCases.map(matrix.f1).reduce(0, +) / Double(Animal.allCases.count)
let weighted = Animal.allCases.map { matrix.f1($0) * Double(matrix.support($0)) }.reduce(0, +) / Double(matrix.total)
print(String(format: "매크로 %.4f 가중 %.4f", macro, weighted))  // expect: 매크로 0.6667 가중 0.6667
let mistakes = zip(truth, guessed).filter { $0 != $1 }.map { "\($0)→\($1)" }
print(mistakes, Set(mistakes).count)  // expect: ["고양이→개", "고양이→토끼", "개→고양이", "토끼→고양이"] 4
let never = ConfusionMatrix([.cat, .dog], [.dog, .dog])
print(never.precision(.cat), never.recall(.dog), never.f1(.rabbit), never.accuracy)  // expect: 0.0 1.0 0.0 0.5
let observed = matrix.accuracy
let expected = Animal.allCases.map { Double(matrix.support($0) * matrix.predicted($0)) }.reduce(0, +) / Double(matrix.total * matrix.total)
print(String(format: "카파 %.4f", (observed - expected) / (1 - expected)))  // expect: 카파 0.5000
