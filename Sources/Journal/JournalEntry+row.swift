import Basics
import Database

extension JournalEntry {
    static let columns: Query = """
        j.id, o.position, j.subject_kind, j.subject_id, j.number, j.moment, j.actor, j.purpose, j.kind, j.content,
        j.previous_hash, j.hash
        """

    init(row: Row) throws {
        id = try row["id"]
        position = try row["position"]
        subject = Subject(kind: try row["subject_kind"], id: try row["subject_id"])
        number = try row["number"]
        moment = try row["moment"]
        actor = try row["actor"]
        purpose = try row["purpose"]
        kind = try row["kind"]
        content = try row["content"]
        hash = try row["hash"]
        previousHash = try row["previous_hash"]
    }
}

extension HashedFields {
    /// The fields as they stand in the row, also when they can no longer be read.
    init(row: Row) throws {
        self.init(
            previousHash: try row["previous_hash"],
            subject: Subject(kind: try row["subject_kind"], id: try row["subject_id"]),
            number: try row["number"], id: try row["id"], moment: try row["moment"], actor: try row["actor"],
            purpose: try row["purpose"], kind: try row["kind"], content: try row["content"])
    }
}
