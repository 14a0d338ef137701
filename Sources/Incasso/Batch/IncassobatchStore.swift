public import Basics
public import Database
import Zaken

extension Incassobatch.Staat: ColumnValue {}
extension Incassobatch.Regel.Staat: ColumnValue {}

/// The batches of direct debits and their lines, inside one transaction.
public struct IncassobatchStore {
    let tx: Transaction
    static let columns: Query =
        "id, schuldeiser, incassodag, staat, moment, door, vrijgegeven, vrijgegeven_door, xml, overgeslagen, versie"
    static let lines: Query =
        """
        id, batch_id, machtiging_id, zaak_id, eindkenmerk, sleutel, omschrijving, bedrag, staat, reden, aangekondigd,
        herkansing
        """

    public func find(_ id: Identifier<Incassobatch>) throws -> Incassobatch? {
        try tx.first("SELECT \(IncassobatchStore.columns) FROM incassobatches WHERE id = \(id)")
            .map(Incassobatch.init(row:))
    }

    /// The latest first.
    public func latest(_ limit: Int = 20) throws -> [Incassobatch] {
        try tx.rows(
            "SELECT \(IncassobatchStore.columns) FROM incassobatches ORDER BY moment DESC, id DESC LIMIT \(limit)"
        ).map(Incassobatch.init(row:))
    }

    /// The batch that a block or a whole file of ours names: both begin with the first signs of its identifier.
    func find(reference: String) throws -> Incassobatch? {
        guard let first = Identifier<Incassobatch>.reading(compact: String(reference.prefix(30)) + "00"),
            let last = Identifier<Incassobatch>.reading(compact: String(reference.prefix(30)) + "ff")
        else { return nil }
        return try tx.first(
            "SELECT \(IncassobatchStore.columns) FROM incassobatches WHERE id BETWEEN \(first) AND \(last) ORDER BY id LIMIT 1"
        ).map(Incassobatch.init(row:))
    }

    /// The lines of a batch, in their order.
    public func regels(of batch: Identifier<Incassobatch>) throws -> [Incassobatch.Regel] {
        try lines("batch_id = \(batch)")
    }

    public func regel(_ id: Identifier<Incassobatch.Regel>) throws -> Incassobatch.Regel? {
        try lines("id = \(id)").first
    }

    /// The line that the bank names so.
    func regel(eindkenmerk: String) throws -> Incassobatch.Regel? {
        try lines("eindkenmerk = \(eindkenmerk)").first
    }

    /// All lines that ever collected this due amount.
    func regels(for sleutel: Incassobatch.Sleutel) throws -> [Incassobatch.Regel] {
        try lines("sleutel = \(sleutel.description)")
    }

    /// The planned lines of a zaak, for their announcement.
    func planned(for zaak: Identifier<Zaak>) throws -> [Incassobatch.Regel] {
        try lines("zaak_id = \(zaak) AND staat = 'gepland'")
    }

    private func lines(_ condition: Query) throws -> [Incassobatch.Regel] {
        try tx.rows(
            "SELECT \(IncassobatchStore.lines) FROM incassoregels WHERE \(condition) ORDER BY zaak_id, omschrijving, id"
        )
        .map(Incassobatch.Regel.init(row:))
    }
}

extension Transaction {
    public var incassobatches: IncassobatchStore { IncassobatchStore(tx: self) }
}
