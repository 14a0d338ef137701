public import Basics

/// What a special state forbids, and to whom letters go while it holds.
public struct SpecialStateRule: Hashable, Sendable {
    /// Acts that are forbidden for one reason, with the article.
    public struct Prohibition: Hashable, Sendable {
        public let acts: Set<CollectionAct>
        public let article: String
        /// A stable word for the reason, such as `executie-geschorst`.
        public let reason: String
        /// Whether the article was looked up; if not, a lawyer should before it is relied on.
        public let isChecked: Bool

        public init(acts: Set<CollectionAct>, article: String, reason: String, isChecked: Bool = true) {
            self.acts = acts
            self.article = article
            self.reason = reason
            self.isChecked = isChecked
        }
    }

    /// Whom to write to: `bewindvoerder`, `curator`, `erfgenamen`, `schuldhulpverlener` or `debiteur`.
    public let addressee: String
    public let prohibitions: [Prohibition]

    public init(addressee: String, prohibitions: [Prohibition]) {
        self.addressee = addressee
        self.prohibitions = prohibitions
    }
}

/// The one table that every act of collection asks.
public struct SpecialStateTable: Hashable, Sendable {
    public let rules: [SpecialStateKind: DatedTable<SpecialStateRule>]

    public init(rules: [SpecialStateKind: DatedTable<SpecialStateRule>]) { self.rules = rules }
}

/// The answer to whether an act may be done.
public enum Permission: Hashable, Sendable {
    case toegestaan
    case verboden([Verbod])

    /// Why an act is forbidden.
    public struct Verbod: Hashable, Sendable {
        public let state: SpecialState
        public let article: String
        public let reason: String
        /// Whether the state's expected end has passed, so that a person must decide.
        public let awaitsDecision: Bool
    }

    public var isAllowed: Bool { self == .toegestaan }
}

extension SpecialStateTable {
    /// Whether an act may be done on a day to a person in these states; every prohibition is named.
    public func mag(_ act: CollectionAct, on day: Day, in states: [SpecialState]) -> Permission {
        let found = states.filter { $0.holds(on: day) }.flatMap { state in
            (rules[state.kind]?.value(on: day)?.prohibitions ?? []).filter { $0.acts.contains(act) }.map {
                Permission.Verbod(
                    state: state, article: $0.article, reason: $0.reason, awaitsDecision: state.awaitsDecision(on: day))
            }
        }
        return found.isEmpty ? .toegestaan : .verboden(found)
    }

    /// To whom letters go on a day: the addressee of the first state that names another than the debtor.
    public func addressee(on day: Day, in states: [SpecialState]) -> String {
        states.filter { $0.holds(on: day) }.compactMap { rules[$0.kind]?.value(on: day)?.addressee }
            .first { $0 != "debiteur" } ?? "debiteur"
    }
}
