/// Reads Markdown (CommonMark with tables) into headings and blocks, keeping where each stands.
struct MarkdownReader {
    private let bytes: [UInt8]
    private var lines: [Range<Int>] = []
    private var elements: [Element] = []
    private var paragraph: Range<Int>?
    private var item: (range: Range<Int>, ordered: Bool, depth: Int)?
    private var header: [Range<Int>]?
    /// Whether the paragraphs of the document open with a label: `**A4.** De termijn …`.
    private var isLabelled = false
    /// The lines of what is filled in under labels, and so part of what it is filled in for: `**Wanneer:** …`, `**Hoe:** …`.
    private var forms: Set<Int> = []

    static func elements(of text: SourceText, from start: Int = 0) -> [Element] {
        var reader = MarkdownReader(text.bytes, from: start)
        return reader.run()
    }

    private init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        var from = start
        while from < bytes.count {
            let end = bytes[from...].firstIndex(of: .newline) ?? bytes.count
            lines.append(from..<end)
            from = end + 1
        }
        let labels = lines.map { BoldHeading(bytes, trimmed($0)) }
        isLabelled = labels.count { $0?.rest.isEmpty == false } >= BoldHeading.least
        forms = Set(labels.indices.filter { isOfForm($0, labels) })
    }

    private mutating func run() -> [Element] {
        var index = 0
        while index < lines.count {
            index = take(lines[index], at: index)
        }
        close()
        return elements
    }

    /// Takes one line and answers which comes next.
    private mutating func take(_ line: Range<Int>, at index: Int) -> Int {
        let body = trimmed(line)
        if body.isEmpty {
            close()
        } else if starts(body, "```") || starts(body, "~~~") {
            close()
            return skipFence(from: index + 1)
        } else if starts(body, "<!--") {
            close()
        } else if starts(body, "\u{0C}") {
            close()
        } else if let (level, title) = headingLine(body) {
            close()
            elements.append(.heading(level: level, title: title))
        } else if let underline = underline(after: index), paragraph == nil, item == nil {
            elements.append(.heading(level: underline, title: string(body)))
            return index + 2
        } else if starts(body, "|") {
            return takeTable(from: index)
        } else if starts(body, "<table") {
            return takeMarkup(body.lowerBound, from: index)
        } else if let mark = listMark(body) {
            close()
            item = (mark.rest, mark.ordered, min(6, (body.lowerBound - line.lowerBound) / 2))
        } else if forms.contains(index) {
            close()
            take(text: body)
        } else if paragraph == nil, item == nil, let bold = BoldHeading(bytes, body), isLabelled || bold.rest.isEmpty {
            elements.append(.heading(level: BoldHeading.level, title: bold.title))
            take(text: bold.rest)
        } else {
            take(text: body)
        }
        return index + 1
    }

    /// Labels with a colon on lines right below each other are no headings.
    private func isOfForm(_ index: Int, _ labels: [BoldHeading?]) -> Bool {
        labels[index]?.isLabel == true
            && [index - 1, index + 1].contains { labels.indices.contains($0) && labels[$0]?.isLabel == true }
    }

    private mutating func take(text body: Range<Int>) {
        var body = body
        while let first = bytes[body].first, first == .greater || first == .space {
            body = body.lowerBound + 1..<body.upperBound
        }
        guard !body.isEmpty else { return }
        if let open = item {
            item = (open.range.lowerBound..<body.upperBound, open.ordered, open.depth)
        } else {
            paragraph = (paragraph?.lowerBound ?? body.lowerBound)..<body.upperBound
        }
    }

    private mutating func close() {
        if let range = paragraph { elements.append(.block(Block(kind: .paragraph, range: range))) }
        if let open = item {
            elements.append(.block(Block(kind: .item(ordered: open.ordered, depth: open.depth), range: open.range)))
        }
        (paragraph, item) = (nil, nil)
    }

    private func skipFence(from start: Int) -> Int {
        var index = start
        while index < lines.count, !starts(trimmed(lines[index]), "```"), !starts(trimmed(lines[index]), "~~~") {
            index += 1
        }
        return index + 1
    }

    private mutating func takeTable(from start: Int) -> Int {
        close()
        var index = start
        var header: [Range<Int>]?
        while index < lines.count, starts(trimmed(lines[index]), "|") {
            let row = trimmed(lines[index])
            let cells = cells(of: row)
            let isRule = cells.allSatisfy { bytes[$0].allSatisfy { $0 == .hyphen || $0 == .colon } }
            if let known = header, !known.allSatisfy(\.isEmpty) {
                if !isRule { elements.append(.block(Block(kind: .row(header: known, cells: cells), range: row))) }
            } else if !isRule {
                // A table whose header is empty has its header in its first row, as word processors write them.
                header = cells
                if !cells.allSatisfy(\.isEmpty) {
                    elements.append(.block(Block(kind: .header(cells: cells), range: row)))
                }
            }
            index += 1
        }
        return index
    }

    private mutating func takeMarkup(_ start: Int, from index: Int) -> Int {
        close()
        let table = HTMLTable(bytes, from: start)
        elements += table.blocks.map(Element.block)
        return lines[index...].firstIndex { $0.lowerBound >= table.end } ?? lines.count
    }

    private func cells(of row: Range<Int>) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var from = row.lowerBound + 1
        for place in from..<max(from, row.upperBound) where bytes[place] == .pipe && bytes[place - 1] != .backslash {
            cells.append(trimmed(from..<place))
            from = place + 1
        }
        if from < row.upperBound { cells.append(trimmed(from..<row.upperBound)) }
        return cells
    }
}

extension MarkdownReader {
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (from, to) = (range.lowerBound, range.upperBound)
        while from < to, bytes[from] <= .space, bytes[from] != 0x0C { from += 1 }
        while to > from, bytes[to - 1] <= .space { to -= 1 }
        return from..<to
    }

    private func starts(_ range: Range<Int>, _ prefix: String) -> Bool { bytes[range].starts(with: prefix.utf8) }
    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func headingLine(_ body: Range<Int>) -> (level: Int, title: String)? {
        let level = bytes[body].prefix { $0 == .hash }.count
        guard (1...6).contains(level), body.lowerBound + level < body.upperBound,
            bytes[body.lowerBound + level] == .space
        else { return nil }
        var title = trimmed(body.lowerBound + level..<body.upperBound)
        while let last = bytes[title].last, last == .hash { title = trimmed(title.lowerBound..<title.upperBound - 1) }
        return (level, string(title))
    }

    private func underline(after index: Int) -> Int? {
        guard index + 1 < lines.count else { return nil }
        let next = trimmed(lines[index + 1])
        guard next.count >= 3 else { return nil }
        if bytes[next].allSatisfy({ $0 == .equals }) { return 1 }
        return bytes[next].allSatisfy { $0 == .hyphen } ? 2 : nil
    }

    /// `- `, `* `, `+ `, `• `, `1. ` or `1) `, and the text behind it.
    private func listMark(_ body: Range<Int>) -> (ordered: Bool, rest: Range<Int>)? {
        let slice = bytes[body]
        for bullet in ["- ", "* ", "+ ", "• ", "– ", "o "] where slice.starts(with: bullet.utf8) {
            return (false, trimmed(body.lowerBound + bullet.utf8.count..<body.upperBound))
        }
        let digits = slice.prefix { (0x30...0x39).contains($0) }.count
        guard (1...3).contains(digits), body.count > digits + 2 else { return nil }
        let mark = bytes[body.lowerBound + digits]
        guard mark == .dot || mark == .parenthesis, bytes[body.lowerBound + digits + 1] == .space else { return nil }
        return (true, trimmed(body.lowerBound + digits + 1..<body.upperBound))
    }
}

extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")
    static let hash = UInt8(ascii: "#")
    static let pipe = UInt8(ascii: "|")
    static let hyphen = UInt8(ascii: "-")
    static let colon = UInt8(ascii: ":")
    static let greater = UInt8(ascii: ">")
    static let equals = UInt8(ascii: "=")
    static let dot = UInt8(ascii: ".")
    static let parenthesis = UInt8(ascii: ")")
    static let backslash = UInt8(ascii: "\\")
}
