import Basics
import Database
import Incasso
import Journal
import Klanten
import Zaken

/// Someone sees who a person is, on their own page or beside a zaak: recorded once a day for each reader, so that the person can see who looked.
struct Inzage {
    static let kind = "ingezien"

    let partij: Identifier<Partij>

    func run(in act: Act) throws {
        guard try act.tx.partijen.find(partij) != nil else { return }
        if try !isRecorded(for: act.actor, on: act.today, in: act.tx) {
            try act.record(Inzage.kind, of: .klant(partij))
        }
    }

    /// Whether this reader's look of that day stands already.
    func isRecorded(for actor: Actor, on day: Day, in tx: Transaction) throws -> Bool {
        try tx.journal.entries(of: .klant(partij), limit: 50).contains {
            $0.kind == Inzage.kind && $0.actor == actor && $0.moment.day == day
        }
    }
}

extension Desk {
    /// Records that who is signed in sees this person, once a day; costs a reading only when it stands already.
    func recordLook(at partij: Identifier<Partij>, _ context: SignedInContext) async throws {
        let (look, actor, today) = (Inzage(partij: partij), Actor.user(context.user.id), today())
        let stands = try await office.read { try look.isRecorded(for: actor, on: today, in: $0) }
        if !stands { try await act(context) { try look.run(in: $0) } }
    }
}

extension ContactChange {
    /// When the person left each creditor's dwelling, where the form asked it.
    private func leave(in act: Act) throws {
        for one in try act.tx.schuldeisers.debiteuren(of: partij) {
            guard let text = form.raw("vertrokken.\(one.schuldeiser).\(one.nummer)") else { continue }
            let day = Day(written: text)
            guard day != one.vertrokken else { continue }
            try act.tx.schuldeisers.note(left: day, debiteur: one.nummer, of: one.schuldeiser)
            try act.record(
                "vertrek_vastgelegd", of: .klant(partij),
                ["schuldeiser": .string(one.schuldeiser), "dag": day.map { JSON($0) } ?? .null])
        }
    }
}

/// How a person can be reached changes.
struct ContactChange {
    let partij: Identifier<Partij>
    let form: FormFields

    func run(in act: Act) throws {
        guard var partij = try act.tx.partijen.find(partij) else { throw ZaakRefusal.unknownZaak }
        partij.telefoon = form["telefoon"].map { String($0.prefix(40)) }
        partij.email = form["email"].map { String($0.prefix(200)) }
        if let channel = form["kanaal"].flatMap(Kanaal.init(rawValue:)) { partij.voorkeurskanaal = channel }
        if let tongue = form["taal"].flatMap(Taal.init(rawValue:)) { partij.taal = tongue }
        let before = partij
        if let name = form["naam"] { partij.naam = String(name.prefix(200)) }
        if form.raw("adres") != nil { partij.adres = address }
        try leave(in: act)
        try act.tx.partijen.save(partij)
        try act.record("contactgegevens_gewijzigd", of: .klant(partij.id))
        if partij.naam != before.naam || partij.adres != before.adres {
            try act.record(
                "klantgegevens_gewijzigd", of: .klant(partij.id),
                ["naam": .bool(partij.naam != before.naam), "adres": .bool(partij.adres != before.adres)])
            for var zaak in try act.tx.zaken.all(of: partij.id) { try act.save(&zaak) }
        }
    }

    private var address: Adres? {
        form["adres"].map {
            Adres(
                regel: String($0.prefix(200)), postcode: String((form["postcode"] ?? "").prefix(20)),
                plaats: String((form["plaats"] ?? "").prefix(100)))
        }
    }
}
