import Basics
import Incasso
import Jobs
import TestHouse
import TestSupport
import Testing
import Zaken

@Suite("Whether a letter has left")
struct BezorgingTests {
    @Test(arguments: TestDatabase.all)
    func `a letter waits until its moment, and has then left`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db, at: Moment(Zonnedorp.begin, hour: 3))
            try await house.take(.huur(.noor))
            guard case .wacht(let from?) = try await house.bezorging() else {
                Issue.record("the letter should wait for the hours of contact")
                return
            }
            #expect(from > house.clock.now)

            try await house.move(days: 1)

            guard case .verzonden = try await house.bezorging() else {
                Issue.record("the letter should have left")
                return
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func `a letter that was tried in vain has not been sent, and says why`(on kind: TestDatabase) async throws {
        try await kind.with { db in
            let house = try await TestHouse(db, at: Moment(Zonnedorp.begin, hour: 3))
            try await house.take(.huur(.noor))
            let closed = house.runner(without: Brief.sendingKind)
            try await closed.runDue(now: house.clock.now.adding(days: 1))

            guard case .mislukt(let times, let cause) = try await house.bezorging() else {
                Issue.record("the letter should have failed")
                return
            }
            #expect(times == 1 && !cause.isEmpty)
        }
    }
}

extension TestHouse {
    /// How the first letter to Noor stands.
    fileprivate func bezorging() async throws -> Brief.Bezorging? {
        let zaak = try await zaak(of: .noor)
        return try await read { try $0.brieven.deliveries(of: zaak.id).values.first }
    }
}
