public import Basics
public import Database
public import Zaken

/// What left the house for a language model and what came back, both masked.
public struct Verwoordingsrecord: Hashable, Sendable, Identifiable {
    public let id: Identifier<Verwoordingsrecord>
    public let moment: Moment
    public let door: String
    public let zaak: Identifier<Zaak>?
    public let model: String
    public let prompt: String
    /// As it came; nothing when nothing came.
    public let antwoord: String?
    public let tokens: Int
    /// Which sentences held, which fell and why, and why the adviser's own words stand.
    public let uitkomst: JSON?
}

/// The questions that left, inside one transaction.
public struct VerwoordingStore {
    let tx: Transaction

    /// Those that are kept with an advice, in the order in which they left.
    public func all(of advies: Identifier<Adviesrecord>) throws -> [Verwoordingsrecord] {
        try tx.rows(
            """
            SELECT id, moment, door, zaak_id, model, prompt, antwoord, tokens, uitkomst
            FROM verwoordingen WHERE advies_id = \(advies) ORDER BY moment, id
            """
        ).map(Verwoordingsrecord.init(row:))
    }

    /// What a day has cost so far.
    public func tokens(on day: Day) throws -> Int {
        try tx.first("SELECT tokens FROM verwoordingsdagen WHERE dag = \(day)").map { try $0["tokens"] } ?? 0
    }

    func add(_ one: Verwoordingsrecord, kenmerk: String) throws {
        try tx.run(
            """
            INSERT INTO verwoordingen (id, moment, door, zaak_id, advies_id, kenmerk, model, prompt, antwoord, tokens, uitkomst)
            VALUES (\(one.id), \(one.moment), \(one.door), \(one.zaak), NULL, \(kenmerk), \(one.model), \(one.prompt),
                \(one.antwoord), \(one.tokens), \(one.uitkomst))
            """)
    }

    /// Takes tokens from what a day may cost; false when there are not so many left.
    func take(_ tokens: Int, of most: Int, on day: Day) throws -> Bool {
        try tx.run("INSERT INTO verwoordingsdagen (dag, tokens) VALUES (\(day), 0) ON CONFLICT (dag) DO NOTHING")
        return try tx.run(
            """
            UPDATE verwoordingsdagen SET tokens = tokens + \(tokens)
            WHERE dag = \(day) AND tokens + \(tokens) <= \(most)
            """) == 1
    }

    func end(_ id: Identifier<Verwoordingsrecord>, antwoord: String, tokens: Int, uitkomst: JSON) throws {
        let found = try tx.first("SELECT moment, tokens FROM verwoordingen WHERE id = \(id)")
        guard let found else { return }
        let (moment, reserved): (Moment, Int) = (try found["moment"], try found["tokens"])
        try tx.run(
            """
            UPDATE verwoordingen SET antwoord = \(antwoord), tokens = \(tokens), uitkomst = \(uitkomst)
            WHERE id = \(id)
            """)
        try tx.run(
            "UPDATE verwoordingsdagen SET tokens = tokens + \(tokens - reserved) WHERE dag = \(moment.day)")
    }

    /// Keeps what a person saw with their advice; only their own, for the same question on the same library.
    func keep(
        _ id: Identifier<Verwoordingsrecord>, with advies: Identifier<Adviesrecord>, door: String, kenmerk: String
    ) throws {
        try tx.run(
            """
            UPDATE verwoordingen SET advies_id = \(advies)
            WHERE id = \(id) AND door = \(door) AND kenmerk = \(kenmerk) AND advies_id IS NULL
            """)
    }
}

extension Verwoordingsrecord {
    init(row: Row) throws {
        self.init(
            id: try row["id"], moment: try row["moment"], door: try row["door"], zaak: try row["zaak_id"],
            model: try row["model"], prompt: try row["prompt"], antwoord: try row["antwoord"],
            tokens: try row["tokens"], uitkomst: try row["uitkomst"])
    }
}

extension Transaction {
    public var verwoordingen: VerwoordingStore { VerwoordingStore(tx: self) }
}
