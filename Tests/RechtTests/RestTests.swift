import Basics
import Recht
import Testing

@Suite("Days without interest")
struct RestTests {
    @Test func `the law's rests of interest count neither days nor an anniversary twice`() throws {
        let rates = InterestRates.flat
        for seed in 0..<200 {
            var random = SeededRandom(seed: UInt64(seed))
            let from = Day(number: 19_000 + Int32.random(in: 0..<800, using: &random))
            let length = Int.random(in: 1..<900, using: &random)
            let (a, b) = (Int.random(in: 0...length, using: &random), Int.random(in: 0...length, using: &random))
            let rest = (from + min(a, b))..<(from + max(a, b))
            func interest(_ rests: [Range<Day>]) throws -> InterestCalculation {
                try rates.interest(
                    for: InterestQuestion(
                        principal: .euros(1_000), from: from, until: from + length, basis: .statutory(.consument),
                        rests: rests))
            }
            let (full, rested) = (try interest([]), try interest(rest.isEmpty ? [] : [rest]))
            #expect(rested.interest <= full.interest, "seed \(seed)")
            #expect(rested.segments.map(\.days).reduce(0, +) == length - rest.count, "seed \(seed)")
        }
    }
}

extension InterestRates {
    fileprivate static var flat: InterestRates {
        InterestRates(
            consument: DatedTable([Dated(from: Day(number: 0), Rate(6, per: 100), source: "test")]),
            handel: DatedTable([Dated(from: Day(number: 0), Rate(10, per: 100), source: "test")]))
    }
}
