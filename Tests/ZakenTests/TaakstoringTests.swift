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

@Suite("Steps that fail")
struct TaakstoringTests {
    @Test(arguments: TestDatabase.all)
    func `a step that fails waits for someone to mend it, and then goes on`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let press = Switch()
            let house = try await TestHouse(db) { playbook in
                guard let real = playbook.diensten["brief.versturen"] else { return }
                playbook.diensten.offer("brief.versturen") { vraag, act in
                    try press.isBroken ? .failed(reason: "press-broken") : real(vraag, act)
                }
            }
            press.break()
            try await house.take(.huur(.noor))
            let taak = try #require(try await house.taken(of: .noor).first)
            #expect(taak.soort == .storing)
            #expect(taak.stap == "A.2.1")
            #expect(taak.waarom.contains("press-broken"))
            #expect(try await house.brieven(to: .noor).isEmpty)

            try await house.complete(taak, [:])
            #expect(try await house.taken(of: .noor).map(\.soort) == [.storing])
            press.mend()
            try await house.doe("A.2.1", of: .noor, [:])

            #expect(try await house.taken(of: .noor).isEmpty)
            #expect(try await house.brieven(to: .noor).map(\.sjabloon) == ["herinnering"])
            #expect(house.mishaps.all == [])
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that cannot be made is a step to mend, not a job that dies`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db) { playbook in
                playbook.diensten.offer("brief.versturen") { _, _ in .failed(reason: "no-letter") }
                playbook.diensten.offer("zaak.status") { _, _ in .done([:]) }
            }
            try await house.take(.huur(.noor))

            #expect(try await house.taken(of: .noor).map(\.soort) == [.storing])
            #expect(house.mishaps.all == [])
        }
    }
}

private final class Switch: Sendable {
    private let state = Mutex(false)

    var isBroken: Bool { state.withLock { $0 } }
    func `break`() { state.withLock { $0 = true } }
    func mend() { state.withLock { $0 = false } }
}
