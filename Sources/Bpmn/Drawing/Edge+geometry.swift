extension Edge {
    var reversed: Edge {
        var edge = self
        edge.points.reverse()
        return edge
    }

    /// The line with its corners a little rounded.
    var path: String {
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.spaced)"
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let radius = min(5, corner.distance(to: before) / 2, corner.distance(to: after) / 2)
            path += "L\(corner.moved(radius, towards: before).spaced)"
            path += "Q\(corner.spaced) \(corner.moved(radius, towards: after).spaced)"
        }
        return path + "L\(last.spaced)"
    }

    /// Tip and two corners of an arrow head.
    func head(length: Double, width: Double) -> [Point]? {
        guard let tip = points.last, let before = points.dropLast().last(where: { $0.distance(to: tip) > 0.5 }) else {
            return nil
        }
        let base = tip.moved(length, towards: before)
        let (x, y) = ((tip.x - base.x) / length * width, (tip.y - base.y) / length * width)
        return [tip, Point(base.x - y, base.y + x), Point(base.x + y, base.y - x)]
    }

    /// The point half-way along the line.
    var middle: Point {
        let lengths = zip(points, points.dropFirst()).map { $0.distance(to: $1) }
        var rest = lengths.reduce(0, +) / 2
        for (index, length) in lengths.enumerated() {
            if rest <= length { return points[index].moved(rest, towards: points[index + 1]) }
            rest -= length
        }
        return points.first ?? Point(0, 0)
    }

    /// Beside the longest stretch: above a level one, to the right of a steep one.
    func labelBox(for name: String) -> Bounds {
        let stretches = zip(points, points.dropFirst())
        guard let (from, to) = stretches.max(by: { $0.0.distance(to: $0.1) < $1.0.distance(to: $1.1) }) else {
            return Bounds(0, 0, 0, 0)
        }
        let width = min(max(TextFitting.width(name) + 6, 30), 110)
        let lines = Double(TextFitting.wrap(name, width: width * 1.15 + 4).count)
        let height = lines * TextFitting.lineHeight(TextFitting.size)
        let center = from.middle(to: to)
        if abs(from.x - to.x) >= abs(from.y - to.y) {
            return Bounds(center.x - width / 2, center.y - height - 4, width, height)
        }
        return Bounds(center.x + 5, center.y - height / 2, width, height)
    }
}
