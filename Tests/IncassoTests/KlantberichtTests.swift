import Basics
import Database
import Incasso
import Synchronization
import TestHouse
import TestSupport
import Testing
import Zaken

/// What the room of mail tells of a klant holds back costs and signals as it does letters.
@Suite("What a klant wrote, and costs and signals")
struct KlantberichtTests {
    /// What waits of the klant of every zaak.
    private final class Bus: Sendable {
        let wachtend = Mutex<[Klantbericht]>([])

        func put(_ soorten: String...) {
            wachtend.withLock { $0 = soorten.map { Klantbericht(isCrisis: false, soorten: [$0]) } }
        }
    }

    private func open(_ db: Database, _ bus: Bus) async throws -> TestHouse {
        try await TestHouse(
            db,
            changing: { playbook in
                playbook.diensten.keep(Klantpost { _, _ in bus.wachtend.withLock { $0 } })
            })
    }

    @Test(arguments: TestDatabase.all)
    func `no costs are booked while someone waits for an answer`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let bus = Bus()
            let house = try await open(db, bus)
            try await house.take(.huur(.noor))
            try await house.naarVeertiendagenbrief(.noor)
            try await house.move(days: 2)
            bus.put("regeling")
            try await house.move(days: 40)
            #expect(try await house.kosten(of: .noor) == .zero)

            bus.put()
            try await house.move(days: 3)
            #expect(try await house.kosten(of: .noor) > .zero)
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `nobody is passed on to the municipality while an objection against it waits`(on kind: TestDatabase)
        async throws
    {
        try await kind.with { db in
            let bus = Bus()
            let house = try await open(db, bus)
            let zaak = try await house.ready()
            bus.put("gegevens")
            await #expect(throws: PoortRefusal.self) { _ = try await house.give(zaak) }
            bus.put("regeling")
            if case .gegeven = try await house.give(zaak) {} else { Issue.record("no signal was given") }
        }
    }
}
