import Basics
import Database
import Incasso
import Journal
import Klanten
import Zaken

/// The demo's debtors as they live: they read their letters, remember what they promised, and pay.
struct DemoPeople {
    private let byName: [String: Portfolio.Debiteur]
    private var planned: [Day: [DemoBank.Entry]] = [:]
    private var position: Int64 = 0
    private var heard: Set<String> = []
    private var random = SeededRandom(seed: 11)

    init(_ portfolio: Portfolio) {
        byName = Dictionary(portfolio.debiteuren.map { ($0.naam, $0) }) { first, _ in first }
    }

    /// What a person does when asked by this form; who disputed once, or was helped, has it solved the next time.
    mutating func behaviour(of name: String, at form: String?) -> Portfolio.Gedrag? {
        guard let person = byName[name] else { return nil }
        guard form == "belronde", person.gedrag == .betwist || person.gedrag == .hulp else { return person.gedrag }
        return heard.insert(name).inserted ? person.gedrag : .betaaltNaBellen
    }

    mutating func payments(on day: Day) -> [DemoBank.Entry] { planned.removeValue(forKey: day) ?? [] }

    /// Hears what happened since it last listened, and plans the payments that follow.
    mutating func listen(to house: House, on day: Day) async throws {
        while true {
            let from = position
            let news = try await house.office.read { tx in try DemoNews.read(from: from, in: tx) }
            guard let last = news.last else { return }
            position = last.position
            for item in news { react(to: item, on: day) }
        }
    }

    private mutating func react(to news: DemoNews, on day: Day) {
        guard let person = byName[news.klant], news.open > .zero else { return }
        switch (news.kind, person.gedrag) {
        case (.brief("herinnering"), .betaaltNaHerinnering), (.brief("aanmaning"), .betaaltNaAanmaning),
            (.brief("veertiendagenbrief"), .betwist):
            pay(news.open, person, news.kenmerk, on: day + person.traagheid)
        case (.taak("belronde", "betaalt"), _): pay(news.open, person, news.kenmerk, on: day + 5)
        case (.regeling(let terms), .regelingGemist):
            forget(person)
            for (index, term) in terms.enumerated() where index != 1 {
                pay(term.bedrag, person, news.kenmerk, on: term.vervaldag)
            }
        case (.regeling(let terms), _):
            forget(person)
            for term in terms { pay(term.bedrag, person, news.kenmerk, on: term.vervaldag) }
        default: break
        }
    }

    /// What was planned before an arrangement is no longer paid beside it.
    private mutating func forget(_ person: Portfolio.Debiteur) {
        planned = planned.mapValues { $0.filter { $0.iban != person.iban } }
    }

    /// One in twelve forgets the reference, and one in fifty writes from an account nobody knows.
    private mutating func pay(_ amount: Money, _ person: Portfolio.Debiteur, _ reference: String?, on day: Day) {
        let careless = Int.random(in: 0..<12, using: &random) == 0
        let stranger = Int.random(in: 0..<50, using: &random) == 0
        let entry = DemoBank.Entry(
            amount: amount, name: stranger ? "Familie van huurder" : person.naam,
            iban: stranger ? "NL13TEST0123456789" : person.iban, reference: careless || stranger ? nil : reference,
            text: "huur")
        planned[day, default: []].append(entry)
    }
}

/// What a debtor of the demo hears of: a letter, a talk, an arrangement.
struct DemoNews: Sendable {
    enum Kind: Sendable {
        case brief(String)
        case taak(String, String)
        case regeling([Betalingsregeling.Termijn])
        case other
    }

    let position: Int64
    let kind: Kind
    let klant: String
    let open: Money
    let kenmerk: String?

    static func read(from position: Int64, in tx: Transaction) throws -> [DemoNews] {
        try tx.journal.after(position: position, limit: 500).map { entry in try DemoNews(entry, in: tx) }
    }

    private init(_ entry: JournalEntry, in tx: Transaction) throws {
        position = entry.position ?? 0
        guard let id = Identifier<Zaak>(entry.subject.id), let zaak = try tx.zaken.find(id),
            entry.subject.kind == "zaak"
        else {
            (kind, klant, open, kenmerk) = (.other, "", .zero, nil)
            return
        }
        klant = try tx.partijen.find(zaak.partij)?.naam ?? ""
        open = zaak.bedrag
        kenmerk = try tx.vorderingen.all(of: zaak.id).first(where: \.isOpen)?.kenmerk
        switch entry.kind {
        case "brief_opgemaakt": kind = .brief(entry.content["sjabloon"].text ?? "")
        case "taak_afgerond":
            kind = .taak(entry.content["formulier"].text ?? "", entry.content["uitkomst"]["uitkomst"].text ?? "")
        case "regeling_afgesproken": kind = .regeling(try tx.regelingen.running(for: zaak.id)?.termijnen ?? [])
        default: kind = .other
        }
    }
}
