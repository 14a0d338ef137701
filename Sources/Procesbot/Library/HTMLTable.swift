/// A table that a text in Markdown writes as HTML, read where it stands so that what is quoted from it stands there too.
struct HTMLTable {
    private(set) var blocks: [Block] = []
    /// Behind `</table>`, or where the text ends.
    private(set) var end: Int
    private let bytes: [UInt8]
    private var header: [Range<Int>] = []
    private var cells: [Range<Int>] = []
    private var cell: Int?
    private var isHeading = false

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        end = bytes.count
        var place = start
        while let open = bytes[place...].firstIndex(of: .less), let close = bytes[open...].firstIndex(of: .greater) {
            take(String(decoding: bytes[open + 1..<min(close, open + 7)], as: UTF8.self).lowercased(), open, close)
            place = close + 1
            if bytes[open...].starts(with: "</table".utf8) {
                end = place
                break
            }
        }
        closeRow()
    }

    private mutating func take(_ tag: String, _ open: Int, _ close: Int) {
        let name = tag.prefix { $0 == "/" || $0.isLetter }
        switch name {
        case "td", "th":
            closeCell(at: open)
            (cell, isHeading) = (close + 1, name == "th")
        case "/td", "/th": closeCell(at: open)
        case "tr", "/tr", "/table":
            closeCell(at: open)
            closeRow()
        default: break
        }
    }

    private mutating func closeCell(at open: Int) {
        guard var from = cell else { return }
        var to = open
        while from < to, bytes[from] <= .space { from += 1 }
        while to > from, bytes[to - 1] <= .space { to -= 1 }
        cells.append(from..<to)
        cell = nil
    }

    private mutating func closeRow() {
        guard let first = cells.first, let last = cells.last else { return }
        let range = first.lowerBound..<last.upperBound
        if isHeading, header.isEmpty {
            header = cells
            blocks.append(Block(kind: .header(cells: cells), range: range))
        } else {
            blocks.append(Block(kind: .row(header: header, cells: cells), range: range))
        }
        cells = []
    }
}

extension UInt8 {
    static let less = UInt8(ascii: "<")
}
