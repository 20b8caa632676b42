import Foundation
import NeuralNet
import Outputs
import Tensors
import Testing

/// Weights in safetensors files: ours are read back and by the format's own library, and its file is read by us.
@Suite(.serialized) struct WeightFileTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures")

    private static func model(_ dtype: DType = .float32) -> Sequential {
        Sequential(dtype: dtype) {
            Embedding(5, 3, inputLength: 4)
            Bidirectional(GRU(2))
            Dense(2)
        }
    }

    /// A path that nothing else uses; what is written there is removed.
    private func withFile(_ body: (String) throws -> Void) rethrows {
        let url = FileManager.default.temporaryDirectory.appending(path: "hanji-\(UUID().uuidString).safetensors")
        defer { try? FileManager.default.removeItem(at: url) }
        try body(url.path)
    }

    @Test(arguments: [DType.float32, .float64]) func weightsComeBack(dtype: DType) throws {
        try withFile { path in
            let error = try Failure.collected {
                let (model, other) = (Self.model(dtype), Self.model(dtype))
                try model.saveWeights(to: path)
                #expect(model.weights != other.weights)
                try other.loadWeights(from: path)
                #expect(model.weights == other.weights)
                // The file knows the shape of the inputs.
                let open = Sequential(dtype: dtype) {
                    Embedding(5, 3)
                    Bidirectional(GRU(2))
                    Dense(2)
                }
                try open.loadWeights(from: path)
                #expect(open.weights == model.weights)
            }
            #expect(error == nil)
        }
    }

    /// Written by Tests/Parity/weights.py with the Python library.
    @Test func aFileOfTheFormatsOwnLibraryIsRead() throws {
        let error = try Failure.collected {
            let model = Sequential {
                Dense(3, inputShape: [2])
                Dense(1)
            }
            try model.loadWeights(from: Self.fixtures.appending(path: "python.safetensors").path)
            #expect(model.weights[0] == Tensor([[0.5, -1.25, 3], [1e-3, 0, -7]]).cast(to: .float32))
            // Half precision: the largest and the least number.
            #expect(model.weights[1] == Tensor([65504, 5.9604644775390625e-08, -2]).cast(to: .float32))
            #expect(model.weights[2] == Tensor([[1.0], [2], [3]]).cast(to: .float32))
            #expect(model.weights[3] == Tensor([0.1]).cast(to: .float32))
        }
        #expect(error == nil)
    }

    private static let python: String? = {
        let names = [ProcessInfo.processInfo.environment["HANJI_PYTHON"], "python3"].compactMap(\.self)
        return names.first { (try? run($0, ["-c", "import safetensors.numpy"]))?.status == 0 }
    }()

    private static func run(_ python: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test(.enabled(if: python != nil, "needs Python's safetensors, named by HANJI_PYTHON"))
    func theFormatsOwnLibraryReadsOurs() throws {
        let python = try #require(Self.python)
        try withFile { path in
            let error = try Failure.collected {
                let model = Self.model()
                try model.saveWeights(to: path)
                let script = Self.fixtures.appending(path: "../../Parity/weights.py").standardized.path
                let (status, output) = try Self.run(python, [script, "--read", path])
                #expect(status == 0)
                let arrays = try JSONDecoder().decode(JSON.self, from: Data(output.utf8)).asObject ?? [:]
                let names = ["kernel", "recurrent_kernel", "bias"]
                let expected =
                    ["embedding.embeddings"] + names.map { "bidirectional.forward.\($0)" }
                    + names.map { "bidirectional.backward.\($0)" } + ["dense.kernel", "dense.bias"]
                #expect(arrays.keys.sorted() == expected.sorted())
                for (name, weight) in zip(expected, model.weights) {
                    #expect(arrays[name]?["shape"]?.asArray?.compactMap(\.asInt) == weight.shape, "\(name)")
                    #expect(arrays[name]?["values"]?.asArray?.compactMap(\.asDouble) == weight.doubles(), "\(name)")
                }
            }
            #expect(error == nil)
        }
    }

    private func expectError(_ expected: WeightFileError, _ body: () throws -> Void) {
        #expect(throws: expected, performing: body)
        let texts = ["en", "ja", "ko"].map { expected.message(in: $0) }
        #expect(Set(texts).count == 3 && texts.allSatisfy { $0.count > 12 })
    }

    @Test func mistakesAreSaid() throws {
        expectError(.notBuilt) { try Sequential { Dense(3) }.saveWeights(to: "/nowhere") }
        #expect(throws: WeightFileError.self) { try Self.model().saveWeights(to: "/no/such/folder/file") }
        #expect(throws: WeightFileError.self) { try Self.model().loadWeights(from: "/no/such/file") }
        try withFile { path in
            try Self.model().saveWeights(to: path)
            let other = Sequential { Dense(3, inputShape: [2]) }
            let names = ["dense.kernel", "dense.bias"]
            #expect(throws: WeightFileError.self) { try other.loadWeights(from: path) }
            let wider = Sequential {
                Embedding(5, 3, inputLength: 4)
                Bidirectional(GRU(2))
                Dense(7)
            }
            let before = wider.weights
            expectError(.shape(name: names[0], expected: [4, 7], found: [4, 2])) { try wider.loadWeights(from: path) }
            #expect(wider.weights == before)
        }
    }

    /// No byte of a file makes more than an error.
    @Test func damagedFilesAreRefused() throws {
        try withFile { path in
            let model = Sequential { Dense(2, inputShape: [2]) }
            try model.saveWeights(to: path)
            let file = try Data(contentsOf: URL(fileURLWithPath: path))
            func fault(_ data: Data) throws -> SafetensorsFault? {
                try data.write(to: URL(fileURLWithPath: path))
                do {
                    try model.loadWeights(from: path)
                    return nil
                } catch WeightFileError.damaged(_, let fault) {
                    return fault
                }
            }
            func header(_ text: String, _ body: Int) -> Data {
                var count = UInt64(text.utf8.count).littleEndian
                return Data(bytes: &count, count: 8) + Data(text.utf8) + Data(count: body)
            }
            #expect(try fault(Data()) == .tooShort(0))
            #expect(try fault(Data(repeating: 255, count: 16)) == .headerLength(.max))
            #expect(try fault(file.dropLast()) != nil)
            #expect(try fault(file + [0]) == .unusedBytes(1))
            #expect(try fault(header("[1", 0)) == .header)
            let entry = { (type: String, shape: String, places: String) in
                "{\"w\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(places)}}"
            }
            #expect(try fault(header(entry("F32", "[2]", "[0,8,9]"), 8)) == .header)
            #expect(try fault(header(entry("F32", "[2]", "[8,0]"), 8)) == .offsets("w"))
            #expect(try fault(header(entry("F32", "[2]", "[0,16]"), 8)) == .offsets("w"))
            #expect(try fault(header(entry("F32", "[3]", "[0,8]"), 8)) == .offsets("w"))
            #expect(try fault(header(entry("F32", "[-2]", "[0,8]"), 8)) == .offsets("w"))
            #expect(try fault(header(entry("F32", "[9223372036854775807,4]", "[0,8]"), 8)) == .offsets("w"))
            #expect(try fault(header(entry("I64", "[1]", "[0,8]"), 8)) == .type("w", "I64"))
            for place in 0..<min(file.count, 200) {
                var changed = file
                changed[changed.startIndex + place] ^= 0x21
                try changed.write(to: URL(fileURLWithPath: path))
                let outcome = Failure.collected { try? model.loadWeights(from: path) }
                #expect(outcome == nil)
            }
        }
    }
}
