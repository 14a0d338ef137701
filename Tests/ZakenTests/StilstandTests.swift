import Basics
import Database
import Engine
import Jobs
import Journal
import TestHouse
import TestSupport
import Testing
import Zaken

/// What a runner took just before a zaak was made to stand still, and what is left behind a zaak that is closed while it does.
@Suite("Clocks of zaken that stand still")
struct StilstandTests {
    private static let source = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="proef">
          <process id="luisteren" isExecutable="true"><startEvent id="begin"/><sequenceFlow id="f0" sourceRef="begin" targetRef="even"/>
          <intermediateCatchEvent id="even"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>
          </intermediateCatchEvent><sequenceFlow id="f1" sourceRef="even" targetRef="verder"/><userTask id="verder" name="Verder"/>
          </process></definitions>
        """

    @Test(arguments: TestDatabase.all)
    func `a clock that a runner took before its zaak was suspended goes off when the zaak goes on, once`(
        on kind: TestDatabase
    ) async throws {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db, StilstandTests.source)
            let zaak = try await house.luisteraars(1)[0]
            house.clock.move(to: house.clock.now.adding(minutes: 61))
            let taken = try await house.act { act in
                try act.tx.jobs.claim(limit: 9, now: act.now, lease: 60, owner: "proef").filter {
                    $0.kind == ZaakTimer.kind
                }
            }
            #expect(taken.count == 1)
            let until = house.clock.today + 30
            try await house.act { try Zaak.Suspension(zaak: zaak, bekijkOp: until, reden: "wacht").run(in: $0) }
            let office = house.office
            try await house.database.write { tx in
                for job in taken {
                    try ZaakTimer(job.payload)?.fire(in: office.act(as: .system("proces"), in: tx))
                    #expect(try tx.jobs.finish(job))
                }
            }
            try await house.move(days: 2)
            #expect(try await house.stappen(of: zaak) == [])

            try await house.act { try Zaak.Resumption(zaak: zaak).run(in: $0) }
            try await house.settle()
            #expect(try await house.stappen(of: zaak) == ["verder"])
            #expect(try await house.read { try $0.jobs.planned(for: .zaak(zaak)) } == [])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `closing a suspended zaak leaves nothing of the signal that it would have heard`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let house = try await TestHouse.luisterend(db)
            let zaken = try await house.luisteraars(2)
            let until = house.clock.today + 30
            try await house.act { try Zaak.Suspension(zaak: zaken[1], bekijkOp: until, reden: "wacht").run(in: $0) }
            try await house.doe("roepen", of: zaken[0])
            try await house.settle()
            #expect(
                try await house.read {
                    try $0.jobs.planned(for: .zaak(zaken[1])).count { $0.kind == Processignaal.kind }
                } == 1)

            try await house.act {
                try Zaak.Closure(zaak: zaken[1], resultaat: "ingetrokken", reden: "dubbel").run(in: $0)
            }
            #expect(
                try await house.read {
                    try $0.jobs.planned(for: .zaak(zaken[1])).count { $0.kind == Processignaal.kind }
                } == 0)
        }
    }
}
