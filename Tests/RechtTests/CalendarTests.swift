import Basics
import Recht
import Testing

@Suite("Work calendar")
struct CalendarTests {
    let calendar: WorkCalendar

    init() throws { calendar = try Shipped.tables().calendar }

    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"), (2024, "2024-03-31"),
        (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"), (2285, "2285-03-22"),
    ])
    func `Easter falls where the church says`(year: Int, date: String) {
        #expect(Day.easter(of: year) == day(date))
    }

    @Test func `Easter is always a Sunday from 22 March to 25 April`() throws {
        for year in 1600...2600 {
            let easter = Day.easter(of: year)
            #expect(easter.weekday == .sunday)
            let range = try #require(Day(year, 3, 22))...(try #require(Day(year, 4, 25)))
            #expect(range.contains(easter))
        }
    }

    @Test func `the holidays of 2026 are known`() {
        #expect(
            calendar.holidays(in: 2026).map(\.day.description) == [
                "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14",
                "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26",
            ])
    }

    @Test(arguments: [
        ("2025-04-26", true), ("2025-04-27", false), ("2014-04-26", true), ("2013-04-30", true), ("2012-04-30", true),
    ])
    func `King's day moves off a Sunday`(date: String, isHoliday: Bool) {
        #expect(calendar.isHoliday(day(date)) == isHoliday)
    }

    @Test func `working days skip weekends and holidays`() {
        #expect(calendar.adding(workdays: 2, to: day("2026-04-02")) == day("2026-04-08"))
        #expect(calendar.workday(onOrAfter: day("2025-12-25")) == day("2025-12-29"))
    }
}
