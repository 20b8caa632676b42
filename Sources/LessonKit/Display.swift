public import Outputs

/// Shows a value before the cell ends: in all its forms when it is ``Showable``, else as `print` would write it.
public func display(_ value: Any) {
    Outputs.emit(.display(bundle(of: value) { String(describing: $0) }))
}

/// Shows the value of a cell's last expression. Text is shown as a literal, so that `"1"` and `1` differ.
public func __show(_ value: Any) {
    Outputs.emit(.result(bundle(of: value) { String(reflecting: $0) }))
}

private func bundle(of value: Any, _ text: (Any) -> String) -> MIMEBundle {
    (value as? any Showable)?.show() ?? MIMEBundle(text: text(value))
}
