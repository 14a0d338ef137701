/// A number with its unit as a text gives it: exact, or with a bound on one or both sides.
public struct Quantity: Hashable, Sendable {
    /// What a number counts.
    public enum Measure: Hashable, Sendable {
        case money
        /// In hundredths of a percent.
        case percent
        case period(PeriodUnit)
        /// A place in a counted row of days: `dag 30`, `werkdag 6`.
        case position(PeriodUnit)
        /// As the number of ``Day``.
        case date
        /// Of the things named behind it.
        case count

        /// A length of time, or a day in a row or of the calendar.
        var isOfTime: Bool {
            switch self {
            case .period, .position, .date: true
            case .money, .percent, .count: false
            }
        }
    }

    public let measure: Measure
    /// Inclusive; cents for money.
    public var lower: Int?
    public var upper: Int?
    /// The tokens it was read from, words of comparison included.
    public var tokens: Range<Int>
    /// Meant to be just so much, no more: `precies 3`, `= 3`, a cell of a table.
    var isExact = false
    /// The edge itself is left out: `meer dan`, `jonger dan`.
    var isStrict = false
    /// Says how old a person is, which is no term or duration.
    var isAge = false
    /// Told by its place in a row: `een tweede termijn` makes two.
    var isOrdinal = false

    /// The number itself, where it is one and no range.
    public var exact: Int? { lower == upper ? lower : nil }
    /// Whether it sets a least or a most, or both.
    public var isBound: Bool { exact == nil }
}

extension Quantity {
    /// The unit of what is counted from a day: a period, or a workday by its number (`bel dan op werkdag 6`).
    var termUnit: PeriodUnit? {
        switch measure {
        case .period where isAge: nil
        case .period(let unit): unit
        case .position(.workday): .workday
        case .position, .money, .percent, .date, .count: nil
        }
    }

    var isTerm: Bool { termUnit != nil }

    /// `Dag 1 was 28 september`.
    var isFirstDay: Bool { measure == .position(.day) && exact == 1 }
}

extension Quantity {
    /// What it is in cents where it is an amount, or a bare number that stands for one; nothing for a range or another measure.
    var cents: Int? {
        guard let value = exact else { return nil }
        return switch measure {
        case .money: value
        case .count: value.multipliedReportingOverflow(by: 100).partialValue
        case .percent, .period, .position, .date: nil
        }
    }
}

extension Quantity {
    /// In cents where it is an amount, or a bare number that nothing says it counts: no age, no place in a row and no `1 medewerker`.
    func amount(in tokens: [Token]) -> Int? {
        guard measure == .count else { return cents }
        guard !isAge, !isOrdinal, !AgeReader.isCounting(self, tokens), !isFew(in: tokens) else { return nil }
        return cents
    }

    /// A number under ten with a word behind it counts what that word names.
    private func isFew(in tokens: [Token]) -> Bool {
        guard let value = exact, value < 10, tokens[self.tokens.upperBound - 1].mark == nil,
            let next = tokens.dropFirst(self.tokens.upperBound).first
        else { return false }
        return !FunctionWords.all.contains(next.text) && !DutchSyntax.finite.contains(next.text)
    }
}

/// The units in which periods are counted.
public enum PeriodUnit: String, Hashable, Sendable, CaseIterable {
    case hour, day, workday, week, month, year

    /// About how many days; only for putting periods of different units in order.
    var days: Double {
        switch self {
        case .hour: 1.0 / 24
        case .day: 1
        case .workday: 1.4
        case .week: 7
        case .month: 30.4
        case .year: 365.25
        }
    }

    init?(word: String) {
        switch word {
        case "uur", "uren": self = .hour
        case "dag", "dagen", "dgn", "dgen", "kalenderdag", "kalenderdagen", "etmaal": self = .day
        case "werkdag", "werkdagen", "werkdgn", "wd": self = .workday
        case "week", "weken", "wk", "wkn": self = .week
        case "maand", "maanden", "mnd": self = .month
        case "jaar", "jaren", "jr": self = .year
        default: return nil
        }
    }

    /// The unit that a word ends in: `kalenderjaar`, `schooljaar`.
    init?(endOf word: String) {
        let unit = ["jaar", "maand", "week", "dag"].first { word.hasSuffix($0) }
        guard let unit, let found = PeriodUnit(word: unit) else { return nil }
        self = found
    }
}
