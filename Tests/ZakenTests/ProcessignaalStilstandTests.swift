import Basics
import Database
import Engine
import Jobs
import Journal
import Klanten
import TestHouse
import TestSupport
import Testing
import Zaken

/// A pause and a suspension stop every clock, also of what a signal asks (decision 0011).
@Suite("Signals and zaken that stand still")
struct ProcessignaalStilstandTests {
    @Test(arguments: TestDatabase.all)
    func `a zaak that a signal begins for someone who is paused takes its first step after the pause`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            house.office.change { $0.diensten.offer("proef.doen") { _, _ in .done(["gedaan": true]) } }
            try await house.deploy(
                gevolg: """
                    <sequenceFlow id="f0" sourceRef="begin" targetRef="doen"/><serviceTask id="doen"><extensionElements>
                    <zeebe:taskDefinition type="proef.doen"/></extensionElements></serviceTask>
                    <sequenceFlow id="f1" sourceRef="doen" targetRef="herrekenen"/><userTask id="herrekenen" name="Herrekenen"/>
                    """)
            let thrower = try await house.luisteraars(1)[0]
            try await house.doe("roepen", of: thrower)
            let pauze = try await house.act { act in
                let partij = try act.openZaak(thrower).partij
                return try Pauze.Beginning(partij: partij, einde: act.today + 30, reden: "rust", door: .anja).run(
                    in: act)
            }
            try await house.move(days: 2)
            let begun = try #require(try await house.gevolgen().first)
            #expect(begun.opgeschort != nil)
            #expect(try await house.read { try $0.processen.instance(of: begun.id) } == nil)

            try await house.act { try Pauze.Ending(pauze: pauze.id).run(in: $0) }
            try await house.settle()
            #expect(try await house.gevolgen().map(\.id) == [begun.id])
            #expect(try await house.stappen(of: begun.id) == ["herrekenen"])
            let variables = try await house.read { try $0.processen.instance(of: begun.id)?.variables() ?? [:] }
            #expect(variables["gedaan"] == true && variables["ingang"] == "per 1 januari")
            #expect(house.mishaps.all == [])
            #expect(try await house.flaws() == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a zaak that is suspended after a runner took its signal hears it when it goes on, once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let zaken = try await house.luisteraars(2)
            try await house.doe("roepen", of: zaken[0])
            let dealing = try await house.claimed()
            try await house.finish(dealing)
            let receiving = try await house.claimed()
            #expect(dealing.count == 1 && receiving.count == 1)
            let until = house.clock.today + 30
            try await house.act { try Zaak.Suspension(zaak: zaken[1], bekijkOp: until, reden: "wacht").run(in: $0) }
            try await house.finish(receiving)
            try await house.settle()
            #expect(try await house.heard(zaken) == [0, 0])

            try await house.act { try Zaak.Resumption(zaak: zaken[1]).run(in: $0) }
            try await house.settle()
            #expect(try await house.heard(zaken) == [0, 1])
            #expect(try await house.stappen(of: zaken[1]) == ["gehoord"])
            #expect(try await house.read { try $0.jobs.planned(for: .zaak(zaken[1])) } == [])
        }
    }
}

extension TestHouse {
    /// What a runner takes now to do for signals.
    fileprivate func claimed() async throws -> [Job] {
        try await act { act in
            try act.tx.jobs.claim(limit: 9, now: act.now, lease: 60, owner: "proef").filter {
                $0.kind == Processignaal.kind
            }
        }
    }

    /// Does what was taken, as a runner does.
    fileprivate func finish(_ jobs: [Job]) async throws {
        try await database.write { [office] tx in
            for job in jobs {
                try Processignaal(job.payload)?.run(in: office.act(as: .system("proces"), in: tx))
                #expect(try tx.jobs.finish(job))
            }
        }
    }
}
