public import Basics
import Database

extension Document {
    /// Adds a newer version of a document; the earlier ones stay to be read.
    public struct Versioning: Sendable {
        public var document: Identifier<Document>
        public var file: DocumentFile

        public init(document: Identifier<Document>, file: DocumentFile) {
            self.document = document
            self.file = file
        }

        public func run(in act: Act) throws {
            let found = try act.changeable(document)
            try file.requireFit()
            try file.requireKind(of: found.versie.bestandsnaam)
            try act.tx.documenten.addVersion(file, of: document, at: act.now)
            try act.tx.documenten.set(file.status, of: document)
            try act.record(
                "document_versie", of: found.zaak,
                [
                    "document": .string(document.text), "titel": .string(found.titel),
                    "versie": JSON(found.versie.nummer + 1),
                ])
        }
    }

    /// Takes a document back that should not be used any more; it stays to be read, with the reason.
    public struct Retraction: Sendable {
        public var document: Identifier<Document>
        public var reden: String
        public var door: String

        public init(document: Identifier<Document>, reden: String, door: String) {
            self.document = document
            self.reden = reden
            self.door = door
        }

        public func run(in act: Act) throws {
            let found = try act.changeable(document)
            try act.requireReason(reden)
            try act.tx.documenten.retract(document, Intrekking(moment: act.now, door: door, reden: reden))
            try act.record(
                "document_ingetrokken", of: found.zaak,
                [
                    "document": .string(document.text), "titel": .string(found.titel), "reden": .string(reden),
                ])
        }
    }
}

extension Act {
    /// A document that may still change: what was sent is what was sent, and what was taken back stays so.
    fileprivate func changeable(_ id: Identifier<Document>) throws -> Document {
        guard let found = try tx.documenten.find(id) else { throw DocumentRefusal.unknown }
        guard found.richting != .verzonden else { throw DocumentRefusal.sent }
        guard found.ingetrokken == nil else { throw DocumentRefusal.retracted }
        return found
    }
}

extension DocumentStore {
    /// All versions of a document, the newest first.
    public func versions(of id: Identifier<Document>) throws -> [Documentversie] {
        try tx.rows(
            """
            SELECT versie, bestandsnaam, formaat, omvang, hash, door, moment FROM documentversies
            WHERE document_id = \(id) ORDER BY versie DESC
            """
        ).map(Documentversie.init(row:))
    }

    func set(_ status: Document.Status, of id: Identifier<Document>) throws {
        try tx.run("UPDATE documenten SET status = \(status) WHERE id = \(id)")
    }

    func retract(_ id: Identifier<Document>, _ one: Document.Intrekking) throws {
        try tx.run(
            """
            UPDATE documenten SET ingetrokken = \(one.moment), ingetrokken_door = \(one.door),
                ingetrokken_reden = \(one.reden) WHERE id = \(id)
            """)
    }
}
