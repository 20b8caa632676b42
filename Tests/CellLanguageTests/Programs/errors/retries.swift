// Retrying, falling back and giving up, with errors that carry what to do next.
enum Trouble: Error { case temporary(wait: Int), permanent(String) }
final class Server {
    private var answers: [Result<String, Trouble>]
    private(set) var calls = 0
    init(_ answers: [Result<String, Trouble>]) { self.answers = answers }
    func fetch() throws -> String {
        calls += 1
        guard !answers.isEmpty else { throw Trouble.permanent("더 없음") }
        return try answers.removeFirst().get()
    }
}
func fetch(from server: Server, tries: Int) throws -> (text: String, waited: Int) {
    var waited = 0
    for attempt in 1...tries {
        do {
            return (try server.fetch(), waited)
        } catch Trouble.temporary(let wait) where attempt < tries {
            waited += wait * attempt
        }
    }
    throw Trouble.permanent("\(tries)번 모두 실패")
}
func summary(_ answers: [Result<String, Trouble>], tries: Int = 3) -> String {
    let server = Server(answers)
    do {
        let (text, waited) = try fetch(from: server, tries: tries)
        return "\(text), 기다림 \(waited), 부름 \(server.calls)"
    } catch Trouble.permanent(let reason) {
        return "포기: \(reason), 부름 \(server.calls)"
    } catch {
        return "밖으로: \(error), 부름 \(server.calls)"
    }
}
print(summary([.success("바로")]))  // expect: 바로, 기다림 0, 부름 1
print(summary([.failure(.temporary(wait: 5)), .failure(.temporary(wait: 7)), .success("겨우")]))  // expect: 겨우, 기다림 19, 부름 3
print(summary([.failure(.temporary(wait: 1)), .failure(.permanent("막힘")), .success("못 봄")]))  // expect: 포기: 막힘, 부름 2
print(summary([.failure(.temporary(wait: 1)), .failure(.temporary(wait: 2))], tries: 2))  // expect: 밖으로: temporary(wait: 2), 부름 2
print(summary([]))  // expect: 포기: 더 없음, 부름 1
func firstWorking<T>(_ options: [() throws -> T]) throws -> T {
    var last: any Error = Trouble.permanent("선택지가 없음")
    for option in options {
        do { return try option() } catch { last = error }
    }
    throw last
}
let text = try firstWorking([{ throw Trouble.temporary(wait: 1) }, { "둘째" }, { "셋째" }])
print(text)  // expect: 둘째
do {
    let none: [() throws -> Int] = []
    print(try firstWorking(none))
} catch {
    print(error)  // expect: permanent("선택지가 없음")
}
do {
    _ = try firstWorking([{ () throws -> Int in throw Trouble.permanent("가") }, { throw Trouble.permanent("나") }])
} catch Trouble.permanent(let name) {
    print("마지막은", name)  // expect: 마지막은 나
}
