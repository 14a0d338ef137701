public import Basics

/// What must be known of someone to compute the protected income.
public struct BvvInput: Hashable, Sendable {
    public enum Woonsituatie: String, Hashable, Sendable, CaseIterable {
        case nederland
        /// No address in the register of persons.
        case geenAdres = "geen_adres"
        case buitenland
        /// A care institution.
        case inrichting
    }

    /// A raise for housing costs.
    public enum Verhoging: String, Hashable, Sendable, CaseIterable { case geen, lid5, lid7 }

    /// The day of which the parameters are taken.
    public var peildatum: Day
    public var woonsituatie = Woonsituatie.nederland
    public var leefsituatie: Leefsituatie
    /// Taxable income of box 1 per year.
    public var belastbaarJaar = Money.zero
    public var belastbaarJaarPartner = Money.zero
    /// Net income per month that is or would be seized, without holiday pay.
    public var nettoMaand = Money.zero
    public var vakantiegeldMaand = Money.zero
    /// Own other periodic income that is not seized, with holiday pay.
    public var nettoMaandVrij = Money.zero
    public var nettoMaandPartner = Money.zero
    public var woonkostenMaand = Money.zero
    public var verhogingWoonkosten = Verhoging.geen
    public var bedragLid7 = Money.zero
    public var loonbelastingAuto = Money.zero
    public var prijsInrichting = Money.zero
    /// The factor of the country of residence, as a fraction; needed abroad.
    public var woonlandfactor: Rate?

    public init(peildatum: Day, leefsituatie: Leefsituatie) {
        self.peildatum = peildatum
        self.leefsituatie = leefsituatie
    }
}

/// Why no protected income is computed.
public enum BvvRefusal: Error, Hashable, Sendable {
    /// There are no figures for this day: nothing is carried on from an older period.
    case geenParameters(on: Day)
    case missing(String)
    case unknownField(String)
    case notAnAmount(String)
    case unknownWord(String)
    /// Below zero, or above ``largestAmount``.
    case amountOutOfRange(String)
}
