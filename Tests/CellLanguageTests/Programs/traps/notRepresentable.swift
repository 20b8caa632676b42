let huge = 1e300
print(Int(huge))  // trap: NotRepresentable
