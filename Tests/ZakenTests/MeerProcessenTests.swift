import Basics
import Bpmn
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

/// A file with more than one process in it.
@Suite("A drawing of more processes")
struct MeerProcessenTests {
    static let bestand = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="hoofd" name="Hoofdzaak" isExecutable="true"><startEvent id="begin"/>
            <sequenceFlow id="f0" sourceRef="begin" targetRef="roep"/>
            <callActivity id="roep" name="Roep hulp" calledElement="hulp"/>
            <sequenceFlow id="f1" sourceRef="roep" targetRef="vraag"/>
            <callActivity id="vraag" name="Vraag na" calledElement="navraag"/></process>
          <process id="hulp" name="Hulp" isExecutable="false"><startEvent id="b2"/>
            <sequenceFlow id="f2" sourceRef="b2" targetRef="doe"/><userTask id="doe" name="Doe"/></process>
          <process id="los" name="Los" isExecutable="true"><startEvent id="b3"/></process>
          <process id="schets" name="Schets"><startEvent id="b4"/></process>
          <globalUserTask id="navraag" name="Navraag"/>
        </definitions>
        """

    @Test func `a file offers what runs, and what that calls`() throws {
        let offered = ProcessDefinition.offered(by: try BpmnReading(Self.bestand).definitions)
        #expect(offered == ["hoofd", "los", "hulp"])

        let drawn = Self.bestand.replacing(" isExecutable=\"true\"", with: "")
        let sketched = ProcessDefinition.offered(by: try BpmnReading(drawn).definitions)
        #expect(sketched == ["hoofd", "hulp", "los", "schets"])
    }

    @Test(arguments: TestDatabase.all)
    func `the processes that a person chooses are published together, and call each other`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let offered = try Deployment.all(bron: Self.bestand)
            let alone = try house.office.playbook.misses(of: offered[0].definition())
            let beside = try house.office.playbook.misses(of: offered[0].definition(), beside: ["hulp"])
            #expect(alone.filter { $0.code == "unknown-process" }.count == 1)
            #expect(!beside.contains { $0.code == "unknown-process" })

            func publish(_ text: String, _ processes: [String]) async throws -> DefinitionKey {
                let key = try await house.act { act in
                    let draft = try act.tx.ontwerpen.add(.proces, bestand: "m.bpmn", bron: text, in: act)
                    return try Ontwerp.Publication(draft, processen: processes, reden: "proef").run(in: act)
                }
                try await house.office.reloadProcesses()
                return key
            }
            let key = try await publish(Self.bestand, ["hoofd", "hulp"])

            let library = house.office.playbook.processen
            #expect(key == DefinitionKey("hoofd", version: 1))
            #expect(library.newest("hulp")?.name == "Hulp")
            #expect(library.newest("los") == nil)
            #expect(try house.office.playbook.misses(of: offered[0].definition()).count == beside.count)

            let later = try await publish(Self.bestand, ["hoofd", "los"])
            #expect(later == DefinitionKey("los", version: 1))
            #expect(house.office.playbook.processen.newest("hoofd")?.key.version == 1)
            await #expect(throws: DeploymentRefusal.self) { _ = try await publish(Self.bestand, ["hoofd", "los"]) }
        }
    }
}
