public import Basics
import Database

extension Document {
    /// Takes a document out of a zaak where it never belonged, such as a mail of someone else; that it stood there stays recorded.
    public struct Withdrawal: Sendable {
        public var document: Identifier<Document>
        public var reden: String

        public init(document: Identifier<Document>, reden: String) {
            self.document = document
            self.reden = reden
        }

        public func run(in act: Act) throws {
            guard let found = try act.tx.documenten.find(document) else { return }
            try act.requireReason(reden)
            try act.tx.documenten.remove(document)
            try act.record(
                "document_verwijderd", of: found.zaak, ["titel": .string(found.titel), "reden": .string(reden)])
        }
    }
}

extension DocumentStore {
    /// Forgets a document and its versions; the content stays while something else names it.
    func remove(_ id: Identifier<Document>) throws {
        let hashes = try tx.rows("SELECT DISTINCT hash FROM documentversies WHERE document_id = \(id) ORDER BY hash")
            .map { row -> String in try row["hash"] }
        try tx.run("DELETE FROM documentversies WHERE document_id = \(id)")
        try tx.run("DELETE FROM documenten WHERE id = \(id)")
        for hash in hashes { try tx.inhoud.forget(hash) }
    }
}
