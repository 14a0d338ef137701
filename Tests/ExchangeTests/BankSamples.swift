import Basics
import Exchange
import Foundation

/// The bank files of the corpora, which lie beside the project when they are there at all.
enum BankCorpus {
    static var folder: URL {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().appending(
            path: "../..")
        let beside = ProcessInfo.processInfo.environment["ONTKNOOP_CORPORA"].map { URL(filePath: $0) }
        return (beside ?? root.appending(path: "../shared/corpora")).appending(path: "bank")
    }

    static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path()) }

    static func sample(_ name: String) -> ImportFile { ImportFile(at: folder.appending(path: "samples/\(name)")) }
}

/// Makes camt.053 files for tests.
struct CamtMaker {
    var version = "08"
    var entries: [String] = []
    var opening = "100.00"
    var closing = "100.00"
    var summary = ""

    static func entry(_ amount: String, _ direction: String = "CRDT", details: String = "", extra: String = "")
        -> String
    {
        """
        <Ntry><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>\(direction)</CdtDbtInd>\(extra)<Sts><Cd>BOOK</Cd></Sts>\
        <BookgDt><Dt>2026-03-02</Dt></BookgDt><ValDt><Dt>2026-03-02</Dt></ValDt><AcctSvcrRef>REF1</AcctSvcrRef>\
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\
        <NtryDtls>\(details)</NtryDtls></Ntry>
        """
    }

    static func transaction(_ amount: String, inner: String) -> String {
        "<TxDtls><Amt Ccy=\"EUR\">\(amount)</Amt>\(inner)</TxDtls>"
    }

    static func debtor(_ name: String, _ iban: String) -> String {
        "<RltdPties><Dbtr><Pty><Nm>\(name)</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>\(iban)</IBAN></Id></DbtrAcct></RltdPties>"
    }

    var head: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.\(version)"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId>\
        <CreDtTm>2026-03-03T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id><ElctrncSeqNb>7</ElctrncSeqNb>\
        <CreDtTm>2026-03-03T06:00:00+01:00</CreDtTm><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>\
        \(balance("OPBD", opening))\(balance("CLBD", closing))\(summary)
        """
    }

    static let tail = "</Stmt></BkToCstmrStmt></Document>"

    var text: String { head + entries.joined() + Self.tail }

    private func balance(_ kind: String, _ amount: String) -> String {
        """
        <Bal><Tp><CdOrPrtry><Cd>\(kind)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
        <Dt><Dt>2026-03-02</Dt></Dt></Bal>
        """
    }
}

func entries(of file: ImportFile) throws -> [BankEntry] {
    var found: [BankEntry] = []
    try BankFile(file).read { event in
        if case .entry(let entry) = event { found.append(entry) }
    }
    return found
}
