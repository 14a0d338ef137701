import Basics
import Xml

/// Walks through a camt file once: statements, entries and the transactions in them, never more than one at a time.
final class CamtParser {
    typealias Sink = (BankFileEvent) throws -> Void

    let reader: XmlReader
    private(set) var format = ""
    private(set) var diagnostics: [Diagnostic] = []
    private var statements = 0

    init(_ source: @escaping ByteSource) { reader = XmlReader(source: source) }

    func run(_ sink: Sink) throws {
        try readRoot()
        while let event = try reader.next() {
            guard case .start(let start) = event else { continue }
            switch start.name.local {
            case "BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn": continue
            case "Stmt", "Ntfctn": try readStatement(start, sink)
            default: try reader.skip()
            }
        }
        guard statements > 0 else { throw FileFault("camt-no-statement", "the file holds no statement") }
    }

    func note(_ severity: Diagnostic.Severity, _ code: String, _ message: Phrase, line: Int, element: String? = nil) {
        guard diagnostics.count < 1_000 else { return }
        diagnostics.append(Diagnostic(severity, code, message, line: line, element: element))
    }

    private func readRoot() throws {
        guard case .start(let root)? = try reader.next(), root.name.local == "Document",
            let name = root.name.namespace?.split(separator: ":").last.map(String.init), CamtParser.isKnown(name)
        else { throw FileFault("camt-not-a-statement", "the file is not a camt.053 or camt.054 message", line: 1) }
        format = name
        if let version = Int(name.suffix(2)), !(2...8).contains(version) {
            note(.warning, "camt-version", "version \(name) was not tried with this reader", line: root.line)
        }
    }

    private static func isKnown(_ name: String) -> Bool {
        (name.hasPrefix("camt.053.001.") || name.hasPrefix("camt.054.001.")) && String(name.suffix(2)).isAllASCIIDigits
    }

    private func readStatement(_ start: XmlStart, _ sink: Sink) throws {
        statements += 1
        var reading = CamtStatementReading(line: start.line)
        while let event = try reader.next() {
            switch event {
            case .start(let inner) where inner.name.local == "Ntry":
                if !reading.isAnnounced { try announce(&reading, sink) }
                try readEntry(inner, &reading, sink)
            case .start(let inner): try take(inner, into: &reading)
            case .end:
                if !reading.isAnnounced { try announce(&reading, sink) }
                checkSummary(reading)
                return try sink(.end(reading.totals))
            case .text: break
            }
        }
    }

    private func take(_ start: XmlStart, into reading: inout CamtStatementReading) throws {
        guard CamtStatementReading.names.contains(start.name.local) else { return try reader.skip() }
        let node = try reader.small(start)
        for flaw in reading.take(node) { note(.error, "camt-balance", flaw, line: node.line, element: node.name) }
        guard reading.totals.statement.balances.count <= 1_000 else {
            throw FileFault("camt-out-of-bounds", "too many balances", line: node.line)
        }
    }

    private func announce(_ reading: inout CamtStatementReading, _ sink: Sink) throws {
        reading.isAnnounced = true
        let statement = reading.totals.statement
        if statement.id.isEmpty { note(.error, "camt-statement", "the statement has no Id", line: statement.line) }
        if statement.account.isEmpty {
            note(.error, "camt-statement", "the statement has no account", line: statement.line)
        }
        try sink(.statement(statement))
    }

    /// What the bank says its entries add up to, where it says so (`TxsSummry`).
    private func checkSummary(_ reading: CamtStatementReading) {
        let totals = reading.totals
        if let count = reading.summary?.value("TtlNtries", "NbOfNtries").flatMap({ Int($0) }), count != totals.entries {
            let message: Phrase = "the statement announces \(count) entries and holds \(totals.entries)"
            note(.error, "camt-count", message, line: totals.statement.line)
        }
        for (name, sum) in [("TtlCdtNtries", totals.credit), ("TtlDbtNtries", totals.debit)] {
            guard let text = reading.summary?.value(name, "Sum"), reading.isOneCurrency else { continue }
            if Amount.iso(text) != sum {
                note(
                    .error, "camt-sum", "\(name) is \(text.prefix(30)) and the entries are \(sum)",
                    line: totals.statement.line)
            }
        }
    }
}

/// A statement on its way through the parser.
struct CamtStatementReading {
    static let names: Set<String> = ["Id", "ElctrncSeqNb", "LglSeqNb", "CreDtTm", "FrToDt", "Acct", "Bal", "TxsSummry"]

    var totals: BankStatementTotals
    var summary: CamtNode?
    var isAnnounced = false
    var isOneCurrency = true
    var credit = Total()
    var debit = Total()

    init(line: Int) { totals = BankStatementTotals(statement: BankStatement(line: line)) }

    /// Adds a booked entry to what the statement comes to.
    mutating func count(_ entry: BankEntry) {
        if entry.direction == .credit { credit.add(entry.amount) } else { debit.add(entry.amount) }
        totals.credit = credit.money
        totals.debit = debit.money
    }

    /// Takes an element of the statement's head; gives what is wrong with it.
    mutating func take(_ node: CamtNode) -> [Phrase] {
        switch node.name {
        case "Id": totals.statement.id = node.text.trimmed
        case "ElctrncSeqNb", "LglSeqNb": totals.statement.sequence = totals.statement.sequence ?? node.text.trimmed
        case "CreDtTm": totals.statement.created = Moment(node.text.trimmed)
        case "FrToDt":
            totals.statement.from = CamtDay.read(node.value("FrDtTm") ?? node.value("FrDt"))
            totals.statement.to = CamtDay.read(node.value("ToDtTm") ?? node.value("ToDt"))
        case "Acct": take(account: node)
        case "TxsSummry": summary = node
        case "Bal": return take(balance: node)
        default: break
        }
        return []
    }

    private mutating func take(account node: CamtNode) {
        let account = node.value("Id", "IBAN") ?? node.value("Id", "Othr", "Id") ?? ""
        totals.statement.account = account.compacted
        totals.statement.iban = IBAN(account)
        totals.statement.currency = node.value("Ccy")
    }

    private mutating func take(balance node: CamtNode) -> [Phrase] {
        let kind = node.value("Tp", "CdOrPrtry", "Cd") ?? node.value("Tp", "CdOrPrtry", "Prtry") ?? ""
        guard let amount = node.value("Amt").flatMap({ Amount.iso($0) }),
            let direction = node.value("CdtDbtInd").flatMap({ BankDirection(rawValue: $0) })
        else { return ["the balance \(kind) has no readable amount or direction"] }
        totals.statement.balances.append(
            BankBalance(
                kind: kind, amount: direction == .credit ? amount : -amount, currency: node.find("Amt")?.currency ?? "",
                day: CamtDay.read(node.value("Dt", "Dt") ?? node.value("Dt", "DtTm"))))
        return []
    }
}

/// Dates of a bank file: a day, or a moment of which the day in the Netherlands counts.
enum CamtDay {
    static func read(_ text: String?) -> Day? {
        guard let text else { return nil }
        if text.utf8.count > 10, let moment = Moment(text) { return moment.day }
        return Day(String(text.prefix(10)))
    }
}
