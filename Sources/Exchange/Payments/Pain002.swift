import Basics
import Xml

/// What the bank says of a payment file that it was given (ISO 20022 pain.002): of the file, its blocks and its entries.
public struct Pain002: Hashable, Sendable {
    /// What the bank does with it. A word that is not known is neither accepted nor rejected.
    public enum Outcome: Hashable, Sendable {
        case accepted, pending, rejected, partly
        case unknown(String)

        init(_ word: String) {
            switch word {
            case "ACCP", "ACSC", "ACSP", "ACTC", "ACWC", "ACCC", "RCVD": self = .accepted
            case "PDNG": self = .pending
            case "RJCT", "CANC": self = .rejected
            case "PART": self = .partly
            default: self = .unknown(word)
            }
        }
    }

    public struct Status: Hashable, Sendable {
        /// The reference that the file gave it: of a block, or end to end of an entry.
        public let reference: String
        public let outcome: Outcome
        /// The reason's code, such as `AM04`.
        public let reason: String?
        public let line: Int
    }

    /// The identification of the file that it is about.
    public let message: String
    public let group: Status?
    public let blocks: [Status]
    public let entries: [Status]

    /// The most entries that are read.
    static let most = 100_000

    public init(_ bytes: [UInt8]) throws(FileFault) {
        let document: XmlDocument
        do { document = try XmlDocument(bytes) } catch { throw FileFault(error.diagnostic) }
        let report = document.root.children.first { $0.name.local == "CstmrPmtStsRpt" }
        guard document.root.name.namespace?.contains("pain.002") == true, let report else {
            throw FileFault(
                "pain002-not-a-status", "the file is no status of payments (pain.002)", line: document.root.line)
        }
        guard let info = report.named("OrgnlGrpInfAndSts").first, let message = info.value("OrgnlMsgId") else {
            throw FileFault("pain002-no-message", "the file does not say of which file it tells", line: report.line)
        }
        let found = report.named("OrgnlPmtInfAndSts")
        let lines = found.flatMap { $0.named("TxInfAndSts") }
        guard lines.count <= Pain002.most else {
            throw FileFault("pain002-too-large", "more than \(Pain002.most) entries", line: report.line)
        }
        self.message = message
        group = info.status(message, "GrpSts")
        blocks = found.compactMap { $0.status($0.value("OrgnlPmtInfId") ?? "", "PmtInfSts") }
        entries = lines.compactMap { $0.status($0.value("OrgnlEndToEndId") ?? "", "TxSts") }
    }
}

extension XmlElement {
    fileprivate func named(_ local: String) -> [XmlElement] { children.filter { $0.name.local == local } }

    fileprivate func value(_ local: String) -> String? {
        named(local).first.map { $0.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    fileprivate func status(_ reference: String, _ word: String) -> Pain002.Status? {
        guard let text = value(word), !reference.isEmpty else { return nil }
        let reason = named("StsRsnInf").first?.named("Rsn").first
        return Pain002.Status(
            reference: reference, outcome: Pain002.Outcome(text), reason: reason?.value("Cd") ?? reason?.value("Prtry"),
            line: line)
    }
}
