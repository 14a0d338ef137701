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

@Suite("The ways from a taak")
struct TaakwegTests {
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
}

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
