import Keeping
import Kernels
import Outputs
import Tensors

/// h_t = tanh(x_t·W + h_{t−1}·U + b): the plain recurrent layer. See ``RecurrentLayer`` for shapes.
///
/// Source: `keras.layers.SimpleRNN`; Elman (1990).
public final class SimpleRNN: RecurrentLayer {
    /// `inputShape` is `[steps, features]`, if the first layer is to know it before it meets data.
    ///
    /// Errors: ``NetworkError/noUnits(_:)``, ``NetworkError/notRecurrent(_:)``, ``NetworkError/shareOutOfRange(_:_:)``.
    public init(
        _ units: Int, activation: Activation = .tanh, useBias: Bool = true,
        dropout: Double = 0, returnSequences: Bool = false, goBackwards: Bool = false,
        kernelInitializer: Initializer = .glorotUniform,
        recurrentInitializer: Initializer = .orthogonal, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, recurrentRegularizer: Regularizer? = nil,
        biasRegularizer: Regularizer? = nil, inputShape: [Int]? = nil
    ) {
        super.init(
            units, activation: activation, recurrentActivation: .linear, returnSequences: returnSequences,
            goBackwards: goBackwards,
            options: Options(
                useBias: useBias, dropout: dropout, kernelInitializer: kernelInitializer,
                recurrentInitializer: recurrentInitializer,
                biasInitializer: biasInitializer, kernelRegularizer: kernelRegularizer,
                recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer),
            inputShape: inputShape)
    }

    static func made(from reader: KeptReader, _ inputShape: [Int]?) throws -> LibraryLayer {
        let (units, returnSequences, goBackwards) = try reader.plain((Int, Bool, Bool).self)
        let functions = try reader.plain((Activation, Activation).self)
        let options = try reader.plain(Options.self)
        return SimpleRNN(
            units, activation: functions.0, useBias: options.useBias, dropout: options.dropout,
            returnSequences: returnSequences, goBackwards: goBackwards,
            kernelInitializer: options.kernelInitializer, recurrentInitializer: options.recurrentInitializer,
            biasInitializer: options.biasInitializer, kernelRegularizer: options.kernelRegularizer,
            recurrentRegularizer: options.recurrentRegularizer, biasRegularizer: options.biasRegularizer,
            inputShape: inputShape)
    }

    override func reversed(returnSequences: Bool) -> RecurrentLayer {
        SimpleRNN(
            units, activation: activation,
            useBias: options.useBias, dropout: options.dropout, returnSequences: returnSequences,
            goBackwards: !goBackwards,
            kernelInitializer: options.kernelInitializer, recurrentInitializer: options.recurrentInitializer,
            biasInitializer: options.biasInitializer, kernelRegularizer: options.kernelRegularizer,
            recurrentRegularizer: options.recurrentRegularizer, biasRegularizer: options.biasRegularizer)
    }
}

/// Long short-term memory: a recurrent layer with a cell that gates guard. See ``RecurrentLayer`` for shapes.
///
/// Gates stand in the order i f c o in kernel `[features, 4·units]`, recurrent kernel `[units, 4·units]` and bias
/// `[4·units]`; the forget gate's bias begins at 1. Source: `keras.layers.LSTM`; Hochreiter and Schmidhuber (1997).
public final class LSTM: RecurrentLayer {
    private let unitForgetBias: Bool

    /// `inputShape` is `[steps, features]`, if the first layer is to know it before it meets data.
    ///
    /// Errors: ``NetworkError/noUnits(_:)``, ``NetworkError/notRecurrent(_:)``, ``NetworkError/shareOutOfRange(_:_:)``.
    public init(
        _ units: Int, activation: Activation = .tanh, recurrentActivation: Activation = .sigmoid, useBias: Bool = true,
        unitForgetBias: Bool = true, dropout: Double = 0,
        returnSequences: Bool = false, goBackwards: Bool = false, kernelInitializer: Initializer = .glorotUniform,
        recurrentInitializer: Initializer = .orthogonal, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, recurrentRegularizer: Regularizer? = nil,
        biasRegularizer: Regularizer? = nil, inputShape: [Int]? = nil
    ) {
        self.unitForgetBias = unitForgetBias
        super.init(
            units, activation: activation, recurrentActivation: recurrentActivation, returnSequences: returnSequences,
            goBackwards: goBackwards,
            options: Options(
                useBias: useBias, dropout: dropout, kernelInitializer: kernelInitializer,
                recurrentInitializer: recurrentInitializer,
                biasInitializer: biasInitializer, kernelRegularizer: kernelRegularizer,
                recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer),
            inputShape: inputShape)
    }

    override var gates: Int { 4 }

    override func startBias<S: NetworkScalar>(_ type: S.Type) -> Buffer<S> {
        let bias: Buffer<S> = super.startBias(type)
        if unitForgetBias { bias.fill(units..<2 * units, 1) }
        return bias
    }

    override func keepOptions(in writer: KeptWriter) throws {
        try super.keepOptions(in: writer)
        try writer.bool(unitForgetBias)
    }

    static func made(from reader: KeptReader, _ inputShape: [Int]?) throws -> LibraryLayer {
        let (units, returnSequences, goBackwards) = try reader.plain((Int, Bool, Bool).self)
        let functions = try reader.plain((Activation, Activation).self)
        let options = try reader.plain(Options.self)
        return LSTM(
            units, activation: functions.0, recurrentActivation: functions.1, useBias: options.useBias,
            unitForgetBias: try reader.bool(), dropout: options.dropout,
            returnSequences: returnSequences, goBackwards: goBackwards,
            kernelInitializer: options.kernelInitializer, recurrentInitializer: options.recurrentInitializer,
            biasInitializer: options.biasInitializer, kernelRegularizer: options.kernelRegularizer,
            recurrentRegularizer: options.recurrentRegularizer, biasRegularizer: options.biasRegularizer,
            inputShape: inputShape)
    }

    override func reversed(returnSequences: Bool) -> RecurrentLayer {
        LSTM(
            units, activation: activation, recurrentActivation: recurrentActivation,
            useBias: options.useBias, unitForgetBias: unitForgetBias, dropout: options.dropout,
            returnSequences: returnSequences,
            goBackwards: !goBackwards,
            kernelInitializer: options.kernelInitializer, recurrentInitializer: options.recurrentInitializer,
            biasInitializer: options.biasInitializer, kernelRegularizer: options.kernelRegularizer,
            recurrentRegularizer: options.recurrentRegularizer, biasRegularizer: options.biasRegularizer)
    }
}

/// Gated recurrent units: like ``LSTM`` with two gates and no cell. See ``RecurrentLayer`` for shapes.
///
/// Gates stand in the order z r h in kernel `[features, 3·units]` and recurrent kernel `[units, 3·units]`; the reset gate
/// acts after the product, so there are two biases, `[2, 3·units]`. Source: `keras.layers.GRU`; Cho et al. (2014).
public final class GRU: RecurrentLayer {
    /// `inputShape` is `[steps, features]`, if the first layer is to know it before it meets data.
    ///
    /// Errors: ``NetworkError/noUnits(_:)``, ``NetworkError/notRecurrent(_:)``, ``NetworkError/shareOutOfRange(_:_:)``.
    public init(
        _ units: Int, activation: Activation = .tanh, recurrentActivation: Activation = .sigmoid, useBias: Bool = true,
        dropout: Double = 0, returnSequences: Bool = false, goBackwards: Bool = false,
        kernelInitializer: Initializer = .glorotUniform,
        recurrentInitializer: Initializer = .orthogonal, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, recurrentRegularizer: Regularizer? = nil,
        biasRegularizer: Regularizer? = nil, inputShape: [Int]? = nil
    ) {
        super.init(
            units, activation: activation, recurrentActivation: recurrentActivation, returnSequences: returnSequences,
            goBackwards: goBackwards,
            options: Options(
                useBias: useBias, dropout: dropout, kernelInitializer: kernelInitializer,
                recurrentInitializer: recurrentInitializer,
                biasInitializer: biasInitializer, kernelRegularizer: kernelRegularizer,
                recurrentRegularizer: recurrentRegularizer, biasRegularizer: biasRegularizer),
            inputShape: inputShape)
    }

    override var gates: Int { 3 }
    override var biasShape: [Int] { [2, 3 * units] }

    static func made(from reader: KeptReader, _ inputShape: [Int]?) throws -> LibraryLayer {
        let (units, returnSequences, goBackwards) = try reader.plain((Int, Bool, Bool).self)
        let functions = try reader.plain((Activation, Activation).self)
        let options = try reader.plain(Options.self)
        return GRU(
            units, activation: functions.0, recurrentActivation: functions.1, useBias: options.useBias,
            dropout: options.dropout,
            returnSequences: returnSequences, goBackwards: goBackwards,
            kernelInitializer: options.kernelInitializer, recurrentInitializer: options.recurrentInitializer,
            biasInitializer: options.biasInitializer, kernelRegularizer: options.kernelRegularizer,
            recurrentRegularizer: options.recurrentRegularizer, biasRegularizer: options.biasRegularizer,
            inputShape: inputShape)
    }

    override func reversed(returnSequences: Bool) -> RecurrentLayer {
        GRU(
            units, activation: activation, recurrentActivation: recurrentActivation,
            useBias: options.useBias, dropout: options.dropout, returnSequences: returnSequences,
            goBackwards: !goBackwards,
            kernelInitializer: options.kernelInitializer, recurrentInitializer: options.recurrentInitializer,
            biasInitializer: options.biasInitializer, kernelRegularizer: options.kernelRegularizer,
            recurrentRegularizer: options.recurrentRegularizer, biasRegularizer: options.biasRegularizer)
    }
}
