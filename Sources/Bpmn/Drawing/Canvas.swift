import Xml

/// Collects the parts of a picture and how far they reach.
struct Canvas {
    let options: DrawingOptions
    private var writer = XmlWriter(declaration: false, indents: true)
    private var left = Double.infinity
    private var top = Double.infinity
    private var right = -Double.infinity
    private var bottom = -Double.infinity

    init(options: DrawingOptions) { self.options = options }

    mutating func include(_ bounds: Bounds) {
        left = min(left, bounds.x)
        top = min(top, bounds.y)
        right = max(right, bounds.right)
        bottom = max(bottom, bounds.bottom)
    }

    mutating func include(_ point: Point) { include(Bounds(point.x, point.y, 0, 0)) }

    /// Everything of one element in one group, named for style sheets, pointers and readers.
    mutating func element(_ id: ElementID, _ classes: String, title: String?, _ draw: (inout Canvas) -> Void) {
        let all = [classes] + options.classes[id, default: []]
        writer.start("g", [("class", "bpmn-element " + all.joined(separator: " ")), ("data-element", id.text)])
        if let title = title?.oneLine, !title.isEmpty { writer.element("title", text: title) }
        if let link = options.links[id] {
            writer.start("a", [("href", link)])
            draw(&self)
            writer.end()
        } else {
            draw(&self)
        }
        writer.end()
    }

    mutating func group(_ attributes: [(String, String)], _ draw: (inout Canvas) -> Void) {
        writer.start("g", attributes)
        draw(&self)
        writer.end()
    }

    /// Draws in coordinates of its own: a small picture put somewhere, larger or smaller.
    mutating func at(_ point: Point, scale: Double = 1, _ draw: (inout Canvas) -> Void) {
        let scaling = scale == 1 ? "" : " scale(\(scale.short))"
        group([("transform", "translate(\(point.x.short) \(point.y.short))\(scaling)")], draw)
    }

    mutating func path(_ data: String, _ classes: String) {
        writer.element("path", [("class", classes), ("d", data)])
    }

    mutating func circle(_ center: Point, _ radius: Double, _ classes: String) {
        writer.element(
            "circle",
            [("class", classes), ("cx", center.x.short), ("cy", center.y.short), ("r", radius.short)])
    }

    mutating func rect(_ bounds: Bounds, radius: Double = 0, _ classes: String) {
        var attributes = [
            ("class", classes), ("x", bounds.x.short), ("y", bounds.y.short), ("width", bounds.width.short),
            ("height", bounds.height.short),
        ]
        if radius > 0 { attributes.append(("rx", radius.short)) }
        writer.element("rect", attributes)
    }

    mutating func polygon(_ points: [Point], _ classes: String) {
        writer.element("polygon", [("class", classes), ("points", points.map(\.pair).joined(separator: " "))])
    }

    /// Lines of text, each around or from the same x.
    mutating func text(
        _ lines: [String], x: Double, firstY: Double, anchor: TextAnchor, _ classes: String, step: Double
    ) {
        guard !lines.isEmpty else { return }
        writer.start("text", [("class", classes), ("text-anchor", anchor.rawValue)])
        for (index, line) in lines.enumerated() {
            let y = firstY + Double(index) * step
            writer.element("tspan", [("x", x.short), ("y", y.short)], text: line)
        }
        writer.end()
    }
}

enum TextAnchor: String {
    case start, middle, end
}

extension Canvas {
    private static let margin = 12.0

    /// The whole file or fragment, as large as what is drawn.
    func document(title: String, description: String) -> String {
        let isEmpty = left > right
        let x = isEmpty ? 0 : left - Self.margin
        let y = isEmpty ? 0 : top - Self.margin
        let width = isEmpty ? 1 : right - left + 2 * Self.margin
        let height = isEmpty ? 1 : bottom - top + 2 * Self.margin
        var whole = XmlWriter(declaration: options.isStandalone)
        let (titleID, descriptionID) = (options.prefix + "-title", options.prefix + "-desc")
        whole.start(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("class", "bpmn-diagram"), ("role", "img"),
                ("aria-labelledby", "\(titleID) \(descriptionID)"),
                ("viewBox", "\(x.short) \(y.short) \(width.short) \(height.short)"), ("width", width.short),
                ("height", height.short),
            ])
        whole.element("title", [("id", titleID)], text: title)
        whole.element("desc", [("id", descriptionID)], text: description)
        if options.isStandalone { whole.element("style", text: DrawingStyle.text + DrawingStyle.alone) }
        whole.raw("\n" + writer.output + "\n")
        whole.end()
        return whole.output
    }
}

extension Double {
    /// At most two decimals, no needless zeros.
    var short: String {
        let hundredths = (self * 100).rounded()
        guard hundredths.magnitude < 1e15 else { return "0" }
        let whole = Int(hundredths)
        let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 100)
        let sign = whole < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(units)" }
        if rest % 10 == 0 { return "\(sign)\(units).\(rest / 10)" }
        return "\(sign)\(units).\(rest < 10 ? "0" : "")\(rest)"
    }
}

extension Point {
    var pair: String { "\(x.short),\(y.short)" }
    var spaced: String { "\(x.short) \(y.short)" }

    func distance(to other: Point) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// The point a length away in the direction of another.
    func moved(_ length: Double, towards other: Point) -> Point {
        let distance = distance(to: other)
        guard distance > 0 else { return self }
        return Point(x + (other.x - x) / distance * length, y + (other.y - y) / distance * length)
    }

    func middle(to other: Point) -> Point { Point((x + other.x) / 2, (y + other.y) / 2) }
}

extension Bounds {
    func inset(_ margin: Double) -> Bounds {
        Bounds(x + margin, y + margin, Swift.max(0, width - 2 * margin), Swift.max(0, height - 2 * margin))
    }

    func contains(_ point: Point) -> Bool { point.x >= x && point.x <= right && point.y >= y && point.y <= bottom }

    func contains(_ other: Bounds) -> Bool {
        other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
    }
}
