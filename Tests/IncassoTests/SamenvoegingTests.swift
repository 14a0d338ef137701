import Basics
import Database
import Jobs
import Journal
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Incasso

@Suite("The same person twice")
struct SamenvoegingTests {
    @Test func `every table that names a person goes along`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let tables = try await house.read { tx in
                try tx.rows(
                    """
                    SELECT m.name AS naam FROM sqlite_master m JOIN pragma_table_info(m.name) k
                    WHERE m.type = 'table' AND k.name = 'partij_id' ORDER BY 1
                    """
                ).map { try $0["naam"] as String }
            }
            #expect(Set(tables) == Set(Meegaand.allCases.map(\.rawValue)))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `zaken, mandates and states go along, later files too, and what was missing is filled in`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (stays, old) = try await house.two()
            try await house.act { act in
                try Toestand.Beginning(
                    partij: old, soort: .wsnp, begin: act.today, bewijs: "register", door: .anja
                ).run(in: act)
                var one = try #require(try act.tx.partijen.find(old))
                one.email = "mila@voorbeeld.example"
                try act.tx.partijen.save(one)
            }
            let zaak = try await house.zaak(of: .mila)
            try await house.join(old, stays, [.telefoon])

            #expect(try await house.read { try $0.zaken.all(of: stays).count } == 2)
            #expect(try await house.read { try $0.zaken.all(of: old) } == [])
            #expect(try await house.read { try $0.toestanden.all(of: stays).map(\.soort) } == [.wsnp])
            let after = try #require(try await house.read { try $0.partijen.find(stays) })
            #expect(after.naam == Debiteur.noor.naam && after.email == "mila@voorbeeld.example")
            #expect(try await house.entries(of: zaak).contains { $0.kind == "zaak_andere_klant" })
            // The debt settlement that holds for the one holds for the other's zaak too.
            let mine = try await house.zaak(of: .noor)
            let recht = try ShippedContent.shared.get().recht
            let letter = try await house.act { try $0.permission(.herinnering, on: mine, recht: recht) }
            #expect(!letter.isAllowed)
            let found = try await house.read { try $0.zoekindex.search(Zoekvraag("Wielewaal", soort: .klant)).treffers }
            #expect(found.map(\.verwijzing) == [stays.text])
            try await house.take(.huur(.mila, maand: 4, euros: 100))
            #expect(try await house.read { try $0.zaken.all(of: old) } == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `undone, each has its own again`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (stays, old) = try await house.two()
            let before = try await house.read { tx in try [stays, old].map { try tx.partijen.find($0)?.details } }
            let one = try await house.join(old, stays, [.naam])
            #expect(try await house.read { try $0.partijen.find(stays)?.naam } == Debiteur.mila.naam)
            try await house.act { try Samenvoeging.Undoing(samenvoeging: one.id, reden: "toch niet").run(in: $0) }

            #expect(
                try await house.read { tx in try [stays, old].map { try tx.partijen.find($0)?.details } } == before)
            #expect(try await house.zaak(of: .mila).partij == old)
            #expect(try await house.zaak(of: .noor).partij == stays)
            let found = try await house.read { try $0.zoekindex.search(Zoekvraag("Wielewaal", soort: .klant)).treffers }
            #expect(found.map(\.verwijzing) == [old.text])
            await #expect(throws: SamenvoegingRefusal.nietMeer) {
                try await house.act { try Samenvoeging.Undoing(samenvoeging: one.id, reden: "nog eens").run(in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that waits is written anew to who stays, with its term and its moment`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (stays, old) = try await house.two()
            let zaak = try await house.zaak(of: .mila)
            house.clock.move(to: Moment(house.clock.today, hour: 22))
            let letter = try await house.act { act in
                try Brief.Making(zaak: zaak.id, sjabloon: Brief.veertiendagenbrief).run(in: act)
            }
            let due = try await house.read { try $0.jobs.find(key: letter.sendingKey)?.due }
            #expect(try await house.words(of: letter).contains(Debiteur.mila.naam))
            let joined = try await house.join(old, stays, [])

            let after = try #require(try await house.read { try $0.brieven.find(letter.id) })
            #expect(after.waits && after.termijnEinde == letter.termijnEinde)
            #expect(try await house.read { try $0.jobs.find(key: letter.sendingKey)?.due } == due)
            let words = try await house.words(of: after)
            #expect(words.contains(Debiteur.noor.naam) && !words.contains(Debiteur.mila.naam))
            #expect(try await house.entries(of: zaak).contains { $0.kind == "brief_herschreven" })

            try await house.act { try Samenvoeging.Undoing(samenvoeging: joined.id, reden: "toch niet").run(in: $0) }
            #expect(try await house.words(of: after).contains(Debiteur.mila.naam))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an answer in someone's own words that waits goes to who stays, in the same words`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (stays, old) = try await house.two()
            let zaak = try await house.zaak(of: .mila)
            house.clock.move(to: Moment(house.clock.today, hour: 22))
            let own = Brief.Making.Woorden(onderwerp: "Uw vraag", tekst: "Dat klopt.\n\nWe kijken het na.")
            let letter = try await house.act { act in
                try Brief.Making(zaak: zaak.id, sjabloon: Brief.antwoord, isMetDeHand: true, woorden: own).run(in: act)
            }
            #expect(try await house.words(of: letter).contains(Debiteur.mila.naam))
            try await house.join(old, stays, [])

            let after = try #require(try await house.read { try $0.brieven.find(letter.id) })
            let words = try await house.words(of: after)
            #expect(after.waits && after.onderwerp == "Uw vraag" && after.tekst.contains("We kijken het na."))
            #expect(words.contains(Debiteur.noor.naam) && !words.contains(Debiteur.mila.naam))
            #expect(words.contains("Dat klopt.") && words.contains("We kijken het na."))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the records of one person are found from any of them, also joined twice`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (stays, old) = try await house.two()
            try await house.take(.huur(.bram))
            let last = try await house.zaak(of: .bram).partij
            try await house.join(old, stays, [])
            let second = try await house.join(stays, last, [])
            for one in [stays, old, last] {
                #expect(try await house.read { try Set($0.samenvoegingen.records(of: one)) } == [stays, old, last])
            }
            try await house.act { try Samenvoeging.Undoing(samenvoeging: second.id, reden: "toch niet").run(in: $0) }
            #expect(try await house.read { try Set($0.samenvoegingen.records(of: old)) } == [stays, old])
            #expect(try await house.read { try $0.samenvoegingen.records(of: last) } == [last])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a pause of who stays holds for all; one of who would go asks for the other way around`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let (stays, old) = try await house.two()
            try await house.act { act in
                try Pauze.Beginning(partij: stays, einde: act.today + 20, reden: "rust", door: .anja).run(in: act)
            }
            await #expect(throws: SamenvoegingRefusal.heeftPauze) { try await house.join(stays, old, []) }
            await #expect(throws: ZaakRefusal.reasonMissing) { try await house.join(old, stays, [], " ") }
            await #expect(throws: SamenvoegingRefusal.unknown) { try await house.join(old, old, []) }
            let one = try await house.join(old, stays, [])
            #expect(try await house.zaak(of: .mila).opgeschort != nil)
            try await house.act { try Samenvoeging.Undoing(samenvoeging: one.id, reden: "toch niet").run(in: $0) }
            #expect(try await house.zaak(of: .mila).opgeschort == nil)
            #expect(try await house.zaak(of: .noor).opgeschort != nil)
        }
    }
}

extension TestHouse {
    /// Two records, each with a zaak.
    fileprivate func two() async throws -> (stays: Identifier<Partij>, old: Identifier<Partij>) {
        try await take(.huur(.noor), .huur(.mila))
        return (try await zaak(of: .noor).partij, try await zaak(of: .mila).partij)
    }

    /// The newest page of a letter.
    fileprivate func words(of letter: Brief) async throws -> String {
        try await read { tx in
            let document = try #require(try tx.documenten.find(letter.document))
            return String(decoding: try #require(try tx.documenten.content(of: document.versie)), as: UTF8.self)
        }
    }

    @discardableResult
    fileprivate func join(
        _ old: Identifier<Partij>, _ stays: Identifier<Partij>, _ details: Set<Partij.Gegeven>,
        _ reason: String = "nagevraagd"
    ) async throws -> Samenvoeging {
        try await act {
            try Samenvoeging.Joining(van: old, naar: stays, gegevens: details, reden: reason, door: .anja).run(in: $0)
        }
    }
}
