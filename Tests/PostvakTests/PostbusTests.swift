import Basics
import Database
import Synchronization
import TestHouse
import TestSupport
import Testing

@testable import Postvak

@Suite("A mailbox that is looked at")
struct PostbusTests {
    @Test func `each mail comes in once, what is none is said, and the next look goes on where this one was`()
        async throws
    {
        try await TestDatabase.memory.with { db in
            let house = try await TestHouse(db)
            let asked = Mutex<[Postbus.Stand?]>([])
            let mails = [
                Mailbox.plain(subject: "Vraag", "Waarvoor is dit?"),
                Mailbox.plain(subject: "Vraag", "Waarvoor is dit?"), [],
            ]
            let bus = Postbus(naam: "post") { stand in
                asked.withLock { $0.append(stand) }
                let last = stand?.laatste ?? 0
                return (mails + [nil]).enumerated().map { index, bytes in
                    Postbus.Bericht(stand: Postbus.Stand(nummering: 7, laatste: index + 1), bytes: bytes)
                }.filter { $0.stand.laatste > last }
            }
            let kantoor = try PostTests.kantoor(house)

            try await bus.look(with: kantoor)
            try await bus.look(with: kantoor)

            #expect(try await db.read { try Postlijst().all(in: $0, limit: 5).count } == 1)
            #expect(asked.withLock { $0 } == [nil, Postbus.Stand(nummering: 7, laatste: 4)])
        }
    }
}
