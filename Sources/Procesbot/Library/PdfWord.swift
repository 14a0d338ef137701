/// A word on a page of a PDF, with the box around it in points from the top left.
struct PdfWord: Hashable {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// The words of each page, as `pdftotext -bbox` tells them.
    static func pages(of boxes: String) -> [[PdfWord]] {
        boxes.split(separator: "<page ").dropFirst().map { page in
            page.split(whereSeparator: \.isNewline).compactMap { PdfWord(line: $0) }
        }
    }

    private init?(line: Substring) {
        guard let open = line.firstRange(of: "<word "), let end = line.firstRange(of: "</word>") else { return nil }
        let tag = line[open.upperBound..<end.lowerBound]
        guard let close = tag.firstIndex(of: ">") else { return nil }
        func side(_ name: String) -> Double? {
            guard let start = tag.firstRange(of: name + "=\"")?.upperBound else { return nil }
            return Double(tag[start...].prefix { $0 != "\"" })
        }
        guard let left = side("xMin"), let right = side("xMax"), let top = side("yMin"), let bottom = side("yMax")
        else { return nil }
        (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
        text = String(tag[tag.index(after: close)...]).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
    }
}

/// Words that stand beside each other, from left to right.
struct PdfLine {
    let words: [PdfWord]

    var top: Double { words.map(\.top).min() ?? 0 }
    var height: Double { (words.map(\.bottom).max() ?? 0) - top }
    /// Where words after the first begin, with the room before each.
    var starts: [(left: Double, room: Double)] {
        zip(words, words.dropFirst()).map { ($1.left, $1.left - $0.right) }
    }
    var texts: [String] { words.map(\.text) }

    /// The lines of a page from top to bottom.
    static func all(of words: [PdfWord]) -> [PdfLine] {
        let sorted = words.sorted { ($0.top + $0.bottom, $0.left) < ($1.top + $1.bottom, $1.left) }
        var lines: [[PdfWord]] = []
        for word in sorted {
            let middle = (word.top + word.bottom) / 2
            if let first = lines.last?.first, middle < first.bottom - (first.bottom - first.top) * 0.3 {
                lines[lines.count - 1].append(word)
            } else {
                lines.append([word])
            }
        }
        return lines.map { PdfLine(words: $0.sorted { $0.left < $1.left }) }
    }
}
