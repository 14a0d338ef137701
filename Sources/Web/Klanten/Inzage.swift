import Basics
import Journal
import Klanten
import Zaken

/// Someone opens the whole picture of a person: recorded once a day for each reader, so that the person can see who looked.
struct Inzage {
    static let kind = "ingezien"

    let partij: Identifier<Partij>

    func run(in act: Act) throws {
        guard try act.tx.partijen.find(partij) != nil else { return }
        let recent = try act.tx.journal.entries(of: .klant(partij), limit: 50)
        let isKnown = recent.contains {
            $0.kind == Inzage.kind && $0.actor == act.actor && $0.moment.day == act.today
        }
        if !isKnown { try act.record(Inzage.kind, of: .klant(partij)) }
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
