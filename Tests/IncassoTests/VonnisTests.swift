import Basics
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("What a court awarded")
struct VonnisTests {
    @Test(arguments: TestDatabase.all)
    func `what was awarded is open from then on, less than was asked or more in costs`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.judge(["hoofdsomToegewezen": "400.00", "kostenToegewezen": "312.37"])
            let claim = try #require(try await house.vorderingen(of: .noor).first)
            #expect(claim.saldo == Saldo(hoofdsom: .euros(400), kosten: Money(cents: 31_237), rente: .zero))
            #expect(try await house.zaak(of: .noor).bedrag == Money(cents: 71_237))
            #expect(try await house.read { try $0.vonnissen.all(of: zaak.id).map(\.zaaknummer) } == ["1/2"])
            #expect(try await house.flaws() == [])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `no interest runs that was not awarded, and what was awarded later runs from then`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let recht = try ShippedContent.shared.get().recht
            _ = try await house.judge(["hoofdsomToegewezen": "600.00", "kostenToegewezen": "0"])
            try await house.move(days: 400)
            let claim = try #require(try await house.vorderingen(of: .noor).first)
            let after = try await house.read { tx in
                let zaak = try #require(try tx.zaken.find(claim.zaak))
                return try tx.specificaties(of: zaak, on: house.clock.today, recht: recht).first?.rente?.interest
            }
            #expect(after == .zero)
        }
        try await database.with { db in
            let house = try await TestHouse(db)
            let from = house.clock.today + 30
            let zaak = try await house.judge([
                "hoofdsomToegewezen": "400.00", "kostenToegewezen": "0", "renteVanaf": from.description,
            ])
            let recht = try ShippedContent.shared.get().recht
            let claim = try #require(try await house.vorderingen(of: .noor).first)
            let question = InterestQuestion(
                principal: .euros(400), from: from, until: house.clock.today, basis: .statutory(.consument))
            #expect(claim.saldo.rente == (try recht.interest.interest(for: question).interest))
            #expect(claim.saldo.rente > .zero && zaak.isOpen)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `more principal than was open is not taken over, and a dismissed claim keeps its balance`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            _ = try await house.judge(["hoofdsomToegewezen": "900.00", "kostenToegewezen": "0"])
            #expect(try await house.vorderingen(of: .noor).first?.saldo.hoofdsom == .euros(600))
        }
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.judge(["uitkomst": "terug"])
            #expect(try await house.vorderingen(of: .noor).first?.saldo.hoofdsom == .euros(600))
            #expect(try await house.read { try $0.vonnissen.all(of: zaak.id) } == [])
        }
    }
}

extension TestHouse {
    /// Handed over, and a judgment with these answers.
    fileprivate func judge(_ answers: [String: String]) async throws -> Zaak {
        let zaak = try await handOver(.noor)
        try await act { act in
            guard let taak = try act.tx.taken.waiting(for: zaak.id).first else { return }
            try Zaak.Deviation(
                taak: taak.id, naarStap: "B.2.2", reden: "de rechter besliste", door: .anja, als: .onbegrensd
            ).run(in: act)
        }
        try await settle()
        let base = ["zaaknummer": "1/2", "vonnisOp": clock.today.description, "uitkomst": "betalen"]
        try await doe("B.2.2", of: .noor, base.merging(answers) { $1 })
        try await settle()
        return zaak
    }
}
