import Basics
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Where a payment belongs")
struct MatchingTests {
    @Test(arguments: TestDatabase.all)
    func `by its reference, also when someone else pays`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))

            let paid = try await house.pay(
                .euros(100), from: .bram, "voor mijn buurvrouw", kenmerk: try await house.kenmerk(of: .noor))

            #expect(paid.staat == .geplaatst)
            #expect(paid.reden == "kenmerk")
            #expect(try await house.zaak(of: .noor).bedrag == .euros(500))
            #expect(try await house.zaak(of: .bram).bedrag == .euros(600))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `by a reference or a zaaknummer in the text`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))

            let byReference = try await house.pay(
                .euros(1), from: .mila, "huur kenmerk:\(try await house.kenmerk(of: .noor)), dank")
            let byNumber = try await house.pay(.euros(2), from: .mila, "betreft \(zaak.nummer.lowercased())")

            #expect([byReference.reden, byNumber.reden] == ["kenmerk", "zaaknummer"])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(597))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a reference may be typed in groups; of two zaken in one text a person divides the money`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            let (noor, bram) = (try await house.kenmerk(of: .noor), try await house.kenmerk(of: .bram))
            let grouped = stride(from: 0, to: 16, by: 4).map { noor.dropFirst($0).prefix(4) }.joined(separator: " ")

            let typed = try await house.pay(.euros(1), from: .mila, "kenmerk \(grouped)")
            let both = try await house.pay(.euros(200), from: .mila, "voor \(noor) en \(bram)")

            #expect([typed.reden, both.reden] == ["kenmerk", "meer-zaken"])
            #expect(both.staat == .tePlaatsen)
            let candidates = try await house.read { try both.candidates(in: $0) }
            #expect(candidates.count == 2)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `by the reference of a paid invoice, as long as anything on its zaak is open: the instalment counts`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1, euros: 100), .huur(.noor, maand: 2, euros: 600))
            let (zaak, kenmerk) = (try await house.zaak(of: .noor), try await house.kenmerk(of: .noor))
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: zaak.id, perMaand: .euros(100), eersteDag: act.today, door: .anja
                ).run(in: act)
            }
            let first = try await house.pay(.euros(100), from: .mila, kenmerk: kenmerk)
            #expect(try await house.vorderingen(of: .noor).map(\.isOpen) == [false, true])

            let second = try await house.pay(.euros(90), from: .mila, kenmerk: kenmerk)
            let typed = try await house.pay(.euros(10), from: .mila, "voor \(kenmerk)")

            #expect([first, second, typed].map(\.reden) == ["kenmerk", "kenmerk", "kenmerk"])
            let regeling = try #require(try await house.read { try $0.regelingen.running(for: zaak.id) })
            #expect(regeling.termijnen.prefix(3).map(\.open) == [.zero, .zero, .euros(100)])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(500))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `by the reference of a paid invoice no longer, once its whole zaak is paid`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let kenmerk = try await house.kenmerk(of: .noor)
            try await house.pay(.euros(600), from: .noor, kenmerk: kenmerk)

            let again = try await house.pay(.euros(600), from: .mila, kenmerk: kenmerk)

            #expect(again.staat == .tePlaatsen)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `by account and amount: all that is open, one claim, or an instalment`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1, euros: 500), .huur(.noor, maand: 2, euros: 600))
            let oneClaim = try await house.pay(.euros(500), from: .noor)
            #expect(oneClaim.reden == "rekening-en-bedrag")

            let zaak = try await house.zaak(of: .noor)
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: zaak.id, perMaand: .euros(250), eersteDag: act.today, door: .anja
                ).run(in: act)
            }
            let instalment = try await house.pay(.euros(250), from: .noor)
            let rest = try await house.pay(.euros(350), from: .noor)

            #expect([instalment.reden, rest.reden] == ["rekening-en-bedrag", "rekening-en-bedrag"])
            #expect(try await house.zaak(of: .noor).bedrag == .zero)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `by the account of a mandate, while one person gave it`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            try await house.mandate(of: .noor, on: .mila, "M-1")
            let one = try await house.pay(.euros(600), from: .mila)
            let owed = try await house.zaak(of: .noor).id
            #expect(one.reden == "rekening-en-bedrag" && one.zaak == owed)

            try await house.mandate(of: .bram, on: .mila, "M-2")
            let doubt = try await house.pay(.euros(600), from: .mila)
            #expect(doubt.staat == .tePlaatsen)
            let candidates = try await house.read { try doubt.candidates(in: $0) }
            let zaak = try await house.zaak(of: .bram)
            #expect(candidates.first { $0.zaak.id == zaak.id }?.gronden.contains(.rekening) == true)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what nobody can tell is kept for a person to place`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))

            let stranger = try await house.pay(.euros(600), from: .mila)
            let odd = try await house.pay(Money(cents: 12_345), from: .noor)
            #expect([stranger.reden, odd.reden] == ["rekening-onbekend", "bedrag-past-niet"])
            #expect(Set(try await house.read { try $0.betalingen.unplaced().map(\.id) }) == [stranger.id, odd.id])
            #expect(try await house.zaak(of: .noor).bedrag == .euros(600))

            let zaak = try await house.zaak(of: .noor)
            try await house.act {
                try Betaling.Placement(betaling: odd.id, zaak: zaak.id, reden: "gebeld").run(in: $0)
            }
            #expect(try await house.zaak(of: .noor).bedrag == Money(cents: 47_655))
            await #expect(throws: BetalingRefusal.alreadyPlaced) {
                try await house.act {
                    try Betaling.Placement(betaling: odd.id, zaak: zaak.id, reden: "nog eens").run(in: $0)
                }
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what was paid too much is kept apart`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))

            let paid = try await house.pay(.euros(650), from: .noor, kenmerk: try await house.kenmerk(of: .noor))

            #expect(paid.over == .euros(50))
            #expect(try await house.zaak(of: .noor).bedrag == .zero)
            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a payment of which a person says which invoice pays that one first`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1), .huur(.noor, maand: 2))
            let zaak = try await house.zaak(of: .noor)
            let paid = try await house.pay(.euros(77), from: .mila)

            try await house.act {
                try Betaling.Placement(
                    betaling: paid.id, zaak: zaak.id, factuurnummer: "D1-2026-2", reden: "gebeld"
                ).run(in: $0)
            }

            #expect(try await house.vorderingen(of: .noor).map(\.saldo.hoofdsom) == [.euros(600), .euros(523)])
        }
    }
}

extension TestHouse {
    /// A mandate that a debtor gave on the account of another.
    fileprivate func mandate(of one: Debiteur, on payer: Debiteur, _ reference: String) async throws {
        let zaak = try await zaak(of: one)
        try await act { act in
            let creditor = try #require(try act.tx.vorderingen.all(of: zaak.id).first?.schuldeiser)
            try Machtiging.Granting(
                partij: zaak.partij, schuldeiser: creditor, kenmerk: reference, iban: payer.iban, naam: payer.naam,
                getekend: act.today, bewijs: "formulier"
            ).run(in: act)
        }
    }
}
