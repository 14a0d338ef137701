import Basics
import Journal
import Zaken

/// Why a taak waits now: the newest thing that happened to its zaak, in one short sentence.
struct Aanleiding {
    /// What can be a reason; all else in the journal follows from these.
    static let kinds = [
        "brief_opgemaakt", "taak_afgerond", "contact", "termijn_gemist", "nieuwe_achterstand", "betaling_ontvangen",
        "betaling_teruggenomen",
        "gemeld", "regeling_afgesproken", "regeling_vervallen", "zaak_hervat", "zaak_heropend", "afgeweken", "storing",
        "zaak_geopend", "overdracht_teruggehaald", "toestand_begonnen", "toestand_verlopen",
        "knoop_afgesloten", "nazorg_gepland", "signaal_uitslag", "uitzondering_opnieuw",
    ]

    let text: String

    init?(_ entry: JournalEntry, words: Words, today: Day, naming: Naming) {
        guard Aanleiding.kinds.contains(entry.kind) else { return nil }
        let content = entry.content
        let letter = content["sjabloon"].text.map { words.text("letters.\($0)") ?? content["onderwerp"].text ?? $0 }
        let answer = naming.outcome(content)
        let (about, channel) = (content["reden"].text, content["kanaal"].text)
        let key =
            switch entry.kind {
            case "taak_afgerond" where answer != nil: "taak_beantwoord"
            case "contact" where about != nil && channel != nil: "contact_over"
            default: entry.kind
            }
        text = words(
            "reasons.\(key)",
            [
                "ago": words.ago(entry.moment.day, today: today), "letter": letter ?? "", "answer": answer ?? "",
                "name": words.titled(Stap.name(words.drawn(content["naam"].text ?? "")), content.rondes),
                "day": (content["vervaldag"].day ?? content["tot"].day).map { words.day($0, today: today) } ?? "",
                "n": content["maand"].integer.map(words.number) ?? "",
                "amount": content["bedrag"].money.map(words.money) ?? "",
                "about": about ?? "", "channel": channel.map { words("contact.via_\($0)") } ?? "",
                "outcome": Aanleiding.outcome(of: entry, words) ?? "",
                "state": content["toestand"].text.map { words("states.\($0)") } ?? "",
                "report": naming.report(content["bericht"].text ?? ""),
            ])
    }
}

extension Aanleiding {
    /// What came of a signal, or of a guidance, in words.
    private static func outcome(of entry: JournalEntry, _ words: Words) -> String? {
        entry.content["uitslag"].text.map { words("early.result_\($0)") }
            ?? entry.plan.map { words("knoop.ends_\($0)") }
    }
}

extension JournalEntry {
    /// How a guidance ended, where it tells of one.
    fileprivate var plan: String? {
        switch kind {
        case "knoop_afgesloten": content["uitkomst"].text
        case "nazorg_gepland": content["plan"].text
        default: nil
        }
    }
}

extension Words {
    /// How long ago a day was: `vandaag`, `gisteren`, `14 dagen geleden`.
    func ago(_ day: Day, today: Day) -> String {
        switch today - day {
        case ...0: self("dates.today")
        case 1: self("dates.yesterday")
        default: self("dates.days_ago", count: today - day)
        }
    }
}

extension Naming {
    /// What came of a taak, in the words of its form.
    func outcome(_ content: JSON) -> String? {
        let veld = content["formulier"].text.flatMap { formulieren[$0] }?.velden.first { $0.id == "uitkomst" }
        return veld?.opties.first { $0.waarde == content["uitkomst"]["uitkomst"].text }?.label[language]
    }
}
