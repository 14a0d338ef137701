import Basics
import Engine
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Who may do which taak, and what a form lets through")
struct BevoegdheidTests {
    private let casemanager = Bevoegdheid(groepen: ["incasso", "klantenservice"], rechten: ["taak.doen"])

    @Test(arguments: TestDatabase.all)
    func `a long arrangement is approved by a team lead, not by who agreed it`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let taak = try await house.longArrangement()
            #expect(taak.stap == "A.3.2.akkoord")

            let approval = ["uitkomst": "akkoord"]
            await #expect(throws: TaakRefusal.notForYou(taak.groepen)) {
                try await house.complete(taak, approval, als: casemanager)
            }
            let lead = Bevoegdheid(groepen: ["teamleider"], rechten: [])
            await #expect(throws: TaakRefusal.rightMissing("regeling.goedkeuren")) {
                try await house.complete(taak, approval, als: lead)
            }
            let able = Bevoegdheid(groepen: ["teamleider"], rechten: ["regeling.goedkeuren"])
            try await house.complete(taak, approval, als: able)
            #expect(try await house.zaak(of: .noor).status == "regeling")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a proposal that is sent back goes to who made it, with what they proposed and why it came back`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let taak = try await house.longArrangement()
            let lead = Bevoegdheid(groepen: ["teamleider", "incasso"], rechten: ["regeling.goedkeuren"])
            let no = ["uitkomst": "ander_voorstel", "toelichting": "Past niet bij de ruimte."]
            try await house.act {
                try Taak.Completion(taak: taak.id, invoer: no, door: Medewerker("bram"), als: lead).run(in: $0)
            }

            let again = try #require(try await house.taken(of: .noor).first)
            #expect(again.stap == "A.3.2" && again.behandelaar == .anja)
            let playbook = house.office.playbook
            let back = try await house.read { try $0.taken.teruggestuurd(again, playbook) }
            #expect(back?.voorstel.door == .anja && back?.voorstel.uitkomst["perMaand"].money == .euros(20))
            #expect(back?.besluit.door == Medewerker("bram"))
            #expect(back?.besluit.uitkomst["toelichting"].text == "Past niet bij de ruimte.")
        }
    }

    @Test(arguments: TestDatabase.all)
    func `work that a decision lets go on is not sent back`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let taak = try await house.agreeing()
            let playbook = house.office.playbook
            #expect(try await house.read { try $0.taken.teruggestuurd(taak, playbook) == nil })
            try await house.complete(taak, Antwoord.regeling(.euros(20), vanaf: house.clock.today + 14))
            let approval = try #require(try await house.taken(of: .noor).first)
            #expect(try await house.read { try $0.taken.teruggestuurd(approval, playbook) == nil })
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an arrangement in the past or above what is open is refused beside its field`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let taak = try await house.agreeing()
            let past = Antwoord.regeling(.euros(50), vanaf: house.clock.today - 1)
            let much = Antwoord.regeling(.euros(5_000), vanaf: house.clock.today + 14)
            for (answer, field) in [(past, "eersteDag"), (much, "perMaand")] {
                do {
                    try await house.complete(taak, answer)
                    Issue.record("accepted \(answer)")
                } catch TaakRefusal.invalid(let fields) { #expect(fields.map(\.field) == [field]) }
            }
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.3.2"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `costs come only after help was offered and personal contact sought`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            for _ in 1...2 {
                try await house.doe("A.2.2", of: .noor, Antwoord.geenAfspraak)
                if try await house.taken(of: .noor).isEmpty { try await house.move(days: 2) }
                if try await house.taken(of: .noor).first?.stap != "A.2.2" { break }
            }
            try await house.doeTot("voor-kosten", of: .noor)
            let taak = try #require(try await house.taken(of: .noor).first)
            var answer = Antwoord.verderMetKosten
            answer["persoonlijkContact"] = "nee"
            await #expect(throws: TaakRefusal.self) { try await house.complete(taak, answer) }
            answer["uitkomst"] = "bellen"
            try await house.complete(taak, answer)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who promised a day is not called before it`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let promised = house.clock.today + 20
            try await house.doe("A.2.2", of: .noor, ["uitkomst": "betaalt", "beloofdOp": "\(promised)"])
            try await house.move(days: 21)
            let open = try await house.taken(of: .noor)
            #expect(open.isEmpty, "\(open.map { [$0.stap, $0.soort.rawValue, $0.waarom] })")
            try await house.move(days: 2)
            #expect(try await house.taken(of: .noor).map(\.stap) == ["A.2.2"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a proposal stops the reminders and stands ready in the form`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let zaak = try await house.zaak(with: .huur(.noor))
            let first = house.clock.today + 10
            try await house.act {
                try Betalingsregeling.Proposal(zaak: zaak.id, perMaand: .euros(200), eersteDag: first).run(in: $0)
            }
            try await house.doe("A.3.1", of: .noor, Antwoord.afspraak(op: house.clock.today))
            let known = try await house.read { try $0.processen.instance(of: zaak.id)?.variables() ?? [:] }
            let form = try #require(house.office.playbook.formulieren["regeling_overeenkomen"])
            let begins = Dictionary(uniqueKeysWithValues: form.velden.map { ($0.id, $0.start(known: known)) })
            #expect(begins["perMaand"]?.money == .euros(200) && begins["eersteDag"]?.day == first)
            #expect(try await house.read { try $0.regelingen.all(of: zaak.id).isEmpty })
        }
    }
}

extension TestHouse {
    fileprivate func complete(_ taak: Taak, _ invoer: [String: String], als: Bevoegdheid) async throws {
        try await act { try Taak.Completion(taak: taak.id, invoer: invoer, door: .anja, als: als).run(in: $0) }
    }

    /// A zaak whose customer asked for an arrangement, at the taak in which it is agreed.
    fileprivate func agreeing() async throws -> Taak {
        try await take(.huur(.noor))
        try await move(days: 28)
        try await doe("A.2.2", of: .noor, Antwoord.wilRegeling)
        try await doe("A.3.1", of: .noor, Antwoord.afspraak(op: clock.today))
        return try #require(try await taken(of: .noor).first)
    }

    fileprivate func longArrangement() async throws -> Taak {
        let taak = try await agreeing()
        try await complete(taak, Antwoord.regeling(.euros(20), vanaf: clock.today + 14))
        return try #require(try await taken(of: .noor).first)
    }

    /// Calls, visits and waits until the taak of this step is there.
    fileprivate func doeTot(_ stap: String, of debiteur: Debiteur) async throws {
        for _ in 1...10 {
            guard let taak = try await taken(of: debiteur).first else {
                try await move(days: 3)
                continue
            }
            guard taak.stap != stap else { return }
            let visit = ["uitkomst": "niet_thuis", "bezochtOp": "\(clock.today)", "toelichting": "Niemand thuis."]
            try await complete(taak, taak.stap == "A.2.3" ? visit : Antwoord.nietBereikt)
        }
    }
}
