// An error thrown where `try!` promised there would be none.
enum LoadError: Error { case missing(String) }
func load(_ name: String) throws -> Int {
    guard name.count > 1 else { throw LoadError.missing(name) }
    return name.count
}
func sizes(_ names: [String]) -> [Int] {
    names.map { name in
        try! load(name)  // trap: UnexpectedError
    }
}
print(sizes(["가나", "다라마"]))  // expect: [2, 3]
print(sizes(["가나", "다"]))
