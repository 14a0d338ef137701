import Basics
import Xml

extension CamtParser {
    /// Reads one entry; its transactions are handed out as they come, so a batch may be of any length.
    func readEntry(_ start: XmlStart, _ reading: inout CamtStatementReading, _ sink: Sink) throws {
        reading.totals.entries += 1
        var entry = CamtEntryReading(
            number: reading.totals.entries, line: start.line, own: reading.totals.statement.iban)
        while let event = try reader.next() {
            switch event {
            case .start(let inner) where inner.name.local == "NtryDtls": try readDetails(&entry, &reading, sink)
            case .start(let inner): entry.head.append(try reader.small(inner))
            case .end: return try finish(entry, &reading, sink)
            case .text: break
            }
            guard entry.head.count <= 1_000 else {
                throw FileFault("camt-out-of-bounds", "an entry is too large", line: start.line, element: "Ntry")
            }
        }
    }

    private func readDetails(
        _ entry: inout CamtEntryReading, _ reading: inout CamtStatementReading, _ sink: Sink
    ) throws {
        let before = entry.transactions
        while let event = try reader.next() {
            switch event {
            case .start(let inner) where inner.name.local == "TxDtls":
                let node = try reader.small(inner)
                try flush(&entry, &reading, sink)
                entry.pending = transaction(node, in: &entry)
            case .start(let inner) where inner.name.local == "Btch":
                entry.take(batch: CamtEntryReading.batch(try reader.small(inner)))
            case .start: try reader.skip()
            case .end: return checkBatch(of: entry, holding: entry.transactions - before)
            case .text: break
            }
        }
    }

    private func transaction(_ node: CamtNode, in entry: inout CamtEntryReading) -> BankEntry? {
        entry.transactions += 1
        guard var transaction = entry.whole(at: entry.transactions, line: node.line) else { return nil }
        if let direction = node.value("CdtDbtInd").flatMap({ BankDirection(rawValue: $0) }) {
            transaction.direction = direction
        }
        guard takeAmount(of: node, into: &transaction) else { return nil }
        transaction.take(details: node, own: entry.own)
        if transaction.currency != entry.currency { entry.isOneCurrency = false }
        return transaction
    }

    private func takeAmount(of node: CamtNode, into transaction: inout BankEntry) -> Bool {
        guard let amount = node.find("Amt") ?? node.find("AmtDtls", "TxAmt", "Amt") else {
            transaction.isAmountKnown = false
            return true
        }
        guard let money = Amount.iso(amount.text), !money.isNegative else {
            let message: Phrase = "not an amount: \(amount.text.trimmed.prefix(40))"
            note(.error, "camt-amount", message, line: amount.line, element: "TxDtls")
            return false
        }
        (transaction.amount, transaction.currency) = (money, amount.currency ?? transaction.currency)
        return true
    }

    /// Hands out the transaction that waited; one without an amount has the entry's if it is the only one, else it is no money.
    private func flush(
        _ entry: inout CamtEntryReading, _ reading: inout CamtStatementReading, isOnly: Bool = false, _ sink: Sink
    ) throws {
        guard var transaction = entry.pending else { return }
        entry.pending = nil
        if isOnly { transaction.isAmountKnown = true }
        if !transaction.isAmountKnown {
            (transaction.amount, transaction.status) = (.zero, .information)
            entry.unknownAmounts += 1
        }
        entry.sum.add(transaction.signed)
        reading.totals.transactions += 1
        try sink(.entry(transaction))
    }

    private func finish(_ entry: CamtEntryReading, _ reading: inout CamtStatementReading, _ sink: Sink) throws {
        var entry = entry
        guard var whole = entry.whole(at: 0, line: entry.line) else {
            return note(
                .error, "camt-entry", "the entry has no readable amount or direction", line: entry.line, element: "Ntry"
            )
        }
        count(whole, in: &reading)
        if entry.transactions == 0 {
            whole.additional = entry.value("AddtlNtryInf")
            entry.pending = whole
        } else if entry.transactions == 1, entry.pending?.additional == nil {
            let additional = entry.value("AddtlNtryInf")
            entry.pending?.additional = additional
        }
        try flush(&entry, &reading, isOnly: entry.transactions <= 1, sink)
        if entry.transactions > 0, entry.unknownAmounts == entry.transactions {
            try handOver(whole, &entry, &reading, sink)
        }
        if entry.transactions > 0 { checkSum(entry, whole) }
        checkBatchTotal(entry, whole)
    }

    /// A batch that is taken apart must hold as many transactions as it says; one that is not may tell of itself in one.
    private func checkBatch(of entry: CamtEntryReading, holding count: Int) {
        guard let announced = entry.batch?.transactions, count > 1, announced != count else { return }
        let message: Phrase = "the batch announces \(announced) transactions and holds \(count)"
        note(.error, "camt-batch", message, line: entry.line, element: "Btch")
    }

    /// What the batches of an entry say they come to must be what the entry is, charges aside.
    private func checkBatchTotal(_ entry: CamtEntryReading, _ whole: BankEntry) {
        guard let total = entry.batchTotal else { return }
        let difference = (total.cents - Int128(whole.amount.cents)).magnitude
        guard difference != 0, difference != Int128((whole.charges ?? .zero).cents).magnitude else { return }
        let message: Phrase = "the batch comes to \(total.money) and its entry to \(whole.amount)"
        note(.error, "camt-batch", message, line: entry.line, element: "Btch")
    }

    /// A batch whose transactions have no amounts is given once more as a whole, so that its money is not lost.
    private func handOver(
        _ whole: BankEntry, _ entry: inout CamtEntryReading, _ reading: inout CamtStatementReading, _ sink: Sink
    ) throws {
        note(
            .warning, "camt-amounts-unknown", "the transactions of a batch have no amounts", line: entry.line,
            element: "Ntry")
        (entry.pending, entry.unknownAmounts) = (whole, 0)
        try flush(&entry, &reading, isOnly: true, sink)
    }

    private func count(_ whole: BankEntry, in reading: inout CamtStatementReading) {
        let own = reading.totals.statement.currency ?? reading.totals.statement.opening?.currency ?? whole.currency
        guard whole.isBooked else { return }
        guard whole.currency == own else {
            reading.isOneCurrency = false
            return note(
                .warning, "camt-currency",
                "the entry is in \(whole.currency.prefix(10)), the account in \(own.prefix(10))", line: whole.line)
        }
        reading.count(whole)
    }

    /// The transactions of an entry must add up to it, charges aside.
    private func checkSum(_ entry: CamtEntryReading, _ whole: BankEntry) {
        if entry.unknownAmounts > 0 {
            return note(
                .error, "camt-amount", "some transactions of a batch have no amount", line: entry.line, element: "Ntry")
        }
        guard entry.isOneCurrency else {
            return note(
                .warning, "camt-sum", "the transactions are in other currencies than their entry", line: entry.line)
        }
        let charges = Int128((whole.charges ?? .zero).cents)
        let difference = entry.sum.cents - Int128(whole.signed.cents)
        guard difference != 0, difference.magnitude != charges.magnitude else { return }
        let message: Phrase = "the transactions are \(entry.sum.money) and their entry \(whole.signed)"
        note(.error, "camt-sum", message, line: entry.line, element: "Ntry")
    }
}

/// An entry on its way through the parser.
struct CamtEntryReading {
    let number: Int
    let line: Int
    let own: IBAN?
    var head: [CamtNode] = []
    private(set) var batch: BankBatch?
    /// What the batches come to; nothing when one of them does not say.
    private(set) var batchTotal: Total?
    private var batches = 0
    var pending: BankEntry?
    private var known: BankEntry?
    private var knownHead = 0
    var transactions = 0
    var sum = Total()
    var isOneCurrency = true
    var unknownAmounts = 0

    init(number: Int, line: Int, own: IBAN?) {
        (self.number, self.line, self.own) = (number, line, own)
    }

    var currency: String { node("Amt")?.currency ?? "" }

    mutating func take(batch: BankBatch) {
        self.batch = batch
        batches += 1
        guard let amount = batch.total, batches == 1 || batchTotal != nil else {
            batchTotal = nil
            return
        }
        var total = batchTotal ?? Total()
        total.add(amount)
        batchTotal = total
    }

    func node(_ name: String) -> CamtNode? { head.first { $0.name == name } }

    func value(_ name: String) -> String? { node(name)?.text.trimmed.nonEmpty }

    /// The entry as one transaction, with what its head told so far; `nil` without amount or direction.
    mutating func whole(at transaction: Int, line: Int) -> BankEntry? {
        if known == nil || knownHead != head.count { (known, knownHead) = (whole(), head.count) }
        guard var entry = known else { return nil }
        (entry.place, entry.line, entry.batch) = (BankPlace(entry: number, transaction: transaction), line, batch)
        return entry
    }

    private func whole() -> BankEntry? {
        guard let amount = value("Amt").flatMap({ Amount.iso($0) }), !amount.isNegative,
            let direction = value("CdtDbtInd").flatMap({ BankDirection(rawValue: $0) })
        else { return nil }
        var entry = BankEntry(
            amount: amount, currency: currency, direction: direction,
            place: BankPlace(entry: number, transaction: 0), line: line)
        entry.isReversal = ["true", "1"].contains(value("RvslInd") ?? "")
        entry.status = BankEntryStatus(code: node("Sts")?.value("Cd") ?? value("Sts") ?? "")
        entry.booked = day("BookgDt")
        entry.value = day("ValDt")
        entry.bankReference = value("AcctSvcrRef")
        entry.entryReference = value("NtryRef")
        entry.code = BankTransactionCode(node("BkTxCd"))
        entry.charges = node("Chrgs")?.value("TtlChrgsAndTaxAmt").flatMap { Amount.iso($0) }
        return entry
    }

    private func day(_ name: String) -> Day? { CamtDay.read(node(name)?.value("Dt") ?? node(name)?.value("DtTm")) }

    static func batch(_ node: CamtNode) -> BankBatch {
        var batch = BankBatch()
        batch.message = node.value("MsgId")
        batch.paymentInformation = node.value("PmtInfId")
        batch.transactions = node.value("NbOfTxs").flatMap { Int($0) }
        batch.total = node.value("TtlAmt").flatMap { Amount.iso($0) }
        return batch
    }
}
