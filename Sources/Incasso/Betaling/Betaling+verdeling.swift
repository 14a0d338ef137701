public import Basics
import Database

extension Betaling {
    /// What one claim got of a payment, part by part (6:44 BW).
    public struct Verdeling: Hashable, Sendable {
        public let omschrijving: String
        public var kosten = Money.zero
        public var rente = Money.zero
        public var hoofdsom = Money.zero
    }
}

extension BetalingStore {
    /// How a payment was divided over claims, the oldest first; what was undone leaves no trace.
    public func verdeling(of id: Identifier<Betaling>) throws -> [Betaling.Verdeling] {
        let rows = try tx.rows(
            """
            SELECT v.id, v.omschrijving, b.rekening, -sum(b.bedrag) AS bedrag FROM mutaties m
            JOIN boekingen b ON b.mutatie_id = m.id JOIN vorderingen v ON v.id = m.vordering_id
            WHERE m.betaling_id = \(id) AND b.rekening IN ('hoofdsom', 'kosten', 'rente')
            GROUP BY v.id, v.omschrijving, v.vervaldatum, b.rekening HAVING sum(b.bedrag) <> 0 ORDER BY v.vervaldatum, v.id
            """)
        var found: [(id: String, deel: Betaling.Verdeling)] = []
        for row in rows {
            let claim: String = try row["id"]
            if found.last?.id != claim { found.append((claim, .init(omschrijving: try row["omschrijving"]))) }
            let (account, amount): (Rekening, Money) = (try row["rekening"], try row["bedrag"])
            switch account {
            case .kosten: found[found.count - 1].deel.kosten = amount
            case .rente: found[found.count - 1].deel.rente = amount
            case .hoofdsom: found[found.count - 1].deel.hoofdsom = amount
            case .ingebracht, .bank, .afgeboekt: break
            }
        }
        return found.map(\.deel)
    }
}
