import Basics
import Journal
import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Postvak

/// Mail that speaks of a crisis: who places it leaves a call for today on the zaak.
@Suite("A mail of a crisis")
struct CrisisTests {
    static let crisis = Mailbox.plain(subject: "Stroom", "Sinds gisteren zit ik zonder stroom met mijn kinderen.")

    @Test(arguments: TestDatabase.all)
    func `placed asks for a call today, once, and waits on the zaak until that was made`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let mail = try await house.receive(CrisisTests.crisis)
            #expect(mail.isCrisis)
            try await house.place(mail, on: zaak)

            let taak = try #require(try await house.taken(of: .bram).first { $0.stap == "crisis_bellen" })
            let today = house.clock.today
            #expect(taak.uiterlijk == today)
            #expect(taak.behandelaar == .anja, "nobody has the zaak: it is of who placed the mail")
            #expect(taak.waarom.hasPrefix("Stroom · “"), "\(taak.waarom)")
            #expect(try await house.read { try $0.poststukken.unanswered(on: zaak.id).map(\.id) } == [mail.id])

            try await house.complete(taak, ["uitkomst": "gesproken", "toelichting": "Netbeheerder komt vandaag."])
            #expect(try await house.taken(of: .bram).filter { $0.stap == "crisis_bellen" } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `its call rests in no pause, and can be told of while all else stands still`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            try await house.place(try await house.receive(CrisisTests.crisis), on: zaak)
            try await house.act {
                try Pauze.Beginning(partij: zaak.partij, einde: $0.today + 30, reden: "opname", door: .anja).run(in: $0)
            }

            let taken = try await house.taken(of: .bram)
            let taak = try #require(taken.first { $0.stap == "crisis_bellen" })
            #expect(taak.staat == .open && taak.uiterlijk == house.clock.today)
            #expect(taken.allSatisfy { $0.id == taak.id || $0.staat == .rust })
            try await house.complete(taak, ["uitkomst": "gesproken", "toelichting": "Netbeheerder komt vandaag."])
            #expect(try await house.taken(of: .bram).allSatisfy { $0.stap != "crisis_bellen" })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `taken out of the zaak takes its call along; another mail asks for none`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let mail = try await house.receive(CrisisTests.crisis)
            try await house.place(mail, on: zaak)
            try await house.act { try Poststuk.Terug(poststuk: mail.id, reden: "Van een ander.").run(in: $0) }
            let paid = try await house.receive(
                Mailbox.plain(subject: "Huur", "Ik heb al betaald.", id: "2@voorbeeld.example"))
            try await house.place(paid, on: zaak)

            #expect(try await house.taken(of: .bram).filter { $0.stap == "crisis_bellen" } == [])
            #expect(try await house.read { try $0.poststukken.unanswered(on: zaak.id).map(\.id) } == [paid.id])
        }
    }
}
