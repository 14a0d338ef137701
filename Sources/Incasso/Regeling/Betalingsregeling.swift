public import Basics
public import Zaken

/// An agreement to pay the claims of a zaak in instalments (CORA A.3.3: Vastgelegde betalingsregeling).
public struct Betalingsregeling: Hashable, Sendable, Identifiable {
    public enum Staat: String, Sendable { case lopend, voldaan, vervallen }

    /// How the customer pays.
    public enum Betaalwijze: String, Hashable, Sendable, CaseIterable { case overmaken, incasso, link }

    public struct Termijn: Hashable, Sendable {
        public let nummer: Int
        public internal(set) var vervaldag: Day
        public let bedrag: Money
        public var voldaan: Money
        /// The day on which the last cent of it came in.
        public var voldaanOp: Day?

        public init(nummer: Int, vervaldag: Day, bedrag: Money, voldaan: Money = .zero, voldaanOp: Day? = nil) {
            self.nummer = nummer
            self.vervaldag = vervaldag
            self.bedrag = bedrag
            self.voldaan = voldaan
            self.voldaanOp = voldaanOp
        }

        public var open: Money { bedrag - voldaan }

        /// Whether it is still not paid in full after its last day and the days of grace.
        public func isMissed(on today: Day, grace: Int) -> Bool { !open.isZero && today > vervaldag + grace }
    }

    public let id: Identifier<Betalingsregeling>
    public let zaak: Identifier<Zaak>
    public private(set) var staat: Staat
    /// The day on which it was fulfilled or lapsed.
    public private(set) var beeindigd: Day?
    public let overeengekomen: Day
    public let door: String
    /// How it is paid; nothing where nobody said so.
    public let betaalwijze: Betaalwijze?
    /// The claims that it covers (CORA A.3.3); nothing for one from before this was kept, which covers all.
    public let vorderingen: Set<Identifier<Vordering>>?
    public var termijnen: [Termijn]
    public internal(set) var versie: Int64

    init(
        id: Identifier<Betalingsregeling>, zaak: Identifier<Zaak>, staat: Staat, beeindigd: Day? = nil,
        overeengekomen: Day, door: String, betaalwijze: Betaalwijze? = nil,
        vorderingen: Set<Identifier<Vordering>>? = nil, termijnen: [Termijn], versie: Int64
    ) {
        self.vorderingen = vorderingen
        self.betaalwijze = betaalwijze
        self.id = id
        self.zaak = zaak
        self.staat = staat
        self.beeindigd = beeindigd
        self.overeengekomen = overeengekomen
        self.door = door
        self.termijnen = termijnen
        self.versie = versie
    }

    /// Is no longer in force, from a day on.
    mutating func end(_ how: Staat, on day: Day) { (staat, beeindigd) = (how, day) }

    /// Is in force again, as if it had not ended.
    mutating func resume() { (staat, beeindigd) = (.lopend, nil) }

    public var bedrag: Money { termijnen.map(\.bedrag).sum }
    public var isVoldaan: Bool { termijnen.allSatisfy(\.open.isZero) }
    /// The next instalment that is not paid in full.
    public var volgende: Termijn? { termijnen.first { !$0.open.isZero } }
    public var einddatum: Day? { termijnen.last?.vervaldag }
    /// What is asked in an ordinary month.
    public var perMaand: Money { termijnen.first?.bedrag ?? .zero }
    /// Whether a claim is paid by it, rather than beside it.
    public func dekt(_ claim: Vordering) -> Bool { vorderingen?.contains(claim.id) ?? true }
}

/// Why an arrangement is refused.
public enum RegelingRefusal: Error, Hashable {
    case nothingOpen
    case alreadyRunning
    /// The process makes no arrangement here and does not wait for a request.
    case notNow
    case noneRunning
    /// Nobody agreed on one with the klant yet.
    case noneProposed
    /// The instalments, in all, differ from what is open (CORA A.3.3: equal to the cent).
    case doesNotMatch(open: Money, termijnen: Money)
    case firstDayInPast(Day)
    case tooManyTermijnen(Int)
    case amountTooSmall
    case changedMeanwhile
}

extension RegelingRefusal {
    /// The words by which a mishap tells why.
    public enum Woord: String, Sendable, CaseIterable {
        case nothingOpen = "nothing-open"
        case alreadyRunning = "already-running"
        case notNow = "not-now"
        case noneRunning = "none-running"
        case noneProposed = "none-proposed"
        case doesNotMatch = "does-not-match"
        case firstDayInPast = "first-day-in-past"
        case tooMany = "too-many"
        case amountTooSmall = "amount-too-small"
        case changedMeanwhile = "changed-meanwhile"
    }

    public var woord: Woord {
        switch self {
        case .nothingOpen: .nothingOpen
        case .alreadyRunning: .alreadyRunning
        case .notNow: .notNow
        case .noneRunning: .noneRunning
        case .noneProposed: .noneProposed
        case .doesNotMatch: .doesNotMatch
        case .firstDayInPast: .firstDayInPast
        case .tooManyTermijnen: .tooMany
        case .amountTooSmall: .amountTooSmall
        case .changedMeanwhile: .changedMeanwhile
        }
    }

    public var code: String { woord.rawValue }
}

extension Betalingsregeling {
    /// Monthly instalments of an amount from a first day until all is paid; the last is the remainder. A remainder of no
    /// more than the cents lost in rounding is not an instalment of its own, but goes with the last.
    public static func monthly(_ amount: Money, from first: Day, for open: Money) throws(RegelingRefusal) -> [Termijn] {
        guard open > .zero else { throw .nothingOpen }
        guard amount > .zero else { throw .amountTooSmall }
        let full = open.cents / amount.cents
        let rest = open.cents % amount.cents
        let count = full + (rest == 0 || (full > 0 && rest <= full) ? 0 : 1)
        guard count <= 120 else { throw .tooManyTermijnen(Int(clamping: count)) }
        return (0..<Int(count)).map { index in
            let part = index + 1 < Int(count) ? amount : open - amount * Int64(index)
            return Termijn(nummer: index + 1, vervaldag: first.adding(months: index), bedrag: part)
        }
    }

    /// Spreads a payment of a day over the instalments, the oldest first; returns what is left.
    public mutating func receive(_ amount: Money, on day: Day) -> Money {
        var rest = amount
        for index in termijnen.indices where rest > .zero && !termijnen[index].open.isZero {
            let part = min(rest, termijnen[index].open)
            termijnen[index].voldaan += part
            if termijnen[index].open.isZero { termijnen[index].voldaanOp = day }
            rest -= part
        }
        return rest
    }

    /// Takes a payment out again, the last instalment that it paid first.
    public mutating func giveBack(_ amount: Money) {
        var rest = amount
        for index in termijnen.indices.reversed() where rest > .zero {
            let part = min(rest, termijnen[index].voldaan)
            termijnen[index].voldaan -= part
            if part > .zero { termijnen[index].voldaanOp = nil }
            rest -= part
        }
    }
}
