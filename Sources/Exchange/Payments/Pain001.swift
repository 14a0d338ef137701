public import Basics
import Xml

/// A file of transfers for the bank (pain.001.001.03 or .09).
public struct Pain001: Hashable, Sendable {
    public enum Version: String, Hashable, Sendable { case v03 = "pain.001.001.03", v09 = "pain.001.001.09" }

    public let message: String
    public let created: Moment
    public let execution: Day
    public let from: OwnAccount
    public let transfers: [Transfer]

    public init(message: String, created: Moment, execution: Day, from: OwnAccount, transfers: [Transfer]) {
        self.message = message
        self.created = created
        self.execution = execution
        self.from = from
        self.transfers = transfers
    }

    /// The file as XML, valid against its schema.
    public func xml(_ version: Version = .v09) throws(PaymentFileRefusal) -> String {
        try SepaText.check(transfers)
        let message = try SepaText.identifier(message)
        var out = PainWriter(
            namespace: version.rawValue, root: "CstmrCdtTrfInitn", bicElement: version == .v03 ? "BIC" : "BICFI")
        out.header(message, created, transfers, initiator: from.name)
        out.xml.start("PmtInf")
        out.xml.element("PmtInfId", text: message)
        out.xml.element("PmtMtd", text: "TRF")
        out.totals(transfers)
        out.nested(["PmtTpInf", "SvcLvl", "Cd"], "SEPA")
        if version == .v03 {
            out.xml.element("ReqdExctnDt", text: execution.description)
        } else {
            out.nested(["ReqdExctnDt", "Dt"], execution.description)
        }
        out.party("Dbtr", from.name)
        out.account("DbtrAcct", from.iban)
        out.agent("DbtrAgt", from.bic)
        out.xml.element("ChrgBr", text: "SLEV")
        for transfer in transfers { out.transfer(transfer) }
        out.xml.end()
        return out.closed()
    }
}

extension PainWriter {
    fileprivate mutating func transfer(_ transfer: Transfer) {
        xml.start("CdtTrfTxInf")
        nested(["PmtId", "EndToEndId"], transfer.endToEnd)
        xml.start("Amt")
        xml.element("InstdAmt", [("Ccy", "EUR")], text: transfer.amount.description)
        xml.end()
        party("Cdtr", transfer.name)
        account("CdtrAcct", transfer.iban)
        remittance(transfer.text)
        xml.end()
    }
}
