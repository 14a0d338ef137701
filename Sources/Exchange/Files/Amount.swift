import Basics

/// Amounts as files of others write them, kept within what can be summed without overflow.
enum Amount {
    /// The largest amount a file may name: a hundred billion, either way.
    static let largest = Money.euros(100_000_000_000)

    static func isInRange(_ amount: Money) -> Bool { amount <= largest && amount >= -largest }

    /// Whether it is a whole number or one with a point, however large.
    static func isNumber(_ text: String) -> Bool { text.wholeMatch(of: /[+-]?[0-9]+(\.[0-9]+)?/) != nil }

    /// Whether an amount in that form is larger than any that is taken in.
    static func isTooLarge(_ text: String) -> Bool {
        let plain = text.spaceless
        guard isNumber(plain), let whole = plain.split(separator: ".").first.flatMap({ Int128($0) }) else {
            return false
        }
        return whole.magnitude > UInt128(largest.cents / 100)
    }

    /// An ISO 20022 or UBL amount: a point, and beyond two decimals nothing but zeros.
    static func iso(_ text: String) -> Money? {
        var trimmed = text.spaceless
        guard trimmed.count(where: { $0 == "." }) <= 1 else { return nil }
        if let point = trimmed.firstIndex(of: "."), trimmed.distance(from: point, to: trimmed.endIndex) > 3 {
            let end = trimmed.index(point, offsetBy: 3)
            guard trimmed[end...].allSatisfy({ $0 == "0" }) else { return nil }
            trimmed = String(trimmed[..<end])
        }
        if trimmed.hasSuffix(".") { trimmed.removeLast() }
        if trimmed.hasPrefix(".") { trimmed = "0" + trimmed }
        return Money(trimmed).flatMap { isInRange($0) ? $0 : nil }
    }
}

/// A sum of many amounts of a file, wide enough never to overflow.
struct Total {
    private(set) var cents: Int128 = 0

    mutating func add(_ amount: Money) { cents += Int128(amount.cents) }

    /// The sum, when it is one an amount can hold.
    var money: Money { Money(cents: Int64(clamping: cents)) }
}
