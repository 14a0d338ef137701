import Basics
import Exchange
import Testing

@Suite("Bank statements")
struct CamtTests {
    @Test func `a credit with a payment reference tells all of itself`() throws {
        let inner =
            "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>" + CamtMaker.debtor("A. Voorbeeld", "NL13TEST0123456789")
            + "<RmtInf><Ustrd>huur</Ustrd><Ustrd>maart</Ustrd><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry><Issr>CUR</Issr></Tp>"
            + "<Ref>5000056789012345</Ref></CdtrRefInf></Strd></RmtInf>"
        let maker = CamtMaker(
            entries: [CamtMaker.entry("12.50", details: CamtMaker.transaction("12.50", inner: inner))],
            closing: "112.50")
        let file = ImportFile(maker.text)
        let report = try BankFile(file).check()
        let entry = try #require(try entries(of: file).first)
        #expect(report.isSound)
        #expect(report.format == "camt.053.001.08")
        #expect(report.statements.first?.statement.opening?.amount == Money(cents: 10_000))
        #expect(entry.signed == Money(cents: 1_250))
        #expect(entry.counterparty.name == "A. Voorbeeld")
        #expect(entry.counterparty.iban?.text == "NL13TEST0123456789")
        #expect(entry.remittance == "huur maart")
        #expect(entry.structured == [StructuredRemittance(type: "SCOR", issuer: "CUR", reference: "5000056789012345")])
        #expect(entry.references.endToEnd == nil)
        #expect(entry.code.subFamily == "ESCT")
        #expect(entry.booked == Day(2026, 3, 2))
    }

    @Test func `a batch is taken apart and a returned debit carries its reason`() throws {
        let returned =
            "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>" + CamtMaker.debtor("B. Voorbeeld", "NL13TEST0123456789")
        let batch = ["10.00", "20.00", "30.00"].map {
            CamtMaker.transaction($0, inner: CamtMaker.debtor("C", "NL13TEST0123456789"))
        }
        let maker = CamtMaker(
            entries: [
                CamtMaker.entry("60.00", details: "<Btch><NbOfTxs>3</NbOfTxs></Btch>" + batch.joined()),
                CamtMaker.entry(
                    "20.00", "DBIT", details: CamtMaker.transaction("20.00", inner: returned),
                    extra: "<RvslInd>true</RvslInd>"),
            ], closing: "140.00")
        #expect(try BankFile(ImportFile(maker.text)).check().isSound)
        let found = try entries(of: ImportFile(maker.text))
        #expect(found.map(\.signed.description) == ["10.00", "20.00", "30.00", "-20.00"])
        #expect(found.map(\.place.transaction) == [1, 2, 3, 1])
        #expect(found[0].batch?.transactions == 3)
        #expect(found[3].returned?.reason?.consequence == .contactThenRetry)
        #expect(found[3].counterparty.name == "B. Voorbeeld")
        #expect(found[3].isReversal)
    }

    @Test(arguments: [
        (CamtMaker(entries: [CamtMaker.entry("10.00")], closing: "111.00"), "balance"),
        (
            CamtMaker(
                entries: [CamtMaker.entry("10.00", details: CamtMaker.transaction("9.00", inner: ""))],
                closing: "110.00"), "camt-sum"
        ),
        (CamtMaker(entries: [CamtMaker.entry("abc")]), "camt-entry"),
        (CamtMaker(summary: "<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>"), "camt-count"),
    ])
    func `a file whose sums do not hold is not sound`(maker: CamtMaker, code: String) throws {
        let report = try BankFile(ImportFile(maker.text)).check()
        #expect(!report.isSound)
        #expect(report.diagnostics.map(\.code).contains(code))
    }

    @Test func `a batch without amounts is given once more as a whole`() throws {
        let details = "<TxDtls><Refs/></TxDtls><TxDtls><Refs/></TxDtls>"
        let maker = CamtMaker(entries: [CamtMaker.entry("10.00", details: details)], closing: "110.00")
        #expect(try BankFile(ImportFile(maker.text)).check().isSound)
        let found = try entries(of: ImportFile(maker.text))
        #expect(found.map(\.isAmountKnown) == [false, false, true])
        #expect(found.map(\.isBooked) == [false, false, true])
        #expect(found.map(\.signed).sum == Money(cents: 1_000))
    }

    @Test func `two payments under one bank reference keep their own keys, in any file`() throws {
        let payments = ["E1", "E2"].map {
            CamtMaker.transaction("5.00", inner: "<Refs><EndToEndId>\($0)</EndToEndId></Refs>")
        }
        let maker = CamtMaker(entries: payments.map { CamtMaker.entry("5.00", details: $0) }, closing: "110.00")
        func keys(_ text: String) throws -> [String] {
            var (found, statement) = ([String](), BankStatement(line: 0))
            try BankFile(ImportFile(text)).read { event in
                if case .statement(let next) = event { statement = next }
                if case .entry(let entry) = event { found.append(entry.key(in: statement)) }
            }
            return found
        }
        #expect(Set(try keys(maker.text)).count == 2)
        #expect(try keys(maker.text) == keys(maker.text.replacing("<Id>S1</Id>", with: "<Id>S2</Id>")))
    }

    @Test func `cut at any byte a statement is refused and nothing is final`() {
        let whole = Array(CamtMaker(entries: [CamtMaker.entry("10.00")], closing: "110.00").text.utf8)
        for end in whole.indices {
            #expect(throws: FileFault.self) { try BankFile(ImportFile(Array(whole[..<end]))).check() }
        }
    }

    @Test func `random damage is refused or read, never a crash`() {
        var random = SeededRandom(seed: 42)
        let whole = Array(CamtMaker(entries: [CamtMaker.entry("10.00")], closing: "110.00").text.utf8)
        for _ in 0..<1_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...5, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 1...255, using: &random)
            }
            _ = try? BankFile(ImportFile(bytes)).check()
        }
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">&a;</Document>",
        "<Document/>", "<html>", "", "MT", String(repeating: "<a>", count: 5_000),
    ])
    func `a hostile or foreign file is refused`(text: String) {
        #expect(throws: FileFault.self) { try BankFile(ImportFile(text)).check() }
    }

    @Test func `a file of five thousand entries streams through`() throws {
        let inner = CamtMaker.debtor("A", "NL13TEST0123456789")
        let entry = Array(CamtMaker.entry("1.00", details: CamtMaker.transaction("1.00", inner: inner)).utf8)
        let maker = CamtMaker(closing: "5100.00")
        let file = ImportFile {
            var sent = -1
            return {
                defer { sent += 1 }
                if sent == -1 { return Array(maker.head.utf8) }
                return sent < 5_000 ? entry : sent == 5_000 ? Array(CamtMaker.tail.utf8) : nil
            }
        }
        let report = try BankFile(file).check()
        #expect(report.isSound)
        #expect(report.transactions == 5_000)
        #expect(report.statements.first?.credit == .euros(5_000))
    }
}

@Suite(
    "Bank statements that nobody here made", .enabled(if: BankCorpus.isThere, "the corpora are not beside the project"))
struct CamtCorpusTests {
    @Test(arguments: [
        ("camt053.v2.minimal.xml", 1), ("camt053.v2.all-balance-types.xml", 1), ("camt053.v2.multi.statement.xml", 2),
        ("camt053.v2.with-party-ids.xml", 1),
        ("camt053.v4.xml", 1), ("camt053.v8.xml", 1), ("camt054.v2.xml", 1), ("camt054.v4.xml", 1),
    ])
    func `every sample is read`(name: String, statements: Int) throws {
        let report = try BankFile(BankCorpus.sample(name)).check()
        #expect(report.statements.count == statements)
        #expect(report.transactions > 0)
        #expect(!report.diagnostics.contains { ["camt-entry", "camt-amount", "camt-statement"].contains($0.code) })
    }

    @Test func `the sample that is wrong on purpose is refused`() {
        #expect(throws: FileFault.self) { try BankFile(BankCorpus.sample("camt053.v2.wrong.xml")).check() }
    }
}
