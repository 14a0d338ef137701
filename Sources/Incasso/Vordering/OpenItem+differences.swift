import Basics
import Database
import Exchange
import Recht

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

    /// Why its due day cannot be taken in: interest cannot be computed since (BW 6:119), or it lies further ahead than any invoice.
    func impossible(on today: Day, by recht: RechtTables?) -> LineRejection? {
        let first = recht?.interest.table(for: .statutory(.consument)).rows.first?.from
        if let first, due + 1 < first { return refused("\(due) < \(first + -1)", .dueBeforeRates) }
        let last = today.adding(years: OpenItem.yearsAhead)
        return due > last ? refused("\(due) > \(last)", .dueTooFar) : nil
    }

    /// A claim that falls due later than this is a slip of the pen.
    private static let yearsAhead = 1

    private func refused(_ days: String, _ reason: LineRejection.Reason) -> LineRejection {
        LineRejection(line: line, field: OpenItemColumn.vervaldatum.rawValue, value: days, reason: reason)
    }

    private func difference(_ column: OpenItemColumn, _ told: String, _ kept: String) -> LineRejection {
        LineRejection(line: line, field: column.rawValue, value: "\(told) ≠ \(kept)", reason: .differs)
    }
}
