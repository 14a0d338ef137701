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

    public init(soort: Soort, verwijzing: String, titel: String, tekst: String, ondertitel: String, facet: String) {
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
    public var soort: Zoekregel.Soort?
    public var facet: String?

    public init(_ text: String, soort: Zoekregel.Soort? = nil, facet: String? = nil) {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        woorden = words.prefix(8).map { String($0.prefix(40)) }
        self.soort = soort
        self.facet = facet
    }
}
