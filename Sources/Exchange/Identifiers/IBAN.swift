/// An international bank account number whose length and check digits are right (ISO 13616).
public struct IBAN: Hashable, Sendable, CustomStringConvertible {
    /// Without spaces, in capitals.
    public let text: String

    /// Reads a number as people write it; `nil` when it is none.
    public init?(_ written: String) {
        guard written.utf8.count <= 60 else { return nil }
        let compact = written.compacted
        guard let length = IBAN.lengths[String(compact.prefix(2))], compact.utf8.count == length,
            Mod97.holds(for: compact)
        else { return nil }
        text = compact
    }

    /// The number of an account in a country, its check digits computed.
    public init?(country: String, account: String) {
        guard let digits = Mod97.digits(prefix: country, body: account) else { return nil }
        self.init(country + digits + account)
    }

    public var country: String { String(text.prefix(2)) }

    /// In groups of four, for people.
    public var grouped: String {
        var groups: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            groups.append(rest.prefix(4))
            rest = rest.dropFirst(4)
        }
        return groups.joined(separator: " ")
    }

    public var description: String { text }

    /// Lengths of the countries in the single euro payments area.
    static let lengths: [String: Int] = [
        "AD": 24, "AL": 28, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20,
        "ES": 24, "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27,
        "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MT": 31, "NL": 18, "NO": 15,
        "PL": 28, "PT": 25, "RO": 24, "RS": 22, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "VA": 22,
    ]
}
