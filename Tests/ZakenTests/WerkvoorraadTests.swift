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
                try Werkvoorraad(van: .groepen(["incasso"])).steps(in: tx).map { "\($0.stap) \($0.aantal)" }
            }
            #expect(steps == ["A.2.2 3"])
            #expect(
                try await house.read { try Werkvoorraad(van: .groepen(["incasso"]), zoek: "zaak 2026").count(in: $0) }
                    == 3)
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
}
