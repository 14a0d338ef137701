import Basics
import Database
import Engine
import Incasso
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

    @Test func `an older version is made current again as the next, also after the newest was withdrawn`() async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse.luisterend(db, Self.proces("luisteren", step: "een"))
            try await house.publish(Self.proces("luisteren", step: "twee"))
            let again = try await house.act { act in
                try Deployment.Return(DefinitionKey("luisteren", version: 1), reden: "terug").run(in: act)
            }
            #expect(again.version == 3)
            try await house.office.reloadProcesses()
            #expect(try await house.stappen(of: try await house.luisteraars(1)[0]) == ["een"])
            try await house.withdraw(3)
            try await house.publish(Self.proces("luisteren", step: "een"))
            #expect(house.office.playbook.processen.newest("luisteren")?.key.version == 4)
            #expect(try await house.read { try $0.kinds("proces_teruggezet") } == 1)
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

    fileprivate func withdraw(_ version: Int, of process: String = "luisteren") async throws {
        try await act { act in
            try Deployment.Withdrawal(DefinitionKey(process, version: version), reden: "vergissing").run(in: act)
        }
        try await office.reloadProcesses()
    }
}
