import Basics
import Database
import Exchange

extension OpenItem {
    /// Where a file tells something else of a known claim than the house knows: neither what came in nor what is open now.
    func differences(from known: Vordering, in tx: Transaction) throws -> [LineRejection] {
        var found: [LineRejection] = []
        if due != known.vervaldatum {
            found.append(difference(.vervaldatum, "\(due)", "\(known.vervaldatum)"))
        }
        if open != known.saldo.hoofdsom, let first = try tx.vorderingen.ledger(of: known.id).first,
            let taken = first.boekingen[.hoofdsom], open != taken
        {
            found.append(difference(.openstaand, "\(open)", "\(known.saldo.hoofdsom)"))
        }
        return found
    }

    private func difference(_ column: OpenItemColumn, _ told: String, _ kept: String) -> LineRejection {
        LineRejection(line: line, field: column.rawValue, value: "\(told) ≠ \(kept)", reason: .differs)
    }
}
