import Basics
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("One signal for one arrears")
struct SignaalTests {
    @Test(arguments: TestDatabase.all)
    func `two clicks at once, or the drawing beside a person, tell the municipality once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            async let first = house.give(zaak)
            async let second = house.give(zaak)
            let words = [try await first.word, try await second.word].sorted()
            #expect(words == ["al_gegeven", "gegeven"])
            #expect(try await house.serve("signaal.gemeente", on: zaak) == "done")
            #expect(try await house.read { try $0.signalen.all(of: zaak.id).count } == 1)
            let files = try await house.read { try $0.documenten.all(of: zaak.id).filter { $0.soort == "signaal" } }
            #expect(files.count == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `known arrears are told again with haste, or after thirty days`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            let one = try #require(try await house.give(zaak).signaal)
            try await house.act { try Signaal.Answer(signaal: one.id, code: 201, tekst: "").run(in: $0) }
            #expect(try await house.give(zaak).word == "al_gegeven")
            #expect(try await house.give(zaak, isCrisis: true).word == "gegeven")
            house.clock.move(to: house.clock.now.adding(days: 29))
            #expect(try await house.give(zaak).word == "al_gegeven")
            let crisis = try #require(
                try await house.read { try $0.signalen.all(of: zaak.id).first(where: \.isCrisis) })
            try await house.act { try Signaal.Answer(signaal: crisis.id, code: 200, tekst: "").run(in: $0) }
            house.clock.move(to: house.clock.now.adding(days: 1))
            #expect(try await house.give(zaak).word == "gegeven")
        }
    }

    @Test(arguments: TestDatabase.all, [(201, 1), (422, 0)])
    func `an objection while the call is under way is told to a municipality that took it, and to no other`(
        on kind: TestDatabase, _ answer: (code: Int, told: Int)
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            let one = try #require(try await house.give(zaak).signaal)
            try await house.act { act in
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: .bezwaar, dag: act.today, bewijs: "aan de telefoon", door: .anja
                ).run(in: act)
            }
            try await house.act { try Signaal.Answer(signaal: one.id, code: answer.code, tekst: "{}").run(in: $0) }
            #expect(try await house.deliveries(zaak).isEmpty)
            let asked = try await house.read { try $0.taken.waiting(for: zaak.id, formulier: "bezwaar_melden") }
            #expect(asked.count == answer.told)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `one that was refused is given anew, and its taak is taken back`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.ready()
            let one = try #require(try await house.give(zaak).signaal)
            try await house.act { try Signaal.Answer(signaal: one.id, code: 422, tekst: "{}").run(in: $0) }
            #expect(try await house.deliveries(zaak).count == 1)
            #expect(try await house.give(zaak).word == "gegeven")
            #expect(try await house.deliveries(zaak).isEmpty)
            #expect(try await house.read { try $0.signalen.find(one.id)?.ingetrokken } == .opnieuw)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a person who brings it tells with what proof, and then the municipality has it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (zaak, one) = try await house.giveByHand()
            #expect(!one.isAangekomen && one.isOnderweg)
            try await house.complete(
                try #require(try await house.deliveries(zaak).first),
                ["afgeleverdOp": "\(house.clock.today)", "toelichting": "Bevestigd per mail."])
            let after = try #require(try await house.read { try $0.signalen.find(one.id) })
            #expect(after.isAangekomen && after.antwoord == "Bevestigd per mail.")
            #expect(try await house.story(of: zaak).contains("signaal_bevestigd"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an objection takes back what a person was to bring`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (zaak, one) = try await house.giveByHand()
            try await house.act { act in
                try Signaalbewijs.Adding(
                    zaak: zaak.id, soort: .bezwaar, dag: act.today, bewijs: "aan de balie", door: .anja
                ).run(in: act)
            }
            #expect(try await house.deliveries(zaak).isEmpty)
            #expect(try await house.read { try $0.signalen.find(one.id)?.ingetrokken } == .bezwaar)
            #expect(try await house.give(zaak).word == "bezwaar")
            #expect(try await house.read { try $0.signalen.all(of: zaak.id).count } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the gate names the day on which the municipality had the signal, not the day on which it was given`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (zaak, one) = try await house.giveByHand()
            let given = one.dag
            try await house.move(days: 7)
            let taak = try #require(try await house.deliveries(zaak).first)
            try await house.complete(taak, ["afgeleverdOp": "\(given + 5)", "toelichting": "Bevestigd per mail."])

            let recht = try ShippedContent.shared.get().recht
            let gate = try await house.act { try $0.poort(.overdracht, on: zaak, recht: recht) }
            #expect(gate.regels.first { $0.punt == .signaal }?.staat == .gehaald(given + 5))
        }
    }

    @Test(arguments: [
        ("https://signaal.example/v1", true), ("http://signaal.example/v1", false), ("HTTP://signaal.example", false),
        ("http://127.0.0.1:9/x", true), ("https://", false), ("ftp://signaal.example", false), ("signaal", false),
        ("http://127.0.0.1.example", false), ("http://localhost@signaal.example", false),
    ])
    func `names and debts go over a line that nobody can read`(address: String, isTaken: Bool) async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let one = Gemeente(code: "9998", naam: "Maandorp", plaatsen: [], adres: address)
            if isTaken {
                try await house.act { try $0.tx.gemeenten.put(one) }
            } else {
                await #expect(throws: SignaalRefusal.notAnAddress) {
                    try await house.act { try $0.tx.gemeenten.put(one) }
                }
            }
        }
    }

    @Test func `a key that another vault kept is no key at all`() throws {
        let (mine, other) = (Kluis.temporary(), Kluis.temporary())
        let kept = try Gemeente(code: "9999", naam: "Zonnedorp", plaatsen: []).met(sleutel: "geheim", in: mine)
        #expect(try kept.sleutel(uit: mine) == "geheim")
        #expect(throws: KluisRefusal.otherKey("gemeente:9999")) { try kept.sleutel(uit: other) }
        #expect(try Gemeente(code: "9999", naam: "Zonnedorp", plaatsen: []).sleutel(uit: mine) == nil)
    }
}

extension Signaal.Uitkomst {
    fileprivate var signaal: Signaal? { if case .gegeven(let one) = self { one } else { nil } }
}

extension TestHouse {
    /// Arrears of which all four steps are proven.
    func ready() async throws -> Zaak {
        try await take(.huur(.noor))
        let zaak = try await zaak(of: .noor)
        try await prove(zaak)
        return zaak
    }

    func give(_ zaak: Zaak, isCrisis: Bool = false) async throws -> Signaal.Uitkomst {
        let recht = try ShippedContent.shared.get().recht
        return try await act {
            try Signaal.Giving(zaak: zaak.id, isCrisis: isCrisis, door: "anja").run(in: $0, recht: recht)
        }
    }

    /// A signal to a municipality that takes them from a person only.
    fileprivate func giveByHand() async throws -> (zaak: Zaak, signaal: Signaal) {
        try await act { try $0.tx.gemeenten.put(.metDeHand) }
        let zaak = try await ready()
        return (zaak, try #require(try await give(zaak).signaal))
    }

    fileprivate func deliveries(_ zaak: Zaak) async throws -> [Taak] {
        try await read { try $0.taken.waiting(for: zaak.id, formulier: "signaal_afleveren") }
    }
}
