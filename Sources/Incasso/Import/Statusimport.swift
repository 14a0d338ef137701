import Basics
import Exchange
import Journal
public import Zaken

/// Takes in what the bank says of our own payment files (pain.002): what it rejects was never paid, and has its consequence.
public struct Statusimport: Sendable {
    let office: Office

    public init(office: Office) { self.office = office }

    public func run(_ bytes: [UInt8], named name: String, by door: String) async throws -> Importverslag {
        let report = try await office.begin(.status, named: name, by: door)
        let status: Pain002
        do { status = try Pain002(bytes) } catch { return try await office.refuse(report, because: error) }
        let taken = try await office.act(as: .system("import")) { act in
            var report = report
            try report.take(status, in: act)
            return report
        }
        return try await office.finish(taken)
    }
}

extension Importverslag {
    /// Takes in the statuses: an entry by its end-to-end reference, a rejected block or file with all its entries.
    mutating func take(_ status: Pain002, in act: Act) throws {
        for one in status.entries { count(try act.take(one), one) }
        let rejected =
            status.blocks.filter { $0.outcome == .rejected }
            + [status.group].compactMap(\.self).filter {
                $0.outcome == .rejected && status.blocks.isEmpty && status.entries.isEmpty
            }
        for block in rejected {
            guard let batch = try act.tx.incassobatches.find(reference: block.reference) else {
                count(.unknown, block)
                continue
            }
            for line in try act.tx.incassobatches.regels(of: batch.id) where line.staat == .aangeboden {
                count(try act.reject(line, because: block.reason), block)
            }
        }
    }

    private mutating func count(_ effect: Statuseffect, _ one: Pain002.Status) {
        gelezen += 1
        switch effect {
        case .changed: nieuw += 1
        case .nothing: bekend += 1
        case .unknown: afgewezen += 1
        }
    }
}

/// What a status did.
enum Statuseffect: Hashable { case changed, nothing, unknown }

extension Act {
    fileprivate func take(_ status: Pain002.Status) throws -> Statuseffect {
        if let line = try tx.incassobatches.regel(eindkenmerk: status.reference) {
            return status.outcome == .rejected ? try reject(line, because: status.reason) : .nothing
        }
        guard let id = Identifier<Betaling>.reading(compact: status.reference),
            var betaling = try tx.betalingen.find(id)
        else {
            return .unknown
        }
        // Money that we sent back and that the bank did not pay out: it is to go back still.
        guard status.outcome == .rejected, betaling.terugbetaald != nil else { return .nothing }
        betaling.terugbetaald = nil
        try tx.betalingen.save(betaling)
        try record("terugbetaling_afgewezen", of: betaling.subject, ["reden": .string(status.reason ?? "")])
        return .changed
    }

    /// A direct debit that the bank never collected: its line says why, and the reason has its consequence.
    fileprivate func reject(_ line: Incassobatch.Regel, because reason: String?) throws -> Statuseffect {
        guard line.staat == .aangeboden else { return .nothing }
        let code = reason ?? ReturnReason.reasonNotGiven.rawValue
        let effect = ReturnReason(rawValue: code)?.consequence ?? .manual
        try stop(line, as: effect == .technical ? .vervallen : .gestorneerd, code: code, effect)
        try record(
            "incasso_afgewezen", of: line.zaak,
            ["bedrag": JSON(line.bedrag), "code": .string(code), "gevolg": .string(effect.rawValue)])
        guard effect != .technical else { return .changed }
        try follow(line.zaak, code: code, effect, line.bedrag)
        return .changed
    }
}

extension Identifier {
    /// The identifier that was written without its dashes.
    static func reading(compact text: String) -> Identifier? {
        guard text.utf8.count == 32 else { return nil }
        let cuts = [8, 12, 16, 20]
        return Identifier(
            text.enumerated().reduce(into: "") { whole, sign in
                if cuts.contains(sign.offset) { whole += "-" }
                whole.append(sign.element)
            })
    }
}
