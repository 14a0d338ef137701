/// Cuts a paragraph in sentences at full stops, question and exclamation marks that a new beginning follows.
struct SentenceCutter {
    private static let abbreviations: Set<String> = [
        "bijv", "bv", "o.a", "d.w.z", "dwz", "art", "nr", "nrs", "dhr", "mevr", "mw", "mr", "dr", "drs", "m.b.t",
        "i.v.m", "t/m",
        "e.d", "evt", "incl", "excl", "max", "min", "ca", "tel", "blz", "p", "enz", "jl", "a.s", "i.p.v", "t.a.v",
        "o.b.v", "n.a.v", "m.n", "zgn",
    ]

    /// In bytes; whoever goes on without a full stop is cut off here, as sentences are read by every rule in turn.
    private static let longest = 4_000

    /// The byte ranges of the sentences within a range of the text.
    /// What people type often goes on with a small letter; `isTyped` lets a sentence begin so.
    static func ranges(in text: SourceText, _ range: Range<Int>, isTyped: Bool = false) -> [Range<Int>] {
        let bytes = text.bytes
        var ranges: [Range<Int>] = []
        var start = range.lowerBound
        var place = start
        while place < range.upperBound {
            if place - start >= longest && bytes[place] <= .space
                || ends(bytes, at: place, from: start, in: range, isTyped)
            {
                var end = place + 1
                while end < range.upperBound, isCloser(bytes, end) { end += closerWidth(bytes, end) }
                ranges.append(start..<end)
                place = end
                while place < range.upperBound, bytes[place] <= .space { place += 1 }
                start = place
            } else {
                place += 1
            }
        }
        if start < range.upperBound { ranges.append(start..<range.upperBound) }
        return ranges
    }

    private static func ends(_ bytes: [UInt8], at place: Int, from start: Int, in range: Range<Int>, _ isTyped: Bool)
        -> Bool
    {
        let mark = bytes[place]
        if mark == UInt8(ascii: ";") { return turns(bytes, behind: place, in: range) }
        guard mark == .dot || mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") else { return false }
        var next = place + 1
        while next < range.upperBound, isCloser(bytes, next) { next += closerWidth(bytes, next) }
        guard next < range.upperBound else { return true }
        guard bytes[next] <= .space else { return false }
        while next < range.upperBound, bytes[next] <= .space { next += 1 }
        guard next < range.upperBound, begins(bytes, next) || isTyped && isWord(bytes, before: place, from: start)
        else {
            return false
        }
        return mark != .dot || !isAbbreviation(bytes, before: place, from: start)
    }

    /// `…; daarboven beslist de teamleider`: what holds beyond the number before it is a rule of its own.
    private static func turns(_ bytes: [UInt8], behind place: Int, in range: Range<Int>) -> Bool {
        let rest = bytes[place + 1..<min(range.upperBound, place + 13)].drop { $0 <= .space }
        return turning.contains { rest.starts(with: $0.utf8) }
    }
    private static let turning = ["daarboven ", "daaronder ", "anders "]

    /// A capital, a digit, a quotation mark or a section mark.
    private static func begins(_ bytes: [UInt8], _ place: Int) -> Bool {
        let byte = bytes[place]
        if byte >= 0x80 { return true }
        return (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "(")
    }

    /// A word of four letters or more, and so no abbreviation that is not in the list, or a number that opens no list.
    private static func isWord(_ bytes: [UInt8], before place: Int, from start: Int) -> Bool {
        var from = place
        while from > start, bytes[from - 1] > .space { from -= 1 }
        let isNumber = bytes[from..<place].allSatisfy { (0x30...0x39).contains($0) }
        if isNumber { return from > start && place > from + 1 }
        return place - from >= 4 && !bytes[from..<place].contains(.dot)
    }

    private static func isCloser(_ bytes: [UInt8], _ place: Int) -> Bool {
        let byte = bytes[place]
        return byte == UInt8(ascii: "\"") || byte == .parenthesis || byte == UInt8(ascii: "*")
            || (byte == 0xE2 && place + 2 < bytes.count && bytes[place + 1] == 0x80
                && (bytes[place + 2] == 0x9D || bytes[place + 2] == 0x99))
    }

    private static func closerWidth(_ bytes: [UInt8], _ place: Int) -> Int { bytes[place] == 0xE2 ? 3 : 1 }

    private static func isAbbreviation(_ bytes: [UInt8], before place: Int, from start: Int) -> Bool {
        var from = place
        while from > start, bytes[from - 1] > .space, bytes[from - 1] != UInt8(ascii: "(") { from -= 1 }
        let word = String(decoding: bytes[from..<place], as: UTF8.self).lowercased()
        return abbreviations.contains(word)
    }
}
