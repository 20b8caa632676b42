// A table of comma-separated values, built as text line by line, and read back.
func table(rows: Int) -> String {
    var lines: [String] = ["id,name,score,grade"]
    for id in 0..<rows {
        let score = (id * 7919) % 101
        var line = "\(id),student-\(id % 1000)"
        line += ","
        line += "\(score)"
        line += ","
        if score >= 90 {
            line += "A"
        } else if score >= 60 {
            line += "B"
        } else {
            line += "C"
        }
        lines.append(line)
    }
    return lines.joined(separator: "\n")
}

func summary(_ text: String) -> String {
    var total = 0
    var grades = ""
    for line in text.split(separator: "\n").dropFirst() {
        let fields = line.split(separator: ",")
        total += Int(fields[2])!
        if fields[3] == "A" && fields[1].hasSuffix("77") {
            grades += fields[1] + ";"
        }
    }
    return "total \(total), \(grades.count) characters of grades"
}

let text = table(rows: 110_000)
print(text.count, "characters")
print(summary(text))
var bars = ""
for width in 1...600 {
    var bar = ""
    for _ in 0..<width {
        bar += "#"
    }
    bars += bar + " \(width)\n"
}
print(bars.count, "characters of bars")
