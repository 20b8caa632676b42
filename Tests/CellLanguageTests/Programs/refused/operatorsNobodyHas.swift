protocol Scaled { static func * (l: Self, r: Double) -> Self }
extension Int: Scaled {}  // error: type 'Int' does not conform to protocol 'Scaled'
protocol Joined { static func + (l: Self, r: Self) -> Self }
extension Bool: Joined {}  // error: type 'Bool' does not conform to protocol 'Joined'
struct Flags: OptionSet { let rawValue: Int }  // error: 'OptionSet': OptionSet cannot be used in cells
