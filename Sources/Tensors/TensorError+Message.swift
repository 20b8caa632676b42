extension TensorError {
    /// 3 or 0.5: without the point where there is nothing behind it.
    private static func plain(_ value: Double) -> String {
        value.isNaN ? "NaN" : Int(exactly: value).map { "\($0)" } ?? "\(value)"
    }

    public func message(in language: String) -> String {
        switch language {
        case "ko": korean
        case "ja": japanese
        default: english
        }
    }

    private var english: String {
        switch self {
        case .indexOutOfRange(let axis, let index, let length):
            "Index \(index) is out of range: axis \(axis) has \(length) elements\(Self.valid(length, " (0 to ", ")"))."
        case .rangeOutOfBounds(let axis, let lower, let upper, let length):
            "The range \(lower)..<\(upper) is out of bounds: axis \(axis) has \(length) elements."
        case .maskShape(let mask, let target):
            "A mask of shape \(mask) cannot select among elements of shape \(target): the shapes must be equal."
        case .axisOutOfRange(let axis, let rank):
            "There is no axis \(axis): the tensor has \(rank) axes (0 to \(rank - 1))."
        case .cannotJoin(let a, let b, let axis):
            "Tensors of shapes \(a) and \(b) cannot be joined along axis \(axis): all other axes must be equally long."
        case .nothingToJoin: "There are no tensors to join."
        case .notAPermutation(let axes, let rank): "\(axes) does not name each of the \(rank) axes once."
        case .notDifferentiable(let operation):
            "\(operation) leaves the expression that is differentiated. Use functions that give tensors, such as mean(x)."
        case .notPositive(let name, let value): "\(name) must be more than 0, not \(Self.plain(value))."
        case .zeroStep: "The step of a slice cannot be 0. Use 1 or more, or a negative step to go backwards."
        case .tooManyIndices(let given, let shape):
            "\(given) indices were given, but a tensor of shape \(shape) has \(shape.count) axes."
        case .indexListsDiffer(let lengths):
            "Lists of indices are taken element by element and must be equally long, but their lengths are "
                + lengths.map(String.init).joined(separator: ", ") + "."
        case .shapesDiffer(let a, let b):
            "The shapes \(a) and \(b) do not fit together. Counted from the last, axes must be equal or 1."
        case .cannotAssign(let value, let target):
            "A tensor of shape \(value) cannot be assigned to elements of shape \(target)."
        case .cannotReshape(let from, let to):
            "A tensor of shape \(from) (\(from.reduce(1, *)) elements) cannot take the shape \(to)."
        case .cannotMultiply(let a, let b):
            "dot cannot multiply \(a) by \(b): the last axis of the first must be as long as the first axis of the "
                + "second, and the second must have one or two axes."
        case .raggedRows(let row, let expected, let found):
            "Rows must be equally long: row \(row) has \(found) elements, row 0 has \(expected)."
        case .notOneElement(let shape):
            "item() needs a tensor with one element; this one has the shape \(shape)."
        case .isEmpty(let operation): "\(operation) of a tensor without elements is not defined."
        case .negativeLength(let shape): "The shape \(shape) has a negative length."
        case .tooLarge(let shape, let dtype):
            "A dense \(dtype.rawValue) tensor of shape \(shape) would take more than 8 GiB. Use fewer rows or columns, "
                + "or a smaller type such as float32."
        case .unsupported(let operation, let dtype):
            "\(operation) is not defined for \(dtype.rawValue). Convert first, for instance with cast(to: .int64)."
        case .notWhole(let value, let place):
            "Element \(place) is \(Self.plain(value)), but class numbers are whole numbers."
        case .doesNotFit(let value, let dtype):
            "\(value) does not fit into \(dtype.rawValue). Convert the tensor first, for instance with "
                + "cast(to: .int64)."
        }
    }

    private var korean: String {
        switch self {
        case .indexOutOfRange(let axis, let index, let length):
            "인덱스 \(index)이(가) 범위를 벗어났습니다. 축 \(axis)의 원소는 \(length)개입니다\(Self.valid(length, "(0부터 ", "까지)"))."
        case .rangeOutOfBounds(let axis, let lower, let upper, let length):
            "범위 \(lower)..<\(upper)이(가) 축 \(axis)을(를) 벗어났습니다. 이 축의 원소는 \(length)개입니다."
        case .maskShape(let mask, let target):
            "모양이 \(mask)인 마스크로는 모양이 \(target)인 원소를 고를 수 없습니다. 모양이 같아야 합니다."
        case .axisOutOfRange(let axis, let rank): "\(axis)번 축이 없습니다. 이 텐서의 축은 \(rank)개입니다(0부터 \(rank - 1)까지)."
        case .cannotJoin(let a, let b, let axis):
            "모양이 \(a)와 \(b)인 텐서는 \(axis)번 축으로 이을 수 없습니다. 다른 축의 길이가 모두 같아야 합니다."
        case .nothingToJoin: "이을 텐서가 없습니다."
        case .notAPermutation(let axes, let rank): "\(axes)에는 축 \(rank)개가 한 번씩 들어 있어야 합니다."
        case .notDifferentiable(let operation):
            "\(operation)을(를) 쓰면 미분할 식에서 벗어납니다. mean(x)처럼 텐서를 돌려주는 함수를 쓰십시오."
        case .notPositive(let name, let value): "\(name) 값은 0보다 커야 합니다. 지금은 \(Self.plain(value))입니다."
        case .zeroStep: "slice의 간격(by)은 0일 수 없습니다. 1 이상이나, 거꾸로 가려면 음수를 쓰십시오."
        case .tooManyIndices(let given, let shape):
            "인덱스를 \(given)개 썼지만 모양이 \(shape)인 텐서의 축은 \(shape.count)개입니다."
        case .indexListsDiffer(let lengths):
            "인덱스 배열은 원소끼리 짝을 이루므로 길이가 같아야 합니다. 지금 길이는 "
                + lengths.map(String.init).joined(separator: ", ") + "입니다."
        case .shapesDiffer(let a, let b):
            "모양 \(a)와(과) \(b)은(는) 서로 맞지 않습니다. 마지막 축부터 비교해 길이가 같거나 1이어야 합니다."
        case .cannotAssign(let value, let target):
            "모양이 \(value)인 텐서를 모양이 \(target)인 자리에 대입할 수 없습니다."
        case .cannotReshape(let from, let to):
            "모양이 \(from)인 텐서(원소 \(from.reduce(1, *))개)를 \(to) 모양으로 바꿀 수 없습니다."
        case .cannotMultiply(let a, let b):
            "dot으로 \(a)와(과) \(b)을(를) 곱할 수 없습니다. 첫째 텐서의 마지막 축과 둘째 텐서의 첫 축은 길이가 같아야 하고, "
                + "둘째 텐서의 축은 하나나 둘이어야 합니다."
        case .raggedRows(let row, let expected, let found):
            "모든 행의 길이가 같아야 합니다. \(row)번 행의 원소는 \(found)개인데 0번 행은 \(expected)개입니다."
        case .notOneElement(let shape):
            "item()은 원소가 하나인 텐서에만 쓸 수 있습니다. 이 텐서의 모양은 \(shape)입니다."
        case .isEmpty(let operation): "원소가 없는 텐서의 \(operation) 값은 정의되지 않습니다."
        case .negativeLength(let shape): "모양 \(shape)에 음수 길이가 있습니다."
        case .tooLarge(let shape, let dtype):
            "모양이 \(shape)인 \(dtype.rawValue) 밀집 텐서는 8 GiB를 넘습니다. 행이나 열을 줄이거나 float32처럼 작은 자료형을 쓰십시오."
        case .unsupported(let operation, let dtype):
            "\(dtype.rawValue) 텐서에는 \(operation) 연산이 정의되지 않습니다. 먼저 cast(to: .int64) 등으로 변환하십시오."
        case .notWhole(let value, let place): "\(place)번 원소가 \(Self.plain(value))인데 클래스 번호는 정수여야 합니다."
        case .doesNotFit(let value, let dtype):
            "\(value)은(는) \(dtype.rawValue)에 들어가지 않습니다. 먼저 텐서를 cast(to: .int64) 등으로 변환하십시오."
        }
    }

    private var japanese: String {
        switch self {
        case .indexOutOfRange(let axis, let index, let length):
            "添字 \(index) は範囲外です。軸 \(axis) の要素は \(length) 個です\(Self.valid(length, "（0 から ", " まで）"))。"
        case .rangeOutOfBounds(let axis, let lower, let upper, let length):
            "範囲 \(lower)..<\(upper) は軸 \(axis) からはみ出しています。この軸の要素は \(length) 個です。"
        case .maskShape(let mask, let target):
            "形状 \(mask) のマスクでは、形状 \(target) の要素を選べません。形状が同じでなければなりません。"
        case .axisOutOfRange(let axis, let rank): "軸 \(axis) はありません。このテンソルの軸は \(rank) 個（0 から \(rank - 1) まで）です。"
        case .cannotJoin(let a, let b, let axis):
            "形状 \(a) と \(b) のテンソルは軸 \(axis) でつなげません。ほかの軸の長さがすべて同じでなければなりません。"
        case .nothingToJoin: "つなぐテンソルがありません。"
        case .notAPermutation(let axes, let rank): "\(axes) には \(rank) 個の軸が 1 度ずつ必要です。"
        case .notDifferentiable(let operation):
            "\(operation) を使うと微分する式から外れます。mean(x) のようにテンソルを返す関数を使ってください。"
        case .notPositive(let name, let value): "\(name) は 0 より大きくなければなりません。いまは \(Self.plain(value)) です。"
        case .zeroStep: "slice の間隔 (by) を 0 にはできません。1 以上か、逆順なら負の数を使ってください。"
        case .tooManyIndices(let given, let shape):
            "添字が \(given) 個ありますが、形状 \(shape) のテンソルの軸は \(shape.count) 個です。"
        case .indexListsDiffer(let lengths):
            "添字の配列は要素ごとに組になるので、同じ長さでなければなりません。いまの長さは "
                + lengths.map(String.init).joined(separator: "、") + " です。"
        case .shapesDiffer(let a, let b):
            "形状 \(a) と \(b) は合いません。最後の軸から比べて、長さが等しいか 1 でなければなりません。"
        case .cannotAssign(let value, let target):
            "形状 \(value) のテンソルを形状 \(target) の要素に代入することはできません。"
        case .cannotReshape(let from, let to):
            "形状 \(from) のテンソル（要素 \(from.reduce(1, *)) 個）を形状 \(to) に変えることはできません。"
        case .cannotMultiply(let a, let b):
            "dot で \(a) と \(b) を掛けることはできません。第 1 のテンソルの最後の軸と第 2 のテンソルの最初の軸は同じ長さで、"
                + "第 2 のテンソルの軸は 1 個か 2 個でなければなりません。"
        case .raggedRows(let row, let expected, let found):
            "行の長さはすべて同じでなければなりません。第 \(row) 行の要素は \(found) 個ですが、第 0 行は \(expected) 個です。"
        case .notOneElement(let shape):
            "item() は要素が 1 個のテンソルにだけ使えます。このテンソルの形状は \(shape) です。"
        case .isEmpty(let operation): "要素のないテンソルの \(operation) は定義されません。"
        case .negativeLength(let shape): "形状 \(shape) に負の長さがあります。"
        case .tooLarge(let shape, let dtype):
            "形状 \(shape) の密な \(dtype.rawValue) テンソルは 8 GiB を超えます。行か列を減らすか、float32 のような小さい型を使ってください。"
        case .unsupported(let operation, let dtype):
            "\(dtype.rawValue) のテンソルには演算 \(operation) が定義されていません。先に cast(to: .int64) などで変換してください。"
        case .notWhole(let value, let place): "要素 \(place) は \(Self.plain(value)) ですが、クラス番号は整数でなければなりません。"
        case .doesNotFit(let value, let dtype):
            "\(value) は \(dtype.rawValue) に収まりません。先にテンソルを cast(to: .int64) などで変換してください。"
        }
    }

    /// The valid indices of an axis, unless it is empty.
    private static func valid(_ length: Int, _ before: String, _ after: String) -> String {
        length > 0 ? before + String(length - 1) + after : ""
    }
}
