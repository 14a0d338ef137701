public import Basics
import Xml

/// A file of collections for the bank (pain.008.001.02 or .08), all of one sequence type and day.
public struct Pain008: Hashable, Sendable {
    public enum Version: String, Hashable, Sendable { case v02 = "pain.008.001.02", v08 = "pain.008.001.08" }

    public let message: String
    public let created: Moment
    public let collection: Day
    public let to: OwnAccount
    /// The creditor identifier (Incassant-ID).
    public let creditor: String
    public let collections: [Collection]

    public init(
        message: String, created: Moment, collection: Day, to: OwnAccount, creditor: String, collections: [Collection]
    ) {
        self.message = message
        self.created = created
        self.collection = collection
        self.to = to
        self.creditor = creditor
        self.collections = collections
    }

    /// The file as XML, valid against its schema; one block per sequence type.
    public func xml(_ version: Version = .v08) throws(PaymentFileRefusal) -> String {
        try SepaText.check(collections.map(\.transfer))
        let message = try SepaText.identifier(message)
        guard CreditorIdentifier(creditor) != nil else { throw .identifier(creditor) }
        for one in collections {
            _ = try SepaText.identifier(one.mandate)
            guard one.signed <= collection else { throw .mandateNotYetSigned(one.mandate) }
        }
        var out = PainWriter(
            namespace: version.rawValue, root: "CstmrDrctDbtInitn", bicElement: version == .v02 ? "BIC" : "BICFI")
        out.header(message, created, collections.map(\.transfer), initiator: to.name)
        for sequence in [Collection.Sequence.first, .recurring, .oneOff, .final] {
            let part = collections.filter { $0.sequence == sequence }
            if !part.isEmpty { block(part, sequence, message, &out) }
        }
        return out.closed()
    }

    private func block(
        _ part: [Collection], _ sequence: Collection.Sequence, _ message: String, _ out: inout PainWriter
    ) {
        out.xml.start("PmtInf")
        out.xml.element("PmtInfId", text: String((message.prefix(30)) + "-" + sequence.rawValue))
        out.xml.element("PmtMtd", text: "DD")
        out.totals(part.map(\.transfer))
        out.xml.start("PmtTpInf")
        out.nested(["SvcLvl", "Cd"], "SEPA")
        out.nested(["LclInstrm", "Cd"], "CORE")
        out.xml.element("SeqTp", text: sequence.rawValue)
        out.xml.end()
        out.xml.element("ReqdColltnDt", text: collection.description)
        out.party("Cdtr", to.name)
        out.account("CdtrAcct", to.iban)
        out.agent("CdtrAgt", to.bic)
        out.xml.element("ChrgBr", text: "SLEV")
        out.scheme(creditor)
        for one in part { out.collection(one) }
        out.xml.end()
    }
}

/// A creditor identifier of the direct-debit scheme: country, check digits, business code, national number.
public struct CreditorIdentifier: Hashable, Sendable {
    public let text: String

    public init?(_ written: String) {
        guard written.utf8.count <= 60 else { return nil }
        let compact = written.compacted
        guard (9...35).contains(compact.utf8.count) else { return nil }
        let number = String(compact.prefix(4)) + String(compact.dropFirst(7))
        guard compact.prefix(2).allSatisfy(\.isLetter), Mod97.holds(for: number) else { return nil }
        text = compact
    }
}

extension PainWriter {
    fileprivate mutating func scheme(_ creditor: String) {
        for name in ["CdtrSchmeId", "Id", "PrvtId", "Othr"] { xml.start(name) }
        xml.element("Id", text: creditor.compacted)
        nested(["SchmeNm", "Prtry"], "SEPA")
        for _ in 0..<4 { xml.end() }
    }

    fileprivate mutating func collection(_ one: Collection) {
        xml.start("DrctDbtTxInf")
        nested(["PmtId", "EndToEndId"], one.transfer.endToEnd)
        xml.element("InstdAmt", [("Ccy", "EUR")], text: one.transfer.amount.description)
        xml.start("DrctDbtTx")
        xml.start("MndtRltdInf")
        xml.element("MndtId", text: one.mandate)
        xml.element("DtOfSgntr", text: one.signed.description)
        xml.end()
        xml.end()
        agent("DbtrAgt", nil)
        party("Dbtr", one.transfer.name)
        account("DbtrAcct", one.transfer.iban)
        remittance(one.transfer.text)
        xml.end()
    }
}
