import Tensors

extension NetworkError {
    public func message(in language: String) -> String {
        switch language {
        case "ko": korean
        case "ja": japanese
        default: english
        }
    }

    private var english: String {
        switch self {
        case .noUnits(let units): "A layer needs at least one unit, not \(units)."
        case .noLayers: "The network has no layers. Add at least one, for instance with add(Dense(16))."
        case .layerTwice(let place): "\(place.english) is already in this network. Make a new layer for each place."
        case .notOfTheLibrary(let type): "\(type) cannot be used here: only the library's own types can be trained."
        case .metricTwice(let key): "The key \"\(key)\" is used twice. Give each metric a name of its own."
        case .notCompiled(let function):
            "Call compile(optimizer:loss:metrics:) before \(function), so that the loss is known."
        case .notPositive(let parameter, let value): "\(parameter) must be at least 1, not \(value)."
        case .noSamples: "There are no samples in x."
        case .inputShape(let shape):
            "The network reads inputs whose first axis are the samples, but x has the shape \(shape)."
                + (shape.count == 1
                    ? " For one feature per sample write x.reshaped([-1, 1]); for one sample, x.reshaped([1, -1])."
                    : " Use reshaped to give it two axes.")
        case .layerInput(let layer, let expected, let found):
            "\(layer.english) reads inputs of shape \(expected), but a sample has the shape \(found). "
                + (found.count == 1 && expected.contains("steps, features")
                    ? "For sequences of numbers write Reshape([\(found[0]), 1]) before it; for words, an Embedding."
                    : "Put Reshape or Flatten before it, or give x that shape with reshaped.")
        case .sequenceNeeded(let layer, let below, let found):
            "\(layer.english) reads sequences of shape [steps, features], but \(below.english) gives it only its last "
                + "state, of shape \(found). Write returnSequences: true in \(below.kind)(…), so that it passes on the states "
                + "of all steps."
        case .lastActivation(let loss, let layer, let activation, let advice):
            "\(loss) reads probabilities, but \(layer.english) at the end puts out any numbers (\(activation)). Write "
                + "activation: .\(advice) there, or \(loss)(fromLogits: true)."
        case .softmaxOfOne(let layer):
            "\(layer.english) has softmax over one unit, which is always 1. Use activation: .sigmoid, or one unit for each "
                + "class."
        case .notFinite(let name, let value, let row):
            "\(name) of sample \(row) is \(NumberText.plain(value)). Remove or replace such samples before the training, for instance with "
                + "dropMissing() on the table."
        case .negativeNumber(let name, let value): "\(name) must be 0 or more, not \(value)."
        case .layerReshape(let layer, let from, let to):
            "\(layer.english) cannot make the shape \(to) of a sample of shape \(from): the numbers of elements differ."
        case .indexRange(let layer, let value, let count, let row):
            "\(layer.english) looks up whole numbers from 0 to \(count - 1), but sample \(row) holds "
                + "\(NumberText.plain(value)). Load the data with at most that many words, or make the Embedding larger."
        case .precision(let dtype): "A network computes in float32 or float64, not in \(dtype.rawValue)."
        case .otherPrecision(let layer): "\(layer.english) belongs to a network of another dtype. Make a new layer."
        case .shareOutOfRange(let name, let value): "\(name) must be at least 0 and less than 1, not \(value)."
        case .emptySplit(let share, let samples):
            "validationSplit \(share) of \(samples) samples leaves nothing to learn from or nothing to validate with."
        case .notRecurrent(let name): "Recurrent layers cannot have the activation \(name). Use tanh, sigmoid or relu."
        case .unknownMonitor(let callback, let key, let known):
            "\(callback) watches \"\(key)\", which this training does not report."
                + (key.hasPrefix("val_") ? " Give fit validationData or validationSplit." : "")
                + " Reported are: \(known.joined(separator: ", "))."
        case .matrixExpected(let shape):
            "Classifiers read x of shape [samples, features], but x has the shape \(shape). Use reshaped([-1, features])."
        case .oneClass(let number): "All samples belong to class \(number). At least two classes are needed."
        case .notFitted(let kind): "\(kind) has not learned yet. Call fit(x, y) first."
        case .notPositiveNumber(let name, let value): "\(name) must be more than 0, not \(value)."
        case .tooFewFolds(let folds): "Cross-validation needs at least 2 folds, not \(folds)."
        case .tooFewSamples(let number, let count, let folds):
            "Class \(number) has \(count) samples, too few for \(folds) folds. Use fewer folds."
        case .wrongNameCount(let names, let classes): "\(names) names were given for \(classes) classes."
        case .lossResult(let name, let shape):
            "The loss \"\(name)\" gave a tensor of shape \(shape); it needs one number, or one for each sample."
        case .targetClass(let loss, let value, let row, let classes):
            "\(loss) needs class numbers from 0 to \(classes - 1), but y of sample \(row) is "
                + "\(NumberText.plain(value)). The last layer needs as many units as there are classes."
        case .inputWidth(let layer, let expected, let found):
            "\(layer.english) expects \(expected) features per sample but gets \(found)."
        case .inValidation(let error): "In validationData: \(error.english)"
        case .sampleCounts(let x, let y): "x has \(x) samples but y has \(y). Every sample needs its target."
        case .targetShape(let loss, let found, let expected):
            "\(loss) compares outputs of shape \(expected) with y of shape \(found). "
                + TargetAdvice(loss: loss, found: found, expected: expected).english
        case .targetRange(let loss, let value, let row):
            "\(loss) needs targets from 0 to 1, but y of sample \(row) is \(NumberText.plain(value))."
                + (value.isFinite ? " For class numbers from 0 take .sparseCategoricalCrossentropy." : "")
        case .pairShapes(let title, let yTrue, let yPred):
            "\(title) needs targets and predictions of one shape, with at least one sample; they are \(yTrue) and "
                + "\(yPred)."
        case .weightShapes(let expected, let found): "Weights of shapes \(found) were given; the layer has \(expected)."
        case .lossNotFinite(let epoch, let batch):
            "The loss is no longer a finite number at batch \(batch) of epoch \(epoch). Lower the learning rate, and "
                + "see that x has no NaN and no very large numbers."
        case .unknownKey(let key, let known):
            "Nothing was recorded as \"\(key)\"."
                + (Self.nearest(to: key, among: known).map { " Did you mean \"\($0)\"?" } ?? "")
                + (known.isEmpty ? "" : " Recorded are: \(known.joined(separator: ", ")).")
        }
    }

    private var korean: String {
        switch self {
        case .noUnits(let units): "층에는 유닛이 하나 이상 있어야 합니다. 지금은 \(units)입니다."
        case .noLayers: "신경망에 층이 없습니다. add(Dense(16))처럼 층을 하나 이상 추가하십시오."
        case .layerTwice(let place): "\(place.korean)은 이미 이 신경망에 들어 있습니다. 자리마다 층을 새로 만드십시오."
        case .notOfTheLibrary(let type): "\(type) 형은 여기에 쓸 수 없습니다. 라이브러리에 있는 형만 학습에 쓸 수 있습니다."
        case .metricTwice(let key): "키 \"\(key)\"가 두 번 쓰였습니다. 지표마다 다른 이름을 쓰십시오."
        case .notCompiled(let function):
            "\(function)을(를) 부르기 전에 compile(optimizer:loss:metrics:)로 손실 함수를 정하십시오."
        case .notPositive(let parameter, let value): "\(parameter) 값은 1 이상이어야 합니다. 지금은 \(value)입니다."
        case .noSamples: "x에 샘플이 없습니다."
        case .inputShape(let shape):
            "신경망의 입력은 첫 축이 샘플인 [샘플 수, 특성 수] 같은 모양이어야 하는데 x의 모양은 \(shape)입니다."
                + (shape.count == 1
                    ? " 샘플마다 특성이 하나라면 x.reshaped([-1, 1]), 샘플이 하나라면 x.reshaped([1, -1])로 쓰십시오."
                    : " reshaped로 축을 둘로 만드십시오.")
        case .layerInput(let layer, let expected, let found):
            "\(layer.korean)의 입력은 \(expected) 모양이어야 하는데 샘플 하나의 모양이 \(found)입니다. "
                + (found.count == 1 && expected.contains("steps, features")
                    ? "숫자의 나열이라면 그 앞에 Reshape([\(found[0]), 1])을, 단어라면 Embedding을 두십시오."
                    : "그 앞에 Reshape이나 Flatten을 두거나 reshaped로 x의 모양을 바꾸십시오.")
        case .sequenceNeeded(let layer, let below, let found):
            "\(layer.korean)의 입력은 [steps, features] 모양의 시퀀스여야 하는데 \(below.korean)이 마지막 상태만 내보내어 모양이 \(found)입니다. "
                + "모든 스텝의 상태를 넘기도록 \(below.kind)(…)에 returnSequences: true를 쓰십시오."
        case .lastActivation(let loss, let layer, let activation, let advice):
            "\(loss) 손실은 확률을 받는데 마지막의 \(layer.korean)은 활성화 함수가 \(activation)이어서 아무 수나 내보냅니다. 그 층에 "
                + "activation: .\(advice)을(를) 쓰거나 손실을 \(loss)(fromLogits: true)로 쓰십시오."
        case .softmaxOfOne(let layer):
            "\(layer.korean)의 softmax는 유닛이 하나뿐이라 값이 늘 1입니다. activation: .sigmoid를 쓰거나 유닛을 클래스 수만큼 두십시오."
        case .notFinite(let name, let value, let row):
            "\(row)번 샘플의 \(name)에 \(NumberText.plain(value))이(가) 있습니다. 훈련하기 전에 표의 dropMissing() 등으로 그런 샘플을 지우거나 바꾸십시오."
        case .negativeNumber(let name, let value): "\(name) 값은 0 이상이어야 합니다. 지금은 \(value)입니다."
        case .layerReshape(let layer, let from, let to):
            "\(layer.korean)은 모양이 \(from)인 샘플을 \(to) 모양으로 만들 수 없습니다. 원소 수가 다릅니다."
        case .indexRange(let layer, let value, let count, let row):
            "\(layer.korean)은 0부터 \(count - 1)까지의 정수를 받는데 \(row)번 샘플에 \(NumberText.plain(value))이(가) 있습니다. "
                + "데이터를 읽을 때 단어 수를 제한하거나 Embedding의 크기를 늘리십시오."
        case .precision(let dtype): "신경망은 float32나 float64로 계산합니다. \(dtype.rawValue)는 쓸 수 없습니다."
        case .otherPrecision(let layer): "\(layer.korean)은 dtype이 다른 신경망의 층입니다. 층을 새로 만드십시오."
        case .shareOutOfRange(let name, let value): "\(name) 값은 0 이상 1 미만이어야 합니다. 지금은 \(value)입니다."
        case .emptySplit(let share, let samples):
            "샘플 \(samples)개를 validationSplit \(share)(으)로 나누면 훈련이나 검증에 쓸 샘플이 남지 않습니다."
        case .notRecurrent(let name): "순환층에는 활성화 함수 \(name)을(를) 쓸 수 없습니다. tanh, sigmoid, relu 등을 쓰십시오."
        case .unknownMonitor(let callback, let key, let known):
            "\(callback)이 지켜볼 \"\(key)\" 값을 이 훈련은 보고하지 않습니다."
                + (key.hasPrefix("val_") ? " fit에 validationData나 validationSplit을 주십시오." : "")
                + " 보고되는 키: \(known.joined(separator: ", "))."
        case .matrixExpected(let shape):
            "분류기의 입력은 [샘플 수, 특성 수] 모양이어야 하는데 x의 모양은 \(shape)입니다. reshaped([-1, 특성 수])로 바꾸십시오."
        case .oneClass(let number): "모든 샘플이 클래스 \(number)에 속합니다. 클래스가 둘 이상 있어야 합니다."
        case .notFitted(let kind): "\(kind)이(가) 아직 학습하지 않았습니다. 먼저 fit(x, y)을 부르십시오."
        case .notPositiveNumber(let name, let value): "\(name) 값은 0보다 커야 합니다. 지금은 \(value)입니다."
        case .tooFewFolds(let folds): "교차 검증에는 폴드가 둘 이상 필요합니다. 지금은 \(folds)개입니다."
        case .tooFewSamples(let number, let count, let folds):
            "클래스 \(number)의 샘플이 \(count)개뿐이어서 폴드 \(folds)개로 나눌 수 없습니다. 폴드 수를 줄이십시오."
        case .wrongNameCount(let names, let classes): "클래스는 \(classes)개인데 이름은 \(names)개입니다."
        case .lossResult(let name, let shape):
            "손실 함수 \"\(name)\"의 결과 모양이 \(shape)입니다. 수 하나이거나 샘플마다 하나여야 합니다."
        case .targetClass(let loss, let value, let row, let classes):
            "\(loss) 손실의 목푯값은 0부터 \(classes - 1)까지의 클래스 번호여야 하는데 \(row)번 샘플의 y는 "
                + "\(NumberText.plain(value))입니다. 마지막 층의 유닛 수가 클래스 수와 같아야 합니다."
        case .inputWidth(let layer, let expected, let found):
            "\(layer.korean)은 샘플마다 특성 \(expected)개를 받아야 하는데 \(found)개가 들어왔습니다."
        case .inValidation(let error): "validationData에 문제가 있습니다. \(error.korean)"
        case .sampleCounts(let x, let y): "x의 샘플은 \(x)개인데 y는 \(y)개입니다. 샘플마다 목푯값이 하나씩 있어야 합니다."
        case .targetShape(let loss, let found, let expected):
            "\(loss) 손실은 모양이 \(expected)인 출력을 모양이 \(found)인 y와 비교할 수 없습니다. "
                + TargetAdvice(loss: loss, found: found, expected: expected).korean
        case .targetRange(let loss, let value, let row):
            "\(loss) 손실의 목푯값은 0부터 1까지여야 하는데 \(row)번 샘플의 y는 \(NumberText.plain(value))입니다."
                + (value.isFinite ? " 0부터 센 클래스 번호라면 .sparseCategoricalCrossentropy를 쓰십시오." : "")
        case .pairShapes(let title, let yTrue, let yPred):
            "\(title)에는 모양이 같고 샘플이 하나 이상인 목푯값과 예측값이 필요합니다. 지금 모양은 \(yTrue), \(yPred)입니다."
        case .weightShapes(let expected, let found): "층의 가중치 모양은 \(expected)인데 \(found) 모양이 주어졌습니다."
        case .lossNotFinite(let epoch, let batch):
            "\(epoch)번째 에포크의 \(batch)번째 배치에서 손실이 유한한 수가 아니게 되었습니다. 학습률을 낮추고, x에 NaN이나 아주 큰 수가 "
                + "없는지 확인하십시오."
        case .unknownKey(let key, let known):
            "\"\(key)\"(이)라는 이름으로 기록된 값이 없습니다."
                + (Self.nearest(to: key, among: known).map { " \"\($0)\"을(를) 쓰려고 했습니까?" } ?? "")
                + (known.isEmpty ? "" : " 기록된 키: \(known.joined(separator: ", ")).")
        }
    }

    private var japanese: String {
        switch self {
        case .noUnits(let units): "層にはユニットが 1 個以上必要です。いまは \(units) です。"
        case .noLayers: "ネットワークに層がありません。add(Dense(16)) のように 1 つ以上加えてください。"
        case .layerTwice(let place): "\(place.japanese)はすでにこのネットワークに入っています。場所ごとに新しい層を作ってください。"
        case .notOfTheLibrary(let type): "\(type) 型はここでは使えません。訓練に使えるのはライブラリの型だけです。"
        case .metricTwice(let key): "キー \"\(key)\" が 2 度使われています。指標ごとに別の名前を付けてください。"
        case .notCompiled(let function):
            "\(function) を呼ぶ前に、compile(optimizer:loss:metrics:) で損失関数を決めてください。"
        case .notPositive(let parameter, let value): "\(parameter) は 1 以上でなければなりません。いまは \(value) です。"
        case .noSamples: "x にサンプルがありません。"
        case .inputShape(let shape):
            "ネットワークの入力は [サンプル数, 特徴数] のように最初の軸がサンプルですが、x の形状は \(shape) です。"
                + (shape.count == 1
                    ? "サンプルごとに特徴が 1 個なら x.reshaped([-1, 1])、サンプルが 1 個なら x.reshaped([1, -1]) と書いてください。"
                    : "reshaped で軸を 2 つにしてください。")
        case .layerInput(let layer, let expected, let found):
            "\(layer.japanese)の入力は形状 \(expected) のはずですが、サンプル 1 つの形状は \(found) です。"
                + (found.count == 1 && expected.contains("steps, features")
                    ? "数の列ならその前に Reshape([\(found[0]), 1]) を、単語なら Embedding を置いてください。"
                    : "その前に Reshape か Flatten を置くか、reshaped で x の形状を変えてください。")
        case .sequenceNeeded(let layer, let below, let found):
            "\(layer.japanese)の入力は形状 [steps, features] の系列のはずですが、\(below.japanese)は最後の状態しか出さず、形状は \(found) です。"
                + "すべてのステップの状態を渡すように、\(below.kind)(…) に returnSequences: true と書いてください。"
        case .lastActivation(let loss, let layer, let activation, let advice):
            "\(loss) は確率を受け取りますが、最後の\(layer.japanese)は活性化関数が \(activation) なので、確率でない数も出します。その層に "
                + "activation: .\(advice) と書くか、損失を \(loss)(fromLogits: true) にしてください。"
        case .softmaxOfOne(let layer):
            "\(layer.japanese)の softmax はユニットが 1 個なので、値がいつも 1 です。activation: .sigmoid を使うか、クラスの数だけユニットを"
                + "置いてください。"
        case .notFinite(let name, let value, let row):
            "サンプル \(row) の \(name) に \(NumberText.plain(value)) があります。訓練の前に、表の dropMissing() などでそのようなサンプルを除くか置き換えてください。"
        case .negativeNumber(let name, let value): "\(name) は 0 以上でなければなりません。いまは \(value) です。"
        case .layerReshape(let layer, let from, let to):
            "\(layer.japanese)は、形状 \(from) のサンプルを \(to) にできません。要素の数が違います。"
        case .indexRange(let layer, let value, let count, let row):
            "\(layer.japanese)が受け取るのは 0 から \(count - 1) までの整数ですが、サンプル \(row) に "
                + "\(NumberText.plain(value)) があります。読み込む単語の数を制限するか、Embedding を大きくしてください。"
        case .precision(let dtype): "ネットワークは float32 か float64 で計算します。\(dtype.rawValue) は使えません。"
        case .otherPrecision(let layer): "\(layer.japanese)は dtype の違うネットワークの層です。新しい層を作ってください。"
        case .shareOutOfRange(let name, let value): "\(name) は 0 以上 1 未満でなければなりません。いまは \(value) です。"
        case .emptySplit(let share, let samples):
            "サンプル \(samples) 個を validationSplit \(share) で分けると、訓練か検証に使うサンプルが残りません。"
        case .notRecurrent(let name): "再帰層に活性化関数 \(name) は使えません。tanh、sigmoid、relu などを使ってください。"
        case .unknownMonitor(let callback, let key, let known):
            "\(callback) が見る \"\(key)\" は、この訓練では報告されません。"
                + (key.hasPrefix("val_") ? "fit に validationData か validationSplit を渡してください。" : "")
                + "報告されるキー：\(known.joined(separator: "、"))。"
        case .matrixExpected(let shape):
            "分類器の入力は形状 [サンプル数, 特徴数] ですが、x の形状は \(shape) です。reshaped([-1, 特徴数]) を使ってください。"
        case .oneClass(let number): "すべてのサンプルがクラス \(number) に属します。クラスは 2 つ以上必要です。"
        case .notFitted(let kind): "\(kind) はまだ学習していません。先に fit(x, y) を呼んでください。"
        case .notPositiveNumber(let name, let value): "\(name) は 0 より大きくなければなりません。いまは \(value) です。"
        case .tooFewFolds(let folds): "交差検証には 2 つ以上のフォールドが必要です。いまは \(folds) です。"
        case .tooFewSamples(let number, let count, let folds):
            "クラス \(number) のサンプルは \(count) 個しかなく、\(folds) 個のフォールドに分けられません。フォールドを減らしてください。"
        case .wrongNameCount(let names, let classes): "クラスは \(classes) 個ですが、名前は \(names) 個です。"
        case .lossResult(let name, let shape):
            "損失関数 \"\(name)\" の結果の形状は \(shape) です。1 つの数か、サンプルごとに 1 つの数でなければなりません。"
        case .targetClass(let loss, let value, let row, let classes):
            "\(loss) の目標値は 0 から \(classes - 1) までのクラス番号のはずですが、サンプル \(row) の y は "
                + "\(NumberText.plain(value)) です。最後の層にはクラスの数だけユニットが必要です。"
        case .inputWidth(let layer, let expected, let found):
            "\(layer.japanese)はサンプルごとに \(expected) 個の特徴を受け取るはずですが、\(found) 個でした。"
        case .inValidation(let error): "validationData に問題があります。\(error.japanese)"
        case .sampleCounts(let x, let y):
            "x のサンプルは \(x) 個ですが、y は \(y) 個です。サンプルごとに目標値が 1 つ必要です。"
        case .targetShape(let loss, let found, let expected):
            "\(loss) は、形状 \(expected) の出力と形状 \(found) の y を比べられません。"
                + TargetAdvice(loss: loss, found: found, expected: expected).japanese
        case .targetRange(let loss, let value, let row):
            "\(loss) の目標値は 0 から 1 まででなければなりませんが、サンプル \(row) の y は \(NumberText.plain(value)) です。"
                + (value.isFinite ? "0 から数えたクラス番号なら .sparseCategoricalCrossentropy を使ってください。" : "")
        case .pairShapes(let title, let yTrue, let yPred):
            "\(title) には、同じ形状でサンプルが 1 個以上ある目標値と予測値が必要です。いまの形状は \(yTrue) と \(yPred) です。"
        case .weightShapes(let expected, let found): "層の重みの形状は \(expected) ですが、\(found) が渡されました。"
        case .lossNotFinite(let epoch, let batch):
            "エポック \(epoch) のバッチ \(batch) で損失が有限の数でなくなりました。学習率を下げ、x に NaN や極端に大きい数がないか"
                + "確かめてください。"
        case .unknownKey(let key, let known):
            "\"\(key)\" という名前の記録はありません。"
                + (Self.nearest(to: key, among: known).map { "\"\($0)\" のことですか。" } ?? "")
                + (known.isEmpty ? "" : "記録されたキー：\(known.joined(separator: "、"))。")
        }
    }
}

extension NetworkError.TargetAdvice {
    fileprivate var english: String {
        switch self {
        case .classNumbers:
            "If y holds class numbers, use the loss .sparseCategoricalCrossentropy, or toCategorical(y) for y."
        case .oneHot:
            "If y is one-hot, use the loss .categoricalCrossentropy, or class numbers, y.argmax(axis: -1), for y."
        case .oneUnit: "Give y one column for each output (one-hot), or give the last layer one unit."
        case .units: "Give the last layer as many units as y has columns."
        }
    }

    fileprivate var korean: String {
        switch self {
        case .classNumbers:
            "y가 클래스 번호라면 손실을 .sparseCategoricalCrossentropy로 하거나 y를 toCategorical(y)로 바꾸십시오."
        case .oneHot:
            "y가 원-핫 형태라면 손실을 .categoricalCrossentropy로 하거나 y를 클래스 번호 y.argmax(axis: -1)로 바꾸십시오."
        case .oneUnit: "y를 출력마다 열이 하나인 원-핫 형태로 만들거나 마지막 층의 유닛을 하나로 하십시오."
        case .units: "마지막 층의 유닛 수를 y의 열 수와 같게 하십시오."
        }
    }

    fileprivate var japanese: String {
        switch self {
        case .classNumbers:
            "y がクラス番号なら、損失を .sparseCategoricalCrossentropy にするか、y を toCategorical(y) にしてください。"
        case .oneHot:
            "y が one-hot 形式なら、損失を .categoricalCrossentropy にするか、y をクラス番号 y.argmax(axis: -1) にしてください。"
        case .oneUnit: "y を出力ごとに 1 列の one-hot 形式にするか、最後の層のユニットを 1 個にしてください。"
        case .units: "最後の層のユニット数を y の列数に合わせてください。"
        }
    }
}

extension NetworkError.Place {
    fileprivate var english: String { "Layer \(index) (\(kind)\(units.map { ", \($0) units" } ?? ""))" }
    fileprivate var korean: String { "\(index)번 층(\(kind)\(units.map { ", 유닛 \($0)개" } ?? ""))" }
    fileprivate var japanese: String { "第 \(index) 層（\(kind)\(units.map { "、ユニット \($0) 個" } ?? "")）" }
}
