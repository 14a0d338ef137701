extension Reckoner {
    /// `10 procent over de eerste 400 euro, 5 procent over het meerdere`: each part of the amount at its own rate.
    func tiers() -> [Outcome] {
        guard asksAmount else { return [] }
        return candidate.sentences.indices.compactMap { index in
            guard isTiered(index), !goesOn(index), let whole = onlyAmount,
                candidate.rules.firstIndex(where: { $0.sentences.contains(index) }).map({
                    candidate.verdicts[$0]?.truth
                })
                    != .no
            else { return nil }
            let first = opening(of: index)
            let tokens = candidate.sentences[first...index].flatMap(\.tokens)
            guard let tiers = Self.tiers(in: tokens) ?? Self.overRest(in: tokens), tiers.count > 1 else { return nil }
            return outcome(of: tiers, whole, first...index)
        }
    }

    /// Where the tiers that end in a sentence begin: behind each that goes on over the rest stands the one that it goes on from.
    private func opening(of last: Int) -> Int {
        var first = last
        while first > 0, isTiered(first), !opensTier(first),
            candidate.sentences[first - 1].block == candidate.sentences[last].block
        { first -= 1 }
        return first
    }

    /// Whether a sentence speaks of what is over and above an amount: its own percentage is half of a rule.
    func isTiered(_ sentence: Int) -> Bool {
        let tokens = candidate.sentences[sentence].tokens
        let rates = QuantityReader.quantities(in: tokens).filter { $0.measure == .percent }
        // `Daarboven rekenen wij 2 procent van het bedrag` is of the whole amount.
        let isOfWhole = rates.contains { tokens.dropFirst($0.tokens.upperBound).first?.text == "van" }
        return !rates.isEmpty && !isOfWhole && tokens.contains { Self.rest.contains($0.text) }
    }

    /// Whether the next sentence goes on over the rest of the amount.
    func goesOn(_ sentence: Int) -> Bool {
        sentence + 1 < candidate.sentences.count && isTiered(sentence + 1) && !opensTier(sentence + 1)
    }

    private func opensTier(_ sentence: Int) -> Bool {
        QuantityReader.quantities(in: candidate.sentences[sentence].tokens).count { $0.measure == .percent } > 1
    }

    private static let rest: Set<String> = ["meerdere", "resterende", "daarboven", "erboven", "restant"]

    /// Whether a sentence gives a share of what is over and above an amount.
    static func isOverRest(_ tokens: [Token]) -> Bool {
        tokens.contains { rest.contains($0.text) }
            && QuantityReader.quantities(in: tokens).contains { $0.measure == .percent }
    }

    /// `Tot 1.000 euro houdt hij die; van wat erboven komt gaat 50%`: nothing of the first part, and a share of the rest.
    private static func overRest(in tokens: [Token]) -> [Tier]? {
        let quantities = QuantityReader.quantities(in: tokens)
        let rates = quantities.filter { $0.measure == .percent }
        let edges = quantities.filter { $0.measure == .money && !isMost($0, tokens) }
        guard rates.count == 1, edges.count == 1, let rate = rates[0].exact,
            let over = tokens.firstIndex(where: { rest.contains($0.text) }),
            edges[0].tokens.upperBound <= over, let edge = edges[0].exact ?? edges[0].upper
        else { return nil }
        return [Tier(rate: 0, upTo: edges[0].isStrict ? edge + 1 : edge), Tier(rate: rate, upTo: nil)]
    }

    /// The only amount that the question gives.
    private var onlyAmount: (cents: Int, fact: String)? {
        guard let only = asked.facts.only(.money), only.value > 0 else { return nil }
        return (only.value, only.statement.told)
    }

    struct Tier: Equatable {
        /// In hundredths of a percent.
        let rate: Int
        /// Up to where it goes, in cents of the whole; nothing for the rest.
        let upTo: Int?
    }

    /// The rates in their order with the amount at which each ends; nothing where the text does not say it plainly.
    static func tiers(in tokens: [Token]) -> [Tier]? {
        let quantities = QuantityReader.quantities(in: tokens)
        let rates = quantities.filter { $0.measure == .percent }.compactMap { quantity in
            quantity.exact.map { (rate: $0, place: quantity.tokens.lowerBound) }
        }
        let amounts = quantities.filter { $0.measure == .money && !isMost($0, tokens) }
        let edges = amounts.compactMap { quantity -> (cents: Int, isWidth: Bool)? in
            guard let edge = quantity.exact ?? quantity.upper ?? quantity.lower else { return nil }
            let isWidth = tokens[..<quantity.tokens.lowerBound].last?.text == "volgende"
            // `meer dan` and `minder dan` are a cent beside the edge.
            let round = quantity.isStrict ? edge - (quantity.lower == nil ? -1 : 1) : edge
            return (round, isWidth)
        }
        guard rates.count >= 2, !edges.isEmpty else { return nil }
        var ends: [Int] = []
        for edge in edges {
            let end = edge.isWidth ? (ends.last ?? 0) + edge.cents : edge.cents
            if ends.last != end { ends.append(end) }
        }
        guard ends.count == rates.count - 1, ends == ends.sorted() else { return nil }
        return rates.indices.map { Tier(rate: rates[$0].rate, upTo: $0 < ends.count ? ends[$0] : nil) }
    }

    /// `met een minimum van 40 euro`, `samen ten hoogste 150 euro`: what comes out is held to it, and no tier ends at it.
    static func isMost(_ quantity: Quantity, _ tokens: [Token]) -> Bool {
        let start = max(0, quantity.tokens.lowerBound - 3)
        let words = tokens[start..<quantity.tokens.upperBound].map(\.text)
        return words.contains(where: holding.contains) && !words.contains("eerste") && !words.contains("over")
    }

    private static let holding: Set<String> = [
        "minimum", "maximum", "minimaal", "maximaal", "max", "hoogste", "hooguit", "hoogstens", "minstens", "minste",
        "tenminste",
    ]

    private func outcome(of tiers: [Tier], _ whole: (cents: Int, fact: String), _ sentences: ClosedRange<Int>)
        -> Outcome?
    {
        var from = 0
        var total = 0
        var parts: [String] = []
        for tier in tiers where whole.cents > from {
            let base = min(whole.cents, tier.upTo ?? whole.cents) - from
            let product = base.multipliedReportingOverflow(by: tier.rate)
            guard base > 0, !product.overflow else { return nil }
            total += (product.partialValue + 5_000) / 10_000
            from += base
            if tier.rate == 0 { continue }
            parts.append(
                phrases("berekend.schijf", ["procent": Self.written(tier.rate), "deel": Self.written(base)]))
        }
        guard !parts.isEmpty else { return nil }
        let values = ["schijven": parts.joined(separator: " + "), "uitkomst": Self.written(total)]
        let worked = phrases("berekend.staffel", values)
        let tokens = candidate.sentences[sentences].flatMap(\.tokens)
        let bounds = QuantityReader.quantities(in: tokens).filter { $0.measure == .money && Self.isMost($0, tokens) }
        var result = outcome(worked, total, to: bounds, tokens, facts: [whole.fact])
        result.sources = sentences.map { Composer(adviser, asked).source(candidate, range($0)) }
        return result
    }
}
