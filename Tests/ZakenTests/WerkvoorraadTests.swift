import Basics
import Database
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Werkvoorraad")
struct WerkvoorraadTests {
    @Test(arguments: TestDatabase.all)
    func `mine, my groups' and nobody's, in the order asked for, narrowed by a word`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, euros: 500), .huur(.bram, euros: 900))
            try await house.move(days: 1)
            try await house.take(.huur(.mila, euros: 700))
            try await house.move(days: 30)
            let bram = try #require(try await house.taken(of: .bram).first)
            try await house.act { try Taak.Taking(taak: bram.id, door: .anja, als: .onbegrensd).run(in: $0) }

            #expect(try await house.namen(.mij(.anja)) == ["Bram Kievit"])
            #expect(Set(try await house.namen(.groepen(["incasso"]))) == Set(Debiteur.allen.map(\.naam)))
            #expect(Set(try await house.namen(.niemand(["incasso"]))) == ["Noor Zandoog", "Mila Wielewaal"])
            #expect(try await house.namen(.groepen(["teamleider"])) == [])
            #expect(try await house.namen(.groepen([])) == [])
            #expect(
                try await house.namen(.groepen(["incasso"]), .bedrag)
                    == ["Bram Kievit", "Mila Wielewaal", "Noor Zandoog"])
            #expect(try await house.namen(.groepen(["incasso"]), .oudste).last == "Mila Wielewaal")
            #expect(try await house.namen(.groepen(["incasso"]), .urgentie).last == "Mila Wielewaal")
            #expect(try await house.namen(.groepen(["incasso"]), zoek: "KIEV") == ["Bram Kievit"])
            #expect(try await house.namen(.groepen(["incasso"]), zoek: "2026-000003") == ["Mila Wielewaal"])
            #expect(try await house.namen(.groepen(["incasso"]), zoek: "100%_\\") == [])
            let steps = try await house.read { tx in
                try Werkvoorraad(van: .groepen(["incasso"])).telling(in: tx).stappen.map { "\($0.stap) \($0.aantal)" }
            }
            #expect(steps == ["A.2.2 3"])
            let found = try await house.read { tx in
                try Werkvoorraad(van: .groepen(["incasso"]), zoek: "zaak 2026").page(in: tx, limit: 2)
            }
            #expect(found.regels.count == 2)
            #expect(found.gevonden == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a list counts what it has, whoever takes, gives back, rests or ends a taak`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            var chance = SeededRandom(seed: 2_026)
            try await house.take(.huur(.noor, euros: 500), .huur(.bram, euros: 900), .huur(.mila, euros: 700))
            try await house.move(days: 31)
            let taken = try await house.read {
                try Werkvoorraad(van: .groepen(["incasso"])).lines(in: $0).map(\.taak.id)
            }
            for _ in 1...40 {
                let (taak, rests) = (try #require(taken.randomElement(using: &chance)), Bool.random(using: &chance))
                let whom = Bool.random(using: &chance) ? Medewerker.anja : nil
                let change: Query = rests ? "staat = 'rust'" : "staat = 'open', behandelaar = \(whom)"
                try await house.act { try $0.tx.run("UPDATE taken SET \(change) WHERE id = \(taak)") }
                try await house.expectRightCounts()
            }
            try await house.act { try $0.tx.run("DELETE FROM taken") }
            try await house.expectRightCounts()
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a list follows the amount when money comes in`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor, euros: 500), .huur(.bram, euros: 900))
            try await house.move(days: 28)
            try await house.pay(.euros(600), from: .bram, kenmerk: try await house.kenmerk(of: .bram))

            #expect(try await house.namen(.groepen(["incasso"]), .bedrag) == ["Noor Zandoog", "Bram Kievit"])
        }
    }
}

extension TestHouse {
    func namen(_ van: Werkvoorraad.Van, _ volgorde: Werkvoorraad.Volgorde = .urgentie, zoek: String = "") async throws
        -> [String]
    {
        try await read { try Werkvoorraad(van: van, volgorde: volgorde, zoek: zoek).lines(in: $0).map(\.klant) }
    }

    /// The counts of the list are those of its lines.
    func expectRightCounts() async throws {
        let (telling, lines) = try await read { tx in
            let list = Werkvoorraad(van: .groepen(["incasso"]))
            return (try list.telling(in: tx), try list.lines(in: tx).map(\.taak))
        }
        #expect(telling.aantal() == lines.count)
        #expect(telling.vrij.aantal() == lines.count { $0.behandelaar == nil })
        #expect(telling.perMedewerker == lines.compactMap(\.behandelaar).reduce(into: [:]) { $0[$1, default: 0] += 1 })
    }
}
