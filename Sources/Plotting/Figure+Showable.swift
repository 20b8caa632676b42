public import Outputs

extension Figure: CustomStringConvertible {
    /// `Figure: 훈련과 검증 손실 (2 series)`
    public var description: String {
        "Figure" + (title.map { ": " + FigureDescription.oneLine($0) } ?? "") + " (\(series.count) series)"
    }
}

extension Figure: Showable {
    /// The figure as text, as SVG and as the data that it draws.
    public func show() -> MIMEBundle {
        MIMEBundle([
            MIME.text: .string(description),
            MIME.svg: .string(FigureSVG(self, language: LessonLanguage.current).render()),
            MIME.figure: payload,
        ])
    }

    /// What ``MIME/figure`` documents. What the figure does not have is null; `kind` is `line`, `points`, `line+points`,
    /// `bars` (with their `width`) or `band` (with its `lower` edge); positions given as integers are integers.
    package var payload: JSON {
        func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
        let series = series.map { series in
            var members: [String: JSON] = [
                "kind": .string(series.kind.rawValue),
                "label": text(series.label),
                "x": .array(series.x.map { series.xIsInteger ? .int(Int($0)) : .number($0) }),
                "y": .array(series.y.map(JSON.number)),
            ]
            switch series.mark {
            case .line: break
            case .bars(let width): members["width"] = .number(width)
            case .band(let lower): members["lower"] = .array(lower.map(JSON.number))
            }
            return JSON.object(members)
        }
        var members: [String: JSON] = [
            "title": text(title), "xLabel": text(xLabel), "yLabel": text(yLabel), "series": .array(series),
        ]
        // Said only where the author did.
        for (name, limits) in [("xLimits", xLimits), ("yLimits", yLimits)] {
            if let limits { members[name] = .array([.number(limits.lowerBound), .number(limits.upperBound)]) }
        }
        return .object(members)
    }
}
