import Basics
import Bibliotheek

/// The share of test questions that went right, measurement by measurement; the table beside it says the same.
struct Meetlijn {
    /// Whole per cents, the oldest first.
    private let shares: [Int]
    private let label: String
    private let titles: [String]

    private static let (width, height): (Int, Int) = (720, 170)
    private static let (left, right, top, bottom): (Int, Int, Int, Int) = (52, 12, 14, 24)

    /// At most as many as can be told apart, the newest of them.
    init(_ all: [Meting], _ words: Words) {
        let shown = all.suffix(40)
        shares = shown.map { $0.right * 100 / max(1, $0.all) }
        titles = zip(shown, shares).map {
            words("measures.point", ["day": words.date($0.moment.day), "share": String($1)])
        }
        label = words(
            "measures.course",
            [
                "n": words.number(shown.count), "from": titles.first ?? "", "to": titles.last ?? "",
                "least": String(shares.min() ?? 0), "most": String(shares.max() ?? 0),
            ])
    }

    static let sample = Meetlijn(shares: [88, 92, 90], titles: ["88%", "92%", "90%"], label: "Van 88% naar 90%.").markup

    private init(shares: [Int], titles: [String], label: String) {
        (self.shares, self.titles, self.label) = (shares, titles, label)
    }

    /// Nothing where fewer than two were measured.
    var markup: SafeMarkup? {
        guard shares.count > 1 else { return nil }
        let points = shares.indices.map { (x: x($0), y: y(shares[$0])) }
        let line = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
        return SafeMarkup(
            drawing: """
                <svg class="course" viewBox="0 0 \(Self.width) \(Self.height)" role="img" \
                aria-label="\(label.markupSafe)">\(grid)<polyline points="\(line)"/>\(dots(points))</svg>
                """)
    }

    /// From which share on is drawn, in tens, so that small steps are seen.
    private var floor: Int { max(0, ((shares.min() ?? 0) - 5) / 10 * 10) }

    private func x(_ index: Int) -> Int {
        Self.left + index * (Self.width - Self.left - Self.right) / max(1, shares.count - 1)
    }

    private func y(_ share: Int) -> Int {
        let room = Self.height - Self.top - Self.bottom
        return Self.top + (100 - share) * room / max(1, 100 - floor)
    }

    private var grid: String {
        let step = 100 - floor > 40 ? 20 : 10
        return stride(from: 100, through: floor, by: -step).map { share in
            let y = y(share)
            return """
                <line x1="\(Self.left)" x2="\(Self.width - Self.right)" y1="\(y)" y2="\(y)"/>\
                <text x="\(Self.left - 8)" y="\(y + 4)" text-anchor="end">\(share)%</text>
                """
        }.joined()
    }

    private func dots(_ points: [(x: Int, y: Int)]) -> String {
        points.indices.map { index in
            let isWorse = index > 0 && shares[index] < shares[index - 1]
            return """
                <circle\(isWorse ? " class=\"worse\"" : "") cx="\(points[index].x)" cy="\(points[index].y)" r="5">\
                <title>\(titles[index].markupSafe)</title></circle>
                """
        }.joined()
    }
}

extension String {
    /// As it may stand between the tags of a drawing.
    var markupSafe: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
