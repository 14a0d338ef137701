public import Basics

/// What is owed on a claim, or where it came from or went to; each entry in the ledger stands on two of these or more.
public enum Rekening: String, Sendable, CaseIterable {
    /// Open parts of the claim, in the order in which the law takes them last to first (6:44 BW).
    case hoofdsom, kosten, rente
    /// Where it came from and went to.
    case ingebracht, bank, afgeboekt

    /// Whether the account is a part of what the debtor still owes.
    public var isOpen: Bool {
        switch self {
        case .hoofdsom, .kosten, .rente: true
        case .ingebracht, .bank, .afgeboekt: false
        }
    }
}

/// One thing that happened to a claim in money; never changed, only followed by another.
public struct Mutatie: Hashable, Sendable, Identifiable {
    public enum Soort: String, Sendable, CaseIterable {
        case inbreng, kosten, rente, betaling, afboeking, correctie, omkering
        /// What a court awarded more or less than was open.
        case vonnis
    }

    public let id: Identifier<Mutatie>
    public let soort: Soort
    /// The day for which it counts, for interest and terms.
    public let datum: Day
    public let toelichting: String
    /// What each account gets; together nothing.
    public let boekingen: [Rekening: Money]
    public let betaling: Identifier<Betaling>?
    /// The earlier entry that this one undoes.
    public let keertOm: Identifier<Mutatie>?

    public init(
        id: Identifier<Mutatie>, soort: Soort, datum: Day, toelichting: String, boekingen: [Rekening: Money],
        betaling: Identifier<Betaling>? = nil, keertOm: Identifier<Mutatie>? = nil
    ) {
        self.id = id
        self.soort = soort
        self.datum = datum
        self.toelichting = toelichting
        self.boekingen = boekingen.filter { !$0.value.isZero }
        self.betaling = betaling
        self.keertOm = keertOm
    }

    public var isBalanced: Bool { boekingen.values.sum.isZero }
}

extension Mutatie {
    /// The entry that undoes this one to the cent.
    public func reversed(id: Identifier<Mutatie>, on day: Day, because reason: String) -> Mutatie {
        Mutatie(
            id: id, soort: .omkering, datum: day, toelichting: reason, boekingen: boekingen.mapValues { -$0 },
            betaling: betaling, keertOm: self.id)
    }
}
