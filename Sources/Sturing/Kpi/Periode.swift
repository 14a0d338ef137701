public import Basics

/// A span of days that figures are about: a month, a quarter, a year, or from one day to another.
public struct Periode: Hashable, Sendable {
    public enum Soort: Hashable, Sendable, CaseIterable { case maand, kwartaal, jaar, vrij }

    public let soort: Soort
    public let van: Day
    /// The last day, and the day on which what stands at an end is counted (CORA: peildatum).
    public let tot: Day

    private init(_ soort: Soort, _ van: Day, _ tot: Day) {
        self.soort = soort
        self.van = van
        self.tot = tot
    }

    /// The month, quarter or year that a day is in.
    public init(_ soort: Soort, around day: Day) {
        let months = soort.months
        let first = day.firstOfMonth.adding(months: -((day.month - 1) % months))
        self.init(soort == .vrij ? .maand : soort, first, first.adding(months: months) - 1)
    }

    /// From one day to another, at most three years; `nil` for an order that runs backwards.
    public init?(van: Day, tot: Day) {
        guard van <= tot, tot < van.adding(years: 3), van.year > 1900, tot.year < 9000 else { return nil }
        self.init(.vrij, van, tot)
    }
}

extension Periode.Soort {
    fileprivate var months: Int {
        switch self {
        case .maand, .vrij: 1
        case .kwartaal: 3
        case .jaar: 12
        }
    }
}

extension Periode {
    /// The span of the same length before this one.
    public var vorige: Periode {
        switch soort {
        case .maand, .kwartaal, .jaar: Periode(soort, around: van - 1)
        case .vrij: Periode(.vrij, van - (tot - van) - 1, van - 1)
        }
    }

    public var volgende: Periode {
        switch soort {
        case .maand, .kwartaal, .jaar: Periode(soort, around: tot + 1)
        case .vrij: Periode(.vrij, tot + 1, tot + (tot - van) + 1)
        }
    }

    /// This span and those before it, the oldest first.
    public func reeks(_ count: Int) -> [Periode] {
        var all = [self]
        while all.count < count { all.append(all[all.count - 1].vorige) }
        return all.reversed()
    }

    /// As far as it has passed: figures that stand at an end are of today while the span still runs.
    public func until(_ today: Day) -> Periode { tot > today && van <= today ? Periode(soort, van, today) : self }

    /// The 12 months up to its last day.
    public var jaarTerug: Periode { Periode(.vrij, tot.adding(years: -1) + 1, tot) }

    /// From 1 January up to its last day.
    public var ditJaar: Periode { Periode(.vrij, Day(tot.year, 1, 1) ?? van, tot) }
}

extension Periode: LosslessStringConvertible {
    /// As it stands in an address: `2026-11`, `2026-k4`, `2026`, `2026-01-01..2026-03-31`.
    public var description: String {
        switch soort {
        case .maand: String("\(van)".prefix(7))
        case .kwartaal: "\(van.year)-k\((van.month + 2) / 3)"
        case .jaar: "\(van.year)"
        case .vrij: "\(van)..\(tot)"
        }
    }

    public init?(_ text: String) {
        if let split = text.firstRange(of: "..") {
            guard let van = Day(String(text[..<split.lowerBound])), let tot = Day(String(text[split.upperBound...]))
            else { return nil }
            self.init(van: van, tot: tot)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0].count == 4, let year = Int(parts[0]), (1901...8999).contains(year) else {
            return nil
        }
        guard parts.count == 2 else {
            guard let first = Day(year, 1, 1) else { return nil }
            self.init(.jaar, around: first)
            return
        }
        let isQuarter = parts[1].hasPrefix("k")
        guard let number = Int(parts[1].dropFirst(isQuarter ? 1 : 0)), number >= 1, number <= (isQuarter ? 4 : 12),
            let first = Day(year, isQuarter ? number * 3 : number, 1)
        else { return nil }
        self.init(isQuarter ? .kwartaal : .maand, around: first)
        guard description == text else { return nil }
    }
}

extension Day {
    fileprivate var firstOfMonth: Day { self - (day - 1) }
}
