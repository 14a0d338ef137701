/// What a mail is about; it may be several at once.
public enum Mailsoort: String, Hashable, Sendable, CaseIterable {
    /// The klant died.
    case overleden
    case problematiek, klacht, betwist
    /// Someone asks what is known of them, or objects to what is done with it (AVG art. 15 to 21).
    case gegevens
    case hulpverlener, regeling, betaald, verhuisd, vraag
    /// None of the others.
    case overig

    /// The kinds that words can point at.
    static let aanwijsbaar = allCases.filter { $0 != .overig }
}

/// How soon a mail must be answered, and why.
public enum Urgentie: String, Hashable, Sendable, CaseIterable {
    /// Eviction, cut off, despair: a call the same day.
    case crisis
    /// By the kind of mail, within so many working days.
    case gewoon
}

/// The language of a mail, as far as the words tell.
public enum Mailtaal: String, Hashable, Sendable, CaseIterable {
    case nederlands = "nl"
    case engels = "en"
    case duits = "de"
    case frans = "fr"
    case spaans = "es"
    case portugees = "pt"
    case italiaans = "it"
    case pools = "pl"
    case roemeens = "ro"
    case bulgaars = "bg"
    case turks = "tr"
    case arabisch = "ar"
    case oekraiens = "uk"
    case russisch = "ru"
    /// A language of which no words are known here.
    case anders
    /// Too few words to tell, or none.
    case onbekend

    /// Whether the rules are written in it.
    public var kennenDeRegels: Bool { self == .nederlands || self == .engels }
}
