import Basics
import Bibliotheek
import Database
import Engine
import Incasso
import Journal
import Klanten
import Recht
import Zaken

/// All that the page of a zaak tells of, read in one transaction.
struct ZaakLook: Sendable {
    let zaak: Zaak
    let partij: Partij
    let pauze: Pauze?
    let stand: Zaakstand
    /// The guidance out of debts that runs, or whose aftercare does.
    let knoop: Knoop?
    let taken: [Taak]
    /// What was decided on a proposal that came back, by the taak that it came back with.
    let teruggestuurd: [Identifier<Taak>: Teruggestuurd]
    /// Where it is stuck, by the taak that asks to mend it.
    let storingen: [Identifier<Taak>: Storing]
    /// The decision tables in all their versions, where one of them keeps the process from going on.
    let tabellen: [Beslissingsmodel]
    let claims: [Claim]
    let schuldeiser: Schuldeiser?
    let regeling: Betalingsregeling?
    let documenten: [Document]
    /// How the letters among the documents stand.
    let bezorging: [Identifier<Document>: Brief.Bezorging]
    let notities: [Notitie]
    let adviezen: [Adviesrecord]
    let entries: [JournalEntry]
    /// The newest contacts, and calls and visits in which someone was spoken to.
    let contacts: [JournalEntry]
    /// The newest call or visit in which nobody was.
    let attempt: JournalEntry?
    let instance: ProcessInstance?
    /// Which steps were done, however long ago.
    let gang: Gang
    /// The handover that runs.
    let overdracht: Overdracht?
    let others: [Zaak]
    let colleagues: Colleagues
    let besluiten: [Zaakbesluit]
    /// A taak elsewhere to go on with, when there is none here.
    let next: Werkvoorraad.Regel?

    struct Claim: Sendable {
        let vordering: Vordering
        let ledger: [Mutatie]
    }

    /// The newest entries that the timeline shows at first, and at most.
    static let few = 60
    static let many = 1_000

    init?(
        _ id: Identifier<Zaak>, in act: Act, entries limit: Int, for user: Gebruiker, _ groups: [String],
        _ recht: RechtTables
    ) throws {
        let (tx, me) = (act.tx, Medewerker(user.login))
        guard let zaak = try tx.zaken.find(id), let partij = try tx.partijen.find(zaak.partij) else { return nil }
        self.zaak = zaak
        self.partij = partij
        pauze = try tx.pauzes.running(for: partij.id)
        stand = try Zaakstand(of: zaak, for: .user(user.id), in: act, recht)
        knoop = try tx.knopen.current(for: partij.id)
        taken = try tx.taken.waiting(for: id)
        teruggestuurd = try taken.reduce(into: [:]) { found, taak in
            found[taak.id] = try tx.taken.teruggestuurd(taak, act.playbook)
        }
        storingen = try taken.reduce(into: [:]) { found, taak in
            if taak.soort == .storing { found[taak.id] = try tx.storingen.find(taak.id) }
        }
        claims = try tx.vorderingen.all(of: id).map {
            Claim(vordering: $0, ledger: try tx.vorderingen.ledger(of: $0.id))
        }
        schuldeiser = try claims.first.flatMap { try tx.schuldeisers.find($0.vordering.schuldeiser) }
        regeling = try tx.regelingen.all(of: id).first
        documenten = try tx.documenten.all(of: id)
        bezorging = try tx.brieven.deliveries(of: id)
        notities = try tx.notities.all(of: id)
        adviezen = try tx.adviezen.all(of: id)
        entries = try tx.journal.entries(of: Subject(kind: "zaak", id: id.text), limit: limit)
        let recorded = try tx.journal.newest(["contact"], of: "zaak", [id.text])[id.text]
        let newest = ZaakLook.contacts(entries, recorded)
        // A talk may lie behind what the timeline shows at first.
        contacts =
            newest.isEmpty && entries.count == limit
            ? ZaakLook.contacts(try tx.journal.entries(of: .zaak(id), limit: ZaakLook.many), nil) : newest
        attempt = entries.first { ZaakLook.isTalk($0) && !ZaakLook.isReached($0) }
        instance = try tx.processen.instance(of: id)
        gang = Gang(try tx.journal.entries(of: .zaak(id), about: Gang.kinds))
        tabellen = instance?.isStuckAtDecision == true ? try tx.beslissingen.all() : []
        overdracht = try tx.overdrachten.running(for: id)
        others = try tx.zaken.all(of: partij.id).filter { $0.id != id }
        besluiten = try tx.beslissingen.standing(for: id)
        colleagues = Colleagues(all: try tx.gebruikers.all())
        next = try taken.isEmpty ? ZaakLook.next(for: me, groups, in: tx) : nil
    }
}

extension ZaakLook {
    /// The arrangement that runs.
    var lopend: Betalingsregeling? { regeling.flatMap { $0.staat == .lopend ? $0 : nil } }

    /// Forms that a talk with the person ends with.
    private static let talks: Set<String> = ["belronde", "huisbezoek", "gemiste_termijn", "regeling_afspraak"]

    /// Forms of the guidance that ask whether there was a talk.
    private static let guidance: Set<String> = ["udk_pauze", "udk_gesprek30", "udk_gesprek50", "udk_nazorg"]

    private static func isTalk(_ entry: JournalEntry) -> Bool {
        guard entry.kind == "taak_afgerond", let form = entry.content["formulier"].text else { return false }
        return talks.contains(form) || guidance.contains(form) && entry.content["uitkomst"]["gesproken"] == true
    }

    /// What a form answers where a call or a visit found nobody.
    private static let unreached: Set<String> = ["niet_bereikt", "niet_thuis"]

    private static func isReached(_ entry: JournalEntry) -> Bool {
        !unreached.contains(entry.content["uitkomst"]["uitkomst"].text ?? "")
            && entry.content["uitkomst"]["gesproken"] != false
    }

    private static func contacts(_ entries: [JournalEntry], _ recorded: JournalEntry?) -> [JournalEntry] {
        let talks = entries.filter { $0.kind == "contact" || isTalk($0) && isReached($0) }
        guard let recorded, !talks.contains(where: { $0.moment == recorded.moment }) else { return talks }
        return (talks + [recorded]).sorted { $0.moment > $1.moment }
    }

    /// The first taak of one's own list, else the first that nobody of one's groups has.
    private static func next(for me: Medewerker, _ groups: [String], in tx: Transaction) throws -> Werkvoorraad.Regel? {
        try Werkvoorraad(van: .mij(me)).lines(in: tx, limit: 1).first
            ?? Werkvoorraad(van: .niemand(groups)).lines(in: tx, limit: 1).first
    }
}
