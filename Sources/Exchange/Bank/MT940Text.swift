import Basics

/// The texts within MT940 fields.
enum MT940Text {
    /// `C251231EUR1234,56`
    static func balance(_ text: String, kind: String) -> BankBalance? {
        var rest = text.trimmed[...]
        guard let mark = rest.popFirst(), mark == "C" || mark == "D", let day = day(rest.prefix(6)) else { return nil }
        rest = rest.dropFirst(6)
        let currency = String(rest.prefix(3))
        guard currency.count == 3, let amount = amount(rest.dropFirst(3)) else { return nil }
        return BankBalance(kind: kind, amount: mark == "C" ? amount : -amount, currency: currency, day: day)
    }

    /// `2512310102RC12,50NTRFEREF//BANKREF` and a line with the other account.
    static func entry(_ field: MT940Field, number: Int, currency: String) -> BankEntry? {
        var rest = field.first[...]
        guard let value = day(rest.prefix(6)) else { return nil }
        rest = rest.dropFirst(6)
        let entryDay = rest.prefix(4)
        let booked = isDigits(entryDay, 4) ? self.booked(entryDay, near: value) : value
        if isDigits(entryDay, 4) { rest = rest.dropFirst(4) }
        guard let (direction, isReversal) = mark(&rest) else { return nil }
        if rest.first?.isLetter ?? false { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isNumber || $0 == "," }
        guard let amount = amount(digits) else { return nil }
        rest = rest.dropFirst(digits.count)
        guard rest.first.map({ $0.isLetter }) ?? true else { return nil }
        var entry = BankEntry(
            amount: amount, currency: currency, direction: direction,
            place: BankPlace(entry: number, transaction: 0), line: field.line)
        (entry.isReversal, entry.booked, entry.value) = (isReversal, booked, value)
        take(references: rest, field.lines.dropFirst().first, into: &entry)
        return entry
    }

    private static func take(references rest: Substring, _ extra: String?, into entry: inout BankEntry) {
        entry.code.proprietary = String(rest.prefix(4)).nonEmpty
        let text = String(rest.dropFirst(4))
        if let slashes = text.range(of: "//") {
            entry.bankReference = String(text[slashes.upperBound...]).trimmed.nonEmpty
        }
        if let account = extra?.trimmed, !account.isEmpty {
            entry.counterparty.iban = IBAN(account)
            entry.counterparty.account = entry.counterparty.iban == nil ? account : nil
        }
    }

    /// A credit, a debit, or the reversal of one, which moves money the other way.
    private static func mark(_ rest: inout Substring) -> (BankDirection, Bool)? {
        for (mark, direction, isReversal) in [
            ("RC", BankDirection.debit, true), ("RD", .credit, true), ("C", .credit, false), ("D", .debit, false),
        ] where rest.hasPrefix(mark) {
            rest = rest.dropFirst(mark.count)
            return (direction, isReversal)
        }
        return nil
    }

    /// The entry date's year is that of the value date, but for the turn of the year.
    private static func booked(_ text: Substring, near value: Day) -> Day? {
        guard let month = Int(text.prefix(2)), let day = Int(text.suffix(2)) else { return nil }
        let turn = value.month == 12 && month == 1 ? 1 : value.month == 1 && month == 12 ? -1 : 0
        return Day(value.year + turn, month, day)
    }

    private static func day(_ text: Substring) -> Day? {
        guard isDigits(text, 6), let year = Int(text.prefix(2)), let month = Int(text.dropFirst(2).prefix(2)),
            let day = Int(text.suffix(2))
        else { return nil }
        return Day(2000 + year, month, day)
    }

    private static func amount(_ text: Substring) -> Money? {
        guard text.contains(",") else { return nil }
        return Amount.iso(String(text).replacing(",", with: "."))
    }

    private static func isDigits(_ text: Substring, _ count: Int) -> Bool { text.count == count && text.isASCIIDigits }
}

extension MT940Text {
    private static let codes: Set<String> = [
        "TRTP", "TRCD", "EREF", "MARF", "IBAN", "CNTP", "ORDP", "BENM", "NAME", "REMI", "CSID", "RTRN", "ISDT", "BIC",
        "PREF", "ULTB", "ULTC", "ULTD", "PURP", "SVCL", "OCMT", "CHGS", "EXCH", "ID", "ADDR", "PY", "SDOD", "OWNR",
    ]

    /// The values under the slash codes of `:86:`; text without codes stands under the empty one.
    static func details(_ text: String) -> [String: String] {
        let text = String(text.prefix(10_000))
        var (found, code): ([String: [Substring]], String) = ([:], "")
        for part in text.split(separator: "/", omittingEmptySubsequences: false) {
            if codes.contains(String(part)), found[String(part)] == nil {
                code = String(part)
                found[code] = []
            } else {
                found[code, default: []].append(part)
            }
        }
        return found.compactMapValues { $0.joined(separator: "/").trimmed.nonEmpty }
    }
}

extension BankEntry {
    /// Takes over what `:86:` tells of an entry.
    mutating func take(details: [String: String]) {
        references.endToEnd = details["EREF"]?.unslashed.provided ?? references.endToEnd
        references.mandate = details["MARF"]?.unslashed.provided
        let account = details["IBAN"] ?? details["CNTP"].map { String($0.prefix { $0 != "/" }) }
        if let iban = account.flatMap({ IBAN($0) }) { counterparty.iban = iban }
        counterparty.name = details["NAME"]?.unslashed ?? details["CNTP"]?.part(2)
        if let reason = details["RTRN"]?.unslashed, !reason.isEmpty {
            returned = BankReturn(code: String(reason.prefix(4)), text: nil)
        }
        take(remittance: details["REMI"] ?? details[""] ?? "")
    }

    /// ING writes `STRD/CUR/…` and `USTD//…` within the remittance; others the text alone.
    private mutating func take(remittance text: String) {
        if text.hasPrefix("STRD/"), let reference = text.part(2) {
            structured = [StructuredRemittance(type: "SCOR", issuer: text.part(1), reference: reference)]
        } else {
            remittance = text.hasPrefix("USTD/") ? String(text.dropFirst(5)).unslashed : text.unslashed
        }
    }
}

extension String {
    /// Without slashes at either end.
    fileprivate var unslashed: String {
        var text = self[...]
        while text.hasPrefix("/") { text = text.dropFirst() }
        while text.hasSuffix("/") { text = text.dropLast() }
        return String(text).trimmed
    }

    fileprivate var provided: String? { isEmpty || self == "NOTPROVIDED" ? nil : self }

    fileprivate func part(_ index: Int) -> String? {
        let parts = split(separator: "/", omittingEmptySubsequences: false)
        return index < parts.count ? String(parts[index]).trimmed.nonEmpty : nil
    }
}
