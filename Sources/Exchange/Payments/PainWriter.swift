import Basics
import Xml

/// The parts that pain.001 and pain.008 share.
struct PainWriter {
    var xml = XmlWriter()
    private let bicElement: String

    init(namespace: String, root: String, bicElement: String) {
        self.bicElement = bicElement
        xml.start("Document", [("xmlns", "urn:iso:std:iso:20022:tech:xsd:" + namespace)])
        xml.start(root)
    }

    mutating func header(_ message: String, _ created: Moment, _ transfers: [Transfer], initiator: String) {
        xml.start("GrpHdr")
        xml.element("MsgId", text: message)
        xml.element("CreDtTm", text: created.description)
        totals(transfers)
        nested(["InitgPty", "Nm"], SepaText.written(initiator, most: 70))
        xml.end()
    }

    mutating func totals(_ transfers: [Transfer]) {
        xml.element("NbOfTxs", text: "\(transfers.count)")
        xml.element("CtrlSum", text: transfers.map(\.amount).sum.description)
    }

    /// Elements within one another, the last with text.
    mutating func nested(_ path: [String], _ text: String) {
        for name in path.dropLast() { xml.start(name) }
        xml.element(path.last ?? "", text: text)
        for _ in path.dropLast() { xml.end() }
    }

    mutating func party(_ role: String, _ name: String) { nested([role, "Nm"], SepaText.written(name, most: 70)) }

    mutating func account(_ role: String, _ iban: IBAN) { nested([role, "Id", "IBAN"], iban.text) }

    mutating func agent(_ role: String, _ bic: BIC?) {
        if let bic {
            nested([role, "FinInstnId", bicElement], bic.text)
        } else {
            nested([role, "FinInstnId", "Othr", "Id"], "NOTPROVIDED")
        }
    }

    mutating func remittance(_ text: String) {
        guard !text.isEmpty else { return }
        nested(["RmtInf", "Ustrd"], SepaText.written(text, most: 140))
    }

    /// The whole text, the root closed.
    mutating func closed() -> String {
        xml.end()
        xml.end()
        return xml.output
    }
}
