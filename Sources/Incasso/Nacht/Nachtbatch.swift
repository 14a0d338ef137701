import Basics
import Database
import Klanten
import Recht
import Zaken

/// Some open claims in the order of their ids, with where they stand on a day.
struct Nachtbatch: Sendable {
    /// How many claims were looked at, and the last of them; nothing when there were none.
    let claims: Int
    let last: String?
    /// Those that do not stand so already.
    let changed: [Nachtstand]
    /// What could not be computed, and why.
    var mislukt = Nachtmislukkingen()
}

/// Computes where claims stand on a day.
struct Nachtlezer: Sendable {
    let dag: Day
    let recht: RechtTables
    /// The zaken of people with a special state or a pause, now or before: days on which interest may have rested.
    let bijzonder: Set<String>
    /// The zaken of organisations, whose claims bear commercial interest (6:119a BW).
    let handel: Set<String>

    init(_ dag: Day, recht: RechtTables, in tx: Transaction) throws {
        self.dag = dag
        self.recht = recht
        var (zaken, handel): (Set<String>, Set<String>) = ([], [])
        try tx.each(
            """
            SELECT id FROM zaken WHERE afgesloten IS NULL
                AND partij_id IN (SELECT partij_id FROM toestanden UNION SELECT partij_id FROM pauzes)
            """
        ) { zaken.insert(try $0["id"]) }
        try tx.each(
            """
            SELECT id FROM zaken WHERE afgesloten IS NULL
                AND partij_id IN (SELECT id FROM partijen WHERE soort = \(Partij.Soort.organisatie))
            """
        ) { handel.insert(try $0["id"]) }
        (bijzonder, self.handel) = (zaken, handel)
    }

    func batch(after: String, size: Int, in tx: Transaction) throws -> Nachtbatch {
        var seen: [Gezien] = []
        seen.reserveCapacity(size)
        var days: [String: Vervalfeiten] = [:]
        try tx.each(
            """
            SELECT v.id, v.zaak_id, v.soort, v.vervaldatum, v.open_hoofdsom, v.versie, n.dag, n.versie AS was, n.rente,
                n.verjaart, n.fout
            FROM vorderingen v LEFT JOIN nachtstanden n ON n.vordering_id = v.id
            WHERE v.id > \(after) AND v.open_hoofdsom + v.open_kosten + v.open_rente > 0 ORDER BY v.id LIMIT \(size)
            """
        ) { row in
            let (kind, due): (String, String) = (try row["soort"], try row["vervaldatum"])
            let facts = try days[kind + due] ?? verval(kind, row["vervaldatum"])
            days[kind + due] = facts
            seen.append(try Gezien(row, facts))
        }
        guard let first = seen.first?.id, let last = seen.last?.id else {
            return Nachtbatch(claims: 0, last: nil, changed: [])
        }
        let ledgers = seen.contains { $0.versie > 1 } ? try ledgers(from: first, to: last, in: tx) : [:]
        var failed = Nachtmislukkingen()
        let changed = try seen.compactMap { claim in
            let stand = try self.stand(claim, ledgers[claim.id] ?? [], in: tx, &failed)
            return stand == claim.was && claim.dag == dag ? nil : stand
        }
        return Nachtbatch(claims: seen.count, last: last, changed: changed, mislukt: failed)
    }

    private func stand(
        _ claim: Gezien, _ ledger: [Mutatie], in tx: Transaction, _ failed: inout Nachtmislukkingen
    ) throws -> Nachtstand {
        let lapses = claim.verval.isNear ? try verjaart(claim, in: tx) : nil
        let (rente, fout) = try mayFail(claim, &failed) { try self.rente(claim, ledger, in: tx) }
        return Nachtstand(
            vordering: claim.id, versie: claim.versie, rente: rente ?? .zero, verjaart: lapses, fout: fout)
    }

    /// What one claim cannot be computed by is told of that claim; a fault of the database is one of all.
    private func mayFail(
        _ claim: Gezien, _ failed: inout Nachtmislukkingen, _ compute: () throws -> Money
    ) throws -> (Money?, Nachtstand.Fout?) {
        do { return (try compute(), nil) } catch let fault as DatabaseError { throw fault } catch {
            failed.add(Nachtmislukking(.vordering(claim.id), error))
            return (nil, error is InterestRefusal ? .rente : .vordering)
        }
    }

    /// A claim to which nothing happened but coming in needs no ledger: its principal is what is open.
    private func rente(_ claim: Gezien, _ ledger: [Mutatie], in tx: Transaction) throws -> Money {
        let isPlain = !bijzonder.contains(claim.zaak) && !handel.contains(claim.zaak) && claim.versie == 1
        guard !isPlain else { return try rente(claim.open, claim.verval) }
        guard let whole = try Identifier<Vordering>(claim.id).flatMap(tx.vorderingen.find) else { return .zero }
        let entries = ledger.isEmpty ? try tx.vorderingen.ledger(of: whole.id) : ledger
        var rests: [Range<Day>] = []
        if bijzonder.contains(claim.zaak), let zaak = try tx.zaken.find(whole.zaak) {
            rests = try tx.rests(of: whole, in: zaak, on: dag, recht: recht)
        }
        return try recht.interest(
            on: whole, ledger: entries, until: dag, resting: rests,
            by: handel.contains(claim.zaak) ? .handel : .consument)
    }

    private func rente(_ principal: Money, _ facts: Vervalfeiten) throws -> Money {
        guard dag > facts.verzuimVanaf else { return .zero }
        let conventions = recht.interest.conventions(from: facts.verzuimVanaf)
        var account = try InterestAccount(
            principal: principal, from: facts.verzuimVanaf, basis: .statutory(.consument), conventions: conventions)
        _ = try account.advance(to: dag + (conventions.lastDayCounts ? 1 : 0), by: recht.interest)
        return account.accrued.rounded
    }

    private func verjaart(_ claim: Gezien, in tx: Transaction) throws -> Day? {
        guard let whole = try Identifier<Vordering>(claim.id).flatMap(tx.vorderingen.find) else { return nil }
        return try tx.verjaring(of: whole, recht: recht)?.ends
    }

    /// What follows from the kind of a claim and its due day alone; many claims share it.
    private func verval(_ kind: String, _ due: Day) -> Vervalfeiten {
        let warned = recht.limitation.warningMonths.first ?? 12
        let end = recht.limitation.limitation(of: recht.limitation.kind(of: kind), due: due)?.ends
        return Vervalfeiten(verzuimVanaf: due + 1, isNear: end.map { $0.adding(months: -warned) <= dag } ?? false)
    }
}

/// The first day of default, and whether the claim would lapse within the longest warning if nothing interrupted that.
private struct Vervalfeiten {
    let verzuimVanaf: Day
    let isNear: Bool
}

/// A claim as the run reads it, with where it stood before.
private struct Gezien {
    let id: String
    let zaak: String
    let verval: Vervalfeiten
    let open: Money
    let versie: Int64
    let dag: Day?
    let was: Nachtstand?

    init(_ row: Row, _ facts: Vervalfeiten) throws {
        id = try row["id"]
        zaak = try row["zaak_id"]
        verval = facts
        open = try row["open_hoofdsom"]
        versie = try row["versie"]
        dag = try row["dag"]
        if let rente: Money = try row["rente"] {
            was = Nachtstand(
                vordering: id, versie: try row["was"], rente: rente, verjaart: try row["verjaart"],
                fout: try row["fout"])
        } else {
            was = nil
        }
    }
}

extension Nachtlezer {
    /// The ledgers of the claims between two ids to which more happened than coming in, in the order in which they were written.
    private func ledgers(from first: String, to last: String, in tx: Transaction) throws -> [String: [Mutatie]] {
        var all: [String: [Mutatie]] = [:]
        var current: (claim: String, id: Identifier<Mutatie>, soort: Mutatie.Soort, datum: Day)?
        var amounts: [Rekening: Money] = [:]
        func close() {
            guard let entry = current else { return }
            all[entry.claim, default: []].append(
                Mutatie(id: entry.id, soort: entry.soort, datum: entry.datum, toelichting: "", boekingen: amounts))
        }
        try tx.each(
            """
            SELECT m.vordering_id, m.id, m.soort, m.datum, b.rekening, b.bedrag
            FROM vorderingen v JOIN mutaties m ON m.vordering_id = v.id JOIN boekingen b ON b.mutatie_id = m.id
            WHERE v.id BETWEEN \(first) AND \(last) AND v.versie > 1
                AND v.open_hoofdsom + v.open_kosten + v.open_rente > 0
            ORDER BY v.id, m.nummer
            """
        ) { row in
            let id: Identifier<Mutatie> = try row["id"]
            if current?.id != id {
                close()
                current = (try row["vordering_id"], id, try row["soort"], try row["datum"])
                amounts = [:]
            }
            amounts[try row["rekening"]] = try row["bedrag"]
        }
        close()
        return all
    }
}
