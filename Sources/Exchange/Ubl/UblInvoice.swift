public import Basics
import Xml

/// An invoice in UBL 2.1, as Peppol BIS 3 and NLCIUS carry it, read as one open item.
public struct UblInvoice: Hashable, Sendable {
    public let item: OpenItem
    /// What was odd but could be read past.
    public let notes: [Diagnostic]

    /// Reads an invoice; a credit note, another currency or a missing due date is refused with its reason.
    public init(_ bytes: [UInt8]) throws(FileFault) {
        let document: XmlDocument
        do {
            document = try XmlDocument(bytes)
        } catch {
            throw FileFault(error.diagnostic)
        }
        item = try UblReading(document.root).item()
        notes = document.warnings
    }
}

/// The way through the elements of an invoice.
private struct UblReading {
    static let invoice = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    static let creditNote = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
    static let basic = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    static let aggregate = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"

    let root: XmlElement

    init(_ root: XmlElement) throws(FileFault) {
        self.root = root
        guard root.name != XmlName("CreditNote", in: UblReading.creditNote) else {
            throw FileFault(
                "ubl-credit-note", "the file is a credit note: nothing is asked by it", line: root.line,
                element: root.name.local)
        }
        guard root.name == XmlName("Invoice", in: UblReading.invoice) else {
            throw FileFault(
                "ubl-not-an-invoice", "the file is not a UBL 2.1 invoice", line: root.line, element: root.name.local)
        }
    }

    func item() throws(FileFault) -> OpenItem {
        let payable = try amount(root.find("LegalMonetaryTotal"), "PayableAmount")
        let whole = try root.find("LegalMonetaryTotal")?.value("TaxInclusiveAmount").map { text throws(FileFault) in
            try money(text)
        }
        guard payable >= .zero else {
            throw fault("PayableAmount", "the amount is negative: the invoice is a credit", code: "ubl-credit-note")
        }
        guard payable > .zero else {
            throw fault("PayableAmount", "there is nothing to be paid", code: "ubl-nothing-due")
        }
        var item = OpenItem(due: try due(), amount: max(payable, whole ?? payable), open: payable, line: root.line)
        item.invoice = try required("ID")
        item.invoiceDate = root.value("IssueDate").flatMap { Day($0) }
        item.description = root.value("Note") ?? root.find("InvoiceLine", "Item")?.value("Name")
        item.contract = root.find("ContractDocumentReference")?.value("ID") ?? root.find("OrderReference")?.value("ID")
        item.reference = root.find("PaymentMeans")?.value("PaymentID").flatMap { PaymentReference($0) }
        item.debtor = try debtor()
        return item
    }

    private func debtor() throws(FileFault) -> OpenItemDebtor {
        guard let customer = root.find("AccountingCustomerParty"), let party = customer.find("Party") else {
            throw fault("AccountingCustomerParty", "the invoice names no customer")
        }
        var debtor = OpenItemDebtor()
        let name = party.find("PartyName")?.value("Name") ?? party.find("PartyLegalEntity")?.value("RegistrationName")
        let number =
            customer.value("CustomerAssignedAccountID") ?? customer.value("SupplierAssignedAccountID")
            ?? party.find("PartyIdentification")?.value("ID") ?? root.value("BuyerReference")
        guard let name else { throw fault("Name", "the customer has no name") }
        guard let number else { throw fault("CustomerAssignedAccountID", "the customer has no number") }
        (debtor.name, debtor.number) = (name, number)
        fill(&debtor, from: party)
        return debtor
    }

    private func fill(_ debtor: inout OpenItemDebtor, from party: XmlElement) {
        let address = party.find("PostalAddress")
        let street = [address?.value("StreetName"), address?.value("BuildingNumber")].compactMap(\.self)
        debtor.address = street.isEmpty ? nil : street.joined(separator: " ")
        debtor.postcode = address?.value("PostalZone")
        debtor.city = address?.value("CityName")
        debtor.email = party.find("Contact")?.value("ElectronicMail")
        debtor.phone = party.find("Contact")?.value("Telephone")
        let account = root.find("PaymentMeans", "PaymentMandate", "PayerFinancialAccount")?.value("ID")
        debtor.iban = account.flatMap { IBAN($0) }
    }

    private func due() throws(FileFault) -> Day {
        let text = root.value("DueDate") ?? root.find("PaymentMeans")?.value("PaymentDueDate")
        guard let text else { throw fault("DueDate", "the invoice has no due date") }
        guard let day = Day(String(text.prefix(10))) else { throw fault("DueDate", "not a date: \(text.prefix(40))") }
        return day
    }

    private func amount(_ parent: XmlElement?, _ name: String) throws(FileFault) -> Money {
        guard let element = parent?.child(name, in: UblReading.basic) else {
            throw fault(name, "the amount is missing")
        }
        guard element["currencyID"] == "EUR" else {
            throw fault(
                name, "the currency is \(element["currencyID"]?.prefix(10) ?? "not given"), only EUR is taken in",
                code: "ubl-currency")
        }
        return try money(element.text)
    }

    private func money(_ text: String) throws(FileFault) -> Money {
        if let money = Amount.iso(text) { return money }
        guard !Amount.isTooLarge(text) else {
            throw fault("Amount", "the amount is too large: \(text.prefix(40))", code: "ubl-amount-range")
        }
        throw fault("Amount", "not an amount: \(text.prefix(40))")
    }

    private func required(_ name: String) throws(FileFault) -> String {
        guard let text = root.value(name) else { throw fault(name, "the element is missing") }
        return text
    }

    private func fault(_ element: String, _ message: Phrase, code: String = "ubl-invoice") -> FileFault {
        FileFault(code, message, line: root.line, element: element)
    }
}

extension XmlElement {
    /// The aggregate reached through names, the first of each.
    fileprivate func find(_ path: String...) -> XmlElement? {
        path.reduce(self as XmlElement?) { $0?.child($1, in: UblReading.aggregate) }
    }

    /// The text of a basic component, without spaces around it, at most 500 characters; `nil` when empty.
    fileprivate func value(_ name: String) -> String? {
        let text = child(name, in: UblReading.basic)?.text.trimmed ?? ""
        return text.isEmpty ? nil : String(text.prefix(500))
    }
}
