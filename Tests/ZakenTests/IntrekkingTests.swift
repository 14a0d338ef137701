import Basics
import Database
import Engine
import Incasso
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

/// Versions of processes that were published by mistake.
@Suite("Versions that are withdrawn")
struct IntrekkingTests {
    private static func proces(_ id: String, step: String) -> String {
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="\(id)" name="Proef \(id)" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="\(step)"/><userTask id="\(step)" name="\(step)"/></process></definitions>
        """
    }

    @Test(arguments: TestDatabase.all)
    func `no zaak begins with a version that was withdrawn, and those that run on it go on`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces("luisteren", step: "een"))
            try await house.publish(Self.proces("luisteren", step: "twee"))
            let running = try await house.luisteraars(1)[0]
            #expect(try await house.stappen(of: running) == ["twee"])
            try await house.withdraw(2)
            let fresh = try await house.luisteraars(1, from: 2)[0]
            #expect(try await house.stappen(of: fresh) == ["een"])
            try await house.act { act in
                try act.perform(.setVariables(["a": 1]), on: try act.openZaak(running))
            }
            #expect(try await house.stappen(of: running) == ["twee"])
            await #expect(throws: DeploymentRefusal.self) { try await house.withdraw(2) }
            await #expect(throws: DeploymentRefusal.self) { try await house.withdraw(1) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `an older version comes back as a draft, once, and is recorded once when it is published`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces("luisteren", step: "een"))
            try await house.publish(Self.proces("luisteren", step: "twee"))
            let draft = try await house.bringBack(1)
            #expect(try await house.bringBack(1).id == draft.id)
            #expect(house.office.playbook.processen.newest("luisteren")?.key.version == 2)
            #expect(try await house.publish(draft).version == 3)
            #expect(try await house.stappen(of: try await house.luisteraars(1)[0]) == ["een"])

            await #expect(throws: DeploymentRefusal.self) { try await house.publish(draft) }
            await #expect(throws: DeploymentRefusal.self) { try await house.bringBack(1) }
            await #expect(throws: DeploymentRefusal.self) { try await house.bringBack(3) }
            await #expect(throws: DeploymentRefusal.self) {
                try await house.publish(Self.proces("luisteren", step: "een"))
            }
            #expect(try await house.read { try $0.kinds("proces_teruggezet") } == 1)
            #expect(try await house.read { try $0.kinds("proces_gepubliceerd") } == 2)

            try await house.withdraw(3)
            try await house.publish(Self.proces("luisteren", step: "een"))
            #expect(house.office.playbook.processen.newest("luisteren")?.key.version == 4)
            #expect(try await house.read { try $0.kinds("proces_teruggezet") } == 2)
        }
    }

    @Test func `what zaken begin with is no new version, also where a newer one was withdrawn`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces("luisteren", step: "een"))
            try await house.publish(Self.proces("luisteren", step: "twee"))
            try await house.withdraw(2)
            await #expect(throws: DeploymentRefusal.self) { try await house.bringBack(1) }
            let again = try Deployment(bron: Self.proces("luisteren", step: "een"))
            #expect(try await house.act { try again.run(in: $0) }.version == 1)
        }
    }

    @Test func `a draft is thrown away once, and it is recorded what it was`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces("luisteren", step: "een"))
            try await house.publish(Self.proces("luisteren", step: "twee"))
            let draft = try await house.bringBack(1)
            try await house.act { try Ontwerp.Discard(draft).run(in: $0) }
            await #expect(throws: DeploymentRefusal.self) {
                try await house.act { try Ontwerp.Discard(draft).run(in: $0) }
            }
            await #expect(throws: DeploymentRefusal.self) { try await house.publish(draft) }
            let told = try await house.read { tx in
                try tx.journal.newest(["ontwerp_weggegooid"], of: "ontwerp", [draft.id.text])[draft.id.text]?.content
            }
            #expect(told?["naam"] == "luisteren-1.bpmn" && told?["indiener"] == .string(draft.door))
            #expect(try await house.read { try $0.kinds("ontwerp_weggegooid") } == 1)
        }
    }

    /// First a step, then a call of another process.
    private static let beller = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="luisteren" name="Bellen" isExecutable="true"><startEvent id="begin"/>
          <sequenceFlow id="f0" sourceRef="begin" targetRef="eerst"/><userTask id="eerst" name="Eerst"/>
          <sequenceFlow id="f1" sourceRef="eerst" targetRef="roep"/><callActivity id="roep" calledElement="hulp"/></process>
        </definitions>
        """

    @Test(arguments: TestDatabase.all)
    func `a process that zaken on an older version will call stays until they are gone`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, Self.beller)
            try await house.publish(Self.proces("hulp", step: "help"))
            let zaken = try await house.luisteraars(2)
            try await house.publish(Self.proces("luisteren", step: "anders"))
            await #expect {
                try await house.withdraw(1, of: "hulp")
            } throws: { error in
                guard case DeploymentRefusal.awaited(let callers) = error else { return false }
                return callers == [DeploymentRefusal.Caller(naam: "Bellen", versie: 1)]
            }
            try await house.doe("eerst", of: zaken[0])
            #expect(try await house.stappen(of: zaken[0]) == ["help"])
            try await house.act { act in
                for zaak in zaken {
                    try Zaak.Closure(zaak: zaak, resultaat: "ingetrokken", reden: "proef").run(in: act)
                }
            }
            try await house.withdraw(1, of: "hulp")
        }
    }

    @Test func `a process that nothing needs is withdrawn as a whole, one that another calls is not`() async throws {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            try await house.publish(Self.proces("vastloper", step: "een"))
            try await house.withdraw(1, of: "vastloper")
            #expect(house.office.playbook.processen.newest("vastloper") == nil)
            await #expect(throws: DeploymentRefusal.self) { try await house.withdraw(1, of: "regeling") }
        }
    }
}

extension TestHouse {
    fileprivate func publish(_ source: String) async throws {
        let deployment = try Deployment(bron: source)
        try await act { _ = try Deployment.Publication(deployment, reden: "proef").run(in: $0) }
        try await office.reloadProcesses()
    }

    @discardableResult
    fileprivate func publish(_ draft: Ontwerp) async throws -> DefinitionKey {
        let key = try await act { try Ontwerp.Publication(draft, reden: "terug").run(in: $0) }
        try await office.reloadProcesses()
        return key
    }

    fileprivate func bringBack(_ version: Int) async throws -> Ontwerp {
        try await act { try Ontwerp.Return(DefinitionKey("luisteren", version: version)).run(in: $0) }
    }

    fileprivate func withdraw(_ version: Int, of process: String = "luisteren") async throws {
        try await act { act in
            try Deployment.Withdrawal(DefinitionKey(process, version: version), reden: "vergissing").run(in: act)
        }
        try await office.reloadProcesses()
    }
}
