import Basics
import Database
import TestHouse
import TestSupport
import Testing
import Zaken

/// What the process could choose by is kept with a taak as it was before it was done, as it is with a deviation.
@Suite("The facts of a taak that is done")
struct TaakfeitenTests {
    private static let process = """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="proef">
          <process id="proef" name="Proef" isExecutable="true">
            <startEvent id="begin"/>
            <userTask id="aanmelden" name="Aanmelden"><extensionElements>
              <zeebe:ioMapping><zeebe:output source="=1" target="pogingen"/></zeebe:ioMapping>
            </extensionElements></userTask>
            <userTask id="bellen" name="Bellen"><extensionElements>
              <zeebe:ioMapping><zeebe:output source="=pogingen + 1" target="pogingen"/></zeebe:ioMapping>
            </extensionElements></userTask>
            <exclusiveGateway id="vaak" default="f4"/><endEvent id="klaar"/><endEvent id="weg"/>
            <sequenceFlow id="f1" sourceRef="begin" targetRef="aanmelden"/>
            <sequenceFlow id="f2" sourceRef="aanmelden" targetRef="bellen"/>
            <sequenceFlow id="f3" sourceRef="bellen" targetRef="vaak"/>
            <sequenceFlow id="f4" sourceRef="vaak" targetRef="klaar"/>
            <sequenceFlow id="f5" sourceRef="vaak" targetRef="weg"><conditionExpression>=pogingen &gt; 5</conditionExpression></sequenceFlow>
          </process>
        </definitions>
        """

    @Test(arguments: TestDatabase.all)
    func `the attempt that the step itself counts is not among the facts that it was done with`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let type = try Zaaktype(yaml: choiceType)
            let house = try await TestHouse(db) { $0.zaaktypen[type.code] = type }
            let first = try await house.proef(Self.process)
            try await house.complete(first.id)
            let call = try #require(try await house.read { try $0.taken.waiting(for: first.zaak).first })
            try await house.complete(call.id)

            let kept: JSON? = try await house.read { tx in
                try tx.first("SELECT feiten FROM taken WHERE id = \(call.id)").map { try $0["feiten"] }
            }
            #expect(kept?["pogingen"].number == 1)
        }
    }
}

extension TestHouse {
    fileprivate func complete(_ taak: Identifier<Taak>) async throws {
        try await act { try Taak.Completion(taak: taak, invoer: [:], door: .anja, als: .onbegrensd).run(in: $0) }
    }
}
