import Basics
import Bibliotheek
import Procesbot

/// What became of the answers by the word that stood beside them: of those called *duidelijk*, so many were right.
struct Zekerheidsbeeld {
    private let bars: [Bar]

    /// The answers of one list under one word.
    struct Bar {
        let title: String
        let sentence: String
        /// First step right; right further down; wrong.
        let parts: [Int]

        var count: Int { parts.reduce(0, +) }
    }

    private static let (width, row, thickness): (Int, Int, Int) = (360, 44, 14)
    private static let classes = ["first", "later", "wrong"]

    init(_ one: Meting, _ words: Words) {
        bars = (one.uitkomst["lists"].elements ?? []).flatMap { list in
            (list["certainty"].elements ?? []).compactMap { Bar($0, of: list["list"].text ?? "", words) }
        }
    }

    init(bars: [Bar]) { self.bars = bars }

    static let sample = Zekerheidsbeeld(bars: [
        Bar(title: "Niet afgesteld: duidelijk", sentence: "Van 14 antwoorden waren er 9 goed.", parts: [9, 2, 3])
    ])

    /// The same in sentences.
    var sentences: [String] { bars.map(\.sentence) }

    /// Nothing where nothing was answered.
    var markup: SafeMarkup? {
        guard !bars.isEmpty else { return nil }
        let label = bars.map(\.sentence).joined(separator: " ")
        return SafeMarkup(
            drawing: """
                <svg class="certainty" viewBox="0 0 \(Self.width) \(bars.count * Self.row)" role="img" \
                aria-label="\(label.markupSafe)">\(bars.enumerated().map { drawn($1, at: $0 * Self.row) }.joined())</svg>
                """)
    }

    private func drawn(_ bar: Bar, at top: Int) -> String {
        var left = 0
        let pieces = zip(bar.parts, Self.classes).map { count, kind in
            let wide = count * Self.width / max(1, bar.count)
            defer { left += wide }
            let number = wide > 20 ? "<text x=\"\(left + 6)\" y=\"\(top + 32)\">\(count)</text>" : ""
            return """
                <rect class="\(kind)" x="\(left)" y="\(top + 20)" width="\(wide)" height="\(Self.thickness + 2)"/>\(number)
                """
        }
        return "<text class=\"title\" x=\"0\" y=\"\(top + 14)\">\(bar.title.markupSafe)</text>" + pieces.joined()
    }
}

extension Zekerheidsbeeld.Bar {
    /// Nothing where no answer was called so.
    fileprivate init?(_ said: JSON, of list: String, _ words: Words) {
        let count = Int(said["count"].integer ?? 0)
        guard count > 0 else { return nil }
        let (first, later) = (Int(said["firstRight"].integer ?? 0), Int(said["later"].integer ?? 0))
        guard let said = said["said"].text.flatMap(Advice.Certainty.init(rawValue:)) else { return nil }
        let word = words("advice.certain_\(said)")
        let name = words("measures.list_\(list)")
        let parts = [first, later, count - first - later]
        self.init(
            title: words("measures.certainty_bar", ["list": name, "word": word]),
            sentence: words(
                "measures.certainty_said",
                [
                    "list": name, "word": word, "n": words.number(count), "first": words.number(parts[0]),
                    "later": words.number(parts[1]), "wrong": words.number(parts[2]),
                ]), parts: parts)
    }
}
