/// A Dutch payment reference of 7, 9 to 14 or 16 digits, with its check digit where it has one (Betaalvereniging Nederland).
public struct Betalingskenmerk: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// Reads a reference as people write it; `nil` when its length or check digit is wrong.
    public init?(_ written: String) {
        guard written.utf8.count <= 40 else { return nil }
        let digits = written.compacted
        guard digits.isAllASCIIDigits, Betalingskenmerk.isValid(digits) else { return nil }
        text = digits
    }

    /// The reference of 16 digits for a number of at most 15.
    public init?(number: String) {
        guard number.isAllASCIIDigits, number.utf8.count <= 15 else { return nil }
        let body = String(repeating: "0", count: 15 - number.utf8.count) + number
        text = Betalingskenmerk.checkDigit(of: body) + body
    }

    /// A reference of 9 to 14 digits, with a length code, for a number of 7 to 12.
    public init?(shortNumber number: String) {
        guard number.isAllASCIIDigits, (7...12).contains(number.utf8.count) else { return nil }
        let body = "\(number.utf8.count % 10)" + number
        text = Betalingskenmerk.checkDigit(of: body) + body
    }

    public var description: String { text }

    private static func isValid(_ digits: String) -> Bool {
        let (length, body) = (digits.utf8.count, String(digits.dropFirst()))
        switch length {
        case 7: return true
        case 9...14: return body.hasPrefix("\((length - 2) % 10)") && digits.hasPrefix(checkDigit(of: body))
        case 16: return digits.hasPrefix(checkDigit(of: body))
        default: return false
        }
    }

    /// Weighted modulus 11 from the right; 10 becomes 1 and 11 becomes 0.
    static func checkDigit(of body: String) -> String {
        let weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1]
        let sum = body.utf8.reversed().enumerated().reduce(0) { $0 + (Int($1.element) - 48) * weights[$1.offset % 10] }
        switch 11 - sum % 11 {
        case 10: return "1"
        case 11: return "0"
        case let digit: return "\(digit)"
        }
    }
}
