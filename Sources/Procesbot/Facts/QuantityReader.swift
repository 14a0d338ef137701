import Basics

/// Finds the amounts, periods, dates, positions and counts of a text.
struct QuantityReader {
    private let tokens: [Token]
    private var index = 0
    private var found: [Quantity] = []

    static func quantities(in tokens: [Token]) -> [Quantity] {
        var reader = QuantityReader(tokens: tokens)
        while reader.index < tokens.count { reader.step() }
        return reader.found
    }

    private init(tokens: [Token]) { self.tokens = tokens }

    private mutating func step() {
        if let (day, end) = DateReader.date(in: tokens, at: index) {
            add(.date, Int(day.number), index..<end)
        } else if DateReader.isDayOfMonth(at: index, in: tokens) {
            // `28 december` counts nothing.
            index += 2
        } else if isYearOfMonth {
            index += 1
        } else if let position = position() {
            add(position.measure, position.value, index..<index + 2)
        } else if let value = NumberWords.hundredths(tokens[index]) ?? article() ?? ordinal() {
            number(value)
        } else {
            index += 1
        }
    }

    /// `2.6` is the number of a step or a section: an amount has a comma, or a full stop before three digits.
    private func isCode(_ text: String) -> Bool {
        let parts = text.split(separator: ".")
        return !text.contains(",") && parts.count > 1 && parts.dropFirst().contains { $0.count != 3 }
    }

    /// `juni 2026` counts nothing.
    private var isYearOfMonth: Bool {
        word(index - 1).map(DateReader.isMonth) == true && tokens[index].text.utf8.count == 4
            && Int(tokens[index].text).map { (1900...2100).contains($0) } == true
    }

    private func word(_ place: Int) -> String? { tokens.indices.contains(place) ? tokens[place].text : nil }

    private func position() -> (measure: Quantity.Measure, value: Int)? {
        guard index + 1 < tokens.count, let unit = PeriodUnit(word: tokens[index].text),
            unit == .day || unit == .workday,
            tokens[index].text.hasSuffix("dag"), tokens[index].mark == nil, tokens[index + 1].isNumeric,
            PeriodUnit(word: word(index + 2) ?? "") == nil,
            let value = NumberWords.whole(tokens[index + 1])
        else { return nil }
        return (.position(unit), value)
    }

    /// `ouder dan een jaar`: behind a comparative and before a unit, the article is a number.
    private func article() -> Int? {
        tokens[index].text == "een" && word(index - 1) == "dan" && PeriodUnit(word: word(index + 1) ?? "") != nil
            ? 100 : nil
    }

    /// `de derde keer` is three times; `een tweede termijn` makes two.
    private func ordinal() -> Int? {
        guard let place = Self.ordinals.firstIndex(of: tokens[index].text) else { return nil }
        let isOneMore = place > 0 && word(index - 1) == "een" && Ordinal.isOrdinal(index, in: tokens)
        return ["keer", "maal"].contains(word(index + 1) ?? "") || isOneMore ? (place + 1) * 100 : nil
    }
    private static let ordinals = [
        "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende",
    ]

    /// `anderhalf jaar` is 18 months: a part of a unit is so many of a smaller one.
    private func whole(_ value: Int, _ unit: PeriodUnit) -> (PeriodUnit, Int) {
        guard value % 100 != 0 else { return (unit, value / 100) }
        return switch unit {
        case .year: (.month, value * 12 / 100)
        case .month: (.day, value * 30 / 100)
        case .week: (.day, value * 7 / 100)
        case .hour, .day, .workday: (unit, value / 100)
        }
    }

    /// A number may be followed by `of meer`, an adjective and its unit; `euro` may also stand before it.
    private mutating func number(_ value: Int) {
        let (unit, end) = unit(after: index + 1)
        let start = index
        switch unit {
        case .money: add(.money, signed(value), start..<end)
        case .percent: add(.percent, value, start..<end)
        case .period(let unit):
            let (unit, count) = value < 100_000 ? whole(value, unit) : (unit, value / 100)
            add(.period(unit), count, start..<end)
        case .position, .date, .count:
            if word(start - 1) == "euro" { return add(.money, signed(value), start - 1..<start + 1) }
            if isCode(tokens[start].text) {
                index = start + 1
                return
            }
            // `1.850` and `12,50` without a word behind them are amounts; a small whole number is a count.
            let isAmount = tokens[start].text.contains(where: { $0 == "." || $0 == "," }) || value % 100 != 0
            if isAmount {
                add(.money, signed(value), start..<start + 1)
            } else {
                add(.count, signedCount(value), start..<start + 1)
            }
        }
    }

    private func unit(after place: Int) -> (Quantity.Measure, Int) {
        var place = place
        for _ in 0..<3 {
            guard let text = word(place) else { break }
            if text == "euro" || text == "eur" || text == "euros" { return (.money, place + 1) }
            if text == "procent" || text == "pct" { return (.percent, place + 1) }
            if let unit = PeriodUnit(word: text) { return (.period(unit), place + 1) }
            guard
                ["of", "meer", "minder", "hele", "volle", "volledige", "enkele", "a", "tot", "aaneengesloten"].contains(
                    text)
            else { break }
            place += 1
        }
        return (.count, place)
    }

    private func signed(_ value: Int) -> Int { isNegative ? -value : value }
    private func signedCount(_ value: Int) -> Int { isNegative ? -value / 100 : value / 100 }
    private var isNegative: Bool {
        ["min", "minus", "negatief"].contains(word(index - 1) ?? "") && tokens[index].isNumeric
    }

    private mutating func add(_ measure: Quantity.Measure, _ value: Int, _ range: Range<Int>) {
        var quantity = Quantity(measure: measure, lower: value, upper: value, tokens: range)
        index = Comparison.apply(to: &quantity, in: tokens)
        if joinsRange(quantity), let last = found.popLast() {
            quantity.lower = lower(last, in: quantity.measure)
            quantity.tokens = last.tokens.lowerBound..<quantity.tokens.upperBound
        }
        quantity.isExact = ["precies", "exact"].contains(word(quantity.tokens.lowerBound - 1) ?? "")
        quantity.isOrdinal = range.count == 1 && Self.ordinals.contains(tokens[range.lowerBound].text)
        quantity.isAge = AgeReader.isAge(quantity, in: tokens)
        if quantity.isAge, quantity.measure == .count {
            quantity = Quantity(
                measure: .period(.year), lower: quantity.lower, upper: quantity.upper, tokens: quantity.tokens,
                isExact: quantity.isExact, isStrict: quantity.isStrict, isAge: true)
        }
        found.append(quantity)
    }

    /// How far apart two numbers are that follow each other.
    private func step(_ measure: Quantity.Measure) -> Int {
        switch measure {
        case .money, .percent: 100
        case .period, .position, .date, .count: 1
        }
    }

    /// `150 tot 750 euro`: a bare number that takes the unit of an amount or a share is counted in its hundredths.
    private func scale(_ bare: Quantity, _ measure: Quantity.Measure) -> Int {
        bare.measure == .count ? step(measure) : 1
    }

    /// `meer dan 150 tot en met 600 euro`: the first sets the least, the second the most.
    private func isOpenAbove(_ last: Quantity, _ quantity: Quantity) -> Bool {
        last.upper == nil && last.lower != nil && quantity.lower == nil && quantity.upper != nil
    }

    /// The least of a range in the unit of its most; beyond an amount begins a cent above it.
    private func lower(_ last: Quantity, in measure: Quantity.Measure) -> Int? {
        last.lower.map { last.isStrict ? ($0 - 1) * scale(last, measure) + 1 : $0 * scale(last, measure) }
    }

    /// `13 tot en met 24 maanden`, `3 à 5 dagen`, `twee of drie termijnen`: the first number takes the unit of the second.
    private func joinsRange(_ quantity: Quantity) -> Bool {
        guard let last = found.last, last.exact != nil || isOpenAbove(last, quantity),
            last.measure == quantity.measure || last.measure == .count && quantity.measure != .date,
            last.tokens.upperBound <= quantity.tokens.lowerBound,
            quantity.tokens.lowerBound - last.tokens.upperBound <= 1, quantity.upper != nil,
            lower(last, in: quantity.measure) ?? 0 < quantity.upper ?? 0
        else { return false }
        let gap = tokens[last.tokens.upperBound..<quantity.tokens.upperBound].map(\.text)
        return gap.starts(with: ["tot"]) || gap.starts(with: ["a"]) || gap.starts(with: ["t", "m"])
            || gap.starts(with: ["tm"])
            || gap.starts(with: ["of"])
                && quantity.lower
                    == last.upper.map { $0 * scale(last, quantity.measure) + step(quantity.measure) }
    }
}
