import Basics
import Recht
import Testing

@Suite("What someone can spare")
struct SpareRoomTests {
    let tables: RechtTables
    let spring = day("2026-03-01")

    init() throws { tables = try Shipped.tables() }

    private func answers(_ net: String, _ change: (inout SpareRoomAnswers) -> Void = { _ in }) -> SpareRoomAnswers {
        var answers = SpareRoomAnswers(leefsituatie: .alleenstaande, netto: euro(net))
        change(&answers)
        return answers
    }

    @Test func `income less protected income less what goes elsewhere, and the smallest room counts`() throws {
        let room = try tables.spareRoom(
            answers("2050.00") {
                $0.jaarinkomen = euro("28000.00")
                $0.elders = euro("50.00")
            }, on: spring)
        let left = euro("2050.00") - room.voet.bedrag - euro("50.00")
        #expect(room.affordability.legalRoom == left)
        #expect(room.affordability.room == min(left, euro("598.50")))
        #expect(room.doubts.isEmpty)
        #expect(room.working.first?.code == "ruimte.inkomen")
        #expect(room.working.last?.code == "ruimte.grens")
    }

    @Test func `an unknown year income counts in the person's favour, and the outcome is called an estimate`() throws {
        let known = try tables.spareRoom(answers("2050.00") { $0.jaarinkomen = euro("28000.00") }, on: spring)
        let unknown = try tables.spareRoom(answers("2050.00"), on: spring)
        #expect(unknown.voet.bedrag >= known.voet.bedrag)
        #expect(unknown.doubts == [.noYearIncome])
        #expect(!unknown.working.contains { $0.code == "bvv.huur" })
    }

    @Test func `without figures of today those of the last period are taken, and said to be old`() throws {
        let room = try tables.spareRoom(answers("2050.00") { $0.jaarinkomen = euro("28000.00") }, on: day("2026-11-21"))
        #expect(room.doubts == [.oldFigures(until: day("2026-06-30"))])
    }

    @Test func `holiday pay that was left out is added`() throws {
        let room = try tables.spareRoom(answers("2000.00") { $0.metVakantiegeld = false }, on: spring)
        #expect(room.affordability.ownNet == euro("2140.00"))
    }

    @Test func `amounts beyond measure are refused`() {
        #expect(throws: BvvRefusal.self) { try tables.spareRoom(answers("-1.00"), on: spring) }
        #expect(throws: BvvRefusal.self) {
            try tables.spareRoom(answers("2000.00") { $0.elders = Money(cents: .max) }, on: spring)
        }
    }

    @Test(arguments: 0..<200)
    func `every choice fits the limit, pays the debt within its count, and no two are alike`(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let policy = try #require(tables.arrangements.value(on: spring))
        let debt = Money(cents: Int64.random(in: 1...2_000_000, using: &random))
        let limit = Money(cents: Int64.random(in: 500...60_000, using: &random))
        let choices = policy.choices(on: debt, limit: limit)
        for one in choices {
            #expect(one.term <= limit, "seed \(seed)")
            #expect(one.term * Int64(one.count) >= debt, "seed \(seed)")
            #expect(one.term * Int64(one.count - 1) < debt, "seed \(seed)")
        }
        #expect(Set(choices.map(\.count)).count == choices.count, "seed \(seed)")
    }
}
