// The raw value of a struct says of what type it is.
struct Name: RawRepresentable, Hashable { var rawValue: String }
let n = Name(rawValue: "a")
print(n.rawValue, n == Name(rawValue: "a"), Set([n, n]).count)
struct Level: RawRepresentable { let rawValue: Int; init(rawValue: Int) { self.rawValue = rawValue } }
print(Level(rawValue: 3).rawValue)
func raw<T: RawRepresentable>(_ t: T) -> T.RawValue { t.rawValue }
print(raw(n), raw(Level(rawValue: 4)))
// expect: a true 1
// expect: 3
// expect: a 4
