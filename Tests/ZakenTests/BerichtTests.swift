import Basics
import Database
import Engine
import Incasso
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Messages within one zaak")
struct BerichtTests {
    /// Two ways beside each other: one sends what the other waits for.
    private static let source = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef"><message id="m" name="Klaar"/>
          <process id="heen-en-weer" name="heen-en-weer" isExecutable="true"><startEvent id="begin"/><parallelGateway id="p"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="p"/><sequenceFlow id="f1" sourceRef="p" targetRef="wacht"/>
          <sequenceFlow id="f2" sourceRef="p" targetRef="bel"/><userTask id="bel" name="Bellen"/>
          <sequenceFlow id="f3" sourceRef="bel" targetRef="meld"/><sendTask id="meld" messageRef="m"/>
          <receiveTask id="wacht" messageRef="m"/><sequenceFlow id="f4" sourceRef="wacht" targetRef="lees"/>
          <userTask id="lees" name="Lezen"/></process>
        </definitions>
        """

    @Test(arguments: TestDatabase.all)
    func `a message that the process of a zaak sends reaches where it awaits that`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db) { $0.zaaktypen[Vordering.zaaktype]?.proces = "heen-en-weer" }
            let deployment = try Deployment(bron: Self.source)
            try await house.act { try deployment.run(in: $0) }
            try await house.office.reloadProcesses()

            try await house.act { act in
                let item = Post(.nummer(1), "F1", vervalt: act.today, .euros(100)).item
                guard case .added(let zaak) = try Vordering.Intake(schuldeiser: Zonnedorp.code, post: item).run(in: act)
                else { throw ZaakRefusal.unknownZaak }
                try Zaak.Start(zaak: zaak).run(in: act)
                let bellen = try #require(try act.tx.taken.waiting(for: zaak).first)
                #expect(bellen.stap == "bel")
                try Taak.Completion(taak: bellen.id, invoer: [:], door: .anja, als: .onbegrensd).run(in: act)
                #expect(try act.tx.taken.waiting(for: zaak).map(\.stap) == ["lees"])
            }
        }
    }
}
