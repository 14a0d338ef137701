/// What kind of answer a question waits for.
struct QuestionForm {
    /// Can be answered with yes or no.
    let isPolar: Bool
    let isDenied: Bool
    /// Asks for an amount, a percentage, a moment, an address.
    let wants: Wanted?
    /// Asks the adviser itself to decide.
    let asksDecision: Bool
    /// Asks whether someone will be admitted or is entitled, which only a rule about just that can answer.
    let asksEntitlement: Bool
    /// Asks for a date.
    let asksMoment: Bool
    /// Asks where the case should go next.
    let asksRoute: Bool
    /// Asks that and tells nothing: `Wat is de volgende stap?`
    let asksOnlyNext: Bool
    /// Asks how the work at hand is done: `Waar moet ik aan denken?`, `Wat leg ik vast?`
    let asksWork: Bool
    /// `Wat is de rente?`: asks what something amounts to.
    var asksValue: Bool {
        let words = asking.prefix(2).map(\.text)
        return words.first == "wat" && ["is", "zijn", "was", "waren", "wordt", "bedraagt"].contains(words.last ?? "")
    }
    /// Asks from when something holds: `vanaf wanneer`, `wanneer gaat het in`.
    var asksStart: Bool {
        let words = asking.map(\.text)
        return words.contains("vanaf") || words.contains("ingangsdatum") || words.contains("ingaat")
            || words.contains("gaat") && words.last == "in"
    }
    /// Tells how things are and asks nothing: what fits is waited for.
    var onlyTells: Bool {
        !isPolar && wants == nil && !asksMoment
            && !asking.contains { $0.mark == "?" || Self.interrogative.contains($0.text) }
    }
    /// Asks whether something came in time: `op tijd?`, `te laat?`, `kan dat nog?`.
    let asksPunctual: Bool
    /// The tokens of the sentence that asks.
    let asking: ArraySlice<Token>

    enum Wanted: Sendable { case amount, percentage, period, count, contact, person }

    static let opening: Set<String> = [
        "mag", "kan", "moet", "is", "zijn", "heeft", "hebben", "stuur", "begint", "stopt", "vervalt", "blijft", "sluit",
        "boek", "wordt", "worden", "geldt", "hoef", "hoeft", "moeten", "mogen",
        "kunnen", "kun", "doe", "gaat", "loopt", "ga", "zal", "laat", "komt", "telt", "valt", "neem", "krijgt", "zet",
        "bel", "toch", "toelaten", "verlengen", "dus",
    ]

    init(_ question: String, _ tokens: [Token]) {
        let asking = Self.asking(question, tokens)
        self.asking = asking
        let words = asking.map(\.text)
        isPolar = words.first.map { Self.opening.contains($0) } == true || Self.endsOpen(words)
        isDenied = Denial.isDenied(asking)
        let wanted = Self.wanted(words)
        // `Mag ik het telefoonnummer meegeven?` asks leave, and no number.
        wants = isPolar && wanted == .contact ? nil : wanted
        asksDecision = Gate.asksDecision(tokens)
        asksMoment =
            words.contains {
                ["wanneer", "datum", "einddatum", "eindigt", "afgelopen", "afloopt", "uiterlijk"].contains($0)
            }
            || zip(words, words.dropFirst()).contains {
                ["welke", "welk", "laatste", "uiterste"].contains($0)
                    && ["maand", "dag", "dagen", "datum", "jaar", "week", "moment"].contains($1)
            }
        asksPunctual = Self.asksPunctual(words)
        asksEntitlement = Self.asksEntitlement(words)
        let all = tokens.map(\.text)
        asksWork = Self.asksWork(words)
        asksRoute = Self.asksRoute(words.isEmpty ? all : words)
        asksOnlyNext = asksRoute && all.allSatisfy { Self.onward.contains($0) || FunctionWords.all.contains($0) }
    }

    private static func endsOpen(_ words: [String]) -> Bool {
        guard let first = words.first else { return false }
        return ![
            "hoe", "wat", "welke", "welk", "waar", "wanneer", "wie", "waarom", "hoeveel", "waarheen", "tot", "hoelang",
            "waarnaartoe", "binnen",
        ].contains(first)
            && words.contains { ["mag", "kan", "moet", "toch"].contains($0) }
    }

    private static func wanted(_ words: [String]) -> Wanted? {
        let text = " " + words.joined(separator: " ") + " "
        func has(_ phrases: String...) -> Bool { phrases.contains { text.contains(" " + $0 + " ") } }
        if has("percentage", "rentepercentage", "welk tarief", "hoeveel procent") { return .percentage }
        if has("hoe hoog", "welk bedrag", "hoeveel euro", "hoeveel geld", "wat kost", "hoeveel kost", "hoe duur") {
            return .amount
        }
        if asksNamedAmount(words) { return .amount }
        if has("openingstijden", "adres", "telefoonnummer", "emailadres", "hoe laat", "website", "postcode") {
            return .contact
        }
        if has(
            "hoe lang", "hoelang", "hoeveel dagen", "hoeveel weken", "hoeveel maanden", "tot wanneer", "binnen hoeveel",
            "welke termijn")
        {
            return .period
        }
        if has("wie beslist", "wie mag", "wie moet", "wie gaat", "bij wie", "aan wie") { return .person }
        if has("hoeveel", "hoe vaak", "hoe veel") { return .count }
        return nil
    }

    /// `Wat is het eigen bedrag`: the thing is an amount by its name.
    private static func asksNamedAmount(_ words: [String]) -> Bool {
        guard words.count > 3, words[0] == "wat", ["is", "zijn", "bedraagt"].contains(words[1]),
            ["de", "het", "ons", "onze", "mijn", "zijn", "haar"].contains(words[2])
        else { return false }
        return words[3...].prefix(2).contains { word in
            ["bedrag", "tarief", "norm", "prijs", "geld"].contains { word.hasSuffix($0) && word.count > $0.count }
        }
    }

    private static func asksWork(_ words: [String]) -> Bool {
        guard let first = words.first, ["wat", "waar", "hoe"].contains(first), words.count > 2 else { return false }
        return !leave.contains(words[1])
            && words[2...].prefix(3).contains { ["ik", "we", "wij", "er", "hier"].contains($0) }
    }

    /// What these ask is no work: leave, or what is known.
    private static let leave: Set<String> = [
        "mag", "mogen", "kan", "kunnen", "krijg", "krijgen", "heb", "hebben", "ben", "is", "zijn", "weet", "weten",
        "wil",
    ]

    private static let onward: Set<String> = [
        "wat", "hoe", "volgende", "vervolgstap", "vervolg", "stap", "stappen", "nu", "verder", "daarna", "hierna",
        "doe",
        "doen", "moet", "kan", "komt", "gebeurt", "volgt", "zaak", "dossier",
    ]

    private static func asksPunctual(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        return [
            " op tijd ", " te laat ", " tijdig ", " binnen de termijn ", " buiten de termijn ", " kan dat nog ",
            " kan het nog ",
        ]
        .contains(where: text.contains)
    }

    private static func asksEntitlement(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        if text.contains(" recht op ") || text.contains(" in aanmerking ") || text.contains(" kans op ") { return true }
        return (words.first == "wordt" || words.first == "krijgt") && !words.contains("ik")
            && !words.contains("we")
    }

    private static func asksRoute(_ words: [String]) -> Bool {
        let text = " " + words.joined(separator: " ") + " "
        return [
            "route", "waarheen", "waarnaartoe", "volgende stap", "vervolgstap", "wat nu", "hoe verder", "welke kant",
            "extern", "intern", "wat doe ik", "doorverwijzen", "verwijzen", "waar naartoe", "welke hulp", "welke weg",
            "wat volgt", "wat gebeurt", "wat moet ik doen", "wat moeten we doen", "wat doen we", "wat daarna",
            "wat komt",
            "wat te doen", "hoe nu", "en nu", "en dan",
        ]
        .contains { text.contains(" " + $0 + " ") }
            || words.contains("waar") && ["heen", "naartoe", "terecht"].contains(words.last ?? "")
            || words.first == "wat" && words.contains { $0 == "moet" || $0 == "moeten" }
                && ["regelen", "doen", "ondernemen"].contains(words.last ?? "")
    }
}
