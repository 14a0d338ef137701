import Basics
import Engine
import Incasso
import Journal
import Klanten
import Synchronization
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("The groups of taken")
struct TaakgroepTests {
    @Test(arguments: TestDatabase.all)
    func `a taak for a group in which nobody can be is refused as a drawing, and goes to the zaaktype's group`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { playbook in
                playbook.zaaktypen[type.code] = type
                playbook.groepen = ["incasso", "teamleider"]
            }
            let process = groupProcess("groep-die-niet-bestaat", by: "=niemand")
            let found = house.office.playbook.misses(of: try Deployment(bron: process).definition())
            #expect(Set(found.map(\.code)) == ["no-result", "unknown-group", "unknown-name"])
            await #expect(throws: DeploymentRefusal.self) {
                try await house.act {
                    _ = try Deployment.Publication(try Deployment(bron: process), reden: "Proef").run(in: $0)
                }
            }
            let taak = try await house.proef(groupProcess("=[\"groep-die-niet-bestaat\"]"))
            #expect(taak.groepen.names == ["incasso"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an open taak takes the groups of the version that its zaak moves to`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { $0.zaaktypen[type.code] = type }
            let taak = try await house.proef(groupProcess("verdwenen"))
            #expect(taak.groepen.names == ["verdwenen"])
            try await house.act { try Deployment(bron: groupProcess("teamleider")).run(in: $0) }
            try await house.office.reloadProcesses()
            let newest = try #require(house.office.playbook.processen.newest("proef"))
            try await house.act {
                try Zaak.Verhuizing(zaak: taak.zaak, naar: newest.key, reden: "Groep hersteld").run(in: $0)
            }
            #expect(try await house.read { try $0.taken.find(taak.id) }?.groepen.names == ["teamleider"])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `who gives work out may always do it, and so may whom it was given to by name`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { $0.zaaktypen[type.code] = type }
            let taak = try await house.proef(groupProcess("verdwenen"))
            let (anja, playbook) = (Bevoegdheid(groepen: ["incasso"], rechten: []), house.office.playbook)
            #expect(throws: TaakRefusal.notForYou(taak.groepen)) { try anja.require(taak, playbook, as: .anja) }
            try Bevoegdheid(groepen: [], rechten: ["taak.verdelen"]).require(taak, playbook)
            try await house.act { try Taak.Assignment(taak: taak.id, aan: .anja).run(in: $0) }
            let given = try #require(try await house.read { try $0.taken.find(taak.id) })
            try anja.require(given, playbook, as: .anja)
            try await house.act { try Taak.Completion(taak: given.id, invoer: [:], door: .anja, als: anja).run(in: $0) }
        }
    }
}
