import Basics
import Database
import Incasso
import Journal
import Postvak
import Recht
import Zaken

/// What must be seen before anything is done on a zaak: the states of its person, mail that waits for an answer, and money
/// that waits and may belong here.
struct Zaakstand: Sendable {
    let toestanden: [Toestand]
    let wachtend: [Betaling.Wachtend]
    /// Mail of this zaak that nobody dealt with yet, and mail in Post that may belong here.
    let post: [Poststuk.Wachtend]
    /// What forbids to call the klant now.
    let belverbod: [Recht.Permission.Verbod]
    /// Whether the reader said today why they call all the same.
    let beltToch: Bool
    /// Whether money is asked for on the zaak.
    let asksMoney: Bool
    private let recht: RechtTables

    init(of zaak: Zaak, for me: Actor, in act: Act, _ recht: RechtTables) throws {
        let tx = act.tx
        self.recht = recht
        asksMoney = zaak.isOwed
        belverbod = try act.verbod(.bellen, on: zaak, recht: recht)
        beltToch = try Contact.TochBellen.isGiven(on: zaak.id, by: me, on: act.today, in: tx)
        toestanden = try tx.toestanden.all(of: zaak.partij).filter { $0.opgeheven == nil }
        wachtend = try tx.wachtend(bij: zaak)
        post = try tx.wachtendePost(bij: zaak)
    }

    /// Whether the klant may not be called, and the reader gave no reason to; a crisis is one, where it is likely of them.
    var hidesNumber: Bool {
        let isCrisis = post.contains { $0.mail.isCrisis && $0.vondst?.zekerheid != .mogelijk }
        return !belverbod.isEmpty && !beltToch && !isCrisis
    }

    /// Why the number is not shown: the states that forbid to call.
    func notCalled(_ words: Words) -> String {
        let kinds = Set(belverbod.map(\.state.kind)).map { words("states.\($0.rawValue)").lowercased() }.sorted()
        return words("contact.not_called", ["states": kinds.joined(separator: ", ")])
    }

    private func mails(_ words: Words, today: Day) -> [Banner] {
        post.map { $0.banner(words, today: today, asksMoney: asksMoney) }
    }

    /// All of it, without the first of the payments that are told elsewhere.
    func banners(_ words: Words, today: Day, after told: Int = 0) -> [Banner] {
        toestanden.map { $0.banner(words, today: today, recht) } + mails(words, today: today)
            + wachtend.dropFirst(told).map { $0.banner(words, today: today) }
    }
}

extension Betaling.Wachtend {
    /// That money came, in the timeline of a zaak where it may belong.
    func happening(_ words: Words, today: Day) -> Happening {
        Happening(
            day: words.day(betaling.datum, today: today), clock: nil, machine: betaling.datum.description, sign: "€",
            tone: "money", what: words("happened.betaling_wacht", ["amount": words.money(betaling.bedrag)]),
            detail: nil,
            who: nil, link: Way(words("payments.waits_way"), BetalingPaths.betaling(betaling.id)))
    }

    /// That money waits, how much of which day, and what points at this zaak.
    func banner(_ words: Words, today: Day) -> Banner {
        let grounds = Betaling.Kandidaat.Grond.allCases.filter(kandidaat.gronden.contains)
        let why = grounds.map { words("payments.ground_\($0.rawValue)") }.joined(separator: ", ")
        let what: KeyValuePairs = [
            "amount": words.money(betaling.bedrag), "day": words.day(betaling.datum, today: today),
        ]
        return Banner(
            tone: "attention", title: words("payments.waits_here", what),
            text: words(kandidaat.houdtOp ? "payments.waits_holds" : "payments.waits_look", ["why": why]),
            way: Way(words("payments.waits_way"), BetalingPaths.betaling(betaling.id)))
    }
}
