public import Basics
public import Exchange
import Incasso

/// The small world of the tests: one creditor and the people who owe it something. All of them are made up.
public enum Zonnedorp {
    public static let code = "zonnedorp"
    public static let rekening = "NL13TEST0123456789"
    /// The first day of every story: all claims of ``Post/huur(_:_:maand:euros:)`` are due by then.
    public static let begin = day(2026, 3, 2)

    /// A day that exists; one that does not is a slip in the test itself.
    public static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year, month, day) ?? Day(number: 0)
    }
}

/// A person who owes something.
public struct Debiteur: Hashable, Sendable {
    public let nummer, naam, straat, plaats, iban: String
    public let email: String?

    public static let noor = Debiteur(
        nummer: "D1", naam: "Noor Zandoog", straat: "Beukenlaan 12", plaats: "Zonnedorp", iban: "NL85TEST0000000101",
        email: nil)
    public static let bram = Debiteur(
        nummer: "D2", naam: "Bram Kievit", straat: "Dahliastraat 3", plaats: "Zonnedorp", iban: "NL58TEST0000000102",
        email: "bram@voorbeeld.example")
    public static let mila = Debiteur(
        nummer: "D3", naam: "Mila Wielewaal", straat: "Elzenhof 44", plaats: "Maandorp", iban: "NL31TEST0000000103",
        email: nil)
    public static let allen: [Debiteur] = [.noor, .bram, .mila]

    /// One of many.
    public static func nummer(_ number: Int) -> Debiteur {
        Debiteur(
            nummer: "M\(number)", naam: "Proef \(number)", straat: "Iepenplein \(number)", plaats: "Zonnedorp",
            iban: "",
            email: nil)
    }
}

/// An open item of the creditor.
public struct Post: Hashable, Sendable {
    public let debiteur: Debiteur
    public let factuur: String
    public let vervalt: Day
    public let bedrag: Money

    public init(_ debiteur: Debiteur, _ factuur: String, vervalt: Day, _ bedrag: Money) {
        self.debiteur = debiteur
        self.factuur = factuur
        self.vervalt = vervalt
        self.bedrag = bedrag
    }

    /// A month's rent, due on the first.
    public static func huur(_ debiteur: Debiteur, maand: Int = 2, euros: Int64 = 600) -> Post {
        Post(
            debiteur, "\(debiteur.nummer)-2026-\(maand)", vervalt: Zonnedorp.day(2026, maand, 1), .euros(euros))
    }

    /// What the import makes of the line.
    public var item: OpenItem {
        var item = OpenItem(due: vervalt, amount: bedrag, open: bedrag, line: 2)
        item.invoice = factuur
        item.kind = "huur"
        item.description = "Huur"
        item.debtor.number = debiteur.nummer
        item.debtor.name = debiteur.naam
        item.debtor.address = debiteur.straat
        item.debtor.postcode = "1234 AB"
        item.debtor.city = debiteur.plaats
        item.debtor.email = debiteur.email
        item.debtor.iban = IBAN(debiteur.iban)
        return item
    }

    /// The line as a creditor's file has it.
    public var line: String {
        [
            debiteur.nummer, debiteur.naam, debiteur.straat, "1234 AB", debiteur.plaats, debiteur.email ?? "",
            debiteur.iban, factuur, "huur", "\(vervalt)", bedrag.description.replacing(".", with: ","),
        ].joined(separator: ";")
    }
}

/// A creditor's file of open items.
public func postenbestand(_ lines: [String]) -> String {
    let heading =
        "Debiteurnr;Naam;Adres;Postcode;Woonplaats;E-mail;IBAN;Factuurnr;Soort;Vervaldatum;Bedrag"
    return ([heading] + lines).joined(separator: "\n") + "\n"
}

/// Money that someone transferred, as the bank's file tells it.
public struct Overboeking: Hashable, Sendable {
    public var van: Debiteur
    public var bedrag: Money
    public var omschrijving: String
    public var ref: String

    public init(van: Debiteur, _ bedrag: Money, _ omschrijving: String = "", ref: String) {
        self.van = van
        self.bedrag = bedrag
        self.omschrijving = omschrijving
        self.ref = ref
    }

    fileprivate var entry: String {
        """
        <Ntry><Amt Ccy="EUR">\(bedrag)</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
        <BookgDt><Dt>2026-03-20</Dt></BookgDt><ValDt><Dt>2026-03-20</Dt></ValDt><AcctSvcrRef>\(ref)</AcctSvcrRef>\
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>\
        <TxDtls><Amt Ccy="EUR">\(bedrag)</Amt><RltdPties><Dbtr><Pty><Nm>\(van.naam)</Nm></Pty></Dbtr><DbtrAcct><Id>\
        <IBAN>\(van.iban)</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>\(omschrijving)</Ustrd></RmtInf></TxDtls>\
        </NtryDtls></Ntry>
        """
    }
}

/// A bank statement in camt.053.001.08, its balances in keeping with its entries.
public func afschrift(_ entries: [Overboeking], nummer: Int = 1) -> String {
    let total = entries.map(\.bedrag).sum
    func balance(_ kind: String, _ amount: Money) -> String {
        """
        <Bal><Tp><CdOrPrtry><Cd>\(kind)</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">\(amount)</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
        <Dt><Dt>2026-03-20</Dt></Dt></Bal>
        """
    }
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M\(nummer)</MsgId>\
        <CreDtTm>2026-03-20T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S\(nummer)</Id>\
        <ElctrncSeqNb>\(nummer)</ElctrncSeqNb><CreDtTm>2026-03-20T06:00:00+01:00</CreDtTm>\
        <Acct><Id><IBAN>\(Zonnedorp.rekening)</IBAN></Id><Ccy>EUR</Ccy></Acct>\
        \(balance("OPBD", .euros(100)))\(balance("CLBD", .euros(100) + total))\(entries.map(\.entry).joined())\
        </Stmt></BkToCstmrStmt></Document>
        """
}
