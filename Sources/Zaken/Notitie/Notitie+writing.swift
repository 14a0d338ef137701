public import Basics

extension Notitie {
    /// Someone writes down what a colleague must know.
    public struct Writing: Sendable {
        public static let longest = 4_000

        public var zaak: Identifier<Zaak>
        public var tekst: String
        public var door: Medewerker
        /// What asks to be sure; empty when that was asked.
        public var gevoelig: [Gevoelig]

        public init(zaak: Identifier<Zaak>, tekst: String, door: Medewerker, gevoelig: [Gevoelig] = []) {
            self.gevoelig = gevoelig
            self.zaak = zaak
            self.tekst = tekst.withoutHiddenSigns
            self.door = door
        }

        public func run(in act: Act) throws {
            guard try act.tx.zaken.find(zaak) != nil else { throw ZaakRefusal.unknownZaak }
            guard !tekst.isEmpty else { throw NotitieRefusal.empty }
            guard tekst.count <= Writing.longest else { throw NotitieRefusal.tooLong(Writing.longest) }
            guard gevoelig.isEmpty else { throw NotitieRefusal.sensitive(gevoelig) }
            guard try !act.isPressedAgain("notitie", ["tekst": .string(tekst)], of: zaak) else { return }
            let note = Notitie(id: act.newID(), zaak: zaak, tekst: tekst, moment: act.now, door: door.rawValue)
            try act.tx.notities.add(note)
            try act.tx.geschreven.put(
                Geschreven(soort: .notitie, zaak: zaak, moment: act.now, door: door.rawValue, tekst: tekst))
            try act.record("notitie", of: zaak, ["notitie": .string(note.id.text), "tekst": .string(tekst)])
        }
    }
}

/// Why a note is refused.
public enum NotitieRefusal: Error, Hashable { case empty, tooLong(Int), sensitive([Gevoelig]) }
