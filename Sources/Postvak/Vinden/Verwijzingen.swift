import Exchange

/// The references in a text that may be ours: zaak numbers, payment references, and what may be invoice numbers.
struct Verwijzingen: Hashable {
    let zaaknummers: [String]
    let kenmerken: [String]
    let factuurnummers: [String]
    /// Numbers of zaken without their year.
    let korteNummers: [Int]

    private static let most = 8

    init(_ text: String) {
        let text = String(text.prefix(20_000))
        let words = text.uppercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "/" }.map { word in
            String(
                word.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
        }
        let zaken = words.filter { $0.hasPrefix("ZAAK-") && $0.count <= 24 } + Verwijzingen.loose(words)
        zaaknummers = Verwijzingen.first(zaken)
        korteNummers = Array(Set(Verwijzingen.short(words)).sorted().prefix(3))
        kenmerken = Verwijzingen.first(ReferenceSearch.references(in: text))
        factuurnummers = Verwijzingen.first(words.filter { Verwijzingen.mayBeInvoice($0) && !zaken.contains($0) })
    }

    /// `zaak 2026 000412` and `zaak 2026-000412`, as people copy it.
    private static func loose(_ words: [String]) -> [String] {
        words.indices.compactMap { index in
            guard openings.contains(words[index]) else { return nil }
            let digits = words[(index + 1)...].prefix(2).joined().filter(\.isNumber)
            guard digits.count == 10 else { return nil }
            return "ZAAK-\(digits.prefix(4))-\(digits.suffix(6))"
        }
    }

    private static let openings: Set<String> = ["ZAAK", "ZAAKNUMMER", "ZAAKNR"]

    /// `zaak 101` and `ZAAK-101`: whose year is left out.
    private static func short(_ words: [String]) -> [Int] {
        words.indices.compactMap { index in
            if words[index].hasPrefix("ZAAK-") { return small(words[index].dropFirst(5)) }
            guard openings.contains(words[index]), let next = words[(index + 1)...].first,
                words[(index + 1)...].prefix(2).joined().filter(\.isNumber).count != 10
            else { return nil }
            return small(next[...])
        }
    }

    private static func small(_ text: Substring) -> Int? {
        text.allSatisfy(\.isNumber) && text.count <= 6 ? Int(text) : nil
    }

    private static func mayBeInvoice(_ word: String) -> Bool {
        (4...24).contains(word.count) && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
            || word.contains("-") && word.count(where: \.isNumber) >= 5 && word.count <= 24
    }

    private static func first(_ found: [String]) -> [String] {
        var known: Set<String> = []
        return Array(found.filter { known.insert($0).inserted }.prefix(most))
    }
}
