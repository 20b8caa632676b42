import Foundation
import Outputs
import Tensors
import Testing

/// Text as NumPy writes it, against what NumPy wrote (Tests/Parity/generate_arrays.py).
@Suite struct PrintingTests {
    private static var fixture: URL {
        if let path = ProcessInfo.processInfo.environment["HANJI_ARRAYS"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/arrays.json")
    }

    @Test func everyArrayOfTheFixture() throws {
        let json = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: Self.fixture))
        let cases = try #require(json["cases"]?.asArray)
        #expect(cases.count >= 500)
        for (number, item) in cases.enumerated() {
            let text = try #require(item["text"]?.asString)
            let tensor = try Self.tensor(item)
            #expect(tensor.description == text, "case \(number)")
        }
    }

    private static func tensor(_ item: JSON) throws -> Tensor {
        let dtype = try #require(DType(rawValue: item["dtype"]?.asString ?? ""))
        let shape = try #require(item["shape"]?.asArray).compactMap(\.asInt)
        let values = try #require(item["values"]?.asArray)
        let count = shape.reduce(1, *)
        let places = item["places"]?.asArray?.compactMap(\.asInt) ?? Array(0..<count)
        if dtype.isFloat {
            var all = [Double](repeating: 0, count: count)
            for (place, value) in zip(places, values) {
                all[place] = try #require(value.asString == "-0.0" ? -0.0 : value.asDouble)
            }
            return Tensor(all, dtype: dtype).reshaped(shape)
        }
        var all = [Int](repeating: 0, count: count)
        for (place, value) in zip(places, values) {
            all[place] = try #require(value.asInt ?? value.asBool.map { $0 ? 1 : 0 })
        }
        return Tensor(all, dtype: dtype).reshaped(shape)
    }

    @Test func theChaptersRow() {
        var x = Tensor.zeros([3, 10_000])
        x[0, [1, 14, 2, 1, 22]] = 1
        #expect(x[0].description == "array([0., 1., 1., ..., 0., 0., 0.])")
        #expect(
            x.description == """
                array([[0., 1., 1., ..., 0., 0., 0.],
                       [0., 0., 0., ..., 0., 0., 0.],
                       [0., 0., 0., ..., 0., 0., 0.]])
                """)
    }

    @Test func aHugeSparseTensorPrintsWithoutBeingSpelledOut() {
        var x = Tensor.zeros([1_000_000, 1_000_000])
        x[999_999, 999_999] = 2.5
        #expect(x.isSparse)
        #expect(x.description.hasSuffix("[0. , 0. , 0. , ..., 0. , 0. , 2.5]])"))
        let bundle = x.show()
        #expect(bundle.data[MIME.array]?["max"] == .double(2.5))
        #expect(bundle.data[MIME.array]?["sample"]?["indices"]?.asArray?.count == 100)
    }

    @Test func smallTensorsShowAllTheirNumbers() {
        let bundle = Tensor([[1, 2], [3, 4]]).show()
        #expect(bundle.text == "array([[1, 2],\n       [3, 4]])")
        #expect(
            bundle.data[MIME.array] == [
                "dtype": "int64", "shape": .array([.int(2), .int(2)]),
                "data": .array([.int(1), .int(2), .int(3), .int(4)]),
            ])
        let odd = Tensor([Double.nan, 0.5], dtype: .float32).show()
        #expect(odd.data[MIME.array]?["data"] == .array([.string("NaN"), .double(0.5)]))
    }
}
