import Basics
import Database
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Wki: the registration number, and complaints confirmed in time")
struct WkiTests {
    @Test(arguments: TestDatabase.all, ["aanmaning", "specificatie", "klacht_bevestigd"])
    func `without the number that it needs no message leaves, and with it each shows it`(
        on database: TestDatabase, _ template: String
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            var creditor = Schuldeiser.zonnedorp
            creditor.wkiNodig = true
            creditor.wki = "  "
            let blank = creditor
            try await db.write { try $0.schuldeisers.put(blank) }
            #expect(try await house.ask(template, on: zaak) == "wki-missing")
            creditor.wki = "WKI-000.123"
            let whole = creditor
            try await db.write { try $0.schuldeisers.put(whole) }
            #expect(try await house.ask(template, on: zaak) == "done")
            let letter = try #require(try await house.brieven(to: .noor).last { $0.sjabloon == template })
            let html = try await house.read { tx -> String in
                let version = try tx.documenten.find(letter.document)?.versie
                return String(decoding: try version.flatMap { try tx.documenten.content(of: $0) } ?? [], as: UTF8.self)
            }
            #expect(html.contains("WKI-000.123"))
            #expect(letter.tekst.contains("WKI-000.123"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a complaint is confirmed in writing by itself within two working days, also while all is paused`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let recht = try ShippedContent.shared.get().recht
            try await house.act {
                try Zaak.Suspension(zaak: zaak.id, bekijkOp: house.clock.today + 60, reden: "rust").run(in: $0)
            }
            let last = try await house.act {
                try Klacht.Receipt(zaak: zaak.id, tekst: "Niet netjes gebeld.").run(in: $0, recht: recht)
            }
            try await house.move(days: 4)
            let letter = try #require(try await house.brieven(to: .noor).first { $0.sjabloon == "klacht_bevestigd" })
            #expect((letter.verzonden?.day).map { $0 <= last } == true)
            #expect(!(try await house.story(of: zaak)).contains("klacht_niet_bevestigd"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a confirmation that could not leave warns on its last day`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let recht = try ShippedContent.shared.get().recht
            var creditor = Schuldeiser.zonnedorp
            creditor.wkiNodig = true
            let without = creditor
            try await db.write { try $0.schuldeisers.put(without) }
            let last = try await house.act {
                try Klacht.Receipt(zaak: zaak.id, tekst: "Niet netjes gebeld.").run(in: $0, recht: recht)
            }
            try await house.move(to: Moment(last, hour: 9))
            #expect(try await house.story(of: zaak).contains("klacht_niet_bevestigd"))
            let taken = try await house.taken(of: .noor).filter { $0.formulier == "klacht" }
            #expect(taken.count == 1 && taken.first?.uiterlijk == last)
        }
    }
}
