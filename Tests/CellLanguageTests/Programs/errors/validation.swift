// A form checked field by field, collecting errors or stopping at the first.
enum FieldError: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case tooShort(String, minimum: Int)
    case invalid(field: String, value: String)
    var description: String {
        switch self {
        case .missing(let field): "\(field)이(가) 없다"
        case .tooShort(let field, let minimum): "\(field)은(는) \(minimum)자 이상"
        case .invalid(let field, let value): "\(field)의 값 '\(value)'이(가) 잘못됨"
        }
    }
}
struct User { let name: String, age: Int, mail: String }
typealias Form = [String: String]
func required(_ field: String, in form: Form, minimum: Int = 1) throws -> String {
    guard let value = form[field]?.trimmingCharacters(in: .whitespaces), !value.isEmpty else { throw FieldError.missing(field) }
    guard value.count >= minimum else { throw FieldError.tooShort(field, minimum: minimum) }
    return value
}
func user(from form: Form) throws -> User {
    let name = try required("이름", in: form, minimum: 2)
    let text = try required("나이", in: form)
    guard let age = Int(text), (0..<150).contains(age) else { throw FieldError.invalid(field: "나이", value: text) }
    let mail = try required("메일", in: form, minimum: 5)
    guard mail.contains("@"), mail.last != "@" else { throw FieldError.invalid(field: "메일", value: mail) }
    return User(name: name, age: age, mail: mail)
}
let forms: [Form] = [
    ["이름": "지우", "나이": "17", "메일": "a@b.kr"], ["나이": "17"], ["이름": "김", "나이": "17"], ["이름": " 하준 ", "나이": "스물"],
    ["이름": "서연", "나이": "200", "메일": "x"], ["이름": "도윤", "나이": "30", "메일": "naver@"],
]
for form in forms {
    do {
        let user = try user(from: form)
        print("\(user.name) \(user.age)")  // expect: 지우 17
    } catch {
        print(error)  // expect: 이름이(가) 없다
        // expect: 이름은(는) 2자 이상
        // expect: 나이의 값 '스물'이(가) 잘못됨
        // expect: 나이의 값 '200'이(가) 잘못됨
        // expect: 메일의 값 'naver@'이(가) 잘못됨
    }
}
func problems(of form: Form) -> [FieldError] {
    var found: [FieldError] = []
    for (field, minimum) in [("이름", 2), ("나이", 1), ("메일", 5)] {
        do {
            _ = try required(field, in: form, minimum: minimum)
        } catch let error as FieldError {
            found.append(error)
        } catch {
            fatalError("다른 오류는 없다")
        }
    }
    return found
}
print(problems(of: forms[1]), problems(of: forms[0]).isEmpty, problems(of: [:]).first == .missing("이름"))  // expect: [이름이(가) 없다, 메일이(가) 없다] true true
let (good, bad) = forms.reduce(into: ([User](), [String]())) { result, form in
    do { result.0.append(try user(from: form)) } catch { result.1.append("\(error)") }
}
print(good.map(\.name), bad.count, Set(bad).count)  // expect: ["지우"] 5 5
let youngest = try forms.filter { problems(of: $0).isEmpty }.prefix(1).map(user).min { $0.age < $1.age }
print(youngest?.mail ?? "-")  // expect: a@b.kr
