/// Reads text without marks, such as `pdftotext -layout` gives: headings by their number or shape, paragraphs by blank lines.
struct PlainTextReader {
    private var elements: [Element] = []
    private var open: Range<Int>?
    private var isItem = false
    private var page = 1

    static func elements(of text: SourceText) -> [Element] {
        var reader = PlainTextReader()
        let lines = lines(of: text.bytes)
        var index = 0
        while index < lines.count {
            if let table = PlainTable.rows(from: index, in: lines, text) {
                reader.take(table)
                index += table.count
            } else {
                reader.take(text, lines[index], isTitle: reader.standsAlone(index, in: lines, text))
                index += 1
            }
            let end = lines[index - 1].upperBound
            if end < text.bytes.count, text.bytes[end] == 0x0C { reader.turnPage() }
        }
        reader.close()
        return reader.elements
    }

    private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var from = 0
        while from < bytes.count {
            let end = bytes[from...].firstIndex(where: { $0 == .newline || $0 == 0x0C }) ?? bytes.count
            lines.append(from..<end)
            from = end + 1
        }
        return lines
    }

    private mutating func take(_ table: [[Range<Int>]]) {
        close()
        for (number, cells) in table.enumerated() {
            let range = (cells.first?.lowerBound ?? 0)..<(cells.last?.upperBound ?? 0)
            let kind: Block.Kind = number == 0 ? .header(cells: cells) : .row(header: table[0], cells: cells)
            elements.append(.block(Block(kind: kind, range: range)))
        }
    }

    private mutating func take(_ text: SourceText, _ line: Range<Int>, isTitle: Bool) {
        let raw = text.quote(line)
        let body = raw.trimmed(of: "")
        guard !body.isEmpty else { return close() }
        let start = line.lowerBound + raw.utf8.prefix { $0 <= .space }.count
        let range = start..<start + body.utf8.count
        if let level = Self.headingLevel(body), open == nil || !isItem {
            close()
            elements.append(.heading(level: level, title: body))
        } else if isTitle, Self.isShort(body) {
            close()
            elements.append(.heading(level: elements.isEmpty ? 1 : 2, title: body))
        } else if let mark = ["• ", "- ", "– ", "* ", "o ", "▪ "].first(where: body.hasPrefix) {
            close()
            isItem = true
            open = range.lowerBound + mark.utf8.count..<range.upperBound
        } else {
            open = (open?.lowerBound ?? range.lowerBound)..<range.upperBound
        }
    }

    /// Whether a line has a blank one above it and words below it that begin anew, as the title of a part without number has.
    func standsAlone(_ index: Int, in lines: [Range<Int>], _ text: SourceText) -> Bool {
        let below = lines[(index + 1)...].prefix(4).map { text.quote($0).trimmed(of: "") }
        guard index == 0 || open == nil, let next = below.first(where: { !$0.isEmpty })?.first else { return false }
        return elements.isEmpty || next.isUppercase || "•-–*▪§".contains(next)
    }

    /// At most eight words on one line that begin with a capital and do not end as a sentence does.
    private static func isShort(_ line: String) -> Bool {
        guard line.count <= 70, line.first?.isUppercase == true, let last = line.last, !".;,:?!)".contains(last) else {
            return false
        }
        let words = line.split(separator: " ")
        return words.count <= 8 && !line.contains("   ") && !words.contains { $0.contains("@") || $0.count > 30 }
            && line.filter(\.isNumber).count <= 4
    }

    private mutating func turnPage() {
        close()
        page += 1
        elements.append(.page(page))
    }

    private mutating func close() {
        if let open {
            elements.append(.block(Block(kind: isItem ? .item(ordered: false, depth: 0) : .paragraph, range: open)))
        }
        (open, isItem) = (nil, false)
    }

    /// `§2.4 Route C`, `3.1 Toestemming`, `HOOFDSTUK 2`: a short line with a number and no full stop.
    private static func headingLevel(_ line: String) -> Int? {
        guard line.count <= 80, let last = line.last, !".;,:".contains(last) else { return nil }
        let words = line.split(separator: " ")
        guard let first = words.first, words.count >= 2, words.count <= 10 else { return nil }
        let number = first.trimmed(of: "§.")
        let parts = number.split(separator: ".")
        let isNumbered = !parts.isEmpty && parts.allSatisfy { $0.count <= 2 && Int($0) != nil }
        if isNumbered, words[1].first?.isUppercase == true { return min(6, parts.count + 1) }
        return line == line.uppercased() && line.contains(where: \.isLetter) ? 2 : nil
    }
}
