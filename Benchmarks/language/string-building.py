# A table of comma-separated values, built as text line by line, and read back.
def table(rows):
    lines = ["id,name,score,grade"]
    for id in range(rows):
        score = (id * 7919) % 101
        line = f"{id},student-{id % 1000}"
        line += ","
        line += f"{score}"
        line += ","
        if score >= 90:
            line += "A"
        elif score >= 60:
            line += "B"
        else:
            line += "C"
        lines.append(line)
    return "\n".join(lines)


def summary(text):
    total = 0
    grades = ""
    for line in text.split("\n")[1:]:
        fields = line.split(",")
        total += int(fields[2])
        if fields[3] == "A" and fields[1].endswith("77"):
            grades += fields[1] + ";"
    return f"total {total}, {len(grades)} characters of grades"


text = table(110_000)
print(len(text), "characters")
print(summary(text))
bars = ""
for width in range(1, 601):
    bar = ""
    for _ in range(width):
        bar += "#"
    bars += bar + f" {width}\n"
print(len(bars), "characters of bars")
