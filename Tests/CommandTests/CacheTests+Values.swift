import Foundation
import Testing

/// The values that cells to be run find: from the store, or computed again.
extension CacheTests {
    @Test("values that took long come from the store")
    func values() throws {
        func text(_ last: String) -> String {
            cell(
                "slow",
                """
                struct Point { var x = 1.5; var names: [String: [Int]] = ["b": [1, 2], "a": []] }
                enum Shape { case circle(Double), named(String, Point) }
                var point = Point()
                point.x = 2.5
                let shapes = [Shape.circle(0.1), .named("가", point)]
                let text = "안녕, world"
                let part = text.dropFirst(2)
                let set: Set<Int> = [3, 1, 2]
                let pair: (Int?, String?) = (nil, "x")
                let anything: [Any] = [1, "two", point, [1.0]]
                """) + cell("last", last)
        }
        let all = "print(point, shapes, text, part, set.sorted(), pair, anything)"
        let again = try rerun(text("print(text)"), text(all))
        #expect(again.ran == ["last"] && again.repeated == [])
        let changing = "point.names[\"c\"] = [9]\npoint.names[\"b\"]?.append(3)\nprint(point, shapes)"
        #expect(try rerun(text(all), text(changing)).repeated == [])
    }

    @Test("an object that two names share is one object again, and cycles close")
    func identity() throws {
        func text(_ last: String) -> String {
            cell(
                "class",
                "final class Node { var value = 0; var next: Node?; init(_ value: Int) { self.value = value } }")
                + cell("a", "let first = Node(1)")
                + cell("b", "let second = Node(2)\nfirst.next = second\nsecond.next = first")
                + cell("c", last)
        }
        let again = try rerun(
            text("first.value"),
            text("second.value = 7\nprint(first.next!.value, first.next! === second, second.next! === first)"))
        #expect(again.ran == ["c"] && again.repeated == [])
    }

    @Test("an object changed through one name is changed for cells that read another")
    func aliases() throws {
        func text(_ value: Int) -> String {
            cell("class", "final class Box { var value = 0 }")
                + cell("a", "let one = Box()\nlet two = one") + cell("b", "one.value = \(value)")
                + cell("c", "print(two.value)") + cell("d", "print(1)")
        }
        let again = try rerun(text(1), text(2))
        #expect(again.ran == ["b", "c"])
    }

    @Test("a method that an inline value calls may change an object")
    func inlineChanges() throws {
        func text(_ prose: String) -> String {
            cell(
                "a",
                "final class Counter { var n = 0; func next() -> Int { n += 1; return n } }\nlet counter = Counter()")
                + prose + "\n\n" + cell("b", "counter.n")
        }
        let again = try rerun(text("Now `{swift} counter.next()`."), text("Nothing."))
        #expect(again.ran == ["b"])
    }

    @Test("a cell whose values hold a closure is run again for a cell that reads them")
    func closures() throws {
        func text(_ last: String) -> String {
            cell("a", "let step = 2") + cell("b", "let add = { (x: Int) in x + step }")
                + cell("c", last)
        }
        let again = try rerun(text("add(1)"), text("add(2)"))
        #expect(again.ran == ["c"])
        #expect(again.repeated.contains("b"))
    }

    @Test("what a closure reads when it is called counts for the cell that calls it")
    func closureReads() throws {
        func text(_ value: Int) -> String {
            cell("a", "var step = 1") + cell("b", "let add = { (x: Int) in x + step }")
                + cell("c", "step = \(value)") + cell("d", "add(1)")
        }
        #expect(try rerun(text(5), text(6)).ran == ["c", "d"])
    }

    @Test("an override that a later call finds counts")
    func overrides() throws {
        func text(_ result: Int) -> String {
            cell("a", "class A { func f() -> Int { 1 } }\nclass B: A { override func f() -> Int { \(result) } }")
                + cell("b", "let values: [A] = [A(), B()]") + cell("c", "values.map { $0.f() }")
        }
        #expect(try rerun(text(2), text(3)).ran.contains("c"))
    }

    @Test("a description written for a type counts where its values are printed")
    func descriptions() throws {
        func text(_ word: String) -> String {
            cell("a", "struct P: CustomStringConvertible { var description: String { \"\(word)\" } }")
                + cell("b", "let any: Any = P()") + cell("c", "print(any)")
        }
        #expect(try rerun(text("one"), text("two")).ran.contains("c"))
    }

    @Test("two types of one name are told apart")
    func types() throws {
        func text(_ value: Int) -> String {
            cell("a", "struct S { var x = \(value) }\nlet first = S()")
                + cell("b", "struct S { var x = 5 }\nlet second = S()")
                + cell("c", "print(first.x, second.x)")
        }
        #expect(try rerun(text(1), text(2)).ran.contains("c"))
    }

    @Test("a type as a value is told from another with its number")
    func typeValues() throws {
        func text(_ type: String) -> String {
            cell("a", "let type = \(type).self") + cell("b", "print(type)")
        }
        #expect(try rerun(text("Int"), text("Double")).ran == ["a", "b"])
    }

    @Test(
        "training goes on where the store has left it: weights, optimizer, history",
        arguments: [
            ("Dense(4, activation: .relu, inputShape: [2])\nDense(1)", ".adam", "[4, 2]"),
            ("Dense(3, kernelRegularizer: .l2(0.01))\nDropout(0.2)\nPReLU()\nDense(1)", "SGD(momentum: 0.9)", "[4, 2]"),
            ("LSTM(2, inputShape: [2, 1])\nDense(1)", ".rmsprop", "[4, 2, 1]"),
            ("Bidirectional(GRU(2), inputShape: [2, 1])\nActivation(.tanh)\nDense(1)", ".adagrad", "[4, 2, 1]"),
            ("Embedding(9, 3, inputLength: 2)\nFlatten()\nDense(1)", ".adamW", "[4, 2]"),
        ])
    func training(layers: String, optimizer: String, shape: String) throws {
        func text(_ last: String) -> String {
            cell(
                "data", "let x = Tensor([1.0, 2, 3, 4, 5, 6, 7, 8]).reshaped(\(shape))\nlet y = Tensor([1.0, 0, 1, 0])")
                + cell("model", "let model = Sequential {\n\(layers)\n}\nlet same = model")
                + cell(
                    "fit",
                    """
                    model.compile(optimizer: \(optimizer), loss: .mse, metrics: [.mae])
                    let history = model.fit(x, y, epochs: 5, verbose: false)
                    """)
                + cell("more", last)
        }
        let more = """
            let further = same.fit(x, y, epochs: 2, verbose: false)
            print(history["loss"], further["loss"], further["mae"], model.predict(x), model.weights, history)
            """
        let again = try rerun(text("history.keys"), text(more))
        #expect(again.ran == ["more"] && again.repeated == [])
    }

    @Test("a model with a function in it is trained again")
    func modelWithClosure() throws {
        func text(_ last: String) -> String {
            cell("a", "let x = Tensor([[1.0, 2], [3, 4]])\nlet y = Tensor([1.0, 0])\nvar factor = 2.0")
                + cell(
                    "b",
                    """
                    let model = Sequential { Dense(1, inputShape: [2]) }
                    model.compile(optimizer: .sgd, loss: .mse, metrics: [CustomMetric("m") { t, p in p.mean() * factor }])
                    """)
                + cell("c", "model.fit(x, y, epochs: 2, verbose: false)[\"m\"]")
                + cell("d", last) + cell("e", "model.evaluate(x, y)")
        }
        let again = try rerun(text("1"), text("factor = 3"))
        #expect(again.ran == ["d", "e"] && again.repeated.contains("c"))
    }

    @Test("looking at a model changes nothing for the cells below")
    func looking() throws {
        func text(_ look: String) -> String {
            cell("a", "let model = Sequential { Dense(2, inputShape: [3]) }") + cell("b", look)
                + cell("c", "model.compile(loss: .mse)\nmodel.weights.count")
        }
        #expect(try rerun(text("model.diagram()"), text("print(model.summary())")).ran == ["b"])
    }

    @Test("tokenizers, tables and sparse tensors come back as they were")
    func library() throws {
        func text(_ last: String) -> String {
            cell(
                "a",
                """
                let tokenizer = Tokenizer(numWords: 5, oovToken: "?")
                tokenizer.fitOnTexts(["나는 밥을 먹었다", "나는 잠을 잤다 a b c d e f g h"])
                let table = Table().column("단어", ["a", "b"]).column("수", [1, 2])
                var sparse = Tensor.zeros([100, 50])
                sparse[3, [1, 4]] = 2
                sparse[70, [7]] = 1
                let part = sparse[64...]
                let image = Tensor.full([2, 2], 0.5, dtype: .float32)
                """) + cell("b", last)
        }
        let all = """
            tokenizer.fitOnTexts(["밥을 또"])
            print(tokenizer.wordIndex, tokenizer.wordCounts, tokenizer.textsToSequences(["나는 또 밥을"]), tokenizer.documentCount)
            print(table, sparse.sum(), sparse[3], part[6, 7], image + 1, table["수"].ints)
            """
        #expect(try rerun(text("1"), text(all)).repeated == [])
    }

    // MARK: Random numbers

    @Test("cells that draw form a chain")
    func chain() throws {
        func text(_ count: Int) -> String {
            cell("a", "let a = (0..<\(count)).map { _ in Int.random(in: 0..<100) }\na") + cell("b", "1 + 1")
                + cell("c", "Int.random(in: 0..<1000)")
        }
        #expect(try rerun(text(2), text(3)).ran == ["a", "c"])
        #expect(try rerun("---\nseed: 1\n---\n\n" + text(2), "---\nseed: 2\n---\n\n" + text(2)).ran == ["a", "c"])
    }

    @Test("a cell that is run again for its values draws what it drew")
    func drawnAgain() throws {
        func text(_ last: String) -> String {
            cell("a", "let a = Double.random(in: 0..<1)\na") + cell("b", "let b = Double.random(in: 0..<1)\nb")
                + cell("c", last) + cell("d", "Double.random(in: 0..<1)")
        }
        let again = try rerun(text("a"), text("b"), keepsValues: false)
        #expect(again.ran == ["c"] && again.repeated == ["b"])
    }

    // MARK: Data

    @Test("data that came, went or changed is read again, and what depends on it runs")
    func data() throws {
        let folder = try Folder()
        let text = cell("a", "let reviews = try NSMC.load()") + cell("b", "print(reviews.test.count)") + cell("c", "7")
        let rows = "id\tdocument\tlabel\n1\t좋다\t1\n2\t나쁘다\t0\n"
        for name in ["ratings_train.txt", "ratings_test.txt"] {
            try folder.write(rows, "data/" + name)
            try folder.write(rows, "copy/" + name)
        }
        #expect(try run(text, in: folder, ["--data", "data"]).ran == ["a", "b", "c"])
        #expect(try run(text, in: folder, ["--data", "data"]).ran == [])
        #expect(try run(text, in: folder, ["--data", "copy"]).ran == ["a"], "the same data elsewhere")
        try folder.write(rows + "3\t음\t0\n", "copy/ratings_test.txt")
        let again = try run(text, in: folder, ["--data", "copy"])
        #expect(again.ran == ["a", "b"], "the second of two files has changed")
        #expect(again.record.contains("3"))
    }
}
