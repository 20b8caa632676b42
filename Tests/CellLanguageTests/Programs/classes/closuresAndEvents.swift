// Classes that hold closures: event listeners, callbacks and closures that keep their object.
class Emitter<Message> {
    typealias Listener = (Message) -> Void
    private var listeners: [Int: Listener] = [:]
    private var nextToken = 0

    func on(_ listener: @escaping Listener) -> Int {
        nextToken += 1
        listeners[nextToken] = listener
        return nextToken
    }

    func off(_ token: Int) { listeners[token] = nil }

    func emit(_ message: Message) {
        for token in listeners.keys.sorted() { listeners[token]?(message) }
    }
}

class Button {
    var title: String
    var onTap: (() -> Void)?
    var format: (String, Int) -> String = { "\($0) (\($1))" }
    private(set) var taps = 0

    init(_ title: String) { self.title = title }

    func tap() {
        taps += 1
        onTap?()
    }

    var label: String { format(title, taps) }
}

let button = Button("확인")
button.tap()
var log: [String] = []
button.onTap = { log.append("tapped \(button.taps)") }
button.tap()
button.tap()
print(log, button.label)  // expect: ["tapped 2", "tapped 3"] 확인 (3)
button.format = { title, count in String(repeating: "*", count: count) + title }
let previous = button.onTap
button.onTap = {
    previous?()
    log.append("again")
}
button.tap()
print(log.count, log.last!, button.label)  // expect: 4 again ****확인
button.onTap = nil
button.tap()
print(log.count, button.taps)  // expect: 4 5

let losses = Emitter<Double>()
var best = Double.infinity
var history: [Double] = []
let tracker = losses.on { best = min(best, $0) }
let recorder = losses.on { history.append($0) }
for loss in [0.9, 0.4, 0.6] { losses.emit(loss) }
losses.off(recorder)
losses.emit(0.3)
print(best, history, tracker, recorder)  // expect: 0.3 [0.9, 0.4, 0.6] 1 2

class Trainer {
    let epochs: Int
    var callbacks: [(Trainer, Int) -> Bool] = []
    var rate = 1.0

    init(epochs: Int) { self.epochs = epochs }

    func run() -> Int {
        for epoch in 1...epochs {
            for callback in callbacks where !callback(self, epoch) { return epoch }
        }
        return epochs
    }

    func halver() -> () -> Void { { self.rate /= 2 } }
}
let trainer = Trainer(epochs: 10)
trainer.callbacks.append { trainer, epoch in
    if epoch % 2 == 0 { trainer.halver()() }
    return true
}
print(trainer.run(), trainer.rate)  // expect: 10 0.03125
trainer.callbacks.append { _, epoch in epoch < 3 }
print(trainer.run(), trainer.rate)  // expect: 3 0.015625
let halve = trainer.halver()
let method = trainer.run
trainer.callbacks = []
halve()
print(method(), trainer.rate)  // expect: 10 0.0078125
