/// A table on a page of a PDF: lines of which words begin below each other, with more room before them than a space.
///
/// Found by where words stand, as a table with narrow columns keeps no more than a space between them.
struct PdfTable {
    /// The lines as they stand on the page.
    let lines: [[String]]
    /// The rows with their cells; the first is the header. What a cell says on several lines is together.
    let rows: [[String]]

    /// Two words begin at the same place when they differ no more than this, in points.
    private static let near = 0.7
    /// So many spaces are room between columns, and not between words.
    private static let wide = 2.2
    private static let mostRows = 200

    static func all(on page: [PdfWord]) -> [PdfTable] {
        let lines = PdfLine.all(of: page)
        let space = PdfTable.space(lines)
        var tables: [PdfTable] = []
        var index = 0
        while index < lines.count {
            if let (table, next) = table(from: index, in: lines, space) {
                tables.append(table)
                index = next
            } else {
                index += 1
            }
        }
        return tables
    }

    /// The usual room between two words.
    private static func space(_ lines: [PdfLine]) -> Double {
        let rooms = lines.flatMap { $0.starts.map(\.room) }.filter { $0 > 0.3 }.sorted()
        return rooms.isEmpty ? 3 : rooms[rooms.count / 2]
    }

    /// The table whose first row of which the columns show begins here, and where the page goes on.
    private static func table(from start: Int, in lines: [PdfLine], _ space: Double) -> (PdfTable, Int)? {
        var columns = lines[start].starts.map(\.left)
        var (full, end) = ([start], start + 1)
        while end < lines.count, end - start < mostRows, isBelow(lines[end], lines[end - 1]) {
            let common = columns.filter { column in lines[end].starts.contains { abs($0.left - column) < near } }
            if !common.isEmpty, !boundaries(common, full + [end], lines, space).isEmpty {
                (columns, full) = (common, full + [end])
            } else if !goesOn(lines[end], boundaries(columns, full, lines, space)) {
                break
            }
            end += 1
        }
        let edges = boundaries(columns, full, lines, space)
        guard full.count > 1, !edges.isEmpty else { return nil }
        let first = header(before: start, edges, lines) ?? start
        let rows = merged(Array(lines[first..<end]), edges)
        guard rows.count > 2, rows.contains(where: { $0[0].count > 3 }), isTerse(rows) else { return nil }
        return (PdfTable(lines: lines[first..<end].map(\.texts), rows: rows), end)
    }

    /// Whether a line holds more of what stands in the cells of a row beside it: it begins where a column does, or stays within all.
    private static func goesOn(_ line: PdfLine, _ edges: [Double]) -> Bool {
        guard let first = line.words.first?.left, line.cells(edges) != nil else { return false }
        return edges.contains { abs($0 - first) < near }
            || line.starts.contains { start in
                edges.contains { abs($0 - start.left) < near }
            }
    }

    /// The places where a column begins: in one of the rows with more room before it than words have.
    private static func boundaries(_ columns: [Double], _ rows: [Int], _ lines: [PdfLine], _ space: Double) -> [Double]
    {
        columns.filter { column in
            rows.contains { row in
                lines[row].starts.contains { abs($0.left - column) < near && $0.room >= wide * space }
            }
        }
    }

    private static func isBelow(_ line: PdfLine, _ other: PdfLine) -> Bool {
        line.top - other.top < 2.5 * max(line.height, other.height)
    }

    /// A line above whose words stand in the columns, each of which has some.
    private static func header(before start: Int, _ edges: [Double], _ lines: [PdfLine]) -> Int? {
        guard start > 0, isBelow(lines[start], lines[start - 1]), let cells = lines[start - 1].cells(edges),
            cells.allSatisfy({ !$0.isEmpty })
        else { return nil }
        return start - 1
    }

    /// A line that stands closer to the one above than rows do goes on with that row; where all stand as close, one that has nothing in
    /// its first column does.
    private static func merged(_ lines: [PdfLine], _ edges: [Double]) -> [[String]] {
        let pitches = zip(lines, lines.dropFirst()).map { $1.top - $0.top }
        let least = pitches.min() ?? 0
        let hasTwoPitches = pitches.contains { $0 > least * 1.12 }
        var rows: [[String]] = []
        for (index, line) in lines.enumerated() {
            let cells = line.cells(edges) ?? [line.texts.joined(separator: " ")]
            let isClose = index > 0 && hasTwoPitches && pitches[index - 1] <= least * 1.12
            if let last = rows.last, last.count == cells.count, hasTwoPitches ? isClose : cells[0].isEmpty {
                rows[rows.count - 1] = zip(last, cells).map { [$0, $1].filter { !$0.isEmpty }.joined(separator: " ") }
            } else {
                rows.append(cells)
            }
        }
        return rows.filter { $0.count == edges.count + 1 }
    }

    /// Text in columns beside each other fills them; cells do not.
    private static func isTerse(_ rows: [[String]]) -> Bool {
        let cells = rows.joined()
        return cells.map(\.count).reduce(0, +) <= 60 * cells.count
    }
}

extension PdfLine {
    /// The words by column, joined; nothing where one reaches over an edge.
    func cells(_ edges: [Double]) -> [String]? {
        var cells = [[String]](repeating: [], count: edges.count + 1)
        let sorted = edges.sorted()
        for word in words {
            let column = sorted.count { word.left > $0 - 1 }
            if column < sorted.count, word.right > sorted[column] + 1 { return nil }
            cells[column].append(word.text)
        }
        return cells.map { $0.joined(separator: " ") }
    }
}

extension PdfTable {
    /// The text of a page with the columns of its tables well apart, each row on one line.
    static func setApart(_ tables: [PdfTable], in page: String) -> String {
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var from = 0
        for table in tables {
            guard let place = table.place(in: lines, from: from) else { continue }
            lines.replaceSubrange(place, with: table.rows.map { $0.joined(separator: "    ") })
            from = place.lowerBound + table.rows.count
        }
        return lines.joined(separator: "\n")
    }

    /// Where its lines stand one after the other, with nothing but blank ones between.
    private func place(in text: [String], from start: Int) -> Range<Int>? {
        guard let first = lines.first else { return nil }
        for begin in text.indices.dropFirst(start) where PdfTable.words(text[begin]) == first {
            var (next, end) = (1, begin + 1)
            while next < lines.count, end < text.count {
                let words = PdfTable.words(text[end])
                if words == lines[next] { next += 1 } else if !words.isEmpty { break }
                end += 1
            }
            if next == lines.count { return begin..<end }
        }
        return nil
    }

    private static func words(_ line: String) -> [String] {
        line.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
