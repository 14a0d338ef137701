import Basics
import Exchange
import Incasso
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Interest on the account, and what a payment pays first")
struct RenteTests {
    @Test(arguments: TestDatabase.all)
    func `once asked, interest until the day of a payment is paid before the principal`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1))
            let zaak = try await house.zaak(of: .noor)
            try await house.move(days: 30)
            try await house.askInterest(of: zaak)
            let asked = try #require(try await house.vorderingen(of: .noor).first).saldo
            #expect(asked.rente > .zero && asked.hoofdsom == .euros(600))
            try await house.later(days: 20)

            let paid = try await house.pay(.euros(200), from: .noor, kenmerk: try await house.kenmerk(of: .noor))

            let claim = try #require(try await house.vorderingen(of: .noor).first)
            let ran = try await house.read { try $0.vorderingen.ledger(of: claim.id) }
                .filter { $0.soort == .rente }.compactMap { $0.boekingen[.rente] }.sum
            #expect(ran > asked.rente)
            #expect(claim.saldo == Saldo(hoofdsom: .euros(400) + ran, kosten: .zero, rente: .zero))
            let division = try await house.read { try $0.betalingen.verdeling(of: paid.id) }
            #expect(division.map(\.rente) == [ran] && division.map(\.hoofdsom) == [.euros(200) - ran])
            #expect(try await house.read { try $0.betalingen.find(paid.id)?.toerekening } == "P2 wet")
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who pays all that was asked is done, though interest ran on since`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1))
            let zaak = try await house.zaak(of: .noor)
            try await house.move(days: 30)
            try await house.askInterest(of: zaak)
            let asked = try await house.zaak(of: .noor).bedrag
            try await house.later(days: 20)

            try await house.pay(asked, from: .noor)

            #expect(try await house.zaak(of: .noor).resultaat == "voldaan")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a creditor that gives interest up is never owed any`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.agree { $0.rente = .geen }
            try await house.take(.huur(.noor, maand: 1))
            try await house.move(days: 30)
            try await house.askInterest(of: try await house.zaak(of: .noor))
            #expect(try await house.vorderingen(of: .noor).map(\.saldo.rente) == [.zero])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `claims on an organisation bear commercial interest, and its specification says so`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, maand: 1), .huur(.bram, maand: 1))
            let bram = try await house.zaak(of: .bram)
            try await house.act { act in
                guard var partij = try act.tx.partijen.find(bram.partij) else { return }
                partij.soort = .organisatie
                try act.tx.partijen.save(partij)
            }
            try await house.move(days: 60)
            for zaak in [try await house.zaak(of: .noor), bram] { try await house.askInterest(of: zaak) }
            let (person, firm) = (try await house.rente(of: .noor), try await house.rente(of: .bram))
            #expect(person > .zero && firm > person)
            let recht = try ShippedContent.shared.get().recht
            let today = house.clock.today
            let specs = try await house.read { try $0.specificaties(of: bram, on: today, recht: recht) }
            #expect(specs.first?.rente?.working.first?.article == "BW 6:119a")
            #expect(specs.first?.rente?.interest == firm)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `with P1 the fee of a letter goes before all claims, with P2 with its claim`(on kind: TestDatabase)
        async throws
    {
        for (fee, left) in [(ImputationPolicy.Fee.ofTheCase, [10, 200]), (.perClaim, [0, 210])] {
            try await kind.with { db in
                let house = try await TestHouse(db)
                try await house.agree { $0.kostenOver = fee }
                try await house.take(.huur(.noor, maand: 1, euros: 400), .huur(.noor, maand: 2, euros: 200))
                try await house.charge([20, 10], on: .noor)
                try await house.pay(.euros(420), from: .noor, kenmerk: try await house.kenmerk(of: .noor))
                let open = try await house.vorderingen(of: .noor).map { $0.saldo.totaal }
                #expect(open == left.map { Money.euros(Int64($0)) }, "\(fee)")
                #expect(try await house.flaws() == [])
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an agreement that the principal goes first is kept, in an arrangement only where so agreed`(
        on kind: TestDatabase
    ) async throws {
        for (order, costsLeft) in [
            (ImputationRule.Order.principal, Int64(40)), (.principalInArrangement, 0), (.law, 0),
        ] {
            try await kind.with { db in
                let house = try await TestHouse(db)
                try await house.agree { $0.volgorde = order }
                try await house.take(.huur(.noor, maand: 1, euros: 400))
                try await house.charge([40], on: .noor)
                try await house.pay(.euros(100), from: .noor, kenmerk: try await house.kenmerk(of: .noor))
                #expect(try await house.vorderingen(of: .noor).map(\.saldo.kosten) == [.euros(costsLeft)], "\(order)")
            }
        }
    }
}

extension TestHouse {
    /// What the creditor of all tests agreed.
    fileprivate func agree(_ change: @escaping @Sendable (inout Schuldeiserafspraken) -> Void) async throws {
        try await act { act in
            var agreed = Schuldeiserafspraken()
            change(&agreed)
            try act.tx.schuldeisers.keep(agreed, of: Zonnedorp.code)
        }
    }

    /// The service that books interest, as a drawing may ask it.
    fileprivate func askInterest(of zaak: Zaak) async throws {
        try await act { act in
            guard let dienst = act.playbook.diensten["incasso.rente"], let zaak = try act.tx.zaken.find(zaak.id) else {
                return
            }
            _ = try dienst(Dienstvraag(zaak: zaak, stap: "test", invoer: [:]), act)
        }
    }

    fileprivate func rente(of debiteur: Debiteur) async throws -> Money {
        try await vorderingen(of: debiteur).map(\.saldo.rente).sum
    }

    /// Time goes by and nothing is done.
    fileprivate func later(days: Int) async throws { clock.move(to: clock.now.adding(seconds: Int64(days) * 86_400)) }

    /// Books costs on the claims of a debtor, in their order.
    fileprivate func charge(_ euros: [Int64], on debiteur: Debiteur) async throws {
        let claims = try await vorderingen(of: debiteur)
        try await act { act in
            for (claim, amount) in zip(claims, euros) {
                var claim = claim
                try act.tx.vorderingen.book(
                    Mutatie(
                        id: act.newID(), soort: .kosten, datum: act.today, toelichting: "test",
                        boekingen: [.kosten: .euros(amount), .ingebracht: .euros(-amount)]),
                    on: &claim, by: "test", at: act.now)
            }
        }
    }
}
