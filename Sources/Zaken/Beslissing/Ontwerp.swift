public import Basics
public import Database
import Journal

/// A file that someone handed in to look at before it is published.
public struct Ontwerp: Hashable, Sendable, Identifiable {
    public enum Soort: String, Sendable {
        case proces, beslissing
    }

    public let id: Identifier<Ontwerp>
    public let soort: Soort
    /// The name of the file.
    public let bestand: String
    public let bron: String
    public let ingediend: Moment
    public let door: String
    /// Example cases that lie beside a drawing: the name of the file, and its text.
    public var voorbeelden: Voorbeelden.Bestand? = nil
}

extension Ontwerp.Voorbeelden {
    public struct Bestand: Hashable, Sendable {
        public let naam: String
        public let bron: String
    }
}

extension Ontwerp.Soort: ColumnValue {}

extension Ontwerp {
    fileprivate init(row: Row) throws {
        self.init(
            id: try row["id"], soort: try row["soort"], bestand: try row["bestand"], bron: try row["bron"],
            ingediend: try row["ingediend"], door: try row["door"])
        let (name, text): (String?, String?) = (try row["voorbeeldbestand"], try row["voorbeelden"])
        if let name, let text { voorbeelden = Voorbeelden.Bestand(naam: name, bron: text) }
    }
}

/// The files that are looked at, inside one transaction.
public struct OntwerpStore {
    let tx: Transaction
    private static let columns: Query = "id, soort, bestand, bron, ingediend, door, voorbeeldbestand, voorbeelden"

    /// Keeps a file to look at; those of more than a week ago are thrown away.
    public func add(_ soort: Ontwerp.Soort, bestand: String, bron: String, in act: Act) throws -> Ontwerp {
        try tx.run("DELETE FROM ontwerpen WHERE ingediend < \(act.now.adding(days: -7))")
        let one = Ontwerp(
            id: act.newID(), soort: soort, bestand: bestand, bron: bron, ingediend: act.now,
            door: act.actor.description)
        try tx.run(
            """
            INSERT INTO ontwerpen (id, soort, bestand, bron, ingediend, door)
            VALUES (\(one.id), \(one.soort), \(one.bestand), \(one.bron), \(one.ingediend), \(one.door))
            """)
        return one
    }

    public func find(_ id: Identifier<Ontwerp>) throws -> Ontwerp? {
        try tx.first("SELECT \(OntwerpStore.columns) FROM ontwerpen WHERE id = \(id)").map(
            Ontwerp.init(row:))
    }

    /// Those of a kind that were not published, the newest first.
    public func all(_ soort: Ontwerp.Soort) throws -> [Ontwerp] {
        try tx.rows(
            """
            SELECT \(OntwerpStore.columns) FROM ontwerpen WHERE soort = \(soort)
            ORDER BY ingediend DESC, id DESC LIMIT 50
            """
        ).map(Ontwerp.init(row:))
    }

    /// One with this name and this text, the oldest.
    func same(_ soort: Ontwerp.Soort, bestand: String, bron: String) throws -> Ontwerp? {
        try tx.first(
            """
            SELECT \(OntwerpStore.columns) FROM ontwerpen
            WHERE soort = \(soort) AND bestand = \(bestand) AND bron = \(bron) ORDER BY id LIMIT 1
            """
        ).map(Ontwerp.init(row:))
    }

    /// Lays example cases beside a drawing; `false` when it is there no longer.
    func lay(_ name: String, _ text: String, beside id: Identifier<Ontwerp>) throws -> Bool {
        try tx.run("UPDATE ontwerpen SET voorbeeldbestand = \(name), voorbeelden = \(text) WHERE id = \(id)") == 1
    }

    /// Takes away the example cases that lie beside one; `false` when it is there no longer.
    func clear(beside id: Identifier<Ontwerp>) throws -> Bool {
        try tx.run("UPDATE ontwerpen SET voorbeeldbestand = NULL, voorbeelden = NULL WHERE id = \(id)") == 1
    }

    /// Takes one out, as it is published or nobody wants it; `false` when it is there no longer.
    func take(_ id: Identifier<Ontwerp>) throws -> Bool {
        try tx.run("DELETE FROM ontwerpen WHERE id = \(id)") == 1
    }
}

extension Transaction {
    public var ontwerpen: OntwerpStore { OntwerpStore(tx: self) }
}
