// The last expression of a cell is its result; text is shown in quotes and escaped no more than it must be.
let word = "everyone's \"best\""
word
// expect: "everyone's \"best\""
