// A number too large for a byte.
func pixel(_ brightness: Double) -> UInt8 {
    let level = Int(brightness * 255)
    return UInt8(level)  // trap: NotRepresentable
}
print(pixel(0), pixel(0.5), pixel(1))  // expect: 0 127 255
print(pixel(1.2))
