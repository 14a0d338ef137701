import Basics

/// One line of an open-items file on its way to an open item.
struct OpenItemLine {
    let record: CsvRecord
    let plan: OpenItemsPlan

    init(_ record: CsvRecord, _ plan: OpenItemsPlan) {
        self.record = record
        self.plan = plan
    }

    var result: Result<OpenItem, RejectedLine> {
        do {
            return .success(try item())
        } catch {
            return .failure(RejectedLine(faults: faults(after: error)))
        }
    }

    /// Every field by itself, so that a file can be mended in one go; what is between fields comes alone.
    private func faults(after first: LineRejection) -> [LineRejection] {
        guard record.fields.count >= plan.columns.count else { return [first] }
        let all = OpenItemColumn.allCases.compactMap { column in
            do throws(LineRejection) {
                try check(column)
                return nil as LineRejection?
            } catch { return error }
        }
        return all.isEmpty ? [first] : all
    }

    private func check(_ column: OpenItemColumn) throws(LineRejection) {
        switch column {
        case .debiteurnummer, .naam, .factuurnummer: _ = try required(column)
        case .adres, .huisnummer, .plaats, .telefoon, .omschrijving, .soort, .contract: _ = try text(column)
        case .geboortedatum, .vertrokken, .factuurdatum: _ = try day(column)
        case .vervaldatum: _ = try requiredDay(column)
        case .postcode: _ = try postcode()
        case .email: _ = try email()
        case .iban: _ = try iban()
        case .betalingskenmerk: _ = try reference()
        case .machtiging: _ = try mandate()
        case .bedrag: _ = try amounts()
        case .openstaand, .machtigingsdatum: break
        }
    }

    private func item() throws(LineRejection) -> OpenItem {
        try checkWidth()
        let (amount, open) = try amounts()
        var item = OpenItem(due: try requiredDay(.vervaldatum), amount: amount, open: open, line: record.line)
        item.debtor = try debtor()
        item.invoice = try required(.factuurnummer)
        item.description = try text(.omschrijving)
        item.kind = try text(.soort)?.lowercased() ?? "overig"
        item.invoiceDate = try day(.factuurdatum)
        item.contract = try text(.contract)
        item.reference = try reference()
        item.mandate = try mandate()
        if let date = item.invoiceDate, date > item.due { throw rejection(.vervaldatum, .dueBeforeInvoice) }
        return item
    }

    /// A mandate without the day it was signed, or with signs the bank does not take, is none to rely on.
    private func mandate() throws(LineRejection) -> OpenItemMandate? {
        guard let reference = try text(.machtiging) else { return nil }
        guard SepaReference.isValid(reference) else { throw rejection(.machtiging, .notAReference) }
        return OpenItemMandate(reference: reference, signed: try requiredDay(.machtigingsdatum))
    }

    private func debtor() throws(LineRejection) -> OpenItemDebtor {
        var debtor = OpenItemDebtor()
        debtor.number = try required(.debiteurnummer)
        debtor.name = try required(.naam)
        let parts = [try text(.adres), try text(.huisnummer)].compactMap(\.self)
        debtor.address = parts.isEmpty ? nil : parts.joined(separator: " ")
        debtor.postcode = try postcode()
        debtor.city = try text(.plaats)
        debtor.email = try email()
        debtor.phone = try text(.telefoon)
        debtor.born = try day(.geboortedatum)
        debtor.left = try day(.vertrokken)
        debtor.iban = try iban()
        return debtor
    }

    private func amounts() throws(LineRejection) -> (amount: Money, open: Money) {
        let amount = try money(.bedrag)
        let open = try money(.openstaand)
        guard let whole = amount ?? open, let rest = open ?? amount else { throw rejection(.bedrag, .missing) }
        guard rest > .zero else { throw rejection(open == nil ? .bedrag : .openstaand, .notPositive) }
        guard rest <= whole else { throw rejection(.openstaand, .openAboveAmount) }
        return (whole, rest)
    }

    private func checkWidth() throws(LineRejection) {
        let width = plan.columns.count
        if record.fields.count < width { throw rejection("", "\(record.fields.count)", .tooFewFields) }
        if record.fields[width...].contains(where: { !$0.isEmpty }) {
            throw rejection("", "\(record.fields.count)", .tooManyFields)
        }
    }
}

extension OpenItemLine {
    /// What stands in a column, without spaces around it; `nil` when nothing does.
    private func value(_ column: OpenItemColumn) -> String? {
        guard let index = plan.columns.firstIndex(of: column), index < record.fields.count else { return nil }
        let trimmed = record.fields[index].trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    private func text(_ column: OpenItemColumn) throws(LineRejection) -> String? {
        guard let text = value(column) else { return nil }
        guard text.count <= column.longest else { throw rejection(column, .tooLong) }
        return text
    }

    private func required(_ column: OpenItemColumn) throws(LineRejection) -> String {
        guard let text = try text(column) else { throw rejection(column, .missing) }
        return text
    }

    private func day(_ column: OpenItemColumn) throws(LineRejection) -> Day? {
        guard let text = value(column) else { return nil }
        guard let day = Day(written: text), (1900...2199).contains(day.year) else { throw rejection(column, .notADate) }
        return day
    }

    private func requiredDay(_ column: OpenItemColumn) throws(LineRejection) -> Day {
        guard let day = try day(column) else { throw rejection(column, .missing) }
        return day
    }

    private func money(_ column: OpenItemColumn) throws(LineRejection) -> Money? {
        guard let text = value(column) else { return nil }
        if let money = plan.decimals.money(text) { return money }
        guard !plan.decimals.isTooLarge(text) else { throw rejection(column, .amountOutOfRange) }
        let isOther = DecimalStyle.shown(by: text).map { $0 != plan.decimals } ?? false
        throw rejection(column, isOther ? .otherDecimals : .notAnAmount)
    }

    private func iban() throws(LineRejection) -> IBAN? {
        guard let text = value(.iban) else { return nil }
        guard let iban = IBAN(text) else { throw rejection(.iban, .notAnIBAN) }
        return iban
    }

    private func reference() throws(LineRejection) -> PaymentReference? {
        guard let text = value(.betalingskenmerk) else { return nil }
        guard let reference = PaymentReference(text) else { throw rejection(.betalingskenmerk, .notAReference) }
        return reference
    }

    /// Dutch postcodes as `1234 AB`; those of other countries as they stand.
    private func postcode() throws(LineRejection) -> String? {
        guard let text = try text(.postcode) else { return nil }
        let compact = text.compacted
        guard compact.utf8.count == 6, compact.prefix(4).isASCIIDigits, compact.suffix(2).allSatisfy(\.isLetter) else {
            return text
        }
        guard !compact.hasPrefix("0") else { throw rejection(.postcode, .notAPostcode) }
        return "\(compact.prefix(4)) \(compact.suffix(2))"
    }

    private func email() throws(LineRejection) -> String? {
        guard let text = try text(.email) else { return nil }
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, !halves[0].isEmpty, halves[1].contains("."), !text.utf8.contains(where: \.isSpace)
        else {
            throw rejection(.email, .notAnEmail)
        }
        return text
    }

    private func rejection(_ column: OpenItemColumn, _ reason: LineRejection.Reason) -> LineRejection {
        rejection(column.rawValue, value(column) ?? "", reason)
    }

    private func rejection(_ field: String, _ value: String, _ reason: LineRejection.Reason) -> LineRejection {
        LineRejection(line: record.line, field: field, value: value, reason: reason)
    }
}

extension LineRejection: Error {}
