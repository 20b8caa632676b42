/// What Python and JavaScript call things that Swift calls otherwise: people who teach machine learning come from there.
enum ForeignNames {
    /// Members, by the name of Swift's own.
    static let members: [String: String] = [
        "length": "count", "len": "count", "size": "count", "push": "append", "add": "append", "pop": "popLast",
        "lower": "lowercased", "toLowerCase": "lowercased", "upper": "uppercased", "toUpperCase": "uppercased",
        "strip": "trimmingCharacters", "trim": "trimmingCharacters", "startswith": "hasPrefix",
        "startsWith": "hasPrefix", "endswith": "hasSuffix", "endsWith": "hasSuffix", "includes": "contains",
        "index": "firstIndex", "indexOf": "firstIndex", "find": "firstIndex", "replace": "replacingOccurrences",
        "extend": "append", "items": "enumerated", "toString": "description", "join": "joined", "sum": "reduce",
        "has": "contains", "is_empty": "isEmpty", "empty": "isEmpty", "transpose": "transposed",
    ]

    /// Names, with what is written in Swift.
    static let names: [String: String] = [
        "True": "true", "False": "false", "None": "nil", "null": "nil", "undefined": "nil", "len": "x.count",
        "range": "0..<n", "str": "String(x)", "int": "Int(x)", "float": "Double(x)", "list": "Array(x)",
        "dict": "[:]", "set": "Set(x)", "tuple": "(a, b)", "elif": "else if", "println": "print", "printf": "print",
        "sum": "x.reduce(0, +)", "sorted": "x.sorted()", "enumerate": "x.enumerated()", "reversed": "x.reversed()",
        "map": "x.map { … }", "filter": "x.filter { … }", "any": "x.contains { … }", "all": "x.allSatisfy { … }",
        "round": "x.rounded()", "isinstance": "x is T", "input": "let x = …", "math": "sqrt(x), pow(x, y), Double.pi",
        "Math": "sqrt(x), pow(x, y), Double.pi", "np": "Tensor", "numpy": "Tensor", "console": "print(x)",
        "plt": "plot(x, y)", "tf": "Sequential", "keras": "Sequential", "const": "let", "this": "self",
        "lambda": "{ x in … }", "def": "func", "pass": "{ }", "random": "Double.random(in: 0..<1)",
    ]

    /// Operators.
    static let operators: [String: String] = [
        "**": "pow(x, y)", "//": "x / y", "++": "x += 1", "--": "x -= 1", "===": "==", "!==": "!=",
        "and": "&&", "or": "||", "not": "!",
    ]
}
