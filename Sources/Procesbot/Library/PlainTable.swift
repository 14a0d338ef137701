/// Finds the tables in text that keeps its columns by spaces, as `pdftotext -layout` gives.
enum PlainTable {
    /// The lines from a place on that make a table: the first is the header; nothing for fewer than a header and two rows.
    static func rows(from start: Int, in lines: [Range<Int>], _ text: SourceText) -> [[Range<Int>]]? {
        guard let header = cells(lines[start], text), header.count >= 2 else { return nil }
        var rows = [header]
        for line in lines[(start + 1)...] {
            guard let next = cells(line, text), next.count == header.count else { break }
            rows.append(next)
        }
        return rows.count >= 3 ? rows : nil
    }

    /// The pieces of a line between gaps of three spaces or more; nothing for a line that is a list item.
    private static func cells(_ line: Range<Int>, _ text: SourceText) -> [Range<Int>]? {
        var cells: [Range<Int>] = []
        var open: Range<Int>?
        for place in line where text.bytes[place] > .space {
            if let cell = open, place - cell.upperBound < 3 {
                open = cell.lowerBound..<place + 1
            } else {
                if let cell = open { cells.append(cell) }
                open = place..<place + 1
            }
        }
        if let cell = open { cells.append(cell) }
        return cells.first.map { $0.count > 1 } == true ? cells : nil
    }
}
