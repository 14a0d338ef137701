import Basics
public import Exchange
import Journal
public import Zaken

/// Takes in a bank statement: each payment is placed where it belongs, or kept for a person to place.
public struct Afschriftimport: Sendable {
    static let batch = 200

    let office: Office

    public init(office: Office) { self.office = office }

    /// Reads the file; a line of the bank that was seen before changes nothing.
    public func run(
        _ file: @autoclosure @escaping @Sendable () -> ImportFile, named name: String, by door: String,
        progress: @Sendable (Importverslag) -> Void = { _ in }
    ) async throws -> Importverslag {
        var report = try await office.begin(.afschrift, named: name, by: door)
        do {
            let found = try await offThread { try BankFile(file()).check() }
            report.vorm = found.format
            if let flaw = found.diagnostics.first(where: { $0.severity == .error }) { throw FileFault(flaw) }
            if let flaw = try await office.read({ try found.strange(to: $0.schuldeisers.all()) }) {
                throw FileFault(flaw)
            }
        } catch let fault as FileFault {
            return try await office.refuse(report, because: fault)
        }
        try await pump(file).run { lines in
            report = try await take(lines, report)
            progress(report)
        }
        return try await office.finish(report)
    }

    private func pump(_ file: @escaping @Sendable () -> ImportFile) -> BatchPump<BankLine> {
        BatchPump(size: Afschriftimport.batch) { each in
            var (statement, copies): (BankStatement?, BankCopies) = (nil, BankCopies())
            try BankFile(file()).read { event in
                switch event {
                case .statement(let next): (statement, copies) = (next, BankCopies())
                case .entry(let entry):
                    guard let statement else { return }
                    try each(BankLine(statement: statement, entry: copies.number(entry, in: statement)))
                case .end: break
                }
            }
        }
    }

    private func take(_ lines: [BankLine], _ report: Importverslag) async throws -> Importverslag {
        try await office.act(as: .system("import")) { act in
            var report = report
            for line in lines { try report.take(line, in: act) }
            try act.tx.imports.save(report, at: act.now)
            return report
        }
    }
}

/// One transaction with the statement it stands on.
struct BankLine: Sendable {
    let statement: BankStatement
    let entry: BankEntry

    /// Why it is no payment to place, if it is not.
    var rejection: Afwijzing? {
        if !entry.isBooked { return why("Sts", "not-booked") }
        if entry.currency != "EUR" { return why("Ccy", "not-euro") }
        if entry.booked == nil, entry.value == nil { return why("BookgDt", "notADate") }
        return nil
    }

    /// Whether the account's owner paid something, which is no receipt and nothing wrong.
    var isMoneyOut: Bool { entry.isBooked && entry.direction == .debit }

    func why(_ field: String, _ reason: String) -> Afwijzing {
        Afwijzing(regel: entry.line, veld: field, waarde: entry.amount.description, reden: reason)
    }

    func betaling(id: Identifier<Betaling>, today: Day) -> Betaling {
        Betaling(
            id: id, sleutel: entry.key(in: statement), rekening: statement.iban?.text ?? statement.account,
            datum: entry.booked ?? entry.value ?? today, bedrag: entry.amount,
            tegenrekening: entry.counterparty.iban?.text ?? entry.counterparty.account,
            naam: entry.counterparty.name?.withoutHiddenSigns, omschrijving: entry.remittance.withoutHiddenSigns,
            kenmerk: entry.structured.first?.reference,
            eindkenmerk: entry.references.endToEnd)
    }
}

extension BankFileReport {
    /// What is wrong with a statement of an account that none of these creditors has; it is not our money.
    fileprivate func strange(to creditors: [Schuldeiser]) -> Diagnostic? {
        let own = creditors.compactMap { IBAN($0.iban) }
        return statements.map(\.statement).first { !$0.isAbout(own) }.map { statement in
            Diagnostic(
                .error, "unknown-account",
                "this statement is of an account that no creditor has; add the creditor (`ontknoop schuldeiser add`) or correct its account, and import the file again",
                line: statement.line, element: statement.iban?.grouped ?? statement.account)
        }
    }
}

extension BankStatement {
    /// Whether it is of one of these accounts; an account that is no IBAN is one by its last ten digits.
    fileprivate func isAbout(_ own: [IBAN]) -> Bool {
        if let iban { return own.contains(iban) }
        let digits = account.filter(\.isNumber).drop { $0 == "0" }
        return digits.count >= 5 && own.contains { $0.text.suffix(10).drop { $0 == "0" } == digits }
    }
}

extension Importverslag {
    mutating func take(_ line: BankLine, in act: Act) throws {
        gelezen += 1
        if line.takesBack { return try takeBack(line, in: act) }
        if line.isMoneyOut { return uitgaand += 1 }
        if let rejection = line.rejection {
            afgewezen += 1
            return try act.tx.imports.reject(rejection, in: id)
        }
        if try line.isCollectedAlready(in: act) || line.isLumpKnown(in: act)
            || line.isPaidByProvider(in: act)
        {
            return bekend += 1
        }
        if let parts = try line.lump(in: act) { return try take(parts, of: line, in: act) }
        let betaling = line.betaling(id: act.newID(), today: act.today)
        guard try !act.tx.betalingen.isKnown(betaling.sleutel) else { return bekend += 1 }
        nieuw += 1
        try Betaling.Receipt(betaling: betaling).run(in: act)
    }

    /// A sum of direct debits, taken apart into the payments it is made of.
    private mutating func take(_ parts: [Incassobatch.Regel], of line: BankLine, in act: Act) throws {
        for part in parts { try Betaling.Receipt(betaling: line.betaling(of: part, in: act)).run(in: act) }
        nieuw += 1
    }

    /// Money that goes out again; when nobody can tell which payment it was, the line is shown.
    private mutating func takeBack(_ line: BankLine, in act: Act) throws {
        switch try Storno.Receipt(line: line).run(in: act) {
        case .reversed: nieuw += 1
        case .known: bekend += 1
        case .paymentUnknown:
            afgewezen += 1
            try act.tx.imports.reject(line.why("RtrInf", "returned"), in: id)
        }
    }
}
