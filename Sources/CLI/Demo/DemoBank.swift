import Basics

/// Bank statements of the demo's creditor: real camt.053 files, read in by the same import as any other.
struct DemoBank {
    struct Entry {
        let amount: Money
        let name: String
        let iban: String
        let reference: String?
        let text: String
    }

    let account: String

    /// A statement of one day (ISO 20022 camt.053.001.08).
    func statement(on day: Day, opening: Money, _ entries: [Entry]) -> String {
        let id = "DEMO-\(day)"
        let closing = opening + entries.map(\.amount).sum
        let lines = entries.enumerated().map { index, entry in line(entry, reference: "\(id)-\(index + 1)", on: day) }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
            <GrpHdr><MsgId>\(id)</MsgId><CreDtTm>\(day)T18:00:00</CreDtTm></GrpHdr>
            <Stmt><Id>\(id)</Id><CreDtTm>\(day)T18:00:00</CreDtTm>
            <Acct><Id><IBAN>\(account)</IBAN></Id><Ccy>EUR</Ccy></Acct>
            \(balance("OPBD", opening, on: day))\(balance("CLBD", closing, on: day))
            \(lines.joined(separator: "\n"))
            </Stmt></BkToCstmrStmt></Document>
            """
    }

    private func balance(_ code: String, _ amount: Money, on day: Day) -> String {
        """
        <Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt>\
        <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>\(day)</Dt></Dt></Bal>
        """
    }

    private func line(_ entry: Entry, reference: String, on day: Day) -> String {
        let structured = entry.reference.map {
            "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp><Ref>\($0)</Ref></CdtrRefInf></Strd>"
        }
        return """
            <Ntry><Amt Ccy="EUR">\(entry.amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
            <BookgDt><Dt>\(day)</Dt></BookgDt><ValDt><Dt>\(day)</Dt></ValDt><AcctSvcrRef>\(reference)</AcctSvcrRef>\
            <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\
            <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>\
            <Amt Ccy="EUR">\(entry.amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
            <RltdPties><Dbtr><Pty><Nm>\(entry.name.escaped)</Nm></Pty></Dbtr>\
            <DbtrAcct><Id><IBAN>\(entry.iban)</IBAN></Id></DbtrAcct></RltdPties>\
            <RmtInf>\(structured ?? "<Ustrd>\(entry.text.escaped)</Ustrd>")</RmtInf></TxDtls></NtryDtls></Ntry>
            """
    }
}

extension String {
    fileprivate var escaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
