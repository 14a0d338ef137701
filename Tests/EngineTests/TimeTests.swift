import Basics
import Engine
import Testing

/// Durations by the calendar and by the clock.
@Suite struct TimeTests {
    @Test(arguments: [
        ("2026-03-28T09:00:00Z", "P1D", "2026-03-29T08:00:00.000Z"),
        ("2026-03-28T09:00:00Z", "PT24H", "2026-03-29T09:00:00.000Z"),
        ("2026-01-31T09:00:00Z", "P1M", "2026-02-28T09:00:00.000Z"),
        ("2026-01-31T09:00:30Z", "P1W", "2026-02-07T09:00:30.000Z"),
        ("2026-01-31T09:00:00Z", "P1Y2M3DT4H5M6.5S", "2027-04-03T12:05:06.500Z"),
        ("2026-03-02T09:00:00Z", "-P1D", "2026-03-01T09:00:00.000Z"),
    ])
    func `months and days keep the clock, hours do not`(from: String, span: String, to: String) throws {
        let moment = try #require(Moment(from))
        #expect(moment.adding(try #require(TimeSpan(span))).description == to)
    }

    @Test(arguments: [
        "", "P", "PT", "1D", "P1", "P1H", "PT1D", "P1.5D", "P1D1Y", "P9999999999D", "PT-5S", "P99999999Y",
    ])
    func `what is no duration is refused`(text: String) {
        #expect(TimeSpan(text) == nil)
    }

    @Test(arguments: ["P14D", "PT1H", "P1M", "PT0S", "P1M3DT4.250S", "-P2D"])
    func `a duration is the same after it was written`(text: String) throws {
        let span = try #require(TimeSpan(text))
        #expect(TimeSpan(span.description) == span)
    }
}
