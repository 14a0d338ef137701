public import Basics

/// What is known of what someone can spare per month.
public struct Affordability: Hashable, Sendable {
    /// Own net income including holiday pay.
    public var ownNet: Money
    public var beslagvrijeVoet: Money
    /// The norm of the person's situation (Pw art. 21 or 22).
    public var socialMinimum: Money
    /// Running arrangements and seizures.
    public var running: Money
    /// The outcome of a budget test, if one was done.
    public var budgetRoom: Money?

    public init(
        ownNet: Money, beslagvrijeVoet: Money, socialMinimum: Money, running: Money = .zero, budgetRoom: Money? = nil
    ) {
        self.ownNet = ownNet
        self.beslagvrijeVoet = beslagvrijeVoet
        self.socialMinimum = socialMinimum
        self.running = running
        self.budgetRoom = budgetRoom
    }

    public var legalRoom: Money { max(.zero, ownNet - beslagvrijeVoet - running) }
    public var minimumRoom: Money { max(.zero, ownNet - socialMinimum - running) }

    /// The smallest of the rooms that are known.
    public var room: Money { max(.zero, min(legalRoom, minimumRoom, budgetRoom ?? legalRoom)) }
}

/// An arrangement that fits what someone can spare.
public struct ArrangementProposal: Hashable, Sendable {
    /// Who may agree to it.
    public enum Authority: String, Hashable, Sendable {
        case medewerker, leidinggevende, persoonBeslist = "persoon-beslist"
    }

    public let term: Money
    public let count: Int
    public let last: Money
    public let authority: Authority
    public let limit: Money
    public let working: [WorkingLine]
}

/// What a request for an arrangement comes to.
public enum ArrangementAdvice: Hashable, Sendable {
    case proposal(ArrangementProposal)
    /// Nothing can be spared: rest, help and a new date.
    case noRoom(limit: Money, working: [WorkingLine])
}

extension ArrangementPolicy {
    /// The most that is asked per month of someone.
    public func limit(for affordability: Affordability) -> Money {
        let share = ExactMoney(affordability.room).times(share).roundedDown
        return Money(cents: share.cents - share.cents % max(1, step.cents))
    }

    /// Proposes an arrangement: never more than needed, never more than fits, what the person offers first.
    public func advice(on debt: Money, for affordability: Affordability, offered: Money? = nil) -> ArrangementAdvice {
        let limit = limit(for: affordability)
        let lines = working(affordability, limit)
        guard debt.isCalculable, debt > .zero, limit >= minimum else { return .noRoom(limit: limit, working: lines) }
        let standard = debt.split(into: standardCount(for: debt))
        let most = min(limit, offered.flatMap { $0 > .zero ? $0 : nil } ?? limit)
        let isOffered = offered.map { $0 > .zero && $0 <= limit } ?? false
        if !isOffered, let term = standard.first, term <= most, term > .zero {
            return .proposal(proposal(term, standard.count, standard[standard.count - 1], limit, lines))
        }
        let count = Int((debt.cents + most.cents - 1) / most.cents)
        return .proposal(proposal(most, count, debt - most * Int64(count - 1), limit, lines))
    }

    private func proposal(
        _ term: Money, _ count: Int, _ last: Money, _ limit: Money, _ lines: [WorkingLine]
    ) -> ArrangementProposal {
        let authority: ArrangementProposal.Authority =
            count <= employeeLimit ? .medewerker : count <= managerLimit ? .leidinggevende : .persoonBeslist
        let line = WorkingLine(
            "regeling.voorstel",
            [Fact("termijnen", .count(count)), Fact("bedrag", .money(term)), Fact("laatste", .money(last))])
        return ArrangementProposal(
            term: term, count: count, last: last, authority: authority, limit: limit, working: lines + [line])
    }

    private func working(_ affordability: Affordability, _ limit: Money) -> [WorkingLine] {
        var facts = [
            Fact("wettelijk", .money(affordability.legalRoom)), Fact("minimum", .money(affordability.minimumRoom)),
        ]
        if let budget = affordability.budgetRoom { facts.append(Fact("budget", .money(budget))) }
        let room = WorkingLine("regeling.ruimte", article: "Rv 475da", facts)
        return [
            room, WorkingLine("regeling.grens", [Fact("percentage", .percent(share)), Fact("bedrag", .money(limit))]),
        ]
    }
}
