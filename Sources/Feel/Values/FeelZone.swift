internal import Foundation

/// How a clock stands to UTC: a fixed offset, or the rules of a region (IANA time zone).
public enum FeelZone: Hashable, Sendable {
    /// Seconds ahead of UTC.
    case offset(Int32)
    case region(String)

    /// A region that is known; UTC under any of its names is an offset.
    init?(region name: String) {
        guard !name.isEmpty, name.utf8.count <= 64, FeelZone.rules(name) != nil else { return nil }
        self = .region(name)
    }

    private static func rules(_ name: String) -> TimeZone? {
        if ["Z", "UTC", "GMT"].contains(name) { return TimeZone(secondsFromGMT: 0) }
        guard name.contains("/") || TimeZone.knownTimeZoneIdentifiers.contains(name) else { return nil }
        return TimeZone(identifier: name)
    }

    /// Seconds ahead of UTC at a local time, counted in seconds from 1970 as if it were UTC.
    func offset(atLocal seconds: Int64) -> Int {
        switch self {
        case .offset(let offset): return Int(offset)
        case .region(let name):
            guard let zone = FeelZone.rules(name) else { return 0 }
            let first = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
            let second = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds) - Double(first)))
            guard first != second else { return first }
            let third = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds) - Double(second)))
            return third == second ? second : min(first, second)
        }
    }

    /// Seconds ahead of UTC at an instant.
    func offset(atInstant seconds: Int64) -> Int {
        switch self {
        case .offset(let offset): Int(offset)
        case .region(let name):
            FeelZone.rules(name)?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) ?? 0
        }
    }
}

extension FeelZone: CustomStringConvertible {
    /// `Z`, `+01:00`, `@Europe/Amsterdam`.
    public var description: String {
        switch self {
        case .region(let name): return "@" + name
        case .offset(0): return "Z"
        case .offset(let offset):
            let size = Int(abs(offset))
            let seconds = size % 60 == 0 ? "" : ":" + twoDigits(size % 60)
            return (offset < 0 ? "-" : "+") + twoDigits(size / 3600) + ":" + twoDigits(size / 60 % 60) + seconds
        }
    }
}
