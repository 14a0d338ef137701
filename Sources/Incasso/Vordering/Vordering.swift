public import Basics
public import Zaken

/// A sum that a creditor may claim, with its ledger (CORA: Betalingsvordering).
public struct Vordering: Hashable, Sendable, Identifiable {
    public let id: Identifier<Vordering>
    public let zaak: Identifier<Zaak>
    /// The creditor's code.
    public let schuldeiser: String
    public let factuurnummer: String
    public let omschrijving: String
    /// The kind of claim, such as `huur`.
    public let soort: String
    public let factuurdatum: Day
    public let vervaldatum: Day
    /// The betalingskenmerk by which a payment is recognised.
    public let kenmerk: String
    public internal(set) var saldo: Saldo
    public internal(set) var versie: Int64

    /// The first day of default, the day after a fatal term (6:83 sub a BW).
    public var verzuimVanaf: Day { vervaldatum + 1 }
    public var isOpen: Bool { !saldo.totaal.isZero }
}
