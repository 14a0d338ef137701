/// A length of time in days, hours, minutes and seconds (DMN 1.5, 10.3.2.3.7).
public struct FeelDaysDuration: Hashable, Sendable, Comparable {
    /// Whole seconds, rounded down, and the nanoseconds above them.
    public let seconds: Int64
    public let nanosecond: Int32

    public init(seconds: Int64) { (self.seconds, nanosecond) = (seconds, 0) }

    package init?(nanoseconds: Int128) {
        let (whole, rest) = nanoseconds.flooredDivision(by: 1_000_000_000)
        guard let seconds = Int64(exactly: whole), abs(seconds) < 1 << 62 else { return nil }
        (self.seconds, nanosecond) = (seconds, Int32(rest))
    }

    var nanoseconds: Int128 { Int128(seconds) * 1_000_000_000 + Int128(nanosecond) }

    /// Days, hours, minutes, seconds and nanoseconds, all with the sign of the whole.
    var parts: (days: Int, hours: Int, minutes: Int, seconds: Int, nanosecond: Int32) {
        let sign = nanoseconds < 0 ? -1 : 1
        let size = nanoseconds.magnitude
        let whole = Int(size / 1_000_000_000)
        return (
            sign * (whole / 86_400), sign * (whole / 3600 % 24), sign * (whole / 60 % 60), sign * (whole % 60),
            Int32(size % 1_000_000_000)
        )
    }

    public static func < (left: FeelDaysDuration, right: FeelDaysDuration) -> Bool {
        (left.seconds, left.nanosecond) < (right.seconds, right.nanosecond)
    }
}

extension FeelDaysDuration: CustomStringConvertible {
    /// `P1DT2H3M4.5S`, `-PT5M`, `PT0S`.
    public var description: String {
        let parts = parts
        if nanoseconds == 0 { return "PT0S" }
        let clock = [(parts.hours, "H"), (parts.minutes, "M")].filter { $0.0 != 0 }.map { "\(abs($0.0))\($0.1)" }
        let decimals = fraction(parts.nanosecond)
        let second = parts.seconds == 0 && decimals.isEmpty ? "" : "\(abs(parts.seconds))\(decimals)S"
        let time = clock.joined() + second
        let days = parts.days == 0 ? "" : "\(abs(parts.days))D"
        return (nanoseconds < 0 ? "-P" : "P") + days + (time.isEmpty ? "" : "T" + time)
    }
}

/// A length of time in years and months (DMN 1.5, 10.3.2.3.8).
public struct FeelYearsDuration: Hashable, Sendable {
    public let months: Int64

    /// At most 2^60 months either way.
    public init(months: Int64) { self.months = min(max(months, -(1 << 60)), 1 << 60) }
}

extension FeelYearsDuration: CustomStringConvertible {
    /// `P1Y2M`, `-P3M`, `P0M`.
    public var description: String {
        if months == 0 { return "P0M" }
        let (years, rest) = (months.magnitude / 12, months.magnitude % 12)
        return (months < 0 ? "-P" : "P") + (years == 0 ? "" : "\(years)Y") + (rest == 0 ? "" : "\(rest)M")
    }
}
