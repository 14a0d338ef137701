public import Basics
import Incasso
import Klanten
public import Zaken

extension Poststuk {
    /// A person confirms what a mail is and where it belongs: it becomes a document and a contact of the zaak.
    public struct Plaatsing: Sendable {
        public var poststuk: Identifier<Poststuk>
        /// The number of the zaak, as typed or chosen.
        public var zaaknummer: String
        public var soorten: Set<Mailsoort>
        /// The attachments that are needed in the zaak.
        public var bijlagen: Set<Int>
        /// Whether the sender's address is now the one that we know of this person.
        public var onthoudAdres: Bool
        /// Whether the number that the mail gives is now the one to call this person at.
        public var onthoudNummer: Bool
        public var door: Medewerker

        public init(
            poststuk: Identifier<Poststuk>, zaaknummer: String, soorten: Set<Mailsoort>, bijlagen: Set<Int>,
            onthoudAdres: Bool = false, onthoudNummer: Bool = false, door: Medewerker
        ) {
            self.onthoudNummer = onthoudNummer
            self.poststuk = poststuk
            self.zaaknummer = zaaknummer
            self.soorten = soorten
            self.bijlagen = bijlagen
            self.onthoudAdres = onthoudAdres
            self.door = door
        }

        public func run(in act: Act) throws {
            var one = try act.open(poststuk)
            guard !soorten.isEmpty else { throw PoststukRefusal.noKind }
            guard let zaak = try act.tx.zaken.find(getypt: zaaknummer, until: act.today.year) else {
                throw PoststukRefusal.noZaak
            }
            one.documenten = try file(one, in: zaak, act)
            one.staat = .geplaatst
            (one.zaak, one.partij) = (zaak.id, zaak.partij)
            try act.close(&one, door, soorten)
            try remember(of: one, zaak, act)
            let contact = Contact(kanaal: "email", reden: one.onderwerp.isEmpty ? "e-mail" : one.reference)
            try Contact.Recording(zaak: zaak.id, contact: contact, gevoelig: []).run(in: act)
            try one.askForCall(on: zaak, from: door, in: act)
            try act.record("post_geplaatst", of: one.subject, ["zaak": .string(zaak.id.text)])
        }

        private func file(_ one: Poststuk, in zaak: Zaak, _ act: Act) throws -> [Identifier<Document>] {
            var documents: [Identifier<Document>] = []
            if let bytes = try one.bestand.flatMap(act.tx.inhoud.bytes) {
                documents.append(try file("mail", one.reference, "mail.eml", "message/rfc822", bytes, zaak, act))
            }
            for bijlage in try act.tx.poststukken.bijlagen(of: one.id) where bijlagen.contains(bijlage.nummer) {
                guard let bytes = try bijlage.hash.flatMap(act.tx.inhoud.bytes), !bytes.isEmpty,
                    !DocumentFile.isProgram(bijlage.naam, bytes)
                else { continue }
                documents.append(
                    try file("bijlage", bijlage.naam, bijlage.naam, bijlage.formaat, bytes, zaak, act))
            }
            return documents
        }

        private func file(
            _ soort: String, _ titel: String, _ name: String, _ formaat: String, _ bytes: [UInt8], _ zaak: Zaak,
            _ act: Act
        ) throws -> Identifier<Document> {
            let file = DocumentFile(
                titel: titel, soort: soort, richting: .ontvangen, bestandsnaam: name, formaat: formaat, bytes: bytes,
                door: door.rawValue)
            return try Document.Filing(zaak: zaak.id, file: file).run(in: act)
        }

        private func remember(of one: Poststuk, _ zaak: Zaak, _ act: Act) throws {
            guard let known = try act.tx.partijen.find(zaak.partij) else { return }
            var person = known
            if onthoudAdres, !one.vanAdres.isEmpty { person.email = one.vanAdres }
            if onthoudNummer, let number = one.nummer(besides: known.telefoon) { person.telefoon = number }
            guard person != known else { return }
            try act.tx.partijen.save(person)
            try act.record("contactgegevens_gewijzigd", of: .klant(person.id))
        }
    }

    /// The subject as a title; a mail without one is called after its kind.
    var reference: String { onderwerp.isEmpty ? "e-mail" : String(onderwerp.prefix(200)) }
}

extension Poststuk {
    /// A mail that is of no use to any zaak, such as advertising, is set aside; it stays and can come back.
    public struct Terzijde: Sendable {
        public var poststuk: Identifier<Poststuk>
        public var reden: String
        public var door: Medewerker

        public init(poststuk: Identifier<Poststuk>, reden: String, door: Medewerker) {
            self.poststuk = poststuk
            self.reden = reden
            self.door = door
        }

        public func run(in act: Act) throws {
            var one = try act.open(poststuk)
            one.staat = .terzijde
            one.reden = reden.isEmpty ? nil : String(reden.prefix(400))
            try act.close(&one, door, nil)
            try act.record("post_terzijde", of: one.subject, ["reden": .string(one.reden ?? "")])
        }
    }

    /// Undoes a placing or a setting aside: the mail waits again, and what it brought into the zaak goes out of it.
    public struct Terug: Sendable {
        public var poststuk: Identifier<Poststuk>
        public var reden: String

        public init(poststuk: Identifier<Poststuk>, reden: String) {
            self.poststuk = poststuk
            self.reden = reden
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.poststukken.find(poststuk) else { throw PoststukRefusal.unknownPoststuk }
            guard one.staat != .nieuw else { return }
            if let zaak = one.zaak {
                try act.requireReason(reden)
                try one.withdrawCall(on: zaak, in: act)
                for document in one.documenten {
                    try Document.Withdrawal(document: document, reden: reden).run(in: act)
                }
                try act.record(
                    "post_teruggenomen", of: zaak, ["onderwerp": .string(one.reference), "reden": .string(reden)])
            }
            (one.staat, one.zaak, one.partij, one.documenten) = (.nieuw, nil, nil, [])
            (one.afgehandeld, one.door, one.reden, one.beantwoord) = (nil, nil, nil, nil)
            try act.tx.poststukken.save(one)
            try act.tx.poststukken.propose(one.sortering.soorten, for: one.id)
            try Hersortering.order(in: act)
            try act.record("post_terug", of: one.subject, ["reden": .string(reden)])
        }
    }
}

extension Act {
    /// A mail that waits; refused when someone did something with it.
    fileprivate func open(_ id: Identifier<Poststuk>) throws -> Poststuk {
        guard let one = try tx.poststukken.find(id) else { throw PoststukRefusal.unknownPoststuk }
        guard one.staat == .nieuw else { throw PoststukRefusal.changedMeanwhile }
        return one
    }

    /// Notes who did it and when; with kinds the mail becomes an example to learn from.
    fileprivate func close(_ one: inout Poststuk, _ door: Medewerker, _ soorten: Set<Mailsoort>?) throws {
        (one.afgehandeld, one.door) = (now, door)
        try tx.poststukken.save(one)
        guard let soorten else { return }
        try tx.poststukken.confirm(soorten, voorgesteld: one.sortering.soorten, for: one.id, at: now)
        try Hersortering.order(in: self)
    }
}
