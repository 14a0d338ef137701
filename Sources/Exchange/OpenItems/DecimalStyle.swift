import Basics

/// How a file writes its decimals.
public enum DecimalStyle: String, Hashable, Sendable {
    /// `1.234,56`
    case dutch
    /// `1,234.56`
    case english

    var mark: Character { self == .dutch ? "," : "." }
    var group: Character { self == .dutch ? "." : "," }

    /// What an amount tells of the style; `nil` for `12` and for `1.234`, which may be either.
    static func shown(by amount: String) -> DecimalStyle? {
        let marks = amount.filter { $0 == "." || $0 == "," }
        guard let last = marks.last, let place = amount.lastIndex(of: last) else { return nil }
        let decimals = amount[amount.index(after: place)...].count { $0.isNumber }
        if decimals == 3, Set(marks).count == 1 { return nil }
        return last == "," ? .dutch : .english
    }

    /// Reads an amount in this style; groups of thousands must be whole.
    func money(_ text: String) -> Money? {
        guard let (plain, trailing) = plain(text), let money = Money(plain), Amount.isInRange(money) else { return nil }
        return trailing ? -money : money
    }

    /// Whether it is an amount in this style that is larger than any that is taken in.
    func isTooLarge(_ text: String) -> Bool {
        guard let (plain, _) = plain(text), money(text) == nil else { return false }
        return Amount.isNumber(plain)
    }

    /// With a point and without groups, and whether a minus stood behind it.
    private func plain(_ text: String) -> (String, trailing: Bool)? {
        var rest = text.spaceless
        if !rest.utf8.allSatisfy({ $0 < 0x80 }) { rest = rest.filter { $0 != "€" } }
        if let first = rest.utf8.first, first >= 65, rest.uppercased().hasPrefix("EUR") { rest.removeFirst(3) }
        let trailing = rest.hasSuffix("-")
        if trailing { rest.removeLast() }
        let halves = rest.split(separator: mark, omittingEmptySubsequences: false)
        guard let whole = halves.first, halves.count <= 2 else { return nil }
        let groups = whole.split(separator: group, omittingEmptySubsequences: false)
        guard groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        var plain = groups.joined()
        if halves.count == 2 {
            let (decimals, extra) = (halves[1].prefix(2), halves[1].dropFirst(2))
            guard extra.allSatisfy({ $0 == "0" }), !decimals.isEmpty else { return nil }
            plain += "." + decimals
        }
        return (plain, trailing)
    }
}
