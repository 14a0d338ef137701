import Basics
import Incasso
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Postvak

/// What a klant wrote and nobody dealt with holds back whatever weighs on them.
@Suite("Mail that waits, and what may not be done meanwhile")
struct OphoudingTests {
    private static let inDelen = "Ik wil graag in termijnen betalen."
    private static let besluit = ["uitkomst": "overdragen", "toelichting": "Laatste middel."]

    @Test(arguments: TestDatabase.all)
    func
        `nobody is nominated for the bailiff before the call of a crisis, nor handed over before a request was answered`(
            on kind: TestDatabase
        ) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.withPost(db)
            try await house.act { try $0.tx.deurwaarders.put(.voorbeeld) }
            try await house.take(.huur(.bram))
            try await house.walkToHandover(.bram)
            try await house.doe("signaal_afleveren", of: .bram, Voordracht.afgeleverd(house))
            let zaak = try await house.zaak(of: .bram)

            try await house.place(try await house.receive(CrisisTests.crisis), on: zaak)
            #expect(try await house.missing(.bram) == [.crisis])
            await #expect(throws: PoortRefusal.self) { try await house.doe("A.2.5", of: .bram, Voordracht.goed) }
            try await house.doe("crisis_bellen", of: .bram, ["uitkomst": "gesproken", "toelichting": "Hulp is er."])
            try await house.doe("A.2.5", of: .bram, Voordracht.goed)

            let asked = Mailbox.plain(from: "X <x@elders.example>", subject: zaak.nummer, Self.inDelen, id: "2@x")
            let mail = try await house.receive(asked)
            #expect(try await house.missing(.bram) == [.bericht], "it waits in Post still, with the number of the zaak")
            await #expect(throws: PoortRefusal.self) {
                try await house.doe("overdracht-akkoord", of: .bram, Self.besluit)
            }
            try await house.place(mail, on: zaak, as: [.regeling])
            #expect(try await house.missing(.bram) == [.bericht])
            try await house.answer(mail)
            try await house.doe("overdracht-akkoord", of: .bram, Self.besluit)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `letters about money and the terms wait until a request was answered`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.withPost(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let before = try await house.brieven(to: .bram).count
            let mail = try await house.receive(Mailbox.plain(subject: "Huur", Self.inDelen))

            try await house.move(days: 60)
            #expect(try await house.brieven(to: .bram).count == before)

            try await house.place(mail, on: zaak, as: [.regeling])
            try await house.move(days: 2)
            #expect(try await house.brieven(to: .bram).count == before)

            let call = Contact(kanaal: "telefoon", reden: "Regeling besproken", initiatiefnemer: .wij)
            try await house.act { try Contact.Recording(zaak: zaak.id, contact: call, gevoelig: []).run(in: $0) }
            try await house.move(days: 9)
            #expect(try await house.brieven(to: .bram).count > before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that was made waits as well, and is not withdrawn`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse.withPost(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            house.clock.move(to: Moment(house.clock.today, hour: 22))
            let letter = try await house.act {
                try Brief.Making(zaak: zaak.id, sjabloon: "aanmaning", kanaal: "email").run(in: $0)
            }
            let mail = try await house.receive(CrisisTests.crisis)
            try await house.move(days: 3)
            #expect(try await house.read { try $0.brieven.find(letter.id)?.staat } == .wacht)

            try await house.place(mail, on: zaak)
            try await house.doe("crisis_bellen", of: .bram, ["uitkomst": "geen_crisis", "toelichting": "Grapje."])
            try await house.move(days: 2)
            #expect(try await house.read { try $0.brieven.find(letter.id)?.verzonden } != nil)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a mail in Post is told on the zaak where it may belong; of a name alone only a crisis and a death hold back`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.withPost(db)
            try await house.take(.huur(.bram), .huur(.noor))
            let named = "Noor Zandoog <noor@elders.example>"
            let asks = try await house.receive(Mailbox.plain(from: named, subject: "Vraag", Self.inDelen))
            #expect(try await house.wachtendePost(bij: .noor) == ["Vraag"])
            #expect(try await house.wachtendePost(bij: .bram) == [])
            #expect(try await house.berichten(bij: .noor) == [])

            _ = try await house.receive(
                Mailbox.plain(from: named, subject: "Stroom", "Sinds gisteren zit ik zonder stroom.", id: "2@x"))
            #expect(try await house.wachtendePost(bij: .noor) == ["Stroom", "Vraag"])
            #expect(try await house.berichten(bij: .noor).map(\.isCrisis) == [true])

            let died = "Mijn buurman Bram Kievit is overleden."
            _ = try await house.receive(Mailbox.plain(from: named, subject: "Dood", died, id: "3@x"))
            #expect(try await house.wachtendePost(bij: .bram) == ["Dood"])
            #expect(try await house.berichten(bij: .bram).map(\.soorten) == [["overleden"]])

            try await house.act { try Poststuk.Terzijde(poststuk: asks.id, reden: "", door: .anja).run(in: $0) }
            #expect(try await house.wachtendePost(bij: .noor).first == "Stroom")
        }
    }
}

extension TestHouse {
    /// What is missing at the gate of a handover.
    fileprivate func missing(_ debiteur: Debiteur) async throws -> [Poort.Punt] {
        let (zaak, recht) = (try await zaak(of: debiteur), try ShippedContent.shared.get().recht)
        return try await act { try $0.poort(.overdracht, on: zaak, recht: recht).ontbrekend.map(\.punt) }
    }

    /// What holds back whatever weighs on a klant.
    fileprivate func berichten(bij debiteur: Debiteur) async throws -> [Klantbericht] {
        let zaak = try await zaak(of: debiteur)
        return try await read { try Klantpost.vanPost.wachtend(zaak, $0) }
    }
}
