import Basics
public import Database
public import Recht
import Synchronization
import Zaken

/// The legal tables that are in force: those that ship, with the rows that people added.
public final class Rechtsboek: Sendable {
    /// The channel on which a row that is in force is told to all nodes.
    public static let channel = "recht"

    /// The files as they ship, by name; empty where the tables are not extended.
    private let files: [String: String]
    private let current: Mutex<RechtTables>

    /// Tables that stay as they are.
    public init(_ tables: RechtTables) {
        files = [:]
        current = Mutex(tables)
    }

    /// Reads the tables that ship; `text` gives the content of a file by its name.
    public init(reading text: (String) throws -> String) throws {
        let files = try Dictionary(RechtTables.files.map { ($0, try text($0)) }) { first, _ in first }
        self.files = files
        current = Mutex(try RechtTables { files[$0] ?? "" })
    }

    public var tables: RechtTables { current.withLock { $0 } }

    /// The files of tables that can be extended, with the rows of people in them.
    public func bestanden(with rows: [Rechtsrij]) throws -> [Rechtsbestand] {
        try RechtTables.files.compactMap { name in
            guard let text = files[name] else { return nil }
            return try rows.filter { $0.bestand == name }.reduce(Rechtsbestand(text, naam: name)) {
                try $0.adding($1.rij, to: $1.lijst)
            }
        }
    }

    /// The tables with these rows; refused with what cannot be read.
    func tables(with rows: [Rechtsrij]) throws -> RechtTables {
        guard rows.allSatisfy({ files[$0.bestand] != nil }) else { throw RechtsrijRefusal.unknownTable }
        do {
            let found = try Dictionary(bestanden(with: rows).map { ($0.naam, $0.text) }) { first, _ in first }
            return try RechtTables { found[$0] ?? "" }
        } catch let flaws as RechtTableFlaws {
            throw RechtsrijRefusal.unusable(flaws.flaws.map(\.message))
        }
    }

    /// Takes up the rows that are in force now, also those of other nodes.
    public func reload(from database: Database) async throws {
        let rows = try await database.read { try $0.rechtsrijen.inForce() }
        guard !rows.isEmpty else { return }
        let tables = try tables(with: rows)
        current.withLock { $0 = tables }
    }

    /// Takes up what any node put in force, until it is cancelled; tells of what failed.
    public func keepUp(_ database: Database, failed: @Sendable (any Error) -> Void) async {
        for await _ in database.notifications(on: Rechtsboek.channel) {
            do { try await reload(from: database) } catch { failed(error) }
        }
    }
}
