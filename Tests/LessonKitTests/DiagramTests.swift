import LessonKit
import Testing

@Suite struct DiagramTests {
    @Test func aBoxForEveryLayer() {
        let model = Sequential {
            Input([6])
            Embedding(10, 4)
            LSTM(3)
            Dense(2, activation: .softmax)
        }
        let diagram = model.diagram()
        #expect(
            diagram.description == """
                Input (None, 6) → Embedding (None, 6, 4) · weights 40 → LSTM · tanh (None, 3) · weights 96 → \
                Dense · softmax (None, 2) · weights 8
                """)
        let svg = diagram.show().data[MIME.svg]?.asString ?? ""
        #expect(svg.hasPrefix("<svg") && svg.components("rx=").count == 5 && svg.contains("role=\"img\""))
    }

    /// Its letters are as large as a chart's, on a telephone too: it is as much narrower as it is shown smaller.
    @Test func aDiagramIsNoWiderThanItsBoxes() {
        let svg = Sequential { Dense(1, inputShape: [2]) }.diagram().show().data[MIME.svg]?.asString ?? ""
        #expect(svg.contains("viewBox=\"0 0 360 ") && svg.contains(" width=\"405\" "))
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [Substring] { split(separator: separator) }
}
