import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Money to place and money to return")
struct ReturningTests {
    @Test(arguments: TestDatabase.all)
    func `a payment nobody recognised points at the zaken it may belong to, the likeliest first`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            let payment = try await house.stray(.euros(600), naam: "Noor")
            let candidates = try await house.read { try payment.candidates(in: $0) }

            let noor = try await house.zaak(of: .noor)
            #expect(candidates.first?.zaak.id == noor.id)
            #expect(candidates.first?.gronden == [.bedrag, .naam])
            #expect(candidates.count == 2)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `money for nobody goes back once, in a file for the bank`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let payment = try await house.stray(.euros(35), naam: "Onbekende")
            try await house.act { try Betaling.Rejection(betaling: payment.id, reden: "Niet voor ons").run(in: $0) }

            let file = try await house.repay(payment.rekening)
            #expect(file.aantal == 1 && file.bedrag == .euros(35))
            #expect(file.xml.contains("pain.001.001.09") && file.xml.contains(payment.tegenrekening ?? "?"))
            #expect(try await house.payment(payment).terugbetaald == house.clock.today)

            await #expect(throws: BetalingRefusal.nothingToRepay) { _ = try await house.repay(payment.rekening) }
            await #expect(throws: BetalingRefusal.alreadyRepaid) {
                try await house.act { try Betaling.Retention(betaling: payment.id).run(in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what was paid too much goes back, and the claim stays paid`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let payment = try await house.stray(.euros(650), naam: "Noor")
            try await house.act {
                try Betaling.Placement(betaling: payment.id, zaak: zaak.id, reden: "hand").run(in: $0)
            }

            let file = try await house.repay(payment.rekening)
            #expect(file.bedrag == .euros(50))
            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            await #expect(throws: BetalingRefusal.alreadyRepaid) {
                try await house.act { try Betaling.Reversal(betaling: payment.id, reden: "fout").run(in: $0) }
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a payment that the bank took back is gone, and is not sent back a second time`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let payment = try await house.stray(.euros(100), naam: "Noor")
            try await house.act {
                try Betaling.Placement(betaling: payment.id, zaak: zaak.id, reden: "hand").run(in: $0)
            }
            try await house.act {
                try Betaling.Reversal(betaling: payment.id, reden: "MD06", isTeruggegaan: true).run(in: $0)
            }

            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))
            await #expect(throws: BetalingRefusal.nothingToRepay) { _ = try await house.repay(payment.rekening) }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an import that falls silent was broken off; the same file again does the rest`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.importPosten(postenbestand([]))
            var report = try #require(try await house.read { try $0.imports.latest(1).first })
            #expect(!report.isBrokenOff(at: house.clock.now.adding(days: 1)))
            report.staat = .bezig
            #expect(!report.isBrokenOff(at: report.gehoord.adding(minutes: 4)))
            #expect(report.isBrokenOff(at: report.gehoord.adding(minutes: 6)))
        }
    }
}

extension TestHouse {
    /// A payment from an account that nobody has, without a reference.
    fileprivate func stray(_ amount: Money, naam: String) async throws -> Betaling {
        let day = clock.today
        return try await act { act in
            let payment = Betaling(
                id: act.newID(), sleutel: "los-\(naam)-\(amount)", rekening: "NL86INGB0002445588", datum: day,
                bedrag: amount, tegenrekening: "NL20INGB0001234567", naam: naam, omschrijving: "overboeking",
                kenmerk: nil)
            try Betaling.Receipt(betaling: payment).run(in: act)
            return payment
        }
    }

    fileprivate func payment(_ one: Betaling) async throws -> Betaling {
        try #require(try await read { try $0.betalingen.find(one.id) })
    }

    fileprivate func repay(_ account: String) async throws -> Betaalbestand {
        try await act { try Betaling.Repayment(rekening: account, door: .anja).run(in: $0) }
    }
}
