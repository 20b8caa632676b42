// Every link of the chain was tried twice, so that twenty took minutes.
let total = 1
let sum = totl + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23  // error: cannot find 'totl' in scope; did you mean 'total'?
