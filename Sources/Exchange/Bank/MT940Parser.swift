import Basics

/// Walks through an MT940 file once: a statement from `:20:` to `:62F:`, an entry from `:61:` to its `:86:`.
final class MT940Parser {
    private let fields: MT940Fields
    private(set) var diagnostics: [Diagnostic] = []
    private var current: CamtStatementReading?
    private var pending: BankEntry?
    private var isClosed = true
    private var statements = 0

    init(_ source: @escaping ByteSource) { fields = MT940Fields(source) }

    func run(_ sink: CamtParser.Sink) throws {
        while let field = try fields.field() { try take(field, sink) }
        try finish(sink)
        guard statements > 0 else {
            throw FileFault("mt940-not-a-statement", "the file holds no MT940 statement", line: 1)
        }
    }

    private func take(_ field: MT940Field, _ sink: CamtParser.Sink) throws {
        if field.tag == "20" {
            try finish(sink)
            statements += 1
            (current, isClosed) = (CamtStatementReading(line: field.line), false)
            current?.totals.statement.id = field.first.trimmed
            return
        }
        // Rabobank opens a file with the kind of message as a tag of its own.
        if field.tag == "940", current == nil || isClosed { return }
        guard current != nil else { throw FileFault("mt940-not-a-statement", "a field before :20:", line: field.line) }
        switch field.tag {
        case "25": take(account: field)
        case "28", "28C":
            current?.totals.statement.sequence = field.first.trimmed
            current?.totals.statement.id += "/" + field.first.trimmed
        case "60F", "60M": try take(balance: field, kind: "OPBD", sink)
        case "61": try take(entry: field, sink)
        case "86": take(details: field)
        case "62F", "62M":
            try flush(sink)
            try take(balance: field, kind: "CLBD", sink)
            isClosed = true
        default: break
        }
    }

    private func take(account field: MT940Field) {
        let text = field.joined.compacted
        let account = text.hasSuffix("EUR") ? String(text.dropLast(3)) : text
        current?.totals.statement.account = account
        current?.totals.statement.iban = IBAN(account)
    }

    private func take(balance field: MT940Field, kind: String, _ sink: CamtParser.Sink) throws {
        guard let balance = MT940Text.balance(field.first, kind: kind) else {
            return note("mt940-balance", "not a balance: \(field.first.prefix(40))", field)
        }
        current?.totals.statement.balances.append(balance)
        current?.totals.statement.currency = balance.currency
        if kind == "OPBD", let statement = current?.totals.statement { try sink(.statement(statement)) }
    }

    private func take(entry field: MT940Field, _ sink: CamtParser.Sink) throws {
        try flush(sink)
        guard var reading = current else { return }
        reading.totals.entries += 1
        defer { current = reading }
        let currency = reading.totals.statement.currency ?? "EUR"
        guard let entry = MT940Text.entry(field, number: reading.totals.entries, currency: currency) else {
            return note("mt940-entry", "not an entry: \(field.first.prefix(60))", field)
        }
        reading.count(entry)
        pending = entry
    }

    private func take(details field: MT940Field) { pending?.take(details: MT940Text.details(field.joined)) }

    private func flush(_ sink: CamtParser.Sink) throws {
        guard let entry = pending else { return }
        pending = nil
        current?.totals.transactions += 1
        try sink(.entry(entry))
    }

    private func finish(_ sink: CamtParser.Sink) throws {
        try flush(sink)
        guard let totals = current?.totals else { return }
        guard isClosed else {
            throw FileFault(
                "mt940-cut-off", "a statement has no closing balance; the file is cut off", line: totals.statement.line)
        }
        if totals.statement.opening == nil {
            diagnostics.append(
                Diagnostic(.error, "mt940-balance", "the statement has no opening balance", line: totals.statement.line)
            )
        }
        current = nil
        try sink(.end(totals))
    }

    private func note(_ code: String, _ message: Phrase, _ field: MT940Field) {
        guard diagnostics.count < 1_000 else { return }
        diagnostics.append(Diagnostic(.error, code, message, line: field.line, element: ":\(field.tag):"))
    }
}
