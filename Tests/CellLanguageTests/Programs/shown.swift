// The last expression of a cell is its result.
let word = "하나"
word
// expect: "하나"
