import Foundation
import Kernels
import Tensors

/// Weights on disk, for compiled programs: a cell reaches no file.
extension Sequential {
    /// Writes all weights to a safetensors file, under names like `dense.kernel` and `bidirectional.backward.bias`, which
    /// Python reads with `safetensors.numpy.load_file`. A file that is there is replaced whole or not at all.
    ///
    /// Errors: ``WeightFileError/notBuilt`` before the network knows the shape of its inputs;
    /// ``WeightFileError/unwritable(path:reason:)``.
    public func saveWeights(to path: String) throws {
        guard let shape = inputShape, !weights.isEmpty else { throw WeightFileError.notBuilt }
        let entries = namedParameters.map { name, parameter in
            let values: SafetensorsFile.Values =
                parameter.dtype == .float64 ? .float64(parameter.value().array) : .float32(parameter.value().array)
            return SafetensorsFile.Entry(name: name, shape: parameter.shape, values: values)
        }
        let file = SafetensorsFile(
            entries: entries, metadata: ["input_shape": shape.map(String.init).joined(separator: ",")])
        do {
            try file.encoded().write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw WeightFileError.unwritable(path: path, reason: error.localizedDescription)
        }
    }

    /// Takes over the weights of a safetensors file written by ``saveWeights(to:)`` from a network of the same layers, or
    /// by another program under the same names. Numbers are converted to the network's type. Either all weights change or
    /// none. A network that does not know the shape of its inputs yet takes it from the file.
    ///
    /// Errors: ``WeightFileError``, and those of shapes.
    public func loadWeights(from path: String) throws {
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw WeightFileError.unreadable(path: path, reason: error.localizedDescription)
        }
        let file: SafetensorsFile
        do {
            file = try SafetensorsFile(decoding: data)
        } catch let fault as SafetensorsFault {
            throw WeightFileError.damaged(path: path, fault)
        }
        if inputShape == nil {
            guard let shape = file.inputShape else { throw WeightFileError.notBuilt }
            try build(shape)
        }
        let found = Dictionary(file.entries.map { ($0.name, $0) }) { first, _ in first }
        let parameters = namedParameters
        let missing = parameters.map(\.name).filter { found[$0] == nil }
        let extra = Set(found.keys).subtracting(parameters.map(\.name)).sorted()
        guard missing.isEmpty, extra.isEmpty else {
            throw WeightFileError.names(path: path, missing: missing, extra: extra)
        }
        let tensors = try parameters.map { name, parameter in
            guard let entry = found[name], entry.shape == parameter.shape else {
                throw WeightFileError.shape(
                    name: name, expected: parameter.shape, found: found[name]?.shape ?? [])
            }
            return switch entry.values {
            case .float64(let values): Tensor(values).reshaped(entry.shape)
            case .float32(let values): Tensor(float32: values, shape: entry.shape)
            }
        }
        for ((_, parameter), tensor) in zip(parameters, tensors) { parameter.set(tensor) }
    }

    /// The parameters under the names of their layers: `dense.kernel`.
    private var namedParameters: [(name: String, parameter: Parameter)] {
        layers.compactMap { $0 as? LibraryLayer }.flatMap { layer in
            zip(layer.parameters.indices, layer.parameters).map { place, parameter in
                let direction =
                    layer is Bidirectional ? (2 * place < layer.parameters.count ? "forward." : "backward.") : ""
                return ("\(layer.name).\(direction)\(parameter.name)", parameter)
            }
        }
    }
}

extension SafetensorsFile {
    /// The shape of one sample that the network reads.
    fileprivate var inputShape: [Int]? {
        let sides = metadata["input_shape"]?.split(separator: ",").map { Int($0) }
        guard let sides, !sides.isEmpty, sides.allSatisfy({ ($0 ?? 0) > 0 }) else { return nil }
        return sides.compactMap(\.self)
    }
}
