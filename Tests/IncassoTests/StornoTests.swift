import Basics
import Exchange
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Money that the bank takes back")
struct StornoTests {
    @Test(arguments: ReturnReason.allCases)
    func `each reason takes the payment out of the ledger and gives a person what follows`(_ reason: ReturnReason)
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.importAfschrift(storno: nil)
            let before = try await house.zaak(of: .noor)
            #expect(before.bedrag == .euros(400))
            let report = try await house.importAfschrift(storno: reason.rawValue)
            #expect([report.nieuw, report.bekend, report.afgewezen] == [1, 0, 0])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            let taken = try await house.taken(of: .noor)
            let taak = try #require(taken.first { $0.stap.hasPrefix("storno_") })
            #expect(taak.waarom == "\(reason.rawValue) 200.00")
            let states = try await house.read { try $0.toestanden.all(of: before.partij).map(\.soort) }
            switch reason.consequence {
            case .death: #expect(states == [.overlijden])
            case .dispute: #expect(states == [.betwisting])
            case .stopAndAsk, .contact, .contactThenRetry, .technical, .manual: #expect(states == [])
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the same line again changes nothing, and a line of an unknown payment is shown`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let early = try await house.importAfschrift(storno: "AM04")
            #expect([early.nieuw, early.afgewezen] == [0, 1])
            try await house.importAfschrift(storno: nil)
            try await house.importAfschrift(storno: "AM04")
            let again = try await house.importAfschrift(storno: "AM04")
            #expect([again.nieuw, again.bekend, again.afgewezen] == [0, 1, 0])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that was closed as paid is open again with its debt`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, euros: 200))
            try await house.importAfschrift(storno: nil)
            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            try await house.importAfschrift(storno: "MD06")
            let zaak = try await house.zaak(of: .noor)
            #expect(zaak.isOpen)
            #expect(zaak.bedrag == .euros(200))
            #expect(try await house.taken(of: .noor).contains { $0.stap == "storno_contact" })
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an account from which a person placed a payment is known the next time`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let aunt = Debiteur.bram
            let first = try await house.pay(.euros(100), from: aunt)
            #expect(first.staat == .tePlaatsen)
            try await house.act {
                try Betaling.Placement(betaling: first.id, zaak: zaak.id, reden: "tante betaalt mee").run(in: $0)
            }
            let second = try await house.pay(.euros(500), from: aunt)
            #expect(second.staat == .geplaatst)
            #expect(second.reden == "rekening-en-bedrag")
        }
    }
}

extension TestHouse {
    /// A statement in which 200 euros of Noor come in, or go out again for a reason.
    @discardableResult
    func importAfschrift(storno code: String?) async throws -> Importverslag {
        let kenmerk = try await kenmerk(of: .noor)
        let text = code == nil ? "<RmtInf><Ustrd>Huur \(kenmerk)</Ustrd></RmtInf>" : ""
        let back = code.map { "<RtrInf><Rsn><Cd>\($0)</Cd></Rsn></RtrInf>" } ?? ""
        let way = code == nil ? ("CRDT", "Dbtr", 300) : ("DBIT", "Cdtr", -100)
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId>\
            <CreDtTm>2026-03-20T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S\(code ?? "in")</Id>\
            <Acct><Id><IBAN>\(Zonnedorp.rekening)</IBAN></Id><Ccy>EUR</Ccy></Acct>\
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
            <Dt><Dt>2026-03-20</Dt></Dt></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>\
            <Amt Ccy="EUR">\(abs(way.2)).00</Amt><CdtDbtInd>\(way.2 < 0 ? "DBIT" : "CRDT")</CdtDbtInd>\
            <Dt><Dt>2026-03-20</Dt></Dt></Bal>\
            <Ntry><Amt Ccy="EUR">200.00</Amt><CdtDbtInd>\(way.0)</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
            <BookgDt><Dt>2026-03-20</Dt></BookgDt><AcctSvcrRef>R\(code ?? "in")</AcctSvcrRef><NtryDtls><TxDtls>\
            <Refs><EndToEndId>E2E-1</EndToEndId></Refs><Amt Ccy="EUR">200.00</Amt>\
            <RltdPties><\(way.1)><Pty><Nm>Noor</Nm></Pty></\(way.1)></RltdPties>\(text)\(back)</TxDtls></NtryDtls></Ntry>\
            </Stmt></BkToCstmrStmt></Document>
            """
        return try await Afschriftimport(office: office)
            .run(ImportFile(xml), named: "afschrift.xml", by: "test")
    }
}
