/// A time of day, with or without a zone (DMN 1.5, 10.3.2.3.4).
public struct FeelTime: Hashable, Sendable {
    /// Seconds since midnight.
    public let second: Int32
    public let nanosecond: Int32
    public let zone: FeelZone?

    /// The time; `nil` when there is none.
    public init?(hour: Int, minute: Int, second: Int, nanosecond: Int = 0, zone: FeelZone? = nil) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0..<1_000_000_000).contains(nanosecond)
        else { return nil }
        self.init(second: Int32(hour * 3600 + minute * 60 + second), nanosecond: Int32(nanosecond), zone: zone)
    }

    package init(second: Int32, nanosecond: Int32, zone: FeelZone?) {
        (self.second, self.nanosecond, self.zone) = (second, nanosecond, zone)
    }

    static let midnight = FeelTime(second: 0, nanosecond: 0, zone: nil)

    public var hour: Int { Int(second) / 3600 }
    public var minute: Int { Int(second) / 60 % 60 }
    public var secondOfMinute: Int { Int(second) % 60 }

    /// Seconds ahead of UTC; for a region those of 1 January 1970, as a time has no date.
    var offset: Int? { zone.map { $0.offset(atLocal: Int64(second)) } }

    /// Nanoseconds since midnight UTC, or local midnight.
    var nanoseconds: Int64 { (Int64(second) - Int64(offset ?? 0)) * 1_000_000_000 + Int64(nanosecond) }

    /// Equality to the second (DMN 1.5, 10.3.2.3.4: the fraction is no part of the comparison).
    func equals(_ other: FeelTime) -> Bool? {
        guard (zone == nil) == (other.zone == nil) else { return false }
        return Int(second) - (offset ?? 0) == Int(other.second) - (other.offset ?? 0)
    }

    func order(to other: FeelTime) -> Int? {
        guard (zone == nil) == (other.zone == nil) else { return nil }
        return nanoseconds.order(to: other.nanoseconds)
    }

    /// The time some nanoseconds later, round the clock.
    func adding(nanoseconds: Int128) -> FeelTime {
        let day: Int128 = 86_400_000_000_000
        let sum = (Int128(second) * 1_000_000_000 + Int128(nanosecond) + nanoseconds) % day
        let total = sum < 0 ? sum + day : sum
        return FeelTime(
            second: Int32(total / 1_000_000_000), nanosecond: Int32(total % 1_000_000_000), zone: zone)
    }
}

extension FeelTime: CustomStringConvertible {
    /// `08:15:00`, `08:15:00.5+01:00`, `08:15:00@Europe/Amsterdam`.
    public var description: String {
        let clock = [hour, minute, secondOfMinute].map(twoDigits).joined(separator: ":")
        return clock + fraction(nanosecond) + (zone?.description ?? "")
    }
}

/// Nanoseconds as decimals of a second: nothing, or a point and what is needed.
func fraction(_ nanosecond: Int32) -> String {
    guard nanosecond != 0 else { return "" }
    let digits = String(nanosecond)
    var all = String(repeating: "0", count: 9 - digits.count) + digits
    while all.last == "0" { all.removeLast() }
    return "." + all
}
