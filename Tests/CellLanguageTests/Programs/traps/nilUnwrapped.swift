let words = ["a": 1]
print(words["b"]!)  // trap: NilUnwrapped
