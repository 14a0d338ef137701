import Basics
import Sturing

/// A line through the figures of some periods; the table behind it says the same.
struct Trendlijn {
    let points: [Breuk?]
    let benchmark: Breuk?
    let label: String

    private static let (width, height, margin): (Int, Int, Int) = (560, 120, 12)

    /// Nothing where fewer than two figures are known.
    var markup: SafeMarkup? {
        let known = points.compactMap(\.self)
        guard known.count > 1 else { return nil }
        let top = (known + [benchmark].compactMap(\.self)).map(Trendlijn.scaled).max() ?? 0
        let places = points.enumerated().map { index, value in value.map { place($0, at: index, top: top) } }
        let lines = Trendlijn.runs(places).map { run in
            "<polyline points=\"\(run.map { "\($0.x),\($0.y)" }.joined(separator: " "))\"/>"
        }
        let dots = places.enumerated().compactMap { index, place in
            place.map { dot($0, isLast: index == places.count - 1) }
        }
        return SafeMarkup(
            drawing: """
                <svg class="trend" viewBox="0 0 \(Trendlijn.width) \(Trendlijn.height)" role="img" \
                aria-label="\(label.escapedForMarkup)">\(axis)\(against(top))\(lines.joined())\(dots.joined())</svg>
                """)
    }

    /// Where nothing is: the line stands on it.
    private var axis: String {
        let y = Trendlijn.height - Trendlijn.margin
        return "<line class=\"axis\" x1=\"0\" x2=\"\(Trendlijn.width)\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }

    private func against(_ top: Int128) -> String {
        guard let benchmark else { return "" }
        let y = place(benchmark, at: 0, top: top).y
        return "<line class=\"against\" x1=\"0\" x2=\"\(Trendlijn.width)\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }

    private func dot(_ place: (x: Int, y: Int), isLast: Bool) -> String {
        "<circle\(isLast ? " class=\"last\"" : "") cx=\"\(place.x)\" cy=\"\(place.y)\" r=\"\(isLast ? 8 : 5)\"/>"
    }

    private func place(_ value: Breuk, at index: Int, top: Int128) -> (x: Int, y: Int) {
        let (margin, steps) = (Trendlijn.margin, max(1, points.count - 1))
        let room = Int128(Trendlijn.height - 2 * margin)
        let high = top > 0 ? max(0, Trendlijn.scaled(value)) * room / top : 0
        return (
            margin + index * (Trendlijn.width - 2 * margin) / steps,
            Trendlijn.height - margin - Int(clamping: high)
        )
    }

    private static func scaled(_ value: Breuk) -> Int128 { value.rounded(decimals: 4) }

    /// Where a figure is missing the line is broken.
    private static func runs(_ places: [(x: Int, y: Int)?]) -> [[(x: Int, y: Int)]] {
        places.reduce(into: [[]]) { runs, place in
            if let place { runs[runs.count - 1].append(place) } else if runs.last?.isEmpty == false { runs.append([]) }
        }.filter { $0.count > 1 }
    }
}

extension String {
    fileprivate var escapedForMarkup: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
