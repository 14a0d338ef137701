import Basics
import Exchange
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("The mandate of an arrangement by direct debit")
struct MachtigingTests {
    @Test(arguments: TestDatabase.all)
    func `who pays by direct debit needs a mandate: none chosen, a wrong account and a day to come are refused`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.talk()
            #expect(await house.wrongFields([:]) == ["machtiging"])
            #expect(await house.wrongFields(["machtiging": "M-bestaat-niet"]) == ["machtiging"])
            let tomorrow = house.clock.today + 1
            let signed = ["machtiging": "nieuw", "machtigingGetekend": "\(tomorrow)", "machtigingBewijs": "map 3"]
            #expect(await house.wrongFields(signed) == ["machtigingIban"])
            let wrong = signed.merging(["machtigingIban": "NL00ABNA0417164300"]) { $1 }
            #expect(await house.wrongFields(wrong) == ["machtigingIban"])
            let early = signed.merging(["machtigingIban": "NL91 ABNA 0417 1643 00"]) { $1 }
            #expect(await house.wrongFields(early) == ["machtigingGetekend"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a mandate given in the talk is recorded with the arrangement, and can be chosen the next time`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.talk()
            try await house.agreeByDebit([
                "machtiging": "nieuw", "machtigingIban": "NL91 ABNA 0417 1643 00",
                "machtigingGetekend": "\(house.clock.today)", "machtigingBewijs": "map 3",
            ])
            let zaak = try await house.zaak(of: .noor)
            let mandate = try #require(try await house.read { try $0.machtigingen.all(of: zaak.partij).first })
            #expect(mandate.iban.text == "NL91ABNA0417164300" && mandate.bewijs == "map 3")
            #expect(try await house.read { try $0.regelingen.running(for: zaak.id)?.betaalwijze } == .incasso)
            #expect(try await house.taken(of: .noor).isEmpty)
            let recht = try TestHouseTables.recht()
            let known = try await house.read { tx in
                try tx.machtigingen.holding(for: zaak, on: Zonnedorp.begin + 60, recht.directDebits).map(\.kenmerk)
            }
            #expect(known == [mandate.kenmerk])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `where the customer still has to sign, somebody asks for it before the first collection is announced`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.talk()
            try await house.agreeByDebit(["machtiging": "later"])
            let taak = try #require(try await house.taken(of: .noor).first)
            #expect(taak.formulier == "machtiging_vragen" && taak.uiterlijk == house.clock.today + 13)
            await #expect(throws: TaakRefusal.self) { try await house.complete(taak, ["uitkomst": "getekend"]) }
            try await house.complete(taak, ["uitkomst": "zelf"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `nothing is collected of an arrangement that the customer pays`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let recht = try TestHouseTables.recht()
            let zaak = try await house.zaak(with: .huur(.noor))
            let today = house.clock.today
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: zaak.id, perMaand: .euros(60), eersteDag: act.today + 5, door: .anja, betaalwijze: .overmaken
                ).run(in: act)
            }
            await #expect(throws: Weigering.betaaltZelf) {
                try await house.act {
                    try $0.verschuldigd(on: zaak, by: today + 30, to: Zonnedorp.code, gathered: today, recht: recht)
                }
            }
        }
    }
}

extension TestHouse {
    /// As far as the form in which an arrangement is agreed.
    fileprivate func talk() async throws {
        try await take(.huur(.noor))
        let zaak = try await zaak(of: .noor)
        try await act { try $0.deliver("RegelingVerzocht", to: zaak) }
        try await spreekAf(met: .noor)
    }

    fileprivate func agreeByDebit(_ mandate: [String: String]) async throws {
        let form = Antwoord.regeling(.euros(60), vanaf: clock.today + 30).merging(mandate) { $1 }
        try await doe("A.3.2", of: .noor, form.merging(["betaalwijze": "incasso"]) { $1 })
    }

    /// The fields that are refused.
    fileprivate func wrongFields(_ mandate: [String: String]) async -> [String] {
        do { try await agreeByDebit(mandate) } catch TaakRefusal.invalid(let fields) {
            return fields.map(\.field)
        } catch { return ["\(error)"] }
        return []
    }
}
