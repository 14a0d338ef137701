/// The name of an event as what must be told for it to have come: `Regeling gevraagd` is a wish, `Alles betaald` is how things are.
struct EventName {
    private let clause: Clause
    private let isWish: Bool
    private let isReport: Bool
    private let isWhole: Bool

    /// `nil` for a name that says of nothing what happened.
    init?(_ name: String, _ conditions: ConditionReader) {
        let tokens = Tokenizer.tokens(of: name)
        isWish = tokens.contains { Self.wished.contains($0.text) }
        isReport = tokens.contains { Self.reported.contains($0.text) }
        isWhole = tokens.contains { Self.whole.contains($0.text) }
        let words = tokens.filter { !Self.wished.contains($0.text) && !Self.reported.contains($0.text) }
        guard !words.isEmpty else { return nil }
        clause = conditions.clause(words[...])
        guard clause.terms.contains(where: { $0.weight >= 0.6 }) else { return nil }
    }

    /// An example that its documentation gives: `zoals bewind of overlijden`.
    init(example: Clause) { (clause, isWish, isReport, isWhole) = (example, false, false, false) }

    func isTold(by statement: Statement, _ asked: Inquiry) -> Bool {
        let words = Set(statement.tokens.map(\.text))
        guard !statement.isUncertain, isWish ? Self.isWish(words) : !isToCome(words) else { return false }
        if isReport, words.isDisjoint(with: Self.reporting) { return false }
        if isWhole, !statement.quantities.isEmpty || !words.isDisjoint(with: Self.partly) { return false }
        // That all is paid is seen on the account; that someone says so is another thing.
        if isWhole, !words.isDisjoint(with: Self.hearsay) { return false }
        let facts = CaseFacts(statements: [statement], today: asked.facts.today, model: asked.facts.model)
        return Judge(facts: facts, heading: []).verdict(on: clause).truth == .yes
    }

    /// Someone outside the house wants it, and does not want to be rid of it.
    private static func isWish(_ words: Set<String>) -> Bool {
        !words.isDisjoint(with: wishing) && words.isDisjoint(with: ending) && words.isDisjoint(with: own)
    }

    /// `gaat betalen`, `belooft te betalen`: it has not happened yet.
    private func isToCome(_ words: Set<String>) -> Bool { isWhole && !words.isDisjoint(with: Self.toCome) }

    private static let wished: Set<String> = ["gevraagd", "verzocht", "aangevraagd", "gewenst", "verzoek", "aanvraag"]
    private static let reported: Set<String> = ["gemeld", "ontvangen", "binnen", "binnengekomen", "melding", "bericht"]
    private static let wishing: Set<String> = [
        "wil", "wilt", "willen", "wilde", "wenst", "graag", "vraagt", "vragen", "vroeg", "verzoekt", "gevraagd",
        "verzocht", "aangevraagd", "zou", "stelt", "voorstel", "hoopt",
    ]
    private static let reporting: Set<String> = [
        "meldt", "meldde", "gemeld", "melding", "doorgegeven", "aangegeven", "ontvangen", "binnen", "binnengekomen",
    ]
    private static let ending: Set<String> = [
        "stoppen", "stopt", "beëindigen", "opzeggen", "intrekken", "stekker", "weg", "vervallen", "geen", "niet",
    ]
    private static let own: Set<String> = ["collega", "ik", "we", "wij", "teamleider", "systeem"]
    private static let whole: Set<String> = ["alles", "alle", "volledig", "geheel", "helemaal"]
    private static let partly: Set<String> = [
        "deel", "gedeelte", "helft", "half", "gedeeltelijk", "deels", "eerste", "termijn", "termijnen", "iets",
    ]
    private static let hearsay: Set<String> = [
        "zegt", "zei", "zeggen", "beweert", "volgens", "claimt", "houdt", "stelt", "meent", "denkt", "vindt", "mailt",
        "schrijft", "vertelt", "vertelde",
    ]
    private static let toCome: Set<String> = [
        "wil", "kan", "gaat", "zal", "zou", "belooft", "beloofde", "moet", "mag", "wacht", "morgen", "straks",
    ]
}
