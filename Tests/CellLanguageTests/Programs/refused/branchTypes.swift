let n = 7
let sign = if n > 0 { 1.0 } else if n < 0 { -1 } else { 0.5 }  // error: branches have mismatching types 'Double' and 'Int'
let size = switch n { case 0: "none"; case 1: 1; default: "many" }  // error: branches have mismatching types 'String' and 'Int'
let wanted: Double = if n > 0 { 1 } else { 0.5 }
struct Point: Codable { var x = 0 }  // error: 'Codable': encoding and decoding (Codable) cannot be used in cells
