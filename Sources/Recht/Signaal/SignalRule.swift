public import Basics

/// One of the four steps before a signal to the municipality (Bgs art. 2, a to d).
public enum SignalStep: String, Hashable, Sendable, CaseIterable {
    /// a: effort made to get into personal contact.
    case persoonlijkContact = "a"
    /// b: pointed to the possibilities of debt help.
    case schuldhulp = "b"
    /// c: at least one written reminder.
    case herinnering = "c"
    /// d: offered in that reminder to pass on contact data.
    case aanbod = "d"
}

/// What a duty to signal comes to.
public enum SignalVerdict: Hashable, Sendable {
    /// All steps are proven: the signal must be given.
    case verplicht
    case nogNiet(missing: [SignalStep])
    case nietToegestaan(SignalObstacle)
}

/// Why no signal may be given.
public enum SignalObstacle: Hashable, Sendable {
    case bezwaar(on: Day)
    case regelingWordtNagekomen
    case geenKlantMeer
}

/// How much effort counts as trying to reach somebody in person; the law gives no number.
public struct SignalRule: Hashable, Sendable {
    public let attempts: Int
    public let channels: Int
    public let partsOfDay: Int
    /// Whether someone must have been at the door before an eviction; own policy.
    public let visitBeforeEviction: Bool
    /// Days in which arrears that a municipality was told of are not told again, unless there is haste; own policy.
    public let repeatedAfter: Int
    public let article: String

    public init(
        attempts: Int, channels: Int, partsOfDay: Int, visitBeforeEviction: Bool = false, repeatedAfter: Int = 30,
        article: String
    ) {
        self.attempts = attempts
        self.channels = channels
        self.partsOfDay = partsOfDay
        self.visitBeforeEviction = visitBeforeEviction
        self.repeatedAfter = repeatedAfter
        self.article = article
    }

    /// Whether the municipality must, may not yet or may not be signalled.
    public func verdict(on evidence: SignalEvidence) -> SignalVerdict {
        if let day = evidence.objected { return .nietToegestaan(.bezwaar(on: day)) }
        if evidence.isFormerCustomer { return .nietToegestaan(.geenKlantMeer) }
        if evidence.arrangementKept { return .nietToegestaan(.regelingWordtNagekomen) }
        let missing = SignalStep.allCases.filter { !isTaken($0, in: evidence) }
        return missing.isEmpty ? .verplicht : .nogNiet(missing: missing)
    }

    /// Whether a step is proven.
    public func isTaken(_ step: SignalStep, in evidence: SignalEvidence) -> Bool {
        switch step {
        case .persoonlijkContact: hasTriedEnough(evidence.attempts)
        case .schuldhulp: evidence.helpPointedOut != nil
        case .herinnering: evidence.reminded != nil
        case .aanbod: evidence.offered != nil && evidence.reminded != nil
        }
    }

    /// Reached once is enough; else attempts on different channels and parts of the day.
    private func hasTriedEnough(_ made: [ContactAttempt]) -> Bool {
        made.contains(where: \.reached)
            || (made.count >= attempts && Set(made.map(\.channel)).count >= channels
                && Set(made.map(\.part)).count >= partsOfDay)
    }
}
