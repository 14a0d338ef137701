import Basics
import Database
import Jobs
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("The night run")
struct NachtTests {
    @Test(arguments: TestDatabase.all, [1, 2] as [UInt64])
    func `each claim stands where a computation from nothing puts it`(on kind: TestDatabase, seed: UInt64) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.livePastYears(seed: seed)
            let (recht, day) = (try ShippedContent.shared.get().recht, house.clock.today)
            let report = try await Nachtloop(office: house.office, recht: recht, size: 7).run(on: day)
            #expect(report.isKlaar)
            try await house.read { tx in
                let claims = try tx.rows("SELECT \(Vordering.columns) FROM vorderingen").map(Vordering.init(row:))
                let stands = try tx.rows("SELECT vordering_id, rente, verjaart, dag FROM nachtstanden")
                #expect(stands.count == claims.count(where: \.isOpen), "seed \(seed)")
                #expect(report.vorderingen == stands.count)
                for row in stands {
                    let claim = try #require(claims.first { $0.id.text == (try? row["vordering_id"]) })
                    let zaak = try #require(try tx.zaken.find(claim.zaak))
                    let interest = try recht.interest(
                        on: claim, ledger: tx.vorderingen.ledger(of: claim.id), until: day,
                        resting: tx.rests(of: claim, in: zaak, on: day, recht: recht), by: .consument)
                    #expect(try row["rente"] == interest, "seed \(seed), \(claim.factuurnummer)")
                    #expect(try row["dag"] == day)
                    let lapse: Day? = try row["verjaart"]
                    if let lapse { #expect(try tx.verjaring(of: claim, recht: recht)?.ends == lapse) }
                    let near = try #require(try tx.verjaring(of: claim, recht: recht)).ends <= day.adding(months: 12)
                    #expect(lapse != nil || !near, "seed \(seed), \(claim.factuurnummer)")
                }
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `keys of messages where nobody waits any more are forgotten in the night, the others kept`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.corresponderend(db)
            let (gone, stays) = (try await house.wachtende("A", 1), try await house.wachtende("B", 2))
            try await house.act {
                try Zaak.Closure(zaak: gone, resultaat: "ingetrokken", reden: "dubbel").run(in: $0)
            }
            let count: @Sendable (Transaction) throws -> Int = { tx in
                try tx.first("SELECT count(*) AS aantal FROM berichtadressen WHERE naam = 'Akkoord'")?["aantal"] ?? 0
            }
            #expect(try await house.read(count) == 2)
            try await house.move(days: 1)
            let recht = try ShippedContent.shared.get().recht
            try await Nachtloop(office: house.office, recht: recht).run(on: house.clock.today)
            #expect(try await house.read(count) == 1)
            #expect(try await house.stappen(of: stays) == [])
            let sender = try await house.zaak("zenden", 3, ["voor": "B"])
            try await house.doe("sturen", of: sender)
            try await house.settle()
            #expect(try await house.stappen(of: stays) == ["gehoord"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `stopped anywhere and taken up again it gives the same, and a second run changes nothing`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.livePastYears(seed: 3)
            let recht = try ShippedContent.shared.get().recht
            let (night, day) = (Nachtloop(office: house.office, recht: recht, size: 2), house.clock.today)
            try await night.run(on: day)
            let whole = try await house.nightly()
            let again = try await night.run(on: day)
            #expect([again.gewijzigd, again.hersteld] == [0, 0])
            #expect(again.vorderingen > 15)
            #expect(try await house.nightly() == whole)
            try await house.forgetNights()
            var stops = 0
            while true {
                let report = try await night.run(on: day) { done in done < 4 }
                if report.isKlaar { break }
                stops += 1
                #expect(stops < 50)
            }
            #expect(stops > 3)
            #expect(try await house.nightly() == whole)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the next night moves every claim on, and forgets what was paid`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1), .huur(.bram, maand: 2))
            let recht = try ShippedContent.shared.get().recht
            let night = Nachtloop(office: house.office, recht: recht)
            try await night.run(on: house.clock.today)
            try await house.pay(.euros(600), from: .bram, kenmerk: house.kenmerk(of: .bram))
            try await house.move(days: 1)
            let report = try await night.run(on: house.clock.today)
            #expect(report.vorderingen == 1)
            let (noor, bram) = (try await house.zaak(of: .noor), try await house.zaak(of: .bram))
            // 600 euros since 2 January, 60 days at 4 per cent.
            #expect(try await house.read { try $0.nacht.standen(of: noor.id).map(\.rente) } == [Money(cents: 395)])
            #expect(try await house.read { try $0.nacht.standen(of: bram.id) } == [])
            #expect(try await house.read { try $0.nacht.latest()?.rente } == Money(cents: 395))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a claim that cannot be computed stops no other, and is told with its zaak`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1), .huur(.bram, maand: 1))
            let (noor, bram) = (try await house.zaak(of: .noor), try await house.zaak(of: .bram))
            try await house.act { act in
                try act.tx.run("UPDATE vorderingen SET vervaldatum = '1999-10-15' WHERE zaak_id = \(noor.id)")
            }
            let recht = try ShippedContent.shared.get().recht
            let night = Nachtloop(office: house.office, recht: recht)
            let report = try await night.run(on: house.clock.today)
            #expect(report.isKlaar && report.vorderingen == 2)
            #expect(report.signalen[.nietBerekend] == 1)
            // Who runs the house hears which, and of what kind: the day, no name.
            let told = try #require(report.mislukt.eerste.first)
            #expect(report.mislukt.aantal == 1 && told.oorzaak.contains("noRate") && told.oorzaak.contains("1999"))
            try await house.read { tx in
                #expect(try tx.nacht.zaken(.nietBerekend, limit: 5).map(\.zaak) == [noor.id])
                #expect(try tx.nacht.zaken(.verjaart, limit: 5).map(\.zaak) == [noor.id])
                #expect(try tx.nacht.standen(of: noor.id).map(\.fout) == [.rente])
                #expect(try tx.nacht.standen(of: bram.id).first.map { $0.rente > .zero } == true)
                let lines = try tx.specificaties(of: noor, on: house.clock.today, recht: recht)
                #expect(lines.count == 1 && lines.allSatisfy { $0.rente == nil })
            }
            #expect(try await night.run(on: house.clock.today).gewijzigd == 0)
            try await house.pay(.euros(100), from: .noor, kenmerk: house.kenmerk(of: .noor))
            #expect(try await house.zaak(of: .noor).bedrag == .euros(500))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `it signals what passed and what falls due tomorrow, and sees to what nobody watched`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram), .huur(.mila))
            let (noor, bram) = (try await house.zaak(of: .noor), try await house.zaak(of: .bram))
            let today = house.clock.today
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: noor.id, perMaand: .euros(100), eersteDag: today + 1, door: .anja
                ).run(in: act)
                try Toestand.Beginning(
                    partij: bram.partij, soort: .betwisting, begin: today - 5, verwachtEinde: today - 1,
                    bewijs: "brief", door: .anja
                ).run(in: act)
                try act.tx.run("DELETE FROM jobs WHERE kind IN ('termijnbewaking', 'toestand_einde')")
            }
            let recht = try ShippedContent.shared.get().recht
            let night = Nachtloop(office: house.office, recht: recht)
            let report = try await night.run(on: today)
            #expect(report.signalen[.morgenTermijn] == 1)
            #expect(report.signalen[.toestandVoorbij] == 1)
            #expect(report.signalen[.regelingAchter] == nil)
            #expect(report.hersteld == 2)
            #expect(try await house.read { try $0.nacht.zaken(.morgenTermijn, limit: 9).map(\.zaak) } == [noor.id])
            let kinds = try await house.read { try $0.jobs.find(key: "termijn:\(noor.id.text)")?.kind }
            #expect(kinds == Termijnbewaking.kind)
            try await house.move(days: 30)
            let later = try await night.run(on: house.clock.today)
            #expect(later.signalen[.regelingAchter] == 1)
            #expect(later.signalen[.morgenTermijn] == nil)
            #expect(later.hersteld == 0)
        }
    }
}

extension TestHouse {
    /// Claims of six years, with payments, reversals, pauses and special states, each at random.
    fileprivate func livePastYears(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let people = (1...12).map(Debiteur.nummer)
        for person in people {
            for number in 1...Int.random(in: 1...4, using: &random) {
                let due = Zonnedorp.begin - Int.random(in: 1...2_300, using: &random)
                let amount = Money(cents: Int64.random(in: 1...300_000, using: &random))
                try await take(Post(person, "\(person.nummer)-\(number)", vervalt: due, amount))
            }
        }
        for _ in 0..<4 {
            for person in people { try await disturb(person, &random) }
            try await move(days: Int.random(in: 1...40, using: &random))
        }
    }

    private func disturb(_ person: Debiteur, _ random: inout SeededRandom) async throws {
        let zaak = try await zaak(of: person)
        guard zaak.isOpen else { return }
        let (choice, today) = (Int.random(in: 0...6, using: &random), clock.today)
        let part = Money(cents: Int64.random(in: 1...max(1, zaak.bedrag.cents), using: &random))
        do {
            switch choice {
            case 0, 1: try await pay(part, from: person, kenmerk: kenmerk(of: person))
            case 2:
                let payment = try await pay(part, from: person, kenmerk: kenmerk(of: person))
                try await act { try Betaling.Reversal(betaling: payment.id, reden: "terug").run(in: $0) }
            case 3:
                try await act {
                    try Pauze.Beginning(partij: zaak.partij, einde: today + 20, reden: "rust", door: .anja).run(in: $0)
                }
            case 4:
                try await act {
                    try Toestand.Beginning(
                        partij: zaak.partij, soort: .wsnp, begin: today - 9, bewijs: "register", door: .anja
                    ).run(in: $0)
                }
            default: break
            }
        } catch is ZaakRefusal {} catch is ToestandRefusal {} catch is BetalingRefusal {}
    }

    /// All that nights wrote, but for the time on the clock.
    fileprivate func nightly() async throws -> [String] {
        try await read { tx in
            try [
                "SELECT vordering_id || ' ' || dag || ' ' || rente || ' ' || coalesce(verjaart, '-') AS regel FROM nachtstanden ORDER BY 1",
                "SELECT soort || ' ' || zaak_id || ' ' || dag AS regel FROM nachtsignalen ORDER BY 1",
                "SELECT dag || ' ' || vorderingen || ' ' || gewijzigd || ' ' || rente AS regel FROM nachtlopen ORDER BY 1",
            ].flatMap { (query: Query) in try tx.rows(query).map { try $0["regel"] as String } }
        }
    }

    fileprivate func forgetNights() async throws {
        try await database.write { tx in
            for query in ["DELETE FROM nachtstanden", "DELETE FROM nachtsignalen", "DELETE FROM nachtlopen"] as [Query]
            {
                try tx.run(query)
            }
        }
    }
}

@Suite("What a log may tell of a fault")
struct FoutbeeldTests {
    enum Fault: Error {
        case unreachable(name: String, account: String, on: Day)
        case empty
    }

    struct Worded: Error, CustomStringConvertible {
        let description: String
    }

    @Test func `its kind, case and day, and no name, address or account`() throws {
        let day = try #require(Day(1999, 10, 16))
        let told = Foutbeeld(Fault.unreachable(name: "Jansen", account: "NL00TEST0123456789", on: day)).text

        #expect(told.contains("Fault unreachable") && told.contains("1999-10-16"), "\(told)")
        #expect(!told.contains("Jansen") && !told.contains("NL00"), "\(told)")
        #expect(Foutbeeld(Fault.empty).text == "Fault empty")
        #expect(Foutbeeld(Worded(description: "mevrouw Jansen is niet te bereiken")).text == "Worded")
    }
}
