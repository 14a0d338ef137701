import Basics
import Database
import TestSupport
import Testing

@Suite("Contract: days of moments")
struct DayTests {
    @Test(arguments: TestDatabase.all)
    func `the day of a moment is the day in the Netherlands, also around midnight and the change of the clock`(
        on kind: TestDatabase
    ) async throws {
        var random = SeededRandom(seed: 20_261_122)
        let edges =
            ["2026-03-28T23:00:00.000Z", "2026-03-29T21:59:59.999Z", "2026-03-29T22:00:00.000Z"]
            + ["2026-10-24T22:00:00.000Z", "2026-10-25T22:30:00.000Z", "2026-10-25T23:00:00.000Z"]
        let drawn = (0..<300).map { _ in Moment(milliseconds: Int64.random(in: 0...2_000_000_000_000, using: &random)) }
        let moments = edges.compactMap { Moment($0) } + drawn
        try await kind.withThings { db in
            for moment in moments {
                let found: String? = try await db.read { tx in
                    try tx.first("SELECT \(Query.day(of: "m.moment")) AS dag FROM (SELECT \(moment) AS moment) m")?[
                        "dag"]
                }
                #expect(found == moment.day.description, "\(moment)")
            }
        }
    }
}
