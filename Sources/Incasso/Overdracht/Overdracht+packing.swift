public import Basics
public import Database
public import Zaken

extension Overdracht {
    /// All that a dossier is packed from, read in one transaction.
    public struct Packing: Sendable {
        public let overdracht: Overdracht
        /// The pages that become PDF.
        public let inventaris: String
        public let specificatie: String
        /// The facts as JSON, and the documents by their name in the ZIP.
        public let gegevens: [UInt8]
        public let stukken: [(bestand: String, bytes: [UInt8])]

        public init?(of id: Identifier<Overdracht>, in tx: Transaction) throws {
            guard let one = try tx.overdrachten.find(id), one.dossier == nil else { return nil }
            overdracht = one
            gegevens = try tx.bytes(of: one.gegevens)
            inventaris = String(decoding: try tx.bytes(of: one.inventaris), as: UTF8.self)
            specificatie = String(decoding: try tx.bytes(of: one.specificatie), as: UTF8.self)
            let pieces = try JSON(parsing: gegevens)["stukken"].elements ?? []
            stukken = try pieces.compactMap(Dossierstuk.init).map { ($0.bestand, try tx.bytes(of: $0.document)) }
        }
    }

    /// The dossier was packed: keeps the PDFs and the ZIP with the zaak.
    public struct Packed: Sendable {
        public var overdracht: Identifier<Overdracht>
        public var inventaris: [UInt8]
        public var specificatie: [UInt8]
        public var zip: [UInt8]

        public init(overdracht: Identifier<Overdracht>, inventaris: [UInt8], specificatie: [UInt8], zip: [UInt8]) {
            (self.overdracht, self.inventaris) = (overdracht, inventaris)
            (self.specificatie, self.zip) = (specificatie, zip)
        }

        public func run(in act: Act) throws {
            guard var one = try act.tx.overdrachten.find(overdracht), one.dossier == nil,
                let zaak = try act.tx.zaken.find(one.zaak)
            else { return }
            try act.tx.documenten.addVersion(file("inventaris.pdf", inventaris), of: one.inventaris, at: act.now)
            try act.tx.documenten.addVersion(file("specificatie.pdf", specificatie), of: one.specificatie, at: act.now)
            let id: Identifier<Document> = act.newID()
            var packed = file("dossier-\(zaak.nummer).zip", zip)
            packed.formaat = "application/zip"
            try act.tx.documenten.add(packed, to: zaak.id, id: id, at: act.now)
            one.dossier = id
            try act.tx.overdrachten.save(one)
            try act.record("dossier_klaar", of: zaak.id, ["document": .string(id.text)])
        }

        private func file(_ name: String, _ bytes: [UInt8]) -> DocumentFile {
            DocumentFile(
                titel: name, soort: "dossier", richting: .verzonden, bestandsnaam: name, formaat: "application/pdf",
                bytes: bytes, door: "postkamer")
        }
    }

    /// The creditor takes a zaak back from the bailiff, with a reason; its process goes on with personal contact.
    public struct Recall: Sendable {
        public var zaak: Identifier<Zaak>
        public var reden: String

        public init(zaak: Identifier<Zaak>, reden: String) {
            self.zaak = zaak
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            let zaak = try act.openZaak(zaak)
            guard zaak.opgeschort == nil else { throw ZaakRefusal.standsStill }
            guard var one = try act.tx.overdrachten.running(for: zaak.id) else { throw OverdrachtRefusal.notHandedOver }
            (one.staat, one.reden, one.einde) = (.teruggehaald, reden, act.today)
            try act.tx.overdrachten.save(one)
            try act.tellBailiff(ofRecall: one)
            try act.record("overdracht_teruggehaald", of: zaak.id, ["reden": .string(reden)])
            guard
                try act.deliver(
                    Overdracht.terughalen, to: zaak,
                    variables: ["uitkomst": "terug", "fase": "teruggehaald", "melding": ["reden": .string(reden)]])
            else { throw OverdrachtRefusal.cannotReturn }
            if let now = try act.tx.zaken.find(zaak.id), now.isOpen { try act.setStatus("minnelijk", of: now) }
        }
    }
}

extension Transaction {
    /// The newest content of a document.
    fileprivate func bytes(of id: Identifier<Document>) throws -> [UInt8] {
        guard let document = try documenten.find(id) else { return [] }
        return try documenten.content(of: document.versie) ?? []
    }
}
