import Basics
public import Database
public import Recht

/// What a creditor agreed with the house: when interest is asked, how payments are divided, and who collects in its name.
public struct Schuldeiserafspraken: Hashable, Sendable {
    /// From when interest is asked; it runs by law all the same (BW 6:119).
    public enum Rente: String, Hashable, Sendable, CaseIterable, ColumnValue {
        /// Never: the creditor gives it up.
        case geen
        /// With the costs, when the term of the 14-day letter is over.
        case kosten
        /// When the zaak goes to the bailiff.
        case overdracht
    }

    /// The registered firm that collects for the creditor (Wki art. 11, Bki art. 3.1 lid 2).
    public struct Bureau: Hashable, Sendable {
        public let naam: String
        public let adres: String
        public let kvk: String

        public init(naam: String, adres: String, kvk: String) {
            (self.naam, self.adres, self.kvk) = (naam, adres, kvk)
        }
    }

    public var rente = Rente.overdracht
    /// Where the fee of one letter over several claims belongs; nothing for what the house does.
    public var kostenOver: ImputationPolicy.Fee?
    /// What is paid first within a claim; nothing for what the house does.
    public var volgorde: ImputationRule.Order?
    public var bureau: Bureau?

    public init() {}

    static let columns: Query = "rente, kosten_over, volgorde, bureau_naam, bureau_adres, bureau_kvk"

    init(row: Row) throws {
        rente = try row["rente"]
        kostenOver = try row["kosten_over"]
        volgorde = try row["volgorde"]
        if let naam: String = try row["bureau_naam"] {
            bureau = Bureau(naam: naam, adres: try row["bureau_adres"] ?? "", kvk: try row["bureau_kvk"] ?? "")
        }
    }

    /// The rule by which a payment is divided: the creditor's own where it chose, else the house's.
    func toerekening(_ house: ImputationRule) -> ImputationRule {
        ImputationRule(fee: kostenOver ?? house.fee, order: volgorde ?? house.order, article: house.article)
    }
}

extension ImputationPolicy.Fee: ColumnValue {}
extension ImputationRule.Order: ColumnValue {}

extension SchuldeiserStore {
    /// Keeps what a creditor agreed; what files say of a creditor leaves it as it is.
    public func keep(_ afspraken: Schuldeiserafspraken, of code: String) throws {
        try tx.run(
            """
            UPDATE schuldeisers SET rente = \(afspraken.rente), kosten_over = \(afspraken.kostenOver),
                volgorde = \(afspraken.volgorde), bureau_naam = \(afspraken.bureau?.naam),
                bureau_adres = \(afspraken.bureau?.adres), bureau_kvk = \(afspraken.bureau?.kvk)
            WHERE code = \(code)
            """)
    }
}
