/// Bold words where organisations put a heading: on a line of their own, or as the label that opens a paragraph.
struct BoldHeading {
    let title: String
    /// What stands behind a label; empty for a line of its own.
    let rest: Range<Int>
    /// Whether a colon ends it: `**Kosten:**`, `**Kosten**:`.
    let isLabel: Bool

    /// `**Hoe vaak mag dat?**` or `**A4.** De termijn …`; nothing where the bold words are a sentence or only ask for attention.
    init?(_ bytes: [UInt8], _ line: Range<Int>) {
        let slice = bytes[line]
        guard slice.starts(with: "**".utf8), line.count > 4 else { return nil }
        let inside = slice.dropFirst(2)
        guard
            let end = inside.indices.dropLast().first(where: {
                bytes[$0] == .star && bytes[$0 + 1] == .star
            }), end > inside.startIndex
        else { return nil }
        let bold = String(decoding: bytes[inside.startIndex..<end], as: UTF8.self)
        var rest = end + 2..<line.upperBound
        while let first = bytes[rest].first, first == .space || first == .colon { rest = rest.dropFirst(1) }
        let words = Tokenizer.tokens(of: bold).map(\.text)
        guard !words.isEmpty, words.count <= Self.longest, !Self.calls.contains(words.joined(separator: " ")) else {
            return nil
        }
        // A bold sentence is one that must not be overlooked, and no heading.
        if rest.isEmpty, let last = bold.last, ".!".contains(last) { return nil }
        title = bold.trimmed(of: ".: ")
        isLabel = bold.last == ":" || end + 2 < line.upperBound && bytes[end + 2] == .colon
        self.rest = rest
    }

    private static let longest = 16
    private static let calls: Set<String> = [
        "let op", "nb", "n b", "tip", "opmerking", "belangrijk", "uitzondering", "voorbeeld", "toelichting", "noot",
    ]

    /// Below the headings that a text marks as such.
    static let level = 7

    /// How many labelled paragraphs make them the form of a document, and not a stress on a word.
    static let least = 3
}

extension UInt8 {
    static let star = UInt8(ascii: "*")
}
