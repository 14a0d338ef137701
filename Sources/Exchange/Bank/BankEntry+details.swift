import Basics

extension BankEntry {
    /// Takes over what `TxDtls` tells of a transaction.
    mutating func take(details node: CamtNode, own: IBAN?) {
        references = BankReferences(node.find("Refs"))
        if node.find("BkTxCd") != nil { code = BankTransactionCode(node.find("BkTxCd")) }
        if let reference = node.value("Refs", "AcctSvcrRef") { bankReference = reference }
        take(remittance: node.find("RmtInf"))
        take(returned: node.find("RtrInf"))
        counterparty = BankCounterparty(in: node, direction: direction, isReversal: isReversal, own: own)
        charges = node.value("Chrgs", "TtlChrgsAndTaxAmt").flatMap { Amount.iso($0) } ?? charges
        additional = node.value("AddtlTxInf")
    }

    private mutating func take(remittance node: CamtNode?) {
        guard let node else { return }
        remittance = node.all("Ustrd").map(\.text.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
        structured = node.all("Strd").compactMap { part in
            guard let info = part.find("CdtrRefInf"), let reference = info.value("Ref") else { return nil }
            let type = info.value("Tp", "CdOrPrtry", "Cd") ?? info.value("Tp", "CdOrPrtry", "Prtry")
            return StructuredRemittance(type: type, issuer: info.value("Tp", "Issr"), reference: reference)
        }
    }

    private mutating func take(returned node: CamtNode?) {
        guard let node else { return }
        let text = node.all("AddtlInf").map(\.text.trimmed).joined(separator: " ")
        returned = BankReturn(code: node.value("Rsn", "Cd") ?? node.value("Rsn", "Prtry") ?? "", text: text.nonEmpty)
    }
}

extension BankReferences {
    init(_ node: CamtNode?) {
        self.init()
        guard let node else { return }
        message = node.reference("MsgId")
        paymentInformation = node.reference("PmtInfId")
        instruction = node.reference("InstrId")
        endToEnd = node.reference("EndToEndId")
        transaction = node.reference("TxId")
        mandate = node.reference("MndtId")
    }
}

extension BankTransactionCode {
    init(_ node: CamtNode?) {
        self.init()
        domain = node?.value("Domn", "Cd")
        family = node?.value("Domn", "Fmly", "Cd")
        subFamily = node?.value("Domn", "Fmly", "SubFmlyCd")
        proprietary = node?.value("Prtry", "Cd")
    }
}

extension BankCounterparty {
    /// The party that is not the own account: the debtor of money in, the creditor of money out, the other way for reversals.
    init(in node: CamtNode, direction: BankDirection, isReversal: Bool, own: IBAN?) {
        let debtor = BankCounterparty(node.find("RltdPties"), "Dbtr")
        let creditor = BankCounterparty(node.find("RltdPties"), "Cdtr")
        let expectsDebtor = (direction == .credit) != isReversal
        let (first, second) = expectsDebtor ? (debtor, creditor) : (creditor, debtor)
        let isOwn = own != nil && first.iban == own
        self = isOwn || first == BankCounterparty() ? second : first
    }

    private init(_ parties: CamtNode?, _ role: String) {
        self.init()
        guard let parties else { return }
        for node in parties.children {
            switch node.name {
            case role: name = node.value("Pty", "Nm") ?? node.value("Nm")
            case "Ultmt" + role: ultimateName = node.value("Pty", "Nm") ?? node.value("Nm")
            case role + "Acct":
                let text = node.value("Id", "IBAN") ?? node.value("Id", "Othr", "Id")
                iban = text.flatMap { IBAN($0) }
                account = iban == nil ? text : nil
            default: break
            }
        }
    }
}

extension CamtNode {
    fileprivate func reference(_ name: String) -> String? {
        guard let text = value(name), text != "NOTPROVIDED" else { return nil }
        return text
    }
}
