import Basics
import Database
import Engine
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Publishing on more nodes than one")
struct PublicationTests {
    @Test(arguments: TestDatabase.all)
    func `a process that one node publishes is run by another without a restart`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let other = Office(database: db, playbook: house.office.playbook, clock: house.office.clock)
            let (times, told) = AsyncThrowingStream.makeStream(of: Void.self)
            let keeping = Task { await other.keepUp { told.yield(with: $0.map { _ in }) } }
            var taken = times.makeAsyncIterator()
            try await taken.next()

            let drawn = try Deployment(bron: Self.process)
            try await house.act { try Deployment.Publication(drawn, reden: "Nieuw proces").run(in: $0) }
            try await taken.next()

            keeping.cancel()
            await keeping.value
            #expect(other.playbook.processen.newest("nieuw")?.key == DefinitionKey("nieuw", version: 1))
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a version that cannot be read any more is named, and the others run`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db)
            let before = try await db.read { try $0.processen.library() }
            try await db.write { tx in
                try tx.run(
                    """
                    INSERT INTO procesdefinities (proces, versie, naam, bron, hash, ingevoerd, door)
                    VALUES ('stuk', 1, 'Stuk', '<definitions', 'x', \(Moment(milliseconds: 0)), 'test')
                    """)
            }
            let after = try await db.read { try $0.processen.library() }
            #expect(before.faults.isEmpty && after.faults.map(\.key) == [DefinitionKey("stuk", version: 1)])
            #expect(after.faults.first?.opmerkingen.isEmpty == false)
            #expect(after.library.newest("incasso") != nil)
            #expect(try await house.office.reloadProcesses().count == 1)
        }
    }

    private static let process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="nieuw" isExecutable="true">
            <startEvent id="begin"/><endEvent id="eind"/><sequenceFlow id="f" sourceRef="begin" targetRef="eind"/>
          </process>
        </definitions>
        """
}
