/// An instant in UTC, in whole milliseconds since 1 January 1970.
public struct Moment: Hashable, Sendable, Comparable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Moment, right: Moment) -> Bool { left.milliseconds < right.milliseconds }
    public func adding(seconds: Int64) -> Moment { Moment(milliseconds: milliseconds + seconds * 1_000) }
    public func adding(minutes: Int64) -> Moment { adding(seconds: minutes * 60) }
    public func adding(days: Int64) -> Moment { adding(seconds: days * 86_400) }
    /// The seconds from `right` to `left`, rounded down.
    public static func - (left: Moment, right: Moment) -> Int64 { (left.milliseconds - right.milliseconds) / 1_000 }
}

extension Moment {
    /// The instant at which a clock in the Netherlands shows this time of this day; an hour later where summer time skips it.
    public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let wall = Int64(day.number) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
        let winter = Moment(milliseconds: (wall - 3_600) * 1_000)
        let summer = Moment(milliseconds: (wall - 7_200) * 1_000)
        self = summer.isSummerTime ? summer : winter
    }

    /// Seconds that a clock in the Netherlands is ahead of UTC.
    public var dutchOffset: Int64 { isSummerTime ? 7_200 : 3_600 }

    /// The date in the Netherlands at this instant.
    public var day: Day { Day(number: Int32(dutchSeconds.flooredQuotient(86_400))) }

    /// Hour and minute on a clock in the Netherlands.
    public var clock: (hour: Int, minute: Int) {
        let second = Int(dutchSeconds - dutchSeconds.flooredQuotient(86_400) * 86_400)
        return (second / 3_600, second % 3_600 / 60)
    }

    private var dutchSeconds: Int64 { milliseconds.flooredQuotient(1_000) + dutchOffset }

    /// Summer time runs from the last Sunday of March to that of October, 01:00 UTC (directive 2000/84/EC).
    private var isSummerTime: Bool {
        let year = Day(number: Int32(milliseconds.flooredQuotient(86_400_000))).year
        return self >= Moment.change(in: 3, of: year) && self < Moment.change(in: 10, of: year)
    }

    private static func change(in month: Int, of year: Int) -> Moment {
        let last = Day(year, month, 31) ?? Day(number: 0)
        let sunday = last - last.weekday.rawValue % 7
        return Moment(milliseconds: (Int64(sunday.number) * 86_400 + 3_600) * 1_000)
    }
}

extension Int64 {
    /// The quotient rounded down, also below zero.
    func flooredQuotient(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
