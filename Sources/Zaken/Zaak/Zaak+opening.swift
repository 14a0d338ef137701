public import Basics
import Engine
public import Klanten

extension Zaak {
    /// Opens a zaak of a kind for someone; its process starts with ``Start``.
    public struct Opening: Sendable {
        public var zaaktype: String
        public var partij: Partij
        public var omschrijving: String

        public init(zaaktype: String, partij: Partij, omschrijving: String) {
            self.zaaktype = zaaktype
            self.partij = partij
            self.omschrijving = omschrijving
        }

        public func run(in act: Act) throws -> Zaak {
            guard let type = act.playbook.zaaktypen[zaaktype] else { throw ZaakRefusal.unknownZaaktype(zaaktype) }
            let series = "ZAAK-\(act.today.year)-"
            let digits = String(try act.tx.zaken.nextNumber(in: series))
            let zaak = Zaak(
                id: act.newID(), nummer: series + String(repeating: "0", count: max(0, 6 - digits.count)) + digits,
                zaaktype: zaaktype, partij: partij.id, omschrijving: omschrijving, status: type.beginstatus,
                geopend: act.today, streefdatum: act.today + type.doorlooptijd)
            try act.tx.zaken.add(zaak)
            try act.tx.zoekindex.put(zaak.zoekregel(of: partij))
            try act.record("zaak_geopend", of: zaak.id, ["nummer": .string(zaak.nummer)])
            return zaak
        }
    }

    /// Starts the process that belongs to the zaaktype; a zaak whose process runs already is left alone.
    public struct Start: Sendable {
        public let zaak: Identifier<Zaak>

        public init(zaak: Identifier<Zaak>) { self.zaak = zaak }

        public func run(in act: Act) throws {
            guard let zaak = try act.tx.zaken.find(zaak), zaak.isOpen,
                try act.tx.processen.instance(of: zaak.id) == nil
            else { return }
            let type = try act.zaaktype(of: zaak)
            guard let definition = act.playbook.processen.newest(type.proces) else { throw ProcesRefusal.noProcess }
            var run = try ProcessRun(starting: definition.key, for: zaak, in: act)
            try run.perform(.start(variables: type.variabelen))
        }
    }

    func zoekregel(of partij: Partij) -> Zoekregel {
        Zoekregel(
            soort: .zaak, verwijzing: id.text, titel: nummer,
            tekst: [partij.naam, omschrijving, String(nummer.suffix(6).drop { $0 == "0" })].joined(separator: " "),
            ondertitel: [partij.naam, omschrijving].joined(separator: " · "), facet: status, orde: isOpen ? 1 : 2)
    }
}
