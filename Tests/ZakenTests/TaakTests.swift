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

@Suite("Taken")
struct TaakTests {
    @Test(arguments: TestDatabase.all)
    func `who comes second is told who did the taak and when`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)
            let done = house.clock.now

            try await house.complete(taak, Antwoord.nietBereikt, door: .anja)
            house.clock.move(to: done.adding(minutes: 5))

            await #expect(throws: TaakRefusal.alreadyDone(by: "anja", at: done)) {
                try await house.complete(taak, Antwoord.geenAfspraak, door: .bart)
            }
        }
    }

    @Test(arguments: TestDatabase.shared)
    func `of two at once one wins, and the process goes on once`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor), .huur(.bram), .huur(.mila))
            try await house.move(days: 28)
            for debiteur in Debiteur.allen {
                let taak = try #require(try await house.taken(of: debiteur).first)
                async let anja = house.attempt(taak, door: .anja)
                async let bart = house.attempt(taak, door: .bart)
                let outcomes = await [anja, bart]

                #expect(outcomes.filter { $0 == nil }.count == 1)
                let winner = outcomes[0] == nil ? "anja" : "bart"
                #expect(outcomes.compactMap(\.self) == [.alreadyDone(by: winner, at: house.clock.now)])
                let story = try await house.story(of: try await house.zaak(of: debiteur))
                #expect(story.filter { $0 == "taak_afgerond" }.count == 1)
            }
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `whatever changes in a taak raises its version, also what lists sort by`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)

            try await house.act { try $0.tx.taken.note(bedrag: .zero, for: taak.zaak) }

            #expect(try await house.taken(of: .noor).first?.versie == taak.versie + 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `what a colleague has is taken over before it is done; who divides work may do it`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)
            let colleague = Bevoegdheid(groepen: ["incasso", "klantenservice"], rechten: ["taak.doen"])
            let lead = Bevoegdheid(groepen: ["incasso"], rechten: ["taak.doen", "taak.verdelen"])
            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: colleague).run(in: $0) }
            func doing(als: Bevoegdheid) -> Taak.Completion {
                Taak.Completion(taak: taak.id, invoer: Antwoord.nietBereikt, door: .bart, als: als)
            }
            let (mine, asLead) = (doing(als: colleague), doing(als: lead))

            await #expect(throws: TaakRefusal.takenBy(.anja)) { try await house.act { try mine.run(in: $0) } }
            #expect(try await house.taken(of: .noor).first?.staat == .open)
            await #expect(throws: Undone.self) {
                try await house.act { act in
                    try asLead.run(in: act)
                    throw Undone()
                }
            }
            try await house.act {
                try Taak.Takeover(taak: taak.id, door: .bart, als: colleague, reden: "anja is ziek").run(in: $0)
            }
            try await house.act { try mine.run(in: $0) }
            #expect(try await house.taken(of: .noor).first?.id != taak.id)
        }
    }

    /// Undoes what an act did, once it was seen that it may be done.
    private struct Undone: Error {}

    @Test(arguments: TestDatabase.all)
    func `a taak that a colleague has taken cannot be taken, but can be given`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)
            try await house.act { try Taak.Taking(taak: taak.id, door: .anja, als: .onbegrensd).run(in: $0) }

            await #expect(throws: TaakRefusal.takenBy(.anja)) {
                try await house.act { try Taak.Taking(taak: taak.id, door: .bart, als: .onbegrensd).run(in: $0) }
            }
            try await house.act { try Taak.Assignment(taak: taak.id, aan: .bart).run(in: $0) }
            #expect(try await house.taken(of: .noor).first?.behandelaar == .bart)
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a form that is not filled as asked is refused field by field, and nothing changes`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            try await house.take(.huur(.noor))
            try await house.move(days: 28)
            let taak = try #require(try await house.taken(of: .noor).first)

            await #expect(throws: TaakRefusal.invalid([FieldRefusal(field: "uitkomst", reason: .missing)])) {
                try await house.complete(taak, [:])
            }
            await #expect(throws: TaakRefusal.invalid([FieldRefusal(field: "beloofdOp", reason: .notADay)])) {
                try await house.complete(taak, ["uitkomst": "betaalt", "beloofdOp": "morgen"])
            }
            #expect(try await house.taken(of: .noor) == [taak])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a step that fails waits for someone to mend it, and then goes on`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let press = Switch()
            let house = try await TestHouse(db) { playbook in
                guard let real = playbook.diensten["brief.versturen"] else { return }
                playbook.diensten.offer("brief.versturen") { vraag, act in
                    try press.isBroken ? .failed(reason: "press-broken") : real(vraag, act)
                }
            }
            press.break()
            try await house.take(.huur(.noor))
            let taak = try #require(try await house.taken(of: .noor).first)
            #expect(taak.soort == .storing)
            #expect(taak.stap == "A.2.1")
            #expect(taak.waarom.contains("press-broken"))
            #expect(try await house.brieven(to: .noor).isEmpty)

            try await house.complete(taak, [:])
            #expect(try await house.taken(of: .noor).map(\.soort) == [.storing])
            press.mend()
            try await house.doe("A.2.1", of: .noor, [:])

            #expect(try await house.taken(of: .noor).isEmpty)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that cannot be made is a step to mend, not a job that dies`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db) { playbook in
                playbook.diensten.offer("brief.versturen") { _, _ in .failed(reason: "no-letter") }
                playbook.diensten.offer("zaak.status") { _, _ in .done([:]) }
            }
            try await house.take(.huur(.noor))

            #expect(try await house.taken(of: .noor).map(\.soort) == [.storing])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `at a gateway without conditions a person chooses the way`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { $0.zaaktypen[type.code] = type }
            try await house.act { try Deployment(bron: choiceProcess).run(in: $0) }
            try await house.office.reloadProcesses()
            try await house.take(.huur(.noor))
            let partij = try await house.zaak(of: .noor).partij
            try await house.act { act in
                guard let noor = try act.tx.partijen.find(partij) else { return }
                let zaak = try Zaak.Opening(zaaktype: "proef", partij: noor, omschrijving: "Proef").run(in: act)
                try Zaak.Start(zaak: zaak.id).run(in: act)
            }
            let zaak = try #require(try await house.read { try $0.zaken.open(of: partij, zaaktype: "proef") })
            let taak = try #require(try await house.read { try $0.taken.waiting(for: zaak.id).first })
            #expect(taak.soort == .keuze)
            #expect(taak.keuzes.map(\.label) == ["akkoord", "niet akkoord"])
            await #expect(throws: TaakRefusal.unknownChoice("x")) { try await house.complete(taak, ["keuze": "x"]) }

            try await house.complete(taak, ["keuze": "nee"])

            #expect(try await house.read { try $0.taken.waiting(for: zaak.id).map(\.stap) } == ["X.1.2"])
            #expect(try await house.story(of: zaak).contains("keuze_gemaakt"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `at an inclusive gateway a person takes as many ways as hold, at least one`(on kind: TestDatabase) async throws
    {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { $0.zaaktypen[type.code] = type }
            let both = choiceProcess.replacing(
                "exclusiveGateway id=\"besluit\" name=\"Akkoord?\"", with: "inclusiveGateway id=\"besluit\""
            )
            .replacing("<startEvent id=\"begin\"/>", with: "<startEvent id=\"begin\" name=\"Adres nakijken\"/>")
            let taak = try await house.proef(both)
            #expect(taak.soort == .keuze && taak.naam == "Keuze na Adres nakijken")
            for empty in ["", ","] {
                await #expect(throws: TaakRefusal.unknownChoice(empty)) {
                    try await house.complete(taak, ["keuze": empty])
                }
            }
            try await house.complete(taak, ["keuze": "ja,nee"])
            #expect(
                try await house.read { try $0.taken.waiting(for: taak.zaak).map(\.stap).sorted() } == [
                    "X.1.1", "X.1.2",
                ])
        }
    }

    @Test(arguments: TestDatabase.all)
    func
        `the taken of a multi-instance say which round each is, and for what; a step without a name what it comes after`(
            on kind: TestDatabase
        ) async throws
    {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { $0.zaaktypen[type.code] = type }
            let taak = try await house.proef(
                groupProcess("incasso")
                    .replacing("name=\"Uitvoeren\"", with: "")
                    .replacing(
                        "<startEvent id=\"begin\"/>", with: "<startEvent id=\"begin\" name=\"Schulden bekend\"/>"
                    )
                    .replacing(
                        "</userTask>",
                        with: """
                            <multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics
                            inputCollection='=["Vitens", {naam: "Eneco", bedrag: 12}, 3]' inputElement="schuld"/></extensionElements>
                            </multiInstanceLoopCharacteristics></userTask>
                            """))
            let all = try await house.read { try $0.taken.waiting(for: taak.zaak) }
            #expect(Set(all.map(\.naam)) == ["Taak na Schulden bekend"])
            #expect(
                all.flatMap(\.rondes).sorted { $0.nummer < $1.nummer } == [
                    Taak.Ronde(nummer: 1, van: 3, wat: "Vitens"), Taak.Ronde(nummer: 2, van: 3, wat: "Eneco"),
                    Taak.Ronde(nummer: 3, van: 3, wat: "3"),
                ])
            let second = try #require(all.first { $0.rondes.first?.nummer == 2 })
            try await house.complete(second, [:])
            let zaak = taak.zaak
            let told = try await house.read {
                try $0.journal.entries(of: .zaak(zaak), limit: 50).first { $0.kind == "taak_afgerond" }?.content
            }
            #expect(told?["rondes"][0]["wat"].text == "Eneco" && told?["rondes"][0]["van"].integer == 3)
        }
    }

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
            #expect(Set(found.map(\.code)) == ["unknown-group", "unknown-name"])
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

extension TestHouse {
    /// The first taak of a zaak that runs this process.
    fileprivate func proef(_ process: String) async throws -> Taak {
        try await act { try Deployment(bron: process).run(in: $0) }
        try await office.reloadProcesses()
        try await take(.huur(.noor))
        let partij = try await zaak(of: .noor).partij
        try await act { act in
            guard let noor = try act.tx.partijen.find(partij) else { return }
            let zaak = try Zaak.Opening(zaaktype: "proef", partij: noor, omschrijving: "Proef").run(in: act)
            try Zaak.Start(zaak: zaak.id).run(in: act)
        }
        let zaak = try #require(try await read { try $0.zaken.open(of: partij, zaaktype: "proef") })
        return try #require(try await read { try $0.taken.waiting(for: zaak.id).first })
    }
}

private func groupProcess(_ groups: String, by assignee: String? = nil) -> String {
    let person = assignee.map { " assignee=\"\($0)\"" } ?? ""
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="proef">
          <process id="proef" name="Proef" isExecutable="true">
            <startEvent id="begin"/>
            <userTask id="X.1.1" name="Uitvoeren"><extensionElements>
              <zeebe:assignmentDefinition candidateGroups='\(groups)'\(person) />
            </extensionElements></userTask>
            <endEvent id="klaar"/>
            <sequenceFlow id="f1" sourceRef="begin" targetRef="X.1.1"/>
            <sequenceFlow id="f2" sourceRef="X.1.1" targetRef="klaar"/>
          </process>
        </definitions>
        """
}

/// Something that breaks and is mended.
private final class Switch: Sendable {
    private let state = Mutex(false)

    var isBroken: Bool { state.withLock { $0 } }
    func `break`() { state.withLock { $0 = true } }
    func mend() { state.withLock { $0 = false } }
}

extension TestHouse {
    /// What someone who tries is told; nothing when it worked.
    func attempt(_ taak: Taak, door: Medewerker) async -> TaakRefusal? {
        do {
            try await complete(taak, Antwoord.nietBereikt, door: door)
            return nil
        } catch let refusal as TaakRefusal {
            return refusal
        } catch {
            Issue.record("\(error)")
            return .unknownTaak
        }
    }
}

private let choiceType = """
    code: proef
    omschrijving: { nl: Proef, en: Trial }
    proces: proef
    doorlooptijd: P4W
    taakdagen: 5
    beginstatus: nieuw
    standaardresultaat: klaar
    groep: incasso
    banen: {}
    variabelen: {}
    afwijkingen: { teamleiderBij: [] }
    statustypen:
      - { code: nieuw, volgnummer: 1, omschrijving: { nl: Nieuw, en: New }, uitleg: { nl: Nieuw, en: New } }
    resultaattypen:
      - code: klaar
        omschrijving: { nl: Klaar, en: Done }
        uitleg: { nl: Klaar, en: Done }
        archiefnominatie: vernietigen
        bewaartermijn: P2Y
    """

private let choiceProcess = """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="proef">
      <process id="proef" name="Proef" isExecutable="true">
        <startEvent id="begin"/>
        <exclusiveGateway id="besluit" name="Akkoord?"/>
        <userTask id="X.1.1" name="Uitvoeren"/>
        <userTask id="X.1.2" name="Afwijzen"/>
        <endEvent id="klaar"/><endEvent id="weg"/>
        <sequenceFlow id="f1" sourceRef="begin" targetRef="besluit"/>
        <sequenceFlow id="ja" name="akkoord" sourceRef="besluit" targetRef="X.1.1"/>
        <sequenceFlow id="nee" name="niet akkoord" sourceRef="besluit" targetRef="X.1.2"/>
        <sequenceFlow id="f2" sourceRef="X.1.1" targetRef="klaar"/>
        <sequenceFlow id="f3" sourceRef="X.1.2" targetRef="weg"/>
      </process>
    </definitions>
    """
