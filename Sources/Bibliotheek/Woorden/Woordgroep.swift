public import Basics
public import Database
import Procesbot

/// Words that a process owner added: all mean the same to the adviser, or fall under a wider word.
public struct Woordgroep: Hashable, Sendable, Identifiable {
    public let id: Identifier<Woordgroep>
    /// The wider word; nothing where all mean the same.
    public let onder: String?
    public let woorden: [String]
    public let moment: Moment
    public let door: String
}

/// Why words are not taken.
public enum WoordRefusal: Error, Hashable, Sendable {
    /// One word means nothing by itself; how many it takes.
    case tooFew(Int)
    /// More words, or longer ones, than a person can oversee.
    case tooMany(words: Int, letters: Int)
    /// A colleague added the same words.
    case known
    case unknown
}

/// The words that were added, inside one transaction.
public struct WoordgroepStore {
    let tx: Transaction

    /// Those that count, the newest first.
    public func all() throws -> [Woordgroep] {
        try tx.rows(
            "SELECT id, onder, woorden, moment, door FROM woordgroepen WHERE vervallen IS NULL ORDER BY moment DESC, id DESC"
        ).map(Woordgroep.init(row:))
    }

    func add(_ groep: Woordgroep) throws {
        try tx.run(
            """
            INSERT INTO woordgroepen (id, onder, woorden, moment, door)
            VALUES (\(groep.id), \(groep.onder), \(JSON(groep.woorden)), \(groep.moment), \(groep.door))
            """)
    }

    /// Whether it was there to take away.
    func end(_ id: Identifier<Woordgroep>, at now: Moment) throws -> Bool {
        try tx.run("UPDATE woordgroepen SET vervallen = \(now) WHERE id = \(id) AND vervallen IS NULL") == 1
    }
}

extension Woordgroep {
    init(row: Row) throws {
        let words: JSON = try row["woorden"]
        self.init(
            id: try row["id"], onder: try row["onder"], woorden: (words.elements ?? []).compactMap(\.text),
            moment: try row["moment"], door: try row["door"])
    }

    /// As the adviser reads it.
    var words: WordTable.Group { WordTable.Group(wide: onder, words: woorden) }
}

extension JSON {
    fileprivate init(_ texts: [String]) { self = .array(texts.map { .string($0) }) }
}

extension Transaction {
    public var woordgroepen: WoordgroepStore { WoordgroepStore(tx: self) }
}
