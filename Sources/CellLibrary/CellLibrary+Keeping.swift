package import Bytecode
import CellLanguage
import Keeping
import LessonKit

/// What the store of cells must know of the library.
extension CellLibrary {
    /// The types whose values can be kept.
    package static let hostTypes = HostTypes(
        [
            .init(Tensor.self), .init(DType.self), .init(AxisSelection.self), .init(History.self), .init(Scores.self),
            .init(Sequential.self), .init(Dense.self), .init(Embedding.self), .init(SimpleRNN.self), .init(LSTM.self),
            .init(GRU.self), .init(Bidirectional.self), .init(Dropout.self), .init(Input.self), .init(Flatten.self),
            .init(Reshape.self), .init(LeakyReLU.self), .init(PReLU.self), .init(Activation.self),
            .init(Initializer.self), .init(Regularizer.self), .init(MergeMode.self), .init(MonitorMode.self),
            .init(RMSprop.self), .init(SGD.self), .init(Adam.self), .init(AdamW.self), .init(Adagrad.self),
            .init(BinaryCrossentropy.self), .init(CategoricalCrossentropy.self),
            .init(SparseCategoricalCrossentropy.self), .init(MeanSquaredError.self), .init(MeanAbsoluteError.self),
            .init(Huber.self), .init(Accuracy.self), .init(BinaryAccuracy.self), .init(CategoricalAccuracy.self),
            .init(SparseCategoricalAccuracy.self), .init(Precision.self), .init(Recall.self), .init(AUC.self),
            .init(EarlyStopping.self), .init(ReduceLROnPlateau.self), .init(LabeledSequences.self),
            .init(LabeledImages.self), .init(DataSplit.self), .init(Table.self), .init(Table.Column.self),
            .init(Tokenizer.self),
        ],
        plain: ["Figure", "ImageGrid", "HeatMap", "Subplots", "NetworkDiagram"])

    /// The host functions that change no object of a class, by their indices. Every other one may.
    package static let lookers: Set<Int> = library.hostFunctions(
        free: ["display", "__show"],
        members: [
            "Sequential": ["summary", "diagram", "weights", "learningRate", "stopTraining"],
            "EarlyStopping": ["stoppedEpoch", "bestEpoch"],
            // Members of plain values can change nothing but those.
            "Tensor": nil, "History": nil, "Scores": nil, "LabeledSequences": nil, "LabeledImages": nil,
            "DataSplit": nil, "Table": nil, "Table.Column": nil, "Figure": nil, "ImageGrid": nil, "HeatMap": nil,
            "Subplots": nil, "NetworkDiagram": nil,
        ])
}
