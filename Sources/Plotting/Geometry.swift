/// A place in the figure's view box, in pixels, y downwards.
package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

package struct Rectangle: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    package var right: Double { x + width }
    package var bottom: Double { y + height }
    package var midX: Double { x + width / 2 }
    package var midY: Double { y + height / 2 }

    package func inset(by distance: Double) -> Rectangle {
        Rectangle(x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
    }

    package func contains(_ point: Point) -> Bool {
        x <= point.x && point.x <= right && y <= point.y && point.y <= bottom
    }

    /// Whether any part of the segment lies within (Liang and Barsky, 1984).
    package func meets(_ a: Point, _ b: Point) -> Bool {
        var enter = 0.0
        var leave = 1.0
        for (start, delta, low, high) in [(a.x, b.x - a.x, x, right), (a.y, b.y - a.y, y, bottom)] {
            if delta == 0 {
                if start < low || start > high { return false }
                continue
            }
            let (t0, t1) = ((low - start) / delta, (high - start) / delta)
            enter = max(enter, min(t0, t1))
            leave = min(leave, max(t0, t1))
        }
        return enter <= leave
    }
}
