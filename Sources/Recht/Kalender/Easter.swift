public import Basics

extension Day {
    /// Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm of 1876).
    public static func easter(of year: Int) -> Day {
        let century = year / 100
        let golden = year % 19
        let moonCorrection = century - century / 4 - (8 * century + 13) / 25
        let epact = (moonCorrection + 19 * golden + 15) % 30
        let shifted = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))
        let weekday = (year + year / 4 + shifted + 2 - century + century / 4) % 7
        let offset = shifted - weekday
        let month = 3 + (offset + 40) / 44
        let dayOfMonth = offset + 28 - 31 * (month / 4)
        return Day(year, month, dayOfMonth) ?? Day(number: 0)
    }
}
