import Basics
import Testing

@Suite("Days in the Netherlands")
struct DayTests {
    @Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("0001-01-01", -719_162)])
    func `a date is a number of days since 1970`(text: String, number: Int32) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: ["2025-02-29", "2025-13-01", "2025-00-10", "25-01-01", "2025-1-1", "2025-01-01x", ""])
    func `what is no date is refused`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day of four centuries is read back as written`() {
        for number in stride(from: Int32(-100_000), to: 100_000, by: 37) {
            let day = Day(number: number)
            #expect(Day(day.description) == day)
        }
    }

    @Test func `a month later keeps the day where it exists, else takes the last`() throws {
        let start = try #require(Day(2024, 1, 31))
        #expect(start.adding(months: 1) == Day(2024, 2, 29))
        #expect(start.adding(months: 13) == Day(2025, 2, 28))
        #expect(start.adding(months: -2) == Day(2023, 11, 30))
        #expect(start.adding(months: 12) == Day(2025, 1, 31))
    }

    @Test func `weekdays follow the calendar`() {
        #expect(Day(2026, 11, 21)?.weekday == .saturday)
        #expect(Day(1969, 12, 28)?.weekday == .sunday)
    }

    @Test(arguments: ["10-04-2026", "10/4/2026", "2026-04-10", "20260410", "10.4.2026"])
    func `dates are read as offices write them`(text: String) {
        #expect(Day(written: text) == Day(2026, 4, 10))
    }
}

@Suite("Moments")
struct MomentTests {
    @Test(arguments: [
        ("2026-03-29", 1, "2026-03-29T00:00:00.000Z"), ("2026-03-29", 3, "2026-03-29T01:00:00.000Z"),
        ("2026-07-01", 9, "2026-07-01T07:00:00.000Z"), ("2026-10-25", 4, "2026-10-25T03:00:00.000Z"),
        ("2026-12-31", 0, "2026-12-30T23:00:00.000Z"),
    ])
    func `a Dutch clock time is one moment`(day: String, hour: Int, utc: String) throws {
        let moment = Moment(try #require(Day(day)), hour: hour)
        #expect(moment.description == utc)
        #expect(Moment(utc) == moment)
        #expect(moment.day.description == day)
        #expect(moment.clock.hour == hour)
    }

    @Test func `offsets and fractions are read`() {
        #expect(Moment("2026-04-10T10:15:00+02:00") == Moment("2026-04-10T08:15:00.000Z"))
        #expect(
            Moment("2026-04-10T08:15:00.5Z")?.milliseconds
                == Moment("2026-04-10T08:15:00Z").map { $0.milliseconds + 500 })
        #expect(Moment("2026-04-10") == nil)
    }
}
