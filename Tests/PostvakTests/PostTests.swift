import Basics
import Database
import Incasso
import Journal
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Postvak

@Suite("Mail that comes in")
struct PostTests {
    static func kantoor(_ house: TestHouse, scanner: Virusscanner? = nil) throws -> Postkantoor {
        let recht = try ShippedContent.shared.get().recht
        return Postkantoor(
            office: house.office, sorteerder: try SorteerTests.sorteerder.get(), boek: Rechtsboek(recht),
            scanner: scanner)
    }

    private static func take(_ bytes: [UInt8], _ house: TestHouse) async throws -> Poststuk {
        let id = try await kantoor(house).neem(bytes, als: .system("test")).id
        return try #require(try await house.read { try $0.poststukken.find(id) })
    }

    @Test(arguments: TestDatabase.all)
    func `the same mail twice changes nothing, by whichever road it came`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let office = try PostTests.kantoor(house)
            let mail = Mailbox.plain(subject: "Huur", "Ik betaal vrijdag.")
            let first = try await office.neem(mail, als: .system("test"))
            let again = try await office.neem(Array("Received: elders\r\n".utf8) + mail, als: .system("test"))
            #expect(again == .bekend(first.id))
            let other = try await office.neem(Mailbox.plain(subject: "Huur", "Iets anders."), als: .system("test"))
            #expect(other.id != first.id)
            #expect(try await db.read { try Postlijst().count(in: $0) } == 2)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a mail is found by words of its sender, subject and text, whatever the accents and capitals`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            _ = try await PostTests.take(
                Mailbox.plain(subject: "Huur van mei", "Namens RENÉE betaal ik 50% later, aan het loket in Ede."), house
            )
            _ = try await PostTests.take(
                Mailbox.plain(subject: "Adres", "Ik woon nu in Delft.", id: "2@voorbeeld.example"), house)
            let found = try await db.read { tx in
                try [
                    "renée", "RENEE", "Renée mei", "later bet", "50%", "bram@voorbeeld", "delft", "%", "_", "%delft%",
                    "huur delft", "enée",
                ].map { try Postlijst(zoek: $0).count(in: tx) }
            }
            #expect(found == [1, 1, 1, 1, 1, 2, 1, 0, 0, 1, 0, 0])
            let lines = try await db.read { try Postlijst(zoek: "huur").all(in: $0, limit: 5).map(\.onderwerp) }
            #expect(lines == ["Huur van mei"])
            #expect(try await db.read { try Postlijst(staat: .terzijde, zoek: "huur").count(in: $0) } == 0)
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `mails of before the upgrade are found after it`(on kind: TestDatabase) async throws {
        try await kind.at { location in
            try await TestDatabase.open(location) { db in
                let house = try await TestHouse(db)
                _ = try await PostTests.take(Mailbox.plain(subject: "Huur van mei", "Ik woon in Ede."), house)
                try await db.write { tx in
                    for undoing in [
                        "\(sqlite: "DROP TABLE postwoorden", postgres: "DROP INDEX poststukken_woorden")",
                        "\(sqlite: "DROP TABLE postregels", postgres: "ALTER TABLE poststukken DROP COLUMN woorden")",
                        "DELETE FROM migrations WHERE number = 173",
                    ] as [Query] { try tx.run(undoing) }
                }
            }
            let found = try await TestDatabase.open(location) { db in
                try await db.read { try Postlijst(zoek: "ede huur").count(in: $0) }
            }
            #expect(found == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak is found by what points there, and sure only with reference and sender`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.bram), .huur(.noor))
            let (bram, noor) = (try await house.zaak(of: .bram), try await house.zaak(of: .noor))
            let kenmerk = try #require(try await house.vorderingen(of: .bram).first?.kenmerk)
            func found(_ from: String, _ text: String) async throws -> [Vondst] {
                let one = try await PostTests.take(Mailbox.plain(from: from, subject: "Huur", text), house)
                return try await db.read { try one.vondsten(in: $0) }
            }
            let known = "Bram <Bram@Voorbeeld.example>"

            let sure = try await found(known, "Over \(bram.nummer): ik betaal.")
            #expect(sure.first?.zaak.id == bram.id)
            #expect(sure.first?.gronden == [.zaaknummer, .afzender])
            #expect(sure.first?.zekerheid == .zeker)

            let spaced = "kenmerk " + kenmerk.enumerated().map { $0 % 4 == 3 ? "\($1) " : "\($1)" }.joined()
            #expect(try await found("Buur <x@elders.example>", spaced).map(\.zekerheid) == [.waarschijnlijk])
            #expect(try await found(known, "Ik betaal.").first?.gronden == [.afzender])
            let byName = try await found("Noor Zandoog <noor@elders.example>", "Ik betaal 600 euro.")
            #expect(byName.first?.zaak.id == noor.id)
            #expect(byName.first?.gronden == [.naam, .bedrag])
            #expect(byName.first?.zekerheid == .mogelijk)
            #expect(try await found("Wie Anders <x@elders.example>", "Over zaak ZAAK-2099-000001.").isEmpty)
            let two = try await found(known, "Dit gaat over \(noor.nummer).")
            #expect(two.map(\.zekerheid) == [.waarschijnlijk, .waarschijnlijk])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a number without its year and a full name with the euros of an amount only may be of a zaak`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(
                .huur(.bram), .init(.noor, "F-1", vervalt: Zonnedorp.begin - 30, Money(cents: 61_234)))
            let (bram, noor) = (try await house.zaak(of: .bram), try await house.zaak(of: .noor))
            func found(_ text: String) async throws -> [Vondst] {
                let mail = Mailbox.plain(from: "Tess <tess@elders.example>", subject: "Bericht", text)
                let one = try await PostTests.take(mail, house)
                return try await db.read { try one.vondsten(in: $0) }
            }
            let short = try await found("Dit gaat over zaak \(Int(bram.nummer.suffix(6)) ?? 0).")
            #expect(short.map(\.zaak.id) == [bram.id] && short.first?.gronden == [.kortnummer])
            #expect(short.first?.zekerheid == .mogelijk)

            let died = try await found("Mijn moeder Noor Zandoog is overleden. Ik kreeg een brief over 612 euro.")
            #expect(died.map(\.zaak.id) == [noor.id] && died.first?.gronden == [.genoemd, .euros])
            #expect(died.first?.zekerheid == .mogelijk)
            #expect(try await found("Gisteren sprak ik Noor. Zandoog belt u, en Bram Ander ook.") == [])

            let typed = try await db.read {
                try $0.zaken.find(getypt: "\(Int(noor.nummer.suffix(6)) ?? 0)", until: 2026)
            }
            #expect(typed?.id == noor.id)
        }
    }

    @Test(arguments: TestDatabase.all, [Postlijst.Volgorde.urgentie, .nieuwste, .oudste])
    func `each mail leads to the one behind it, also once it left the list, and the last to the first`(
        on kind: TestDatabase, in order: Postlijst.Volgorde
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            for (number, text) in ["Ik ben verhuisd.", "Ik heb een klacht.", "Zonder stroom zit ik nu.", "Een vraag."]
                .enumerated()
            {
                let mail = Mailbox.plain(subject: "\(number)", text, id: "\(number)@x")
                _ = try await PostTests.take(mail, house)
                try await house.move(to: house.clock.now.adding(seconds: 60))
            }
            let list = Postlijst(volgorde: order)
            let all = try await db.read { try list.all(in: $0, limit: 9).map(\.id) }
            let next = try await db.read { tx in try all.map { try list.next(after: $0, in: tx) } }
            #expect(next == Array(all.dropFirst() + all.prefix(1)))

            try await house.act { try Poststuk.Terzijde(poststuk: all[1], reden: "", door: .anja).run(in: $0) }
            #expect(try await db.read { try list.next(after: all[1], in: $0) } == all[2])
            #expect(try await db.read { try list.next(after: all[0], in: $0) } == all[2])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a person places a mail with what is needed of it, and can take it back`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let one = try await PostTests.take(Mailbox.withFiles, house)
            func place(_ number: String) async throws {
                try await house.act { act in
                    try Poststuk.Plaatsing(
                        poststuk: one.id, zaaknummer: number, soorten: [.betaald], bijlagen: [2], door: .anja
                    ).run(in: act)
                }
            }
            await #expect(throws: PoststukRefusal.noZaak) { try await place("ZAAK-2099-000001") }
            try await place(zaak.nummer)
            await #expect(throws: PoststukRefusal.changedMeanwhile) { try await place(zaak.nummer) }

            let documents = try await db.read { try $0.documenten.all(of: zaak.id) }.filter {
                $0.richting == .ontvangen
            }
            #expect(Set(documents.map(\.versie.bestandsnaam)) == ["mail.eml", "bétaling.pdf"])
            let kinds = try await db.read { try $0.journal.entries(of: .zaak(zaak.id), limit: 10).map(\.kind) }
            #expect(kinds.contains("contact"))
            let right = try await db.read { try Trefzekerheid.all(in: $0) }
            #expect(right.map(\.soort).contains(.betaald))

            await #expect(throws: ZaakRefusal.reasonMissing) {
                try await house.act { try Poststuk.Terug(poststuk: one.id, reden: " ").run(in: $0) }
            }
            try await house.act { try Poststuk.Terug(poststuk: one.id, reden: "verkeerde zaak").run(in: $0) }
            let left = try await db.read { try $0.documenten.all(of: zaak.id) }.filter { $0.richting == .ontvangen }
            #expect(left.isEmpty)
            #expect(try await db.read { try $0.poststukken.find(one.id)?.staat } == .nieuw)
            #expect(try await db.read { try Trefzekerheid.all(in: $0) }.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what is confirmed sorts what still waits anew`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let waits = try await PostTests.take(Mailbox.plain(subject: "", "De watermeter staat stil."), house)
            #expect(waits.sortering.soorten == [.overig])
            for number in 0..<8 {
                let one = try await PostTests.take(
                    Mailbox.plain(subject: "", "De watermeter is stuk, nummer \(number).", id: "\(number)@x"), house)
                try await house.act { act in
                    try Poststuk.Plaatsing(
                        poststuk: one.id, zaaknummer: zaak.nummer, soorten: [.betwist], bijlagen: [], door: .anja
                    ).run(in: act)
                }
            }
            let office = try PostTests.kantoor(house)
            try await house.act { try Hersortering().run(in: $0, office.sorteerder, office.boek.tables.calendar) }
            let after = try #require(try await db.read { try $0.poststukken.find(waits.id) })
            #expect(after.sortering.soorten == [.betwist])
            #expect(try await db.read { try Postlijst(soort: .betwist).all(in: $0, limit: 5).map(\.id) } == [waits.id])
        }
    }

    @Test func `an answer goes to who the zaak says, through the letter service, and not when that refuses`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let one = try await PostTests.take(Mailbox.plain(subject: "Vraag", "Waarvoor is dit?"), house)
            let answer = Poststuk.Beantwoording(
                poststuk: one.id, tekst: "Dit is de huur.\n\nVan februari.", kanaal: "email")
            await #expect(throws: PoststukRefusal.notPlaced) { try await house.act { try answer.run(in: $0) } }
            try await house.act { act in
                try Poststuk.Plaatsing(
                    poststuk: one.id, zaaknummer: zaak.nummer, soorten: [.vraag], bijlagen: [], door: .anja
                ).run(in: act)
                try answer.run(in: act)
            }
            let brief = try #require(try await house.brieven(to: .bram).last)
            #expect(brief.sjabloon == Brief.antwoord)
            #expect(brief.onderwerp == "Re: Vraag")
            #expect(brief.aan == "bram@voorbeeld.example")
            #expect(brief.tekst.contains("Dit is de huur.\n\nVan februari."))
            let (own, other) = try await db.read { tx in
                (
                    try tx.poststukken.conversation(of: brief.document, with: "Bram@voorbeeld.example"),
                    try tx.poststukken.conversation(of: brief.document, with: "iemand@anders.example")
                )
            }
            #expect(own == ["<1@voorbeeld.example>"] && other.isEmpty)
            var empty = answer
            empty.tekst = "  \n "
            let nothing = empty
            await #expect(throws: PoststukRefusal.emptyAnswer) { try await house.act { try nothing.run(in: $0) } }
        }
    }

    @Test
    func
        `a second press makes no second letter, a place to fill in is filled in first, and what waits can be taken back`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let one = try await PostTests.take(Mailbox.plain(subject: "Vraag", "Waarvoor is dit?"), house)
            let answer = Poststuk.Beantwoording(
                poststuk: one.id, tekst: "Dit is de huur.", kanaal: "email", invulplekken: ["[Vul hier in.]"])
            try await house.act { act in
                try Poststuk.Plaatsing(
                    poststuk: one.id, zaaknummer: zaak.nummer, soorten: [.vraag], bijlagen: [], door: .anja
                ).run(in: act)
            }
            let draft = Poststuk.Beantwoording(
                poststuk: one.id, tekst: "Dag. [Vul hier in.]", kanaal: "email", invulplekken: ["[Vul hier in.]"])
            await #expect(throws: PoststukRefusal.unfilled("[Vul hier in.]")) {
                try await house.act { try draft.run(in: $0) }
            }
            try await house.act { try answer.run(in: $0) }
            await #expect(throws: PoststukRefusal.answeredMeanwhile) { try await house.act { try answer.run(in: $0) } }
            #expect(try await house.brieven(to: .bram).filter { $0.sjabloon == Brief.antwoord }.count == 1)

            let letter = try #require(try await db.read { try $0.poststukken.antwoorden(op: one.id).first })
            try await house.act { try Poststuk.AntwoordTerug(poststuk: one.id, brief: letter.id).run(in: $0) }
            let after = try await db.read { (try $0.poststukken.find(one.id), try $0.brieven.find(letter.id)) }
            #expect(after.0?.beantwoord == nil)
            #expect(after.1?.staat == .ingetrokken(.teruggetrokken))
            await #expect(throws: PoststukRefusal.answerLeft) {
                try await house.act { try Poststuk.AntwoordTerug(poststuk: one.id, brief: letter.id).run(in: $0) }
            }
        }
    }
}
