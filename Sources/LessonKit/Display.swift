import Outputs

/// Shows a value before the cell ends: in all its forms when it is ``Showable``, else as `print` would write it.
public func display(_ value: Any) {
    Outputs.emit(.display(bundle(of: value) { String(describing: $0) }))
}

/// Shows the value of a cell's last expression. Text is shown in quotes, so that `"1"` and `1` differ.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func __show(_ value: Any) {
    Outputs.emit(.result(bundle(of: value) { ($0 as? String).map(quoted) ?? String(reflecting: $0) }))
}

/// A text as a literal that escapes no more than it must: Swift's own description writes `\'` for an apostrophe, which
/// nobody wants to read in a review.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\" + String(scalar)
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\0": result += "\\0"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}

private func bundle(of value: Any, _ text: (Any) -> String) -> MIMEBundle {
    (value as? any Showable)?.show() ?? MIMEBundle(text: text(value))
}
