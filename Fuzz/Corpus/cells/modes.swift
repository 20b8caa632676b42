// cell
let 가 = [1, 2.5]
// cell=
가.map { $0 * 2 }
// cell!
fatalError("")
// cell?
let x: Int = ""
