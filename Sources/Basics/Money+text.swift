extension Money: CustomStringConvertible, LosslessStringConvertible {
    /// Machine form with a point and two decimals: `1276.52`, `-0.05`.
    public var description: String {
        let whole = cents.magnitude / 100
        let rest = cents.magnitude % 100
        return (cents < 0 ? "-" : "") + "\(whole)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// Reads the machine form: an optional sign, up to 15 digits, and at most two decimals after a point.
    public init?(_ text: String) {
        self.init(digits: Substring(text), decimalMark: ".")
    }

    /// Reads an amount as people and spreadsheets write it: `1.276,52`, `1276,52`, `1,276.52`, `€ 12`, `-3,5`.
    ///
    /// The last of `.` and `,` is the decimal mark when one or two digits follow it; the others group thousands.
    public init?(written text: String) {
        var rest = text.filter { !$0.isWhitespace && $0 != "€" && $0 != "\u{A0}" }
        if rest.hasPrefix("EUR") { rest.removeFirst(3) }
        guard let mark = rest.lastIndex(where: { $0 == "." || $0 == "," }) else {
            self.init(digits: Substring(rest), decimalMark: ".")
            return
        }
        let decimals = rest.distance(from: mark, to: rest.endIndex) - 1
        let grouped = decimals == 3
        let whole = grouped ? rest[...] : rest[..<mark]
        guard decimals <= 3, Money.isGrouped(whole, otherMark: grouped ? nil : rest[mark]) else { return nil }
        let plain = whole.filter { $0 != "." && $0 != "," }
        self.init(digits: Substring(grouped ? plain : plain + "." + rest[rest.index(after: mark)...]), decimalMark: ".")
    }

    private init?(digits text: Substring, decimalMark: Character) {
        let negative = text.first == "-"
        let unsigned = (negative || text.first == "+") ? text.dropFirst() : text
        let halves = unsigned.split(separator: decimalMark, maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, !first.isEmpty, first.count <= 15, first.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        let decimals = halves.count == 2 ? halves[1] : "0"
        guard !decimals.isEmpty, decimals.count <= 2, decimals.allSatisfy(\.isASCIIDigit) else { return nil }
        guard let whole = Int64(first), let part = Int64(decimals) else { return nil }
        let cents = whole * 100 + (decimals.count == 1 ? part * 10 : part)
        self.init(cents: negative ? -cents : cents)
    }

    /// Whether every group after the first has three digits and one kind of mark, which is not the decimal mark.
    private static func isGrouped(_ whole: Substring, otherMark: Character?) -> Bool {
        let marks = Set(whole.filter { $0 == "." || $0 == "," })
        guard marks.count <= 1, otherMark == nil || !marks.contains(otherMark ?? " ") else { return false }
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        return groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
