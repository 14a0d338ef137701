import Basics
import Database
import Foundation
import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("One payment over the zaken of one plan")
struct SamenBetalenTests {
    @Test(arguments: 0..<400)
    func `each part gets its share, never more than is open, and no cent is lost`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let parts = (0..<Int.random(in: 1...6, using: &random)).map { _ in
            Verzamelplan.Aandeel(
                perMaand: Money(cents: Int64.random(in: 1...50_000, using: &random)),
                open: Money(cents: Int64.random(in: 0...200_000, using: &random)))
        }
        let amount = Money(cents: Int64.random(in: 1...500_000, using: &random))
        let given = Verzamelplan.verdeel(amount, over: parts)
        let open = parts.map(\.open).sum
        #expect(given.sum == min(amount, open), "seed \(seed)")
        #expect(zip(given, parts).allSatisfy { $0 >= .zero && $0 <= $1.open }, "seed \(seed)")
        let month = parts.map(\.perMaand).sum
        guard amount <= month, parts.allSatisfy({ $0.open >= $0.perMaand }) else { return }
        for (part, got) in zip(parts, given) {
            let exact = amount.cents * part.perMaand.cents / month.cents
            #expect(abs(got.cents - exact) <= Int64(parts.count), "seed \(seed)")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the amount of the plan is divided over its zaken, and the bank's taking back undoes all of it`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (first, second) = try await house.twoZaken(of: .noor)
            try await house.agree([(first, .euros(60)), (second, .euros(30))])

            let paid = try await house.pay(.euros(90), from: .noor)

            #expect(paid.staat == .geplaatst && paid.reden == "verzamelplan")
            #expect(try await house.open(first, second) == [.euros(540), .euros(270)])
            #expect(
                Set(try await house.read { try $0.betalingen.delen(of: paid.id) }.map(\.bedrag)) == [
                    .euros(60), .euros(30),
                ])
            for zaak in [first, second] {
                #expect(try await house.read { try $0.regelingen.running(for: zaak)?.termijnen.first?.open } == .zero)
                #expect(try await house.read { try $0.betalingen.all(of: zaak).map(\.id) } == [paid.id])
            }
            try await house.act { try Betaling.Reversal(betaling: paid.id, reden: "MD06").run(in: $0) }
            #expect(try await house.open(first, second) == [.euros(600), .euros(300)])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the confirmation of one plan names every account with its part, and of one zaak no other`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (first, second) = try await house.twoZaken(of: .noor, creditor: "ander")
            try await house.agree([(first, .euros(60)), (second, .euros(30))])
            let facts = try await house.act { act in
                try act.tx.zaken.find(first).map { try act.samenFacts(for: $0) } ?? [:]
            }
            #expect(facts["samenBedrag"]?.money == .euros(90))
            let parts = facts["samenDelen"]?.elements ?? []
            #expect(Set(parts.compactMap { $0["iban"].text }).count == 2)
            #expect(Set(parts.compactMap { $0["bedrag"].money }) == [.euros(60), .euros(30)])

            let recht = try ShippedContent.shared.get().recht
            let letter = try await house.act { act in
                let zaak = try #require(try act.tx.zaken.find(first))
                let partij = try #require(try act.tx.partijen.find(zaak.partij))
                return try act.letterFacts(
                    "regeling_bevestigd", for: zaak, partij, lezer: try act.reader(of: zaak, partij, recht: recht),
                    claims: try act.tx.vorderingen.all(of: first), recht: recht, termEnds: nil)
            }
            for language in ["nl", "en"] {
                let made = try ShippedContent.shared.get().dienst.pers.make("regeling_bevestigd", letter, language)
                let (paper, mail) = (made.html.bare, made.tekst.bare)
                #expect(paper.contains("NL91ABNA0417164300") && mail.contains("NL91ABNA0417164300"), "\(language)")
                let together = language == "nl" ? "90,00" : "90.00"
                #expect(paper.components(separatedBy: together).count == 3, "\(language)")
            }

            try await house.take(.huur(.bram))
            let alone = try await house.zaak(of: .bram)
            #expect(try await house.act { try $0.samenFacts(for: alone) }["samenDelen"] == .null)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who pays the instalment of one zaak, or with too much, pays that one first and the rest by the shares`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (first, second) = try await house.twoZaken(of: .noor)
            try await house.agree([(first, .euros(60)), (second, .euros(30))])
            let kenmerk = try await house.kenmerk(of: first)

            try await house.pay(.euros(60), from: .noor, kenmerk: kenmerk)
            #expect(try await house.open(first, second) == [.euros(540), .euros(300)])
            let all = try await house.pay(.euros(900), from: .noor, kenmerk: kenmerk)

            #expect(try await house.open(first, second) == [.zero, .zero])
            #expect(all.over == .euros(60))
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `money on the account of a creditor pays no claim of another`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (first, second) = try await house.twoZaken(of: .noor, creditor: "energie")
            try await house.agree([(first, .euros(60)), (second, .euros(30))])

            let paid = try await house.pay(.euros(90), from: .noor, kenmerk: try await house.kenmerk(of: first))
            #expect(paid.staat == .geplaatst)
            #expect(try await house.open(first, second) == [.euros(510), .euros(300)])
            let lost = try await house.pay(.euros(30), from: .noor, "?")
            #expect(lost.staat == .tePlaatsen)
            await #expect(throws: BetalingRefusal.otherCreditor(Zonnedorp.rekening)) {
                try await house.act {
                    try Betaling.Placement(betaling: lost.id, zaak: second, reden: "hand").run(in: $0)
                }
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a payment that only has the amount is placed once a person saw what differs`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let paid = try await house.pay(.euros(600), from: .mila, "huur")
            let place: @Sendable (Bool) async throws -> Void = { isConfirmed in
                try await house.act {
                    try Betaling.HandPlacement(betaling: paid.id, zaak: zaak.id, isBevestigd: isConfirmed).run(in: $0)
                }
            }
            await #expect(throws: BetalingRefusal.unsure(zaak.id)) { try await place(false) }
            let beside = try await house.read { try paid.vergelijking(met: zaak, in: $0) }
            #expect(beside.overeen == [.bedrag])
            try await place(true)
            #expect(try await house.zaak(of: .noor).bedrag == .zero)
        }
    }
}

extension TestHouse {
    /// A debtor with a zaak of 600 and one of 300, the second of another creditor where one is named.
    func twoZaken(of debiteur: Debiteur, creditor: String? = nil) async throws -> (Identifier<Zaak>, Identifier<Zaak>) {
        try await take(.huur(debiteur))
        let first = try await zaak(of: debiteur)
        let second = try await act { act in
            if let creditor {
                var other = Schuldeiser.zonnedorp
                other = Schuldeiser(
                    code: creditor, naam: creditor, adres: other.adres, kvk: "", iban: "NL91ABNA0417164300",
                    telefoon: "", email: "", website: "")
                try act.tx.schuldeisers.put(other)
            }
            guard let person = try act.tx.partijen.find(first.partij) else { throw ZaakRefusal.unknownZaak }
            let zaak = try Zaak.Opening(zaaktype: Vordering.zaaktype, partij: person, omschrijving: "Service").run(
                in: act)
            var claim = Vordering(
                id: act.newID(), zaak: zaak.id, schuldeiser: creditor ?? Zonnedorp.code, factuurnummer: "S-1",
                omschrijving: "Service", soort: "overig", factuurdatum: Zonnedorp.begin + -30,
                vervaldatum: Zonnedorp.begin + -20, kenmerk: "S1", saldo: .zero, versie: 0)
            try act.tx.vorderingen.add(claim)
            let entry = Mutatie(
                id: act.newID(), soort: .inbreng, datum: claim.vervaldatum, toelichting: "",
                boekingen: [.hoofdsom: .euros(300), .ingebracht: -.euros(300)])
            try act.book(entry, on: &claim)
            try act.followSaldo(of: zaak.id)
            return zaak.id
        }
        return (first.id, second)
    }

    /// One plan, agreed in each of its zaken.
    func agree(_ parts: [(Identifier<Zaak>, Money)]) async throws {
        try await act { act in
            for (zaak, amount) in parts {
                try Betalingsregeling.Agreement(zaak: zaak, perMaand: amount, eersteDag: act.today, door: .anja)
                    .run(in: act)
            }
            guard let zaak = try act.tx.zaken.find(parts[0].0) else { return }
            let delen = Dictionary(parts) { one, _ in one }
            try act.tx.verzamelplannen.add(
                .init(id: act.newID(), partij: zaak.partij, eersteDag: act.today, delen: delen), at: act.now)
        }
    }

    func kenmerk(of zaak: Identifier<Zaak>) async throws -> String {
        try await read { try $0.vorderingen.all(of: zaak).first?.kenmerk ?? "" }
    }

    func open(_ zaken: Identifier<Zaak>...) async throws -> [Money] {
        try await read { tx in try zaken.map { try tx.zaken.find($0)?.bedrag ?? .zero } }
    }
}

extension String {
    /// Without the spaces that accounts and amounts are written with.
    fileprivate var bare: String { replacing("&nbsp;", with: "").filter { !$0.isWhitespace } }
}
