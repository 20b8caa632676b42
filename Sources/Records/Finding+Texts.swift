import Outputs

extension Finding {
    /// The two texts that the difference lies in, where it lies in text of several lines.
    package var texts: (expected: String, got: String)? {
        let mime: String?
        switch difference {
        case .text(let form, _, _, _), .number(let form, _, _, _, _, _): mime = form
        case .historyValue: mime = MIME.text
        default: return nil
        }
        guard let expected = outputs?.expected?.text(of: mime), let got = outputs?.got?.text(of: mime),
            expected.contains("\n") || got.contains("\n")
        else { return nil }
        return (expected, got)
    }

    /// The two drawings, where the output is one and it is its picture or the data behind it that differ.
    package var drawings: (expected: String, got: String)? {
        guard let expected = outputs?.expected?.text(of: MIME.svg), let got = outputs?.got?.text(of: MIME.svg),
            expected != got
        else { return nil }
        return (expected, got)
    }
}

extension Output {
    /// A stream's text, or a value's in the form `mime`.
    package func text(of mime: String?) -> String? {
        switch self {
        case .stream(_, let text): mime == nil || mime == MIME.text ? text : nil
        case .display(let value), .result(let value): value.data[mime ?? MIME.text]?.asString
        case .error, .progress: nil
        }
    }
}
