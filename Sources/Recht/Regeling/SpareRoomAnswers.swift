public import Basics

/// What someone tells in a few answers, to find what they can spare; nothing more is asked.
public struct SpareRoomAnswers: Hashable, Sendable {
    public var leefsituatie: Leefsituatie
    public var woonsituatie = BvvInput.Woonsituatie.nederland
    /// Net income per month.
    public var netto: Money
    /// Whether holiday pay is in the net income already.
    public var metVakantiegeld = true
    /// Taxable income per year, with that of a partner; unknown counts as the highest protection.
    public var jaarinkomen: Money?
    public var nettoPartner = Money.zero
    public var isPensioen = false
    /// The price of care in an institution per month.
    public var prijsInrichting = Money.zero
    /// What already goes to other arrangements and seizures per month.
    public var elders = Money.zero
    /// What is left by the person's own budget, when they made one.
    public var begroting: Money?

    public init(leefsituatie: Leefsituatie, netto: Money) {
        self.leefsituatie = leefsituatie
        self.netto = netto
    }
}

/// What someone can spare per month, and how that came about.
public struct SpareRoom: Hashable, Sendable {
    public let voet: BeslagvrijeVoet
    public let affordability: Affordability
    /// The most that is asked per month.
    public let limit: Money
    /// Why the outcome is an estimate.
    public let doubts: [Doubt]
    public let working: [WorkingLine]

    /// What makes an outcome an estimate.
    public enum Doubt: Hashable, Sendable {
        /// The taxable income is not known: the highest protected amount of the situation is taken.
        case noYearIncome
        /// There are no figures for today yet; those until this day are taken.
        case oldFigures(until: Day)
    }
}
