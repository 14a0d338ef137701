/// A sentence that gives one thing its number: `De opzegtermijn is één maand`, `Een nieuwe pas kost 8 euro`.
struct Claim {
    /// What gets the number, and all words of weight that say which one.
    let head: Term
    let subject: [Term]
    let quantity: Quantity
    let kind: Kind
    /// Whether it answers the question above it, which then says of what it is.
    var isAnswer = false

    /// What a number is to its subject.
    enum Kind {
        /// `De opzegtermijn is één maand`.
        case value
        /// `uiterlijk 3 dagen voor de levering`, with what it is counted to or from.
        case deadline(event: [Term])
        /// `twee keer per kalenderjaar`.
        case frequency(per: PeriodUnit)
        /// `mag ten hoogste 3 dagen`.
        case allowance
    }

    /// Nothing without a subject; the first word of weight is what gets the number.
    init?(_ kind: Kind, of subject: [Term], head: Term? = nil, _ quantity: Quantity) {
        guard let head = head ?? subject.first else { return nil }
        (self.head, self.subject, self.quantity, self.kind) = (head, subject, quantity, kind)
    }

    /// What a question must name to ask for it.
    var names: [Term] {
        switch kind {
        case .value, .allowance: [head]
        case .deadline, .frequency: subject
        }
    }
}

extension Claim {
    /// Whether a number measures something, and does not just count or date it.
    static func isMeasured(_ quantity: Quantity) -> Bool {
        switch quantity.measure {
        case .money, .percent, .period: true
        case .position, .date, .count: false
        }
    }

    /// Amounts with amounts, shares with shares, and all periods with each other, in days.
    static func isComparable(_ one: Quantity, _ other: Quantity) -> Bool {
        switch (one.measure, other.measure) {
        case (.period, .period): true
        default: one.measure == other.measure
        }
    }

    /// Whether two numbers cannot both be right; a month is thirty days or thirty-one.
    static func differ(_ one: Quantity, _ other: Quantity) -> Bool {
        guard case .period(let left) = one.measure, case .period(let right) = other.measure else {
            return one.lower != other.lower || one.upper != other.upper
        }
        func apart(_ a: Int?, _ b: Int?) -> Bool {
            guard let a, let b else { return a != b }
            let (x, y) = (Double(a) * left.days, Double(b) * right.days)
            return abs(x - y) > 0.05 * max(x, y)
        }
        // `tot 5 dagen` and `uiterlijk 5 dagen` are one deadline here.
        func edge(_ quantity: Quantity) -> Int? { quantity.upper.map { quantity.isStrict ? $0 + 1 : $0 } }
        return apart(one.lower, other.lower) || apart(edge(one), edge(other))
    }
}
