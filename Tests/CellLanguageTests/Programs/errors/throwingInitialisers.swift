// Initialisers and methods that throw, failable ones beside them, properties computed with care.
enum ShapeError: Error { case negative(name: String, Double), degenerate }
struct Triangle {
    let a: Double, b: Double, c: Double
    init(_ a: Double, _ b: Double, _ c: Double) throws {
        for (name, side) in [("a", a), ("b", b), ("c", c)] where side <= 0 { throw ShapeError.negative(name: name, side) }
        guard a + b > c, b + c > a, c + a > b else { throw ShapeError.degenerate }
        (self.a, self.b, self.c) = (a, b, c)
    }
    init(equilateral side: Double) throws { try self.init(side, side, side) }
    func scaled(by factor: Double) throws -> Triangle { try Triangle(a * factor, b * factor, c * factor) }
    var perimeter: Double { a + b + c }
}
func text(_ make: () throws -> Triangle) -> String {
    do {
        return "둘레 \(try make().perimeter)"
    } catch let ShapeError.negative(name, side) {
        return "\(name)=\(side)"
    } catch {
        return "\(error)"
    }
}
print(text { try Triangle(3, 4, 5) }, text { try Triangle(1, 1, 3) }, text { try Triangle(1, -1, 3) })  // expect: 둘레 12.0 degenerate b=-1.0
print(text { try Triangle(equilateral: 2) }, text { try Triangle(equilateral: 0) }, text { try Triangle(3, 4, 5).scaled(by: -1) })  // expect: 둘레 6.0 a=0.0 a=-3.0
print((try? Triangle(2, 2, 3))?.perimeter ?? 0, (try? Triangle(2, 2, 9)) == nil)  // expect: 7.0 true
class Dataset {
    let name: String
    private(set) var rows: [[Double]]
    init(name: String, rows: [[Double]]) throws {
        guard let width = rows.first?.count else { throw DataError.empty(name) }
        for (index, row) in rows.enumerated() where row.count != width { throw DataError.ragged(row: index) }
        self.name = name
        self.rows = rows
    }
    enum DataError: Error { case empty(String), ragged(row: Int), missing(column: Int) }
    func column(_ index: Int) throws -> [Double] {
        guard rows[0].indices.contains(index) else { throw DataError.missing(column: index) }
        return rows.map { $0[index] }
    }
    func add(_ row: [Double]) throws {
        guard row.count == rows[0].count else { throw DataError.ragged(row: rows.count) }
        rows.append(row)
    }
}
final class Labelled: Dataset {
    let labels: [String]
    init(rows: [[Double]], labels: [String]) throws {
        guard rows.count == labels.count else { throw DataError.ragged(row: -1) }
        self.labels = labels
        try super.init(name: "이름표", rows: rows)
    }
}
do {
    let data = try Dataset(name: "가", rows: [[1, 2], [3, 4]])
    try data.add([5, 6])
    print(try data.column(1), data.rows.count)  // expect: [2.0, 4.0, 6.0] 3
    try data.add([7])
} catch {
    print(error)  // expect: ragged(row: 3)
}
do { _ = try Dataset(name: "빈 것", rows: []) } catch { print(error) }  // expect: empty("빈 것")
do { _ = try Labelled(rows: [[1], [2]], labels: ["a"]) } catch { print(error) }  // expect: ragged(row: -1)
do { _ = try Labelled(rows: [[1], [2, 3]], labels: ["a", "b"]).column(0) } catch { print(error) }  // expect: ragged(row: 1)
do { print(try Labelled(rows: [[1], [2]], labels: ["a", "b"]).column(5)) } catch { print(error) }  // expect: missing(column: 5)
struct Percent {
    let value: Int
    init?(_ value: Int) {
        guard (0...100).contains(value) else { return nil }
        self.value = value
    }
    init(checked value: Int) throws {
        guard let percent = Percent(value) else { throw ShapeError.degenerate }
        self = percent
    }
}
print(Percent(50)?.value ?? -1, Percent(101)?.value ?? -1, (try? Percent(checked: 7))?.value ?? -1, (try? Percent(checked: 700)) == nil)  // expect: 50 -1 7 true
