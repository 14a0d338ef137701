import Basics
import Database
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@testable import Klanten

@Suite("Search")
struct SearchTests {
    @Test(arguments: TestDatabase.all)
    func `people and zaken are found by a part of what one remembers`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram), .huur(.mila))

            for (words, names) in [
                ("zandoog", ["Noor Zandoog"]), ("Zand", ["Noor Zandoog"]), ("noor zand", ["Noor Zandoog"]),
                ("beukenlaan 12", ["Noor Zandoog"]), ("zonnedorp", ["Bram Kievit", "Noor Zandoog"]),
                ("bram@voorbeeld", ["Bram Kievit"]), ("1234 AB", ["Bram Kievit", "Mila Wielewaal", "Noor Zandoog"]),
                ("NL31TEST0000000103", ["Mila Wielewaal"]), ("zand noo", ["Noor Zandoog"]),
                ("voorbeeld.example", ["Bram Kievit"]), ("zandoog mila", []), ("xyz", []), ("", []), ("';--", []),
            ] {
                let found = try await house.search(Zoekvraag(words, soort: .klant)).map(\.titel).sorted()
                #expect(found == names, "\(words)")
            }
            let zaken = try await house.search(Zoekvraag("ZAAK-2026-000002")).map(\.titel)
            #expect(zaken.first == "ZAAK-2026-000002")
            #expect(try await house.search(Zoekvraag("kievit", soort: .zaak)).count == 1)
        }
    }

    @Test(arguments: TestDatabase.all, ["zoe", "Zoë", "ZOË", "jozefoort", "kerk 3"])
    func `accents and capitals do not matter, nor do the hyphens of a name`(on kind: TestDatabase, words: String)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.act { act in
                var zoe = Partij(id: act.newID(), naam: "Zoë Van-Józefoort")
                zoe.adres = Adres(regel: "Kerk-3", postcode: "1234 AB", plaats: "Zonnedorp")
                try act.tx.partijen.add(zoe, at: act.now)
            }

            #expect(try await house.search(Zoekvraag(words, soort: .klant)).map(\.titel) == ["Zoë Van-Józefoort"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what people read out is found, with and without spaces, and people stand first`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))
            let reference = try await house.kenmerk(of: .bram)
            let spaced = reference.enumerated().map { ($0.offset % 4 == 0 ? " " : "") + String($0.element) }.joined()
            try await house.act { act in
                guard let id = try act.tx.schuldeisers.debiteur("D1", of: Zonnedorp.code),
                    var noor = try act.tx.partijen.find(id)
                else { return }
                (noor.telefoon, noor.iban) = ("06-0000 0483", "NL31TEST0000000103")
                try act.tx.partijen.save(noor)
            }

            for words in [reference, spaced, "2", "000002"] {
                #expect(try await house.search(Zoekvraag(words)).first?.titel == "ZAAK-2026-000002", "\(words)")
            }
            for words in ["1234AB noor", "0600000483", "06 00000483", "06-0000 0483", "NL31 TEST 0000 0001 03"] {
                #expect(try await house.search(Zoekvraag(words)).first?.titel == "Noor Zandoog", "\(words)")
            }
            #expect(try await house.search(Zoekvraag("zandoog")).map(\.soort) == [.klant, .zaak])
        }
    }

    @Test(
        arguments: TestDatabase.all,
        [
            ("zandog", "zandoog"), ("kiveit", "kievit"), ("noor zanddoog", "noor zandoog"), ("wielewaall", nil),
            ("xyzq", nil),
        ])
    func `a misspelt name is recognised by its parts`(on kind: TestDatabase, asked: (String, String?)) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram))

            let meant = try await house.read { try $0.zoekindex.meant(by: Zoekvraag(asked.0)) }
            #expect(meant == asked.1)
        }
    }

    @Test(arguments: [
        ("jansen", "jansen", 0), ("jasnen", "jansen", 1), ("jansn", "jansen", 1), ("hanssen", "jansen", 2),
    ])
    func `mistakes are counted as people make them`(one: String, other: String, count: Int) {
        #expect(one.mistakes(from: other) == count)
    }

    @Test(arguments: TestDatabase.all)
    func `facets count all hits and narrow them`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram), .huur(.mila))
            try await house.pay(.euros(600), from: .bram)

            let answer = try await house.read { try $0.zoekindex.search(Zoekvraag("huur"), limit: 1) }

            #expect(answer.treffers.count == 1)
            #expect(answer.facetten.map(\.facet) == ["minnelijk", "afgehandeld"])
            #expect(answer.facetten.map(\.aantal) == [2, 1])
            let done = try await house.search(Zoekvraag("huur", facet: "afgehandeld"))
            #expect(done.count == 1)
            #expect(done.first?.ondertitel.contains("Bram Kievit") == true)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who moved is found at the new address only`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.act { act in
                guard let id = try act.tx.schuldeisers.debiteur("D1", of: Zonnedorp.code),
                    var noor = try act.tx.partijen.find(id)
                else { return }
                noor.adres = Adres(regel: "Vlierstraat 9", postcode: "4321 BA", plaats: "Sterdorp")
                try act.tx.partijen.save(noor)
            }

            #expect(try await house.search(Zoekvraag("vlierstraat", soort: .klant)).map(\.titel) == ["Noor Zandoog"])
            #expect(try await house.search(Zoekvraag("beukenlaan", soort: .klant)).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `of two who change the same person, the second is refused`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            let old = try await house.read { tx -> Partij? in
                guard let id = try tx.schuldeisers.debiteur("D1", of: Zonnedorp.code) else { return nil }
                return try tx.partijen.find(id)
            }
            let noor = try #require(old)
            try await db.write { try $0.partijen.save(noor) }

            await #expect(throws: PartijRefusal.changedMeanwhile) { try await db.write { try $0.partijen.save(noor) } }
        }
    }
}

extension TestHouse {
    func search(_ vraag: Zoekvraag) async throws -> [Zoekregel] {
        try await read { try $0.zoekindex.search(vraag).treffers }
    }
}
