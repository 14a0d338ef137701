public import Basics
public import Database
public import Journal

/// Something that is still to be done, at or after a moment.
public struct Job: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, ColumnValue {
        /// Waits for its moment, or is being done.
        case open
        /// Its clock stands still.
        case suspended
        /// Failed too often; a person has to look.
        case parked
    }

    /// In the order in which jobs were ordered.
    public let id: Int64
    /// Which handler does it.
    public let kind: String
    public let payload: JSON
    public let due: Moment
    /// Of two jobs with the same key only one is waiting.
    public let key: String?
    /// What it is about, so that all jobs of a zaak can be suspended, resumed or dropped.
    public let subject: Subject?
    /// How often it was begun.
    public let attempts: Int
    public let state: State
    public let lastError: String?
    /// How often it was ordered anew; it can only be finished as it was begun.
    let version: Int64
    let owner: String?
}

extension Job {
    static let columns: Query = """
        id, kind, payload, due, key, subject_kind, subject_id, attempts, state, last_error, version, lease_owner
        """

    init(row: Row) throws {
        id = try row["id"]
        kind = try row["kind"]
        payload = try row["payload"]
        due = try row["due"]
        key = try row["key"]
        let subjectID: String? = try row["subject_id"]
        subject = try subjectID.map { Subject(kind: try row["subject_kind"], id: $0) }
        attempts = try row["attempts"]
        state = try row["state"]
        lastError = try row["last_error"]
        version = try row["version"]
        owner = try row["lease_owner"]
    }
}
