package import Keeping

/// Writes optimizers, losses and metrics with their types, and makes them again. Those that hold functions cannot be kept.
enum RuleKeeping {
    private static var optimizers: [any (UpdateRule & Keepable).Type] {
        [
            RMSprop.self, SGD.self, Adam.self, AdamW.self, Adagrad.self,
        ]
    }
    private static var losses: [any (LossRule & Keepable).Type] {
        [
            BinaryCrossentropy.self, CategoricalCrossentropy.self, SparseCategoricalCrossentropy.self,
            MeanSquaredError.self, MeanAbsoluteError.self, Huber.self,
        ]
    }
    private static var metrics: [any (MetricRule & Keepable).Type] {
        [
            Accuracy.self, BinaryAccuracy.self, CategoricalAccuracy.self, SparseCategoricalAccuracy.self,
            Precision.self,
            Recall.self, AUC.self, MeanSquaredError.self, MeanAbsoluteError.self,
        ]
    }

    static func keep(_ rule: Any, in writer: KeptWriter) throws {
        let name = "\(type(of: rule))"
        guard let rule = rule as? any Keepable else { throw KeepingError.unkeepable(name) }
        try writer.string(name)
        try rule.keep(in: writer)
    }

    static func optimizer(from reader: KeptReader) throws -> any UpdateRule {
        let name = try reader.string()
        guard let type = optimizers.first(where: { "\($0)" == name }) else { throw KeepingError.damaged }
        return try type.restored(from: reader)
    }

    static func loss(from reader: KeptReader) throws -> any LossRule {
        let name = try reader.string()
        guard let type = losses.first(where: { "\($0)" == name }) else { throw KeepingError.damaged }
        return try type.restored(from: reader)
    }

    static func metric(from reader: KeptReader) throws -> any MetricRule {
        let name = try reader.string()
        guard let type = metrics.first(where: { "\($0)" == name }) else { throw KeepingError.damaged }
        return try type.restored(from: reader)
    }
}

extension RMSprop: Keepable {}
extension SGD: Keepable {}
extension Adam: Keepable {}
extension AdamW: Keepable {}
extension Adagrad: Keepable {}
extension BinaryCrossentropy: Keepable {}
extension CategoricalCrossentropy: Keepable {}
extension SparseCategoricalCrossentropy: Keepable {}
extension MeanSquaredError: Keepable {}
extension MeanAbsoluteError: Keepable {}
extension Huber: Keepable {}
extension BinaryAccuracy: Keepable {}
extension CategoricalAccuracy: Keepable {}
extension SparseCategoricalAccuracy: Keepable {}
extension Precision: Keepable {}
extension Recall: Keepable {}
extension AUC: Keepable {}
extension Activation: Keepable {}
extension Initializer: Keepable {}
extension Regularizer: Keepable {}
extension MergeMode: Keepable {}
extension MonitorMode: Keepable {}

extension Accuracy: Keepable {
    package func keep(in writer: KeptWriter) throws { try writer.string(key) }
    package static func restored(from reader: KeptReader) throws -> Accuracy { Accuracy(key: try reader.string()) }
}
