import Basics
import Database
import Incasso
import Klanten
import Recht
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Special states: what each forbids")
struct ToestandTests {
    static let kinds: [(SpecialStateKind, String)] = [
        (.msnp, "NVVK"), (.wsnp, "Fw 299"), (.moratoriumBreed, "Wgs art. 5"), (.faillissement, "Fw 26"),
        (.overlijden, "BW 4:184"), (.betwisting, "Bki art. 4.1"), (.regelingElders, "BW 6:248"),
    ]

    @Test(arguments: TestDatabase.all, kinds)
    func `a state stops the letters, leads to the exception, and names its article`(
        on database: TestDatabase, _ kind: (soort: SpecialStateKind, article: String)
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.begin(kind.soort, of: zaak.partij)
            #expect(try await house.zaak(of: .noor).status == "uitzondering")
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            try await house.move(days: 40)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering"])
            let refused = try await house.ask("aanmaning", on: zaak)
            #expect(refused.contains(kind.article), "\(refused)")
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `after its expected end a person is asked, and until they decide all stays forbidden`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let state = try await house.begin(.wsnp, of: zaak.partij, until: house.clock.today + 30)
            try await house.move(days: 31)
            #expect(try await house.taken(of: .noor).map(\.stap).contains("toestand_einde"))
            #expect(try await house.ask("aanmaning", on: zaak).contains("Fw 299"))
            try await house.act { try Toestand.Ending(toestand: state.id, reden: "schone lei").run(in: $0) }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
            await #expect(throws: ToestandRefusal.alreadyOver) {
                try await house.act { try Toestand.Ending(toestand: state.id, reden: "nogmaals").run(in: $0) }
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `the taak after the expected end decides: it holds longer and is asked again, or it is over`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let state = try await house.begin(.wsnp, of: zaak.partij, until: house.clock.today + 30)
            try await house.move(days: 31)
            let later = house.clock.today + 20
            try await house.doe(
                "toestand_einde", of: .noor,
                ["uitkomst": "geldt_nog", "tot": "\(later)", "toelichting": "De rechtbank verlengde."])
            let kept = try await house.read { try $0.toestanden.find(state.id) }
            #expect(kept?.verwachtEinde == later && kept?.opgeheven == nil)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.4.1"])
            #expect(try await house.ask("aanmaning", on: zaak).contains("Fw 299"))

            try await house.move(days: 21)
            try await house.doe(
                "toestand_einde", of: .noor, ["uitkomst": "voorbij", "toelichting": "Schone lei gezien."])
            #expect(try await house.read { try $0.toestanden.find(state.id)?.opgeheven } == house.clock.today)
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a disputed claim is left out of the letter and bears no costs; the others go on`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.noor, maand: 1))
            let zaak = try await house.zaak(of: .noor)
            let claims = try await house.vorderingen(of: .noor)
            try await house.begin(.betwisting, of: zaak.partij, claim: claims[0].id)
            #expect(try await house.ask("veertiendagenbrief", on: zaak) == "done")
            let letter = try #require(try await house.brieven(to: .noor).last)
            #expect(Array(letter.vorderingen.keys) == [claims[1].factuurnummer])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `under bewind the letter goes to the bewindvoerder, and none leaves while nobody is known`(
        on database: TestDatabase
    ) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.bram))
            let state = try await house.begin(.bewind, of: zaak.partij)
            #expect(try await house.ask("aanmaning", on: zaak).contains("no-addressee"))
            let aan = Toestand.Geadresseerde(
                naam: "Bewindvoering Voorbeeld", adres: Adres(regel: "Kade 1", postcode: "1234 AA", plaats: "Zonnedorp")
            )
            try await house.act {
                try Toestand.Change(toestand: state.id, verwachtEinde: nil, aan: aan, reden: "benoemd").run(in: $0)
            }
            #expect(try await house.ask("aanmaning", on: zaak) == "done")
            let letter = try #require(try await house.brieven(to: .bram).last)
            #expect(letter.kanaal == .brief)
            let html = try await house.read { tx -> String in
                let version = try tx.documenten.find(letter.document)?.versie
                return try version.flatMap { try tx.documenten.content(of: $0) }.map {
                    String(decoding: $0, as: UTF8.self)
                }
                    ?? ""
            }
            #expect(html.contains("Bewindvoering Voorbeeld"))
            #expect(html.contains("Betreft"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `no interest runs over the days of a statutory debt settlement`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            try await house.begin(.wsnp, of: zaak.partij)
            let before = try await house.interest(on: zaak)
            try await house.move(days: 365)
            #expect(try await house.interest(on: zaak) == before)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a safety flag takes the address out of search until it ends`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let state = try await house.begin(.veiligheid, of: zaak.partij)
            #expect(try await house.read { try $0.zoekindex.search(.init("Beukenlaan")).treffers } == [])
            try await house.act { try Toestand.Ending(toestand: state.id, reden: "voorbij").run(in: $0) }
            #expect(try await house.read { try $0.zoekindex.search(.init("Beukenlaan")).treffers.count } == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a call, an arrangement and a handover ask the same table`(on database: TestDatabase) async throws {
        try await database.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let zaak = try await house.zaak(of: .noor)
            let call = try #require(try await house.taken(of: .noor).first)
            try await house.begin(.curatele, of: zaak.partij)
            await #expect(throws: ToestandRefusal.self) { try await house.complete(call, Antwoord.geenAfspraak) }
            try await house.begin(.wsnp, of: zaak.partij)
            let first = house.clock.today + 10
            await #expect(throws: ToestandRefusal.self) {
                try await house.act {
                    try Betalingsregeling.Agreement(zaak: zaak.id, perMaand: .euros(50), eersteDag: first, door: .anja)
                        .run(in: $0)
                }
            }
            #expect(try await house.serve("overdracht.dossier", on: zaak).contains("Fw 301"))
            #expect(try await house.serve("signaal.gemeente", on: zaak).hasPrefix("gate signaal"))
        }
    }
}

extension TestHouse {
    /// What the letter service answers now: `done`, or why not.
    func ask(_ template: String, on zaak: Zaak) async throws -> String {
        try await serve("brief.versturen", on: zaak, ["sjabloon": .string(template)])
    }

    func serve(_ service: String, on zaak: Zaak, _ input: [String: JSON] = [:]) async throws -> String {
        try await act { act in
            guard let zaak = try act.tx.zaken.find(zaak.id), let dienst = act.playbook.diensten[service] else {
                return "unknown"
            }
            switch try dienst(Dienstvraag(zaak: zaak, stap: "test", invoer: input), act) {
            case .done: return "done"
            case .failed(let reason): return reason
            case .error(let code): return code
            case .later(let moment): return "later \(moment.day)"
            }
        }
    }

    func interest(on zaak: Zaak) async throws -> Money {
        _ = try await serve("incasso.rente", on: zaak)
        return try await read { try $0.vorderingen.all(of: zaak.id).map(\.saldo.rente).sum }
    }
}
