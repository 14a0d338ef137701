/// What can be found of one klant or zaak: the words to find it by, and what a hit shows.
public struct Zoekregel: Hashable, Sendable {
    public enum Soort: String, Sendable, CaseIterable { case klant, zaak }

    public var soort: Soort
    /// The identifier of the klant or zaak.
    public var verwijzing: String
    public var titel: String
    /// Further words that lead to it, not shown.
    public var tekst: String
    public var ondertitel: String
    /// A word to narrow a search by, such as a status.
    public var facet: String
    /// Which hits come first: people, then what is open, then what is closed.
    public var orde: Int

    public init(
        soort: Soort, verwijzing: String, titel: String, tekst: String, ondertitel: String, facet: String, orde: Int = 0
    ) {
        self.orde = orde
        self.soort = soort
        self.verwijzing = verwijzing
        self.titel = titel
        self.tekst = tekst
        self.ondertitel = ondertitel
        self.facet = facet
    }
}

/// What someone looks for: words that must all occur, each possibly unfinished.
public struct Zoekvraag: Hashable, Sendable {
    /// At most eight words of letters and digits, lower case.
    public let woorden: [String]
    /// The words as one, when there is a figure in them: people write numbers with and without spaces.
    let aaneen: String?
    /// The end of a zaak's number, when only that is asked for.
    let staart: String?
    public var soort: Zoekregel.Soort?
    public var facet: String?

    public init(_ text: String, soort: Zoekregel.Soort? = nil, facet: String? = nil) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        woorden = words.prefix(8).map { String($0.prefix(40)) }
        let whole = woorden.joined()
        aaneen = woorden.count > 1 && whole.contains(where: \.isNumber) ? String(whole.prefix(60)) : nil
        let isTail = woorden.count == 1 && whole.count <= 6 && whole.allSatisfy { $0.isASCII && $0.isNumber }
        staart = isTail ? "%-" + String(repeating: "0", count: 6 - whole.count) + whole : nil
        self.soort = soort
        self.facet = facet
    }
}

extension String {
    /// Letters and figures only: `3162 RR` is also found as `3162rr`, `06-12345678` as `0612345678`.
    public var aaneen: String { filter { $0.isLetter || $0.isNumber } }
}
