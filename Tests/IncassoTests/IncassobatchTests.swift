import Basics
import Database
import Exchange
import Foundation
import Journal
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("Mandates and direct debits")
struct IncassobatchTests {
    @Test(arguments: TestDatabase.all)
    func `what is due is announced, released by someone else, received by its reference, and never twice`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let recht = try TestHouseTables.recht()
            try await house.takeWithMandate(.huur(.noor), .huur(.bram))
            #expect(
                await house.refusedToPrepare(house.clock.today + 16, recht)
                    == .noCreditorIdentifier)
            try await house.identify()
            let day = house.bankDay(after: 16, recht)
            let batch = try await house.prepare(day, recht)
            let lines = try await house.read { try $0.incassobatches.regels(of: batch.id) }
            #expect(lines.map(\.bedrag) == [.euros(600), .euros(600)])
            #expect(try await house.brieven(to: .noor).contains { $0.sjabloon == "incasso_aankondiging" })
            #expect(await house.refusedToPrepare(day, recht) == .allSkipped(["loopt": 2]))
            #expect(await house.refusedToRelease(batch, .anja, recht) == .ownBatch)
            let released = try await house.release(batch, .bart, recht)
            #expect(released.xml?.contains("<CtrlSum>1200.00</CtrlSum>") == true)
            #expect(await house.refusedToRelease(batch, .bart, recht) == .notPrepared)
            for line in lines { try await house.collect(line) }
            #expect(try await house.zaak(of: .noor).bedrag == .zero)
            #expect(
                try await house.read { try $0.incassobatches.regels(of: batch.id) }.allSatisfy {
                    $0.staat == .ontvangen
                })
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a withdrawn mandate, a pause and a payment in between take a line out`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let recht = try TestHouseTables.recht()
            try await house.takeWithMandate(.huur(.noor), .huur(.bram), .huur(.mila))
            try await house.identify()
            let batch = try await house.prepare(house.bankDay(after: 16, recht), recht)
            let noor = try await house.zaak(of: .noor)
            let mandate = try #require(try await house.read { try $0.machtigingen.all(of: noor.partij).first })
            try await house.act {
                try Machtiging.Withdrawal(machtiging: mandate.id, reden: "klant wil het niet").run(in: $0)
            }
            try await house.pay(.euros(100), from: .bram, kenmerk: house.kenmerk(of: .bram))
            let mila = try await house.zaak(of: .mila)
            try await house.act {
                try Pauze.Beginning(
                    partij: mila.partij, einde: $0.today + 30, reden: "ziek", door: .anja, mayBeLong: false
                )
                .run(in: $0)
            }
            #expect(
                await house.refusedToRelease(batch, .bart, recht) == .nothingToCollect)
            #expect(
                await house.refusedToPrepare(house.bankDay(after: 16, recht), recht)
                    == .allSkipped(["loopt": 1, "zaak_staat_stil": 1]))
        }
    }

    @Test(arguments: [
        ("AM04", true, false), ("MS03", true, false), ("MD06", false, false), ("AC04", false, true),
        ("MD07", false, true),
    ])
    func `what the bank takes back stops the mandate, or waits for a person`(_ code: String, again: Bool, stops: Bool)
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let recht = try TestHouseTables.recht()
            try await house.takeWithMandate(.huur(.noor))
            try await house.identify()
            let batch = try await house.prepare(house.bankDay(after: 16, recht), recht)
            try await house.release(batch, .bart, recht)
            let line = try #require(try await house.read { try $0.incassobatches.regels(of: batch.id).first })
            try await house.collect(line)
            try await house.takeBack(line, code)
            let after = try #require(try await house.read { try $0.incassobatches.regel(line.id) })
            #expect(after.staat == .gestorneerd)
            #expect(after.mayTryAgain == again)
            let zaak = try await house.zaak(of: .noor)
            #expect(zaak.bedrag == .euros(600))
            let mandate = try await house.read { try $0.machtigingen.all(of: zaak.partij).first }
            #expect((mandate?.ingetrokken != nil) == stops)
            #expect(
                await house.refusedToPrepare(house.bankDay(after: 20, recht), recht)
                    == (stops ? .nothingToCollect : .allSkipped(["storno": 1])))
            let retry = await house.refusedToRetry(Incassobatch.SecondTry(regel: line.id, reden: "gesproken"))
            #expect(retry == (again ? nil : .noSecondTry))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: 0..<25)
    func `no cent appears or vanishes between what is due, the lines and the file`(_ seed: UInt64) async throws {
        try await TestDatabase.memory.with { db in
            var random = SeededRandom(seed: seed)
            let house = try await TestHouse(db)
            let recht = try TestHouseTables.recht()
            let posts = (0..<Int.random(in: 1...6, using: &random)).map { number in
                Post(
                    .nummer(number), "P\(number)", vervalt: Zonnedorp.day(2026, 2, 1),
                    Money(cents: Int64.random(in: 1...500_000, using: &random)))
            }
            try await house.take(posts, mandate: true)
            try await house.identify()
            let batch = try await house.prepare(house.bankDay(after: 16, recht), recht)
            let xml = try #require(try await house.release(batch, .bart, recht).xml)
            let lines = try await house.read { try $0.incassobatches.regels(of: batch.id) }
            let total = posts.map(\.bedrag).sum
            #expect(lines.map(\.bedrag).sum == total, "seed \(seed)")
            #expect(xml.contains("<CtrlSum>\(total)</CtrlSum>"), "seed \(seed)")
            #expect(xml.components(separatedBy: "<InstdAmt").count - 1 == posts.count, "seed \(seed)")
        }
    }

    @Test func `who is long in arrears is not collected from without an arrangement`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let recht = try TestHouseTables.recht()
            try await house.takeWithMandate(.huur(.noor, maand: 1), .huur(.noor))
            try await house.identify()
            let day = house.bankDay(after: 20, recht)
            #expect(await house.refusedToPrepare(day, recht) == .allSkipped(["achterstand": 1]))
            let zaak = try await house.zaak(of: .noor).id
            let first = house.clock.today + 18
            try await house.act {
                try Betalingsregeling.Agreement(zaak: zaak, perMaand: .euros(50), eersteDag: first, door: .anja)
                    .run(in: $0)
            }
            let batch = try await house.prepare(day, recht)
            #expect(try await house.read { try $0.incassobatches.regels(of: batch.id) }.map(\.bedrag) == [.euros(50)])
        }
    }

    @Test func `bank days are those of TARGET, and a file is handed in a bank day before`() throws {
        let table = try TestHouseTables.recht().directDebits
        #expect(table.lastHandIn(for: Zonnedorp.day(2026, 4, 7)) == Zonnedorp.day(2026, 4, 2))
        #expect(!table.bankDays.isWorkday(Zonnedorp.day(2026, 5, 1)))
        #expect(table.bankDays.isWorkday(Zonnedorp.day(2026, 4, 27)))
        #expect(table.firstCollection(from: Zonnedorp.day(2026, 3, 2), announced: false) == Zonnedorp.day(2026, 3, 16))
        #expect(table.hasLapsed(lastUsed: Zonnedorp.day(2023, 1, 1), on: Zonnedorp.day(2026, 1, 2)))
    }
}

/// The tables of law as they ship.
enum TestHouseTables {
    static func recht() throws -> RechtTables {
        let folder = #filePath.split(separator: "Tests/IncassoTests")[0] + "Content/recht/"
        return try RechtTables { try String(contentsOfFile: folder + $0, encoding: .utf8) }
    }
}

extension TestHouse {
    func takeWithMandate(_ posts: Post...) async throws { try await take(posts, mandate: true) }

    func take(_ posts: [Post], mandate: Bool) async throws {
        try await act { act in
            for post in posts {
                var item = post.item
                item.debtor.iban = item.debtor.iban ?? IBAN(Debiteur.noor.iban)
                item.mandate = OpenItemMandate(
                    reference: "M-\(post.debiteur.nummer)", signed: Zonnedorp.day(2026, 1, 5))
                _ = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: act)
            }
        }
        try await settle()
    }

    func identify() async throws {
        try await act {
            try Schuldeiser.Incassant(schuldeiser: Zonnedorp.code, incassant: "DE98ZZZ09999999999").run(in: $0)
        }
    }

    func bankDay(after days: Int, _ recht: RechtTables) -> Day {
        recht.directDebits.bankDays.workday(onOrAfter: clock.today + days)
    }

    @discardableResult
    func prepare(_ day: Day, _ recht: RechtTables) async throws -> Incassobatch {
        let act = Incassobatch.Preparation(schuldeiser: Zonnedorp.code, incassodag: day, door: .anja, recht: recht)
        return try await office.act(as: .system("test")) { try act.run(in: $0) }
    }

    @discardableResult
    func release(_ batch: Incassobatch, _ door: Medewerker, _ recht: RechtTables) async throws -> Incassobatch {
        let act = Incassobatch.Release(batch: batch.id, door: door, recht: recht)
        return try await office.act(as: .system("test")) { try act.run(in: $0) }
    }

    func refusedToPrepare(_ day: Day, _ recht: RechtTables) async -> IncassoRefusal? {
        do { try await prepare(day, recht) } catch { return error as? IncassoRefusal }
        return nil
    }

    func refusedToRelease(_ batch: Incassobatch, _ door: Medewerker, _ recht: RechtTables) async -> IncassoRefusal? {
        do { try await release(batch, door, recht) } catch { return error as? IncassoRefusal }
        return nil
    }

    func refusedToRetry(_ act: Incassobatch.SecondTry) async -> IncassoRefusal? {
        do { try await office.act(as: .system("test")) { try act.run(in: $0) } } catch {
            return error as? IncassoRefusal
        }
        return nil
    }

    /// The bank books a collected line.
    func collect(_ line: Incassobatch.Regel) async throws {
        try await act { act in
            let betaling = Betaling(
                id: act.newID(), sleutel: "bank:\(line.eindkenmerk)", rekening: Zonnedorp.rekening, datum: act.today,
                bedrag: line.bedrag, tegenrekening: nil, naam: nil, omschrijving: "", kenmerk: nil,
                eindkenmerk: line.eindkenmerk)
            try Betaling.Receipt(betaling: betaling).run(in: act)
        }
    }

    /// The bank takes a collected line back.
    func takeBack(_ line: Incassobatch.Regel, _ code: String) async throws {
        let xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId>\
            <CreDtTm>2026-03-20T06:00:00+01:00</CreDtTm></GrpHdr><Stmt><Id>S\(code)</Id>\
            <Acct><Id><IBAN>\(Zonnedorp.rekening)</IBAN></Id><Ccy>EUR</Ccy></Acct>\
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
            <Dt><Dt>2026-03-20</Dt></Dt></Bal><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>\
            <Amt Ccy="EUR">\(Money.euros(1_000) - line.bedrag)</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-20</Dt></Dt></Bal>\
            <Ntry><Amt Ccy="EUR">\(line.bedrag)</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>\
            <BookgDt><Dt>2026-03-20</Dt></BookgDt><AcctSvcrRef>R\(code)</AcctSvcrRef><NtryDtls><TxDtls>\
            <Refs><EndToEndId>\(line.eindkenmerk)</EndToEndId></Refs><Amt Ccy="EUR">\(line.bedrag)</Amt>\
            <RtrInf><Rsn><Cd>\(code)</Cd></Rsn></RtrInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>
            """
        _ = try await Afschriftimport(office: office).run(ImportFile(xml), named: "storno.xml", by: "test")
    }
}
