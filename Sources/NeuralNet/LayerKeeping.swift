package import Keeping

/// Writes layers with their types, and makes them again.
enum LayerKeeping {
    private typealias Maker = (KeptReader, [Int]?) throws -> LibraryLayer

    private static func maker(of name: String) -> Maker? {
        switch name {
        case "Dense": Dense.made
        case "Embedding": Embedding.made
        case "SimpleRNN": SimpleRNN.made
        case "LSTM": LSTM.made
        case "GRU": GRU.made
        case "Bidirectional": Bidirectional.made
        case "Dropout": { reader, _ in Dropout(try reader.double()) }
        case "Input": { _, shape in Input(shape ?? []) }
        case "Flatten": { _, shape in Flatten(inputShape: shape) }
        case "Reshape": { reader, shape in Reshape(try reader.array(), inputShape: shape) }
        case "ActivationLayer": { reader, _ in ActivationLayer(try reader.plain()) }
        case "LeakyReLU": { reader, _ in LeakyReLU(negativeSlope: try reader.double()) }
        case "PReLU": { reader, _ in PReLU(alphaInitializer: try reader.plain()) }
        default: nil
        }
    }

    static func keep(_ layer: LibraryLayer, in writer: KeptWriter) throws {
        try writer.object(layer) { layer in
            try writer.string("\(type(of: layer))")
            try writer.optional(layer.declaredInput, writer.array)
            try layer.keepOptions(in: writer)
            try layer.keepState(in: writer)
        }
    }

    static func layer(from reader: KeptReader) throws -> LibraryLayer {
        try reader.object {
            guard let make = maker(of: try reader.string()) else { throw KeepingError.damaged }
            let shape = try reader.optional { try reader.array(Int.self) }
            let layer = try make(reader, shape)
            try layer.restoreState(from: reader)
            return layer
        }
    }
}

extension Keepable where Self: LibraryLayer {
    package static var isPlainValue: Bool { false }
    package func keep(in writer: KeptWriter) throws { try LayerKeeping.keep(self, in: writer) }
    package static func restored(from reader: KeptReader) throws -> Self {
        guard let layer = try LayerKeeping.layer(from: reader) as? Self else { throw KeepingError.damaged }
        return layer
    }
}

extension Dense: Keepable {}
extension Embedding: Keepable {}
extension SimpleRNN: Keepable {}
extension LSTM: Keepable {}
extension GRU: Keepable {}
extension Bidirectional: Keepable {}
extension Dropout: Keepable {}
extension Input: Keepable {}
extension Flatten: Keepable {}
extension Reshape: Keepable {}
extension LeakyReLU: Keepable {}
extension PReLU: Keepable {}
