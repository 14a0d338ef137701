/// What a letter needs to know, and how it is written for a reader.
public struct Fact: Hashable, Sendable, Decodable {
    /// The names that lead to it, with points between: `schuldeiser.adres.plaats`.
    public let path: String
    public let kind: FactKind
    /// Whether the letter can do without.
    public let mayBeAbsent: Bool
    /// Whether an amount of zero is written as if it were not there.
    public let hidesZero: Bool
    /// What a group or each element of a list holds.
    public let fields: [Fact]

    private enum CodingKeys: String, CodingKey {
        case path = "pad"
        case kind = "soort"
        case mayBeAbsent = "magOntbreken"
        case hidesZero = "nulIsAfwezig"
        case fields = "velden"
    }

    public init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: CodingKeys.self)
        path = try file.decode(String.self, forKey: .path)
        kind = try file.decode(FactKind.self, forKey: .kind)
        mayBeAbsent = try file.decodeIfPresent(Bool.self, forKey: .mayBeAbsent) ?? false
        hidesZero = try file.decodeIfPresent(Bool.self, forKey: .hidesZero) ?? false
        fields = try file.decodeIfPresent([Fact].self, forKey: .fields) ?? []
    }

    var names: [String] { path.split(separator: ".").map(String.init) }
}

/// How a fact is written.
public enum FactKind: String, Hashable, Sendable, Decodable {
    case text = "tekst"
    case amount = "bedrag"
    case day = "datum"
    case number = "getal"
    case iban
    /// A payment reference, in groups of four digits.
    case reference = "kenmerk"
    case yesNo = "ja_nee"
    case group = "groep"
    case list = "lijst"
}
