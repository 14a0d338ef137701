extension TimeSpan: CustomStringConvertible, LosslessStringConvertible {
    /// Reads ISO 8601: `P14D`, `PT1H30M`, `P1Y2M3DT4H5M6.7S`, `P2W`, `-P1D`.
    public init?(_ text: String) {
        var rest = Substring(text)
        let sign = rest.first == "-" ? -1 : 1
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        guard rest.first == "P", rest.count > 1, rest.utf8.count <= 64, rest.last != "T" else { return nil }
        rest.removeFirst()
        let halves = rest.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = SpanFields(halves[0], units: "YMWD"),
            let time = SpanFields(halves.count == 2 ? halves[1] : "", units: "HMS")
        else { return nil }
        let months = date["Y"].whole * 12 + date["M"].whole
        let days = date["W"].whole * 7 + date["D"].whole
        let clock = (time["H"].whole * 60 + time["M"].whole) * 60_000 + time["S"].whole * 1_000 + time["S"].thousandths
        self.init(months: sign * months, days: sign * days, milliseconds: Int64(sign) * Int64(clock))
    }

    public var description: String {
        let parts = [months, days, Int(milliseconds)]
        let negative = parts.contains { $0 < 0 }
        let (months, days, clock) = (abs(months), abs(days), abs(Int(milliseconds)))
        let date = (months > 0 ? "\(months)M" : "") + (days > 0 ? "\(days)D" : "")
        let fraction = clock % 1_000
        let digits = fraction == 0 ? "" : "." + String(String(1_000 + fraction).dropFirst())
        let time = clock > 0 || date.isEmpty ? "T\(clock / 1_000)\(digits)S" : ""
        return (negative ? "-P" : "P") + date + time
    }
}

/// The numbers of one half of a duration by their unit.
private struct SpanFields {
    struct Amount {
        var whole = 0
        var thousandths = 0
    }

    private var amounts: [Character: Amount] = [:]

    init?(_ text: Substring, units: String) {
        var allowed = Substring(units)
        var digits = ""
        for character in text {
            if character.isNumber || character == "." || character == "," {
                digits.append(character)
            } else {
                guard let place = allowed.firstIndex(of: character), let amount = Self.amount(digits, of: character)
                else { return nil }
                allowed = allowed[allowed.index(after: place)...]
                amounts[character] = amount
                digits = ""
            }
        }
        guard digits.isEmpty else { return nil }
    }

    subscript(unit: Character) -> Amount { amounts[unit] ?? Amount() }

    /// At most nine digits; only seconds may have a fraction.
    private static func amount(_ digits: String, of unit: Character) -> Amount? {
        let parts = digits.split(whereSeparator: { $0 == "." || $0 == "," })
        guard let first = parts.first, first.count <= 9, let whole = Int(first) else { return nil }
        guard parts.count > 1 else { return Amount(whole: whole) }
        guard parts.count == 2, unit == "S", let thousandths = Int((parts[1] + "00").prefix(3)) else { return nil }
        return Amount(whole: whole, thousandths: thousandths)
    }
}
