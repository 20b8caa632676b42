// Protocols with throwing requirements, generic functions over them, errors nested in types.
protocol Decoder {
    associatedtype Output
    func decode(_ text: String) throws -> Output
}
struct IntDecoder: Decoder {
    enum Problem: Error { case notANumber }
    func decode(_ text: String) throws -> Int {
        guard let value = Int(text) else { throw Problem.notANumber }
        return value
    }
}
struct ListDecoder<Element: Decoder>: Decoder {
    struct Problem: Error { let index: Int, cause: any Error }
    let element: Element
    func decode(_ text: String) throws -> [Element.Output] {
        try text.split(separator: ",").enumerated().map { index, part in
            do {
                return try element.decode(String(part))
            } catch {
                throw Problem(index: index, cause: error)
            }
        }
    }
}
struct TextDecoder: Decoder {
    func decode(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }
}
func decodeAll<D: Decoder>(_ texts: [String], with decoder: D) -> [D.Output?] { texts.map { try? decoder.decode($0) } }
print(decodeAll(["1", "x", "3"], with: IntDecoder()).map { $0 ?? -1 })  // expect: [1, -1, 3]
print(TextDecoder().decode("  그대로 "), decodeAll([" a", "b "], with: TextDecoder()).compactMap { $0 })  // expect: 그대로 ["a", "b"]
let lists = ListDecoder(element: IntDecoder())
print(try lists.decode("1,2,3"), try lists.decode(""))  // expect: [1, 2, 3] []
do {
    _ = try lists.decode("4,오,6")
} catch let problem as ListDecoder<IntDecoder>.Problem {
    print(problem.index, problem.cause, problem.cause is IntDecoder.Problem)  // expect: 1 notANumber true
}
protocol Layer { func forward(_ x: [Double]) throws -> [Double] }
enum ShapeError: Error { case mismatch(expected: Int, got: Int) }
struct Dense: Layer {
    let weights: [[Double]]
    func forward(_ x: [Double]) throws -> [Double] {
        try weights.map { row in
            guard row.count == x.count else { throw ShapeError.mismatch(expected: row.count, got: x.count) }
            return zip(row, x).map(*).reduce(0, +)
        }
    }
}
struct Relu: Layer { func forward(_ x: [Double]) -> [Double] { x.map { max(0, $0) } } }
struct Network: Layer {
    let layers: [any Layer]
    func forward(_ x: [Double]) throws -> [Double] { try layers.reduce(x) { try $1.forward($0) } }
}
let network = Network(layers: [Dense(weights: [[1, -1], [2, 0.5]]), Relu(), Dense(weights: [[1, 1]])])
print(try network.forward([1, 2]), try network.forward([3, 1]))  // expect: [3.0] [8.5]
do {
    print(try network.forward([1, 2, 3]))
} catch ShapeError.mismatch(let expected, let got) {
    print("모양: \(expected) ≠ \(got)")  // expect: 모양: 2 ≠ 3
}
extension Result {
    func recovered(_ fallback: (Failure) -> Success) -> Success {
        switch self {
        case .success(let value): value
        case .failure(let error): fallback(error)
        }
    }
}
print(Result { try lists.decode("7,8") }.recovered { _ in [] }, Result { try lists.decode("칠") }.recovered { _ in [0] })  // expect: [7, 8] [0]
