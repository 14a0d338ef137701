import Basics
import Journal
import Procesbot
public import Zaken

extension Bron {
    /// Puts a drawing or table that is published in the library, as the next version of the source that held the one before it; that
    /// one lapses on the day before. So advice cites what runs.
    public static func follow(_ publicatie: Publicatie, in act: Act) throws {
        let known = try act.tx.bronnen.find(hashes: publicatie.voorgangers)
        let naam = try known?.naam ?? act.tx.bronnen.find(naam: publicatie.bronnaam)?.naam ?? publicatie.bronnaam
        let bytes = [UInt8](publicatie.bron.utf8)
        let document = try LibraryDocument(model: bytes, named: publicatie.bronnaam)
        guard !document.passages.isEmpty else { return }
        let newest = try act.tx.bronnen.find(naam: naam).flatMap { try act.tx.bronnen.versions(of: $0.id).first }
        guard newest?.hash != document.hash else { return }
        if let newest { try lapse(newest, before: publicatie.vanaf, in: act) }
        let name = publicatie.bronnaam.split(separator: "/").last.map(String.init) ?? naam
        try Filing(
            naam: naam, file: SourceFile(name: name, bytes: bytes, document: document, vorm: .opmaak),
            eigenaar: newest?.eigenaar, geldigVan: publicatie.vanaf,
            zaaktypen: newest.map { Bronversie.list($0.zaaktypen) } ?? [],
            stappen: newest.map { Bronversie.list($0.stappen) } ?? [], door: act.actor.description
        ).run(in: act)
    }

    /// Lets the source of a drawing that is withdrawn lapse on the day before: nothing runs that it tells of.
    public static func lapse(_ publicatie: Publicatie, in act: Act) throws {
        let known =
            try act.tx.bronnen.find(hashes: publicatie.voorgangers) ?? act.tx.bronnen.find(naam: publicatie.bronnaam)
        guard let known, let newest = try act.tx.bronnen.versions(of: known.id).first else { return }
        try lapse(newest, before: publicatie.vanaf, in: act)
    }

    /// A version that begins on that day or later holds on its first day and no longer; of two on one day the newest is cited.
    private static func lapse(_ versie: Bronversie, before day: Day, in act: Act) throws {
        guard versie.geldigTot.map({ $0 >= day }) ?? true else { return }
        let last = max(day - 1, versie.geldigVan ?? day - 1)
        try Expiry(bron: versie.bron.id, tot: last).run(in: act)
    }
}

extension Publicatie {
    /// The name that such a file has in the library where no version of it is known yet.
    fileprivate var bronnaam: String {
        switch soort {
        case .proces: "processen/\(code).bpmn"
        case .beslissing: "beslissingen/\(code).dmn"
        }
    }
}
