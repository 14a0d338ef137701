import Basics
import Incasso
import Journal
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

/// Who may not be called, is not: not by a contact that is recorded, and not by a page that asks to pay.
@Suite("A special state that forbids to call")
struct BelverbodTests {
    @Test(arguments: TestDatabase.all)
    func `a call of ours asks with whom it was or why; one of the customer does not`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.begin(.bewind, of: zaak.partij)
            var ours = Contact(kanaal: "telefoon", reden: "achterstand", initiatiefnemer: .wij)
            await #expect(throws: ToestandRefusal.self) { try await house.record(ours, on: zaak) }

            try await house.record(Contact(kanaal: "telefoon", reden: "vraag", initiatiefnemer: .klant), on: zaak)
            ours.toch = "De bewindvoerder gesproken."
            try await house.record(ours, on: zaak)

            let told = try await house.read { try $0.journal.entries(of: .zaak(zaak.id), about: ["contact"]) }
            #expect(told.compactMap { $0.content["toch"].text } == ["De bewindvoerder gesproken."])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who said today why they call, needs not say it again`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.begin(.bewind, of: zaak.partij)
            await #expect(throws: ZaakRefusal.reasonMissing) {
                try await house.act { try Contact.TochBellen(zaak: zaak.id, reden: " ").run(in: $0) }
            }
            try await house.act { try Contact.TochBellen(zaak: zaak.id, reden: "Lekkage, nu.").run(in: $0) }
            let ours = Contact(kanaal: "telefoon", reden: "lekkage", initiatiefnemer: .wij)
            try await house.record(ours, on: zaak)

            try await house.move(days: 1)
            await #expect(throws: ToestandRefusal.self) { try await house.record(ours, on: zaak) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the payment page asks nothing of who died or is under bewind, and still what an arrangement asks`(
        on kind: TestDatabase
    )
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (noor, bram) = (
                try await house.zaak(with: .huur(.noor)), try await house.zaak(with: .huur(.bram))
            )
            try await house.begin(.overlijden, of: noor.partij)
            try await house.act { act in
                try Betalingsregeling.Agreement(
                    zaak: bram.id, perMaand: .euros(100), eersteDag: act.today, door: .anja
                ).run(in: act)
            }

            #expect(try await house.act { try $0.geldvraag(on: noor.id) } == .niet)
            #expect(try await house.act { try $0.geldvraag(on: bram.id) } == .mag)
            try await house.begin(.bewind, of: bram.partij)
            #expect(try await house.act { try $0.geldvraag(on: bram.id) } == .niet)
        }
    }
}

extension TestHouse {
    fileprivate func record(_ contact: Contact, on zaak: Zaak) async throws {
        try await act { try Contact.Recording(zaak: zaak.id, contact: contact, gevoelig: []).run(in: $0) }
    }
}
