public import Basics
import Exchange
public import Zaken

extension Incassobatch {
    /// Lets an amount that the bank took back be collected once more, after someone was spoken to.
    public struct SecondTry: Sendable {
        public var regel: Identifier<Regel>
        public var reden: String

        public init(regel: Identifier<Regel>, reden: String) {
            self.regel = regel
            self.reden = reden
        }

        public func run(in act: Act) throws {
            try act.requireReason(reden)
            guard var line = try act.tx.incassobatches.regel(regel) else { throw IncassoRefusal.unknownLine }
            guard line.staat == .gestorneerd else { throw IncassoRefusal.notReturned }
            let earlier = try act.tx.incassobatches.regels(for: line.sleutel).filter { $0.staat == .gestorneerd }
            guard earlier.count == 1, line.mayTryAgain else { throw IncassoRefusal.noSecondTry }
            line.herkansing = true
            try act.tx.incassobatches.save(line)
            try act.record("incasso_herkansing", of: line.zaak, ["bedrag": JSON(line.bedrag), "reden": .string(reden)])
        }
    }
}

extension Incassobatch.Regel {
    /// Whether the bank's reason allows one more try.
    public var mayTryAgain: Bool {
        staat == .gestorneerd && !herkansing
            && reden.flatMap(ReturnReason.init(rawValue:))?.consequence == .contactThenRetry
    }
}

extension Act {
    /// What a direct debit that the bank took back means for its line and its mandate: stopped is never collected again.
    func stopCollecting(after storno: Storno, _ betaling: Betaling) throws {
        guard let end = betaling.eindkenmerk, let line = try tx.incassobatches.regel(eindkenmerk: end) else { return }
        try stop(line, as: .gestorneerd, code: storno.code, storno.gevolg)
    }

    /// A line that the bank did not collect or took back, with what its reason means for the mandate.
    func stop(
        _ line: Incassobatch.Regel, as staat: Incassobatch.Regel.Staat, code: String, _ gevolg: ReturnReason.Consequence
    ) throws {
        var line = line
        (line.staat, line.reden) = (staat, code)
        try tx.incassobatches.save(line)
        switch gevolg {
        case .stopAndAsk, .death, .dispute:
            do {
                try Machtiging.Withdrawal(machtiging: line.machtiging, reden: code).run(in: self)
            } catch IncassoRefusal.alreadyWithdrawn {}
        case .contact, .contactThenRetry, .technical, .manual: break
        }
    }

    /// Notes that what was offered came in.
    func received(_ line: Incassobatch.Regel) throws {
        var line = line
        line.staat = .ontvangen
        try tx.incassobatches.save(line)
    }

    /// The invoice that a line collects, where it is one.
    func factuurnummer(of line: Incassobatch.Regel) throws -> String? {
        guard case .vordering(let id) = line.sleutel else { return nil }
        return try tx.vorderingen.find(id)?.factuurnummer
    }

    /// The offered line that a payment settles, by its end-to-end reference and amount.
    func offered(_ betaling: Betaling) throws -> Incassobatch.Regel? {
        guard let end = betaling.eindkenmerk, let line = try tx.incassobatches.regel(eindkenmerk: end),
            line.staat == .aangeboden, line.bedrag == betaling.bedrag
        else { return nil }
        return line
    }
}

extension BankLine {
    /// Whether the bank tells once more, line by line, what it had booked as a sum.
    func isCollectedAlready(in act: Act) throws -> Bool {
        guard entry.direction == .credit, let end = entry.references.endToEnd else { return false }
        return try act.tx.betalingen.isKnown("incasso:" + end)
    }

    /// Whether a sum of direct debits was taken apart before.
    func isLumpKnown(in act: Act) throws -> Bool {
        guard let batch = try lumpBatch(in: act) else { return false }
        let ours = try act.tx.incassobatches.regels(of: batch.id).filter { line in
            try act.tx.machtigingen.find(line.machtiging)?.sequence == blockSequence && line.staat != .vervallen
        }
        return try !ours.isEmpty && ours.map(\.bedrag).sum == entry.amount
            && ours.allSatisfy { try act.tx.betalingen.isKnown("incasso:" + $0.eindkenmerk) }
    }

    private var block: String? { entry.batch?.paymentInformation ?? entry.references.paymentInformation }
    private var blockSequence: String { String((block ?? "").suffix(4)) }

    private func lumpBatch(in act: Act) throws -> Incassobatch? {
        guard entry.direction == .credit, entry.isBooked, entry.references.endToEnd == nil, let block else {
            return nil
        }
        return try act.tx.incassobatches.find(reference: block)
    }

    /// The offered lines that the bank books as one sum: their own reference of the block, and together the amount.
    func lump(in act: Act) throws -> [Incassobatch.Regel]? {
        guard let batch = try lumpBatch(in: act) else { return nil }
        let parts = try act.tx.incassobatches.regels(of: batch.id).filter { line in
            try line.staat == .aangeboden
                && act.tx.machtigingen.find(line.machtiging)?.sequence == blockSequence
        }
        return !parts.isEmpty && parts.map(\.bedrag).sum == entry.amount ? parts : nil
    }

    /// One of the sum's parts as a payment of its own.
    func betaling(of line: Incassobatch.Regel, in act: Act) throws -> Betaling {
        let mandate = try act.tx.machtigingen.find(line.machtiging)
        return Betaling(
            id: act.newID(), sleutel: "incasso:\(line.eindkenmerk)",
            rekening: statement.iban?.text ?? statement.account,
            datum: day ?? act.today, bedrag: line.bedrag, tegenrekening: mandate?.iban.text, naam: mandate?.naam,
            omschrijving: line.omschrijving, kenmerk: nil, eindkenmerk: line.eindkenmerk)
    }
}

extension Machtiging {
    fileprivate var sequence: String { soort == .doorlopend ? "RCUR" : "OOFF" }
}
