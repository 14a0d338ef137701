import Basics

/// Does the sums that a passage asks for, with the numbers and dates of the case.
struct Reckoner {
    let adviser: Adviser
    let asked: Inquiry
    let candidate: Candidate

    /// A worked-out sentence, where its rule stands and from which facts it came.
    struct Outcome {
        var sentence: String
        var sources: [QuotedSource]
        let heading: String
        let facts: [String]
        /// A date counted from another, which is context where no date is asked.
        var isDated = false
        /// What was worked out, as a fact that other rules may wait for: `duur 12 maanden`.
        var worked: String?
        /// Parts of the sum that nobody gave.
        var lacking: [String] = []
        /// Nothing was worked out yet, for want of a number.
        var isWaiting = false
    }

    func results(isDated: Bool = false) -> [Outcome] {
        (isDated || wantsAmount ? [] : asksDay && !asked.form.asksReckoning ? dates() : dates().map(\.asDate))
            + positions() + sums()
            + products() + fractions() + quotients() + tiers()
            + percentages() + equations() + rates() + formulas() + changes() + excess() + shares() + shortest()
            + instalments()
            + months()
            + timetable() + cells()
    }

    /// A number of euros is asked, and no day or length of time.
    private var wantsAmount: Bool {
        guard !asksDay else { return false }
        return asked.form.wants == .amount
            || asked.form.wants == .count && asked.form.asking.first?.text == "hoeveel"
                && !asked.form.asking.prefix(3).contains { PeriodUnit(word: $0.text) != nil }
    }

    /// Whether the passage holds a formula or division that the case has the numbers for.
    var canReckon: Bool {
        sums().contains { !$0.isWaiting } || !products().isEmpty || !fractions().isEmpty || !quotients().isEmpty
            || !tiers().isEmpty
            || !shares().isEmpty || !formulas().isEmpty || equations().contains { !$0.isWaiting }
            || !instalments().isEmpty || !months().isEmpty
            || !timetable().isEmpty
            || asked.form.asksMoment && isDated || asksDay && isOfPeriod
    }

    var phrases: Phrasebook { adviser.phrases }

    func outcome(
        _ name: String, _ values: [String: String], _ ranges: [Range<Int>], of other: Candidate? = nil, facts: [String]
    ) -> Outcome {
        let place = other ?? candidate
        let composer = Composer(adviser, asked)
        return Outcome(
            sentence: phrases(name, values), sources: ranges.map { composer.source(place, $0) }, heading: place.heading,
            facts: facts)
    }

    func range(_ sentence: Int) -> Range<Int> { candidate.sentences[sentence].range }

    /// `1.440` or `12,50`: whole euros without cents.
    static func written(_ cents: Int) -> String {
        let sign = cents < 0 ? "-" : ""
        let whole = String(cents.magnitude / 100)
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(".") }
            grouped.append(digit)
        }
        let rest = cents.magnitude % 100
        return sign + grouped + (rest == 0 ? "" : "," + (rest < 10 ? "0" : "") + String(rest))
    }
}

extension Reckoner.Outcome {
    fileprivate var asDate: Self {
        var outcome = self
        outcome.isDated = true
        return outcome
    }
}
