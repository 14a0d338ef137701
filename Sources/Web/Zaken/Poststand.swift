import Basics
import Database
import Journal
import Postvak
import Zaken

/// A mail that was placed in a zaak and that nobody answered yet, in a letter or in a contact that we sought.
struct Poststand: Sendable {
    let mail: Poststuk
    let soorten: Set<Mailsoort>

    /// The mails of a zaak that wait for an answer; a crisis as long as its call was not made.
    static func all(of zaak: Identifier<Zaak>, in tx: Transaction) throws -> [Poststand] {
        let contacts = try tx.journal.entries(of: .zaak(zaak), about: ["contact"])
        let sought = contacts.filter { $0.content["initiatiefnemer"].text == Contact.Initiatiefnemer.wij.rawValue }
        let calls = try tx.taken.waiting(for: zaak, formulier: Poststuk.crisistaak)
        return try tx.poststukken.unanswered(on: zaak).compactMap { mail in
            let kinds = try tx.poststukken.bevestigd(of: mail.id)
            let isTold = sought.contains { $0.moment > mail.afgehandeld ?? mail.ontvangen }
            let waits = mail.isCrisis ? !calls.isEmpty : !isTold && kinds != [.overig]
            return waits ? Poststand(mail: mail, soorten: kinds) : nil
        }
    }

    /// What it says and by when it must be answered.
    func banner(_ words: Words, today: Day) -> Banner {
        let kinds = Mailsoort.allCases.filter(soorten.contains).map { words("post.kind_\($0.rawValue)").lowercased() }
        let what: KeyValuePairs = [
            "kinds": kinds.joined(separator: ", "), "day": words.day(mail.uiterlijk, today: today),
        ]
        let way = Way(words("post.read_mail"), PostPaths.mail(mail.id))
        guard mail.isCrisis else {
            return Banner(
                tone: mail.uiterlijk < today ? "urgent" : "note", title: words("post.waits_on_zaak", what), text: "",
                way: way)
        }
        let quoted = mail.sortering.crisis.map { "“\($0)”" }.joined(separator: ", ")
        return Banner(
            tone: "urgent", title: words("post.crisis_on_zaak"), text: words("post.crisis_why", ["words": quoted]),
            way: way)
    }
}
